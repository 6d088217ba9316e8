"""Rank passages by their own text: what their vectors and words, and those of their clauses and document, speak for.

The odds that a passage answers are a logistic regression over the features below; the question's vector is first turned
towards how documents put what lay people ask. Both were learned from public judgements by `evals/train_rank.py`, which
says what each part gave, and are kept in `rank.npz`. They hold numbers only, no words and no texts.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.understanding.contrast import pairs
from store.index import Index
from store.levels import Hit
from store.records import Clause, Passage
from store.text import normalise

FEATURES = (
    "meaning",  # likeness of question and passage
    "behind",  # how far that is behind the likest passage
    "words",  # BM25, as a share of the best passage's
    "density",  # BM25 for each character of the question
    "document",  # ln of the document's share of what speaks for any passage
    "length",  # ln of the passage's characters
    "talk",  # BM25 of the conversation so far: the document's best passage as a share of the best of all, less 1
)
HITS = 100  # passages and clauses taken from each search
BEST = 120  # passages of which a clause is chosen: the others are never shown
# What makes up the document's share: e to the power of this times likeness plus that times the share of words.
SHARP, WORDY = 100.0, 6.0
_SMALLEST = 1e-4
_SPOKEN_OF = 2  # documents that the talk before is most likely about, searched besides

Vector = NDArray[np.float32]
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned. A question's vector v becomes v + (v - centre) @ turn."""

    centre: Vector
    turn: Vector
    coefficients: NDArray[np.float64]  # one a feature
    intercept: float

    def turned(self, vector: Sequence[float]) -> Vector:
        """The question's vector, turned towards the words of documents; no longer of unit length."""
        v = np.asarray(vector, dtype=np.float32)
        return np.asarray(v + (v - self.centre) @ self.turn, dtype=np.float32)


@cache
def load_weights() -> Weights:
    """The weights in use."""
    with np.load(Path(__file__).with_name("rank.npz")) as file:
        return Weights(file["centre"], file["turn"].astype(np.float32), file["coefficients"], float(file["intercept"]))


