"""The classifier of questions by note."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.prototypes import load_prototypes, write_prototypes

AXES = np.eye(6, dtype=np.float32)
# Two notes of one document and one of another; each asks along axes of its own, and all share the first.
ROWS = np.array([AXES[0] + AXES[n] for n in (1, 1, 2, 2, 3)], dtype=np.float32)
NOTES = ["a:note:0-1:", "a:note:0-1:", "a:note:2-3:", "a:note:2-3:", "b:note:0-1:"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_prototypes(tmp_path / "prototypes.npz", ROWS, NOTES)
    return tmp_path / "prototypes.npz"


def test_a_question_leans_to_the_note_whose_asks_it_is_like(path: Path) -> None:
    prototypes = load_prototypes(path)
    assert prototypes is not None
    leanings = prototypes.leanings((AXES[0] + 3 * AXES[2]).tolist(), ["a", "b"], NOTES)
    assert max(leanings, key=lambda note: leanings[note]) == "a:note:2-3:"


def test_only_the_notes_of_the_documents_asked_for_compete(path: Path) -> None:
    prototypes = load_prototypes(path)
    assert prototypes is not None
    of_one = prototypes.leanings(AXES[1].tolist(), ["a"], ["a:note:0-1:"])
    assert of_one == {"a:note:0-1:": pytest.approx(1)}
    assert prototypes.leanings(AXES[1].tolist(), ["a", "b"], ["a:note:0-1:"]) != of_one
    assert prototypes.leanings(AXES[1].tolist(), ["c"], []) == {}


def test_without_notes_there_is_none(tmp_path: Path) -> None:
    assert load_prototypes(tmp_path / "prototypes.npz") is None


@given(st.lists(st.floats(-1, 1, width=32), min_size=6, max_size=6).filter(any))
def test_leanings_are_standard_scores(vector: list[float]) -> None:
    with TemporaryDirectory() as folder:
        write_prototypes(Path(folder) / "p.npz", ROWS, NOTES)
        prototypes = load_prototypes(Path(folder) / "p.npz")
    assert prototypes is not None
    scores = np.array(list(prototypes.leanings(vector, ["a", "b"], NOTES).values()))
    assert abs(scores.mean()) < 1e-4
    assert scores.std() == pytest.approx(1, abs=1e-3) or scores.std() == pytest.approx(0, abs=1e-3)
