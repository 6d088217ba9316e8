"""What the asks of a note have in common: a linear classifier that tells questions by the note they ask for.

The likest single ask decides by one wording. Ridge regression of the note on the vector decides by what its wordings
share and other notes' don't: W = (XᵀX + λI)⁻¹XᵀY, with the centred unit vectors of all asks as rows of X, and a column
of Y for each note, 1/√n for its n asks, else 0. Fitted when an index is built.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from store.vectors import Vector

PROTOTYPES = "prototypes.npz"  # within a version's folder; not there where no document has notes
RIDGE = 100.0  # λ; from 10 to 100 the right note leads as often, of questions nobody had seen (evals/datasets)


class Prototypes:
    """The classifier of one index version."""

    def __init__(self, notes: Sequence[str], centre: Vector, weights: NDArray[np.float32]) -> None:
        self._places = {note: place for place, note in enumerate(notes)}
        documents, self._document_of = np.unique([note.partition(":note:")[0] for note in notes], return_inverse=True)
        self._documents: list[str] = documents.tolist()
        self._centre, self._weights = centre, weights

    def leanings(self, vector: Sequence[float], documents: Collection[str], notes: Collection[str]) -> dict[str, float]:
        """How far a question leans to each of `notes`, by id: standard deviations above the mean of all notes on
        `documents`, of which they are."""
        inside = np.array([document in documents for document in self._documents], dtype=bool)[self._document_of]
        if not inside.any():
            return {}
        scores = _centred(np.array([vector], dtype=np.float32), self._centre)[0] @ self._weights
        scores = (scores - scores[inside].mean()) / (scores[inside].std() or 1.0)
        return {note: float(scores[self._places[note]]) for note in notes}


def write_prototypes(path: Path, vectors: NDArray[np.float32], notes: Sequence[str]) -> None:
    """Fits the classifier to the asks' vectors, a row each, and the ids of the notes they belong to."""
    names, owners, sizes = np.unique(notes, return_inverse=True, return_counts=True)
    centre = vectors.mean(axis=0)
    rows = _centred(vectors, centre)
    sums = np.zeros((len(names), rows.shape[1]), dtype=np.float32)
    np.add.at(sums, owners, rows)
    weights = np.linalg.solve(rows.T @ rows + RIDGE * np.eye(rows.shape[1]), (sums / np.sqrt(sizes)[:, None]).T)
    np.savez(path, notes=names, centre=centre, weights=weights.astype(np.float32))


def load_prototypes(path: Path) -> Prototypes | None:
    """What `write_prototypes` wrote, None where it had nothing to. Raises OSError, ValueError or KeyError where it
    cannot be read."""
    if not path.exists():
        return None
    with np.load(path) as file:
        return Prototypes([str(note) for note in file["notes"]], file["centre"], file["weights"])


def _centred(vectors: NDArray[np.float32], centre: Vector) -> NDArray[np.float32]:
    rows = vectors - centre
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)