@dataclass(frozen=True, slots=True)
class Proposals:
    """The passages that some search proposed, with a row of features each, and the likeness of the clauses found."""

    ids: tuple[str, ...]
    features: Array
    clauses: "_Scores"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage, and the clause of it that speaks most to the question."""

    passage: Passage
    clause: Clause
    likeness: float  # cosine of question and clause, or the most it can be
    covered: float  # share of the question's pairs of characters that the clause holds
    log_odds: float  # that the passage answers
    likenesses: Mapping[str, float]  # the same of each of its clauses
    covers: Mapping[str, float]


class Ranker:
    """Ranks the passages of one index version."""

    def __init__(self, index: Index, weights: Weights | None = None) -> None:
        self._index = index
        self._weights = weights or load_weights()
        self._starts: dict[str, list[int]] = {}

    def search(
        self, question: str, vector: Sequence[float], documents: Collection[str] | None = None, talk: str = ""
    ) -> list[Ranked]:
        """Passages of `documents`, likeliest to answer first. `vector` is the question's, `talk` what was said before."""
        proposed = self.collect(question, vector, documents, talk)
        log_odds = proposed.features @ self._weights.coefficients + self._weights.intercept
        asked = _pairs(question)
        return [
            self._ranked(proposed.ids[place], asked, proposed.clauses, float(log_odds[place]))
            for place in np.argsort(-log_odds, kind="stable")[:BEST]
        ]

    def collect(
        self, question: str, vector: Sequence[float], documents: Collection[str] | None = None, talk: str = ""
    ) -> Proposals:
        """What the passages of `documents` have to say for themselves, as far as any search proposes them."""
        turned = self._weights.turned(vector)
        toward, size = turned.tolist(), float(np.linalg.norm(turned))
        spoken = self._spoken_of(talk, documents)
        meaning = _Scores(self._index.nearest("passage", toward, HITS, documents))
        clauses = _Scores(self._index.nearest("clause", toward, HITS, documents))
        words = _Scores(self._index.matches("passage", question, HITS, documents))
        if spoken:
            inside = sorted(spoken, key=lambda id_: -spoken[id_])[:_SPOKEN_OF]
            meaning.add(self._index.nearest("passage", toward, HITS, inside))
            words.add(self._index.matches("passage", question, HITS, inside))
        by_clause = (self._passage_of(id_) for id_ in clauses.found)
        ids = tuple(dict.fromkeys([*meaning.found, *words.found, *by_clause]))
        about = np.array([meaning[id_] for id_ in ids]) * size
        said = np.array([words[id_] for id_ in ids])
        share = said / (words.best or 1.0)
        columns = (
            about,
            about - meaning.best * size,
            share,
            said / max(len(question), 1),
            _document_share(ids, SHARP * about + WORDY * share),
            [math.log(1 + _length(id_)) for id_ in ids],
            [spoken.get(_document_of(id_), 0.0) - bool(spoken) for id_ in ids],
        )
        return Proposals(ids, np.array(columns, dtype=np.float64).T.reshape(-1, len(FEATURES)), clauses)

    def _spoken_of(self, talk: str, documents: Collection[str] | None) -> dict[str, float]:
        """How much of what was said each document holds in one passage, as a share of the most that any does."""
        found: dict[str, float] = {}
        for hit in self._index.matches("passage", talk, HITS, documents) if talk else ():
            found.setdefault(_document_of(hit.id), hit.score)
        most = max(found.values(), default=1.0)
        return {id_: score / most for id_, score in found.items()}

    def _passage_of(self, clause_id: str) -> str:
        document_id, span = _document_of(clause_id), clause_id.rpartition(":")[2]
        passages = self._index.passages(document_id)
        if document_id not in self._starts:
            self._starts[document_id] = [passage.start for passage in passages]
        return passages[bisect_right(self._starts[document_id], int(span.partition("-")[0])) - 1].id

    def _ranked(self, passage_id: str, asked: frozenset[str], clauses: "_Scores", log_odds: float) -> Ranked:
        passage = self._index.passage(passage_id)

        covered = {clause.id: len(asked & _pairs(clause.text)) / (len(asked) or 1) for clause in passage.clauses}
        # Likeness differs by a tenth between the likest clause and any; all of the question's pairs weigh as much.
        best = max(passage.clauses, key=lambda clause: clauses[clause.id] + 0.1 * covered[clause.id])
        likenesses = {clause.id: clauses[clause.id] for clause in passage.clauses}
        return Ranked(passage, best, likenesses[best.id], covered[best.id], log_odds, likenesses, covered)


class _Scores:
    """What a search found. All that is known of what it did not find is that it scores no higher than the last hit."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.found = {hit.id: hit.score for hit in hits}
        self.best = hits[0].score if hits else 0.0
        self.least = hits[-1].score if hits else 0.0

    def __getitem__(self, id_: str) -> float:
        return self.found.get(id_, self.least)

    def add(self, hits: Sequence[Hit]) -> None:
        """More hits of the same search, within some documents."""
        self.found.update((hit.id, hit.score) for hit in hits)


def _document_of(id_: str) -> str:
    """The document of a passage or clause."""
    return id_.rpartition(":")[0]


def _length(id_: str) -> int:
    start, _, end = id_.rpartition(":")[2].partition("-")
    return int(end) - int(start)


def _document_share(ids: Sequence[str], weight: Array) -> list[float]:
    """ln of each passage's document's share of e to the `weight`, all passages together."""
    if not ids:
        return []
    masses = np.exp(weight - weight.max())
    shares: dict[str, float] = defaultdict(float)
    for id_, mass in zip(ids, masses / masses.sum(), strict=True):
        shares[_document_of(id_)] += float(mass)
    return [math.log(shares[_document_of(id_)] + _SMALLEST) for id_ in ids]


@lru_cache(maxsize=100_000)
def _pairs(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters, for which no words need to be cut."""
    return pairs(normalise(text))
