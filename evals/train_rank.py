"""Learn the weights of `assistant.retrieval.rank`: `python -m evals.train_rank FOLDER…` writes rank.npz.

Learned from retrieval sets:

1. The turn T of a question's vector v. For each query the softmax over all passages p of
   100 (v + (v - centre) T) p + 6 (BM25 / best BM25) should fall on the right ones: cross entropy, Adam from T = 0, a
   ridge and few steps. `centre` is the mean query: without it T learns which passages are asked for most, which helps
   on the set it was trained on and costs a tenth of the recall on laws it has not seen. For the same reason only half
   of T is used: trained on one half of the laws, the whole of it costs 3 points of R@10 on the other half, half of it
   1 point; on unseen questions about seen laws both gain 5.
2. The odds. Logistic regression over the features of all proposed passages of all queries, gathered with the T of the
   other folds; each set's questions are asked of the other sets too, where nothing answers them. The weight of the talk
   is set, not fitted: its fit is 2.5, for what was talked of says little about the passage; on doc2bot 6 finds the
   document for 90 queries of 100, 2.5 for 82; with 14 they are 93, but a new topic would hardly get through.

Both are fitted fold by fold (by query, seed 0), and the figures printed are of queries that were not trained on. What
is written is fitted on all. Nothing in it is a word or a text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.progress import track
from scipy.optimize import minimize

import assistant.retrieval.rank
from assistant.retrieval.rank import FEATURES, SHARP, WORDY, Array, Proposals, Ranker, Vector, Weights
from assistant.retrieval.retrieve import Retriever
from assistant.understanding.question import Question
from evals.beir import Places, RetrievalSet, load_set
from evals.retrieval import Found, asked, find, measure, open_index
from store.command_line import run
from store.index import Index
from store.levels import entries

FOLDS = 4
STEPS, RATE, RIDGE = 40, 0.002, 10.0
KEPT = 0.5  # share of T that is used
TALK = 6.0


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """A set with its index and, for each query, the question, the talk before it and the question's vector."""

    set: RetrievalSet
    places: Places
    index: Index
    questions: tuple[tuple[Question, str], ...]
    vectors: Vector

    def right(self, query: int, passage_id: str) -> bool:
        """Whether the passage is of an entry that answers the query at that position."""
        document_id, _, span = passage_id.rpartition(":")
        entry = self.places.entry_at(document_id, int(span.partition("-")[0]))
        return entry in self.set.relevant[self.set.queries[query].id]


def load(folder: Path) -> TrainingSet:
    """Reads a set, and builds its index where the cache does not hold it."""
    found = load_set(folder)
    places = Places(found.entries)
    index = open_index(found.name, places.parsed)
    questions = tuple(asked(query) for query in found.queries)
    vectors = np.array([index.embed_plain(question.text) for question, _ in track(questions, "reading questions")])
    return TrainingSet(found, places, index, questions, vectors.astype(np.float32))


def learn_turn(trained: TrainingSet, queries: Sequence[int], centre: Vector) -> Vector:
    """Step 1 on some queries."""
    known = trained.index.known("passage")
    passages = [entry for parsed in trained.places.parsed for entry in entries(parsed, "passage")]
    position = {entry.id: place for place, entry in enumerate(passages)}
    of_passages = np.array([known[entry.text] for entry in passages])
    words = np.zeros((len(queries), len(passages)), np.float32)
    right = np.zeros_like(words)
    for row, query in enumerate(queries):
        hits = trained.index.matches("passage", trained.questions[query][0].text, len(passages))
        words[row, [position[hit.id] for hit in hits]] = [hit.score / hits[0].score for hit in hits]
        right[row] = [trained.right(query, entry.id) for entry in passages]
    right /= right.sum(axis=1, keepdims=True)
    v = trained.vectors[queries]
    fixed = SHARP * v @ of_passages.T + WORDY * words
    turn = np.zeros((v.shape[1], v.shape[1]), np.float32)
    mean, spread = np.zeros_like(turn), np.zeros_like(turn)
    for step in range(1, STEPS + 1):
        logits = fixed + SHARP * ((v - centre) @ turn) @ of_passages.T
        share = np.exp(logits - logits.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        gradient = (SHARP * (v - centre).T @ ((share - right) @ of_passages) + RIDGE * turn) / len(queries)
        mean = 0.9 * mean + 0.1 * gradient
        spread = 0.99 * spread + 0.01 * gradient**2
        pace = RATE * (1 - (step - 1) / STEPS)
        turn -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return np.asarray(KEPT * turn, dtype=np.float32)


def learn_odds(features: Array, right: Array) -> tuple[Array, float]:
    """Step 2: coefficients, one a feature, and the intercept, of logistic regression with a slight ridge."""
    features = features[:, :-1]
    scale = features.std(axis=0)
    scale[scale == 0] = 1.0
    centre = features.mean(axis=0)
    x = np.column_stack([(features - centre) / scale, np.ones(len(features))])

    def loss(weights: Array) -> tuple[float, Array]:
        z = x @ weights
        return (
            float(np.logaddexp(0, z).sum() - z @ right + 0.5 * weights[:-1] @ weights[:-1]),
            x.T @ (1 / (1 + np.exp(-z)) - right) + np.append(weights[:-1], 0.0),
        )

    weights: Array = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x
    coefficients = weights[:-1] / scale
    return np.append(coefficients, TALK), float(weights[-1] - centre @ coefficients)


def _gather(trained: TrainingSet, query: int, of: TrainingSet, weights: Weights) -> tuple[Array, Array]:
    """Features of the passages of `trained` for a query of `of`, and whether each answers it."""
    question, before = of.questions[query]
    own = trained is of
    found: Proposals = Ranker(trained.index, weights).collect(
        question.text, of.vectors[query].tolist(), talk=before if own else ""
    )
    return found.features, np.array([own and trained.right(query, id_) for id_ in found.ids], dtype=np.float64)


def train(sets: Sequence[TrainingSet], turned_by: TrainingSet) -> Weights:
    """Fits the weights on all sets, the turn on the queries of `turned_by` alone; prints the figures of each fold."""
    random = np.random.default_rng(0)
    fold_of = [random.permutation(len(trained.questions)) % FOLDS for trained in sets]
    centre: Vector = turned_by.vectors.mean(axis=0)
    own_folds = fold_of[sets.index(turned_by)]
    nothing = np.zeros(len(FEATURES))
    turns = [learn_turn(turned_by, np.flatnonzero(own_folds != fold).tolist(), centre) for fold in range(FOLDS)]
    gathered = [
        (
            position,
            fold_of[position][query],
            *_gather(trained, query, of, Weights(centre, turns[fold_of[position][query]], nothing, 0.0)),
        )
        for position, of in enumerate(sets)
        for trained in sets
        for query in track(range(len(of.questions)), f"{of.set.name} on {trained.set.name}")
    ]

    def fit(without: int | None) -> tuple[Array, float]:
        used = [(features, right) for _, fold, features, right in gathered if fold != without]
        return learn_odds(np.concatenate([f for f, _ in used]), np.concatenate([r for _, r in used]))

    odds = [fit(fold) for fold in range(FOLDS)]
    for trained, folds in zip(sets, fold_of, strict=True):
        found: list[Found] = []
        for fold in range(FOLDS):
            retriever = Retriever(trained.index, Weights(centre, turns[fold], *odds[fold]))
            found += find(retriever, trained.places, [trained.set.queries[n] for n in np.flatnonzero(folds == fold)])
        Console().print(
            f"{trained.set.name}, {FOLDS}-fold:", {k: round(v.value, 3) for k, v in measure(trained.set, found).items()}
        )
    return Weights(centre, learn_turn(turned_by, range(len(own_folds)), centre), *fit(None))


def main(folders: Annotated[list[Path], typer.Argument(help="Retrieval sets (evals/beir.py).")]) -> None:
    """Trains on the sets in `folders`, the turn on the first, and writes the weights into the product."""
    sets = [load(folder) for folder in folders]
    weights = train(sets, sets[0])
    Console().print(dict(zip(FEATURES, weights.coefficients.round(2), strict=True)), weights.intercept)
    np.savez(
        Path(assistant.retrieval.rank.__file__).with_name("rank.npz"),
        centre=weights.centre,
        turn=weights.turn.astype(np.float16),
        coefficients=weights.coefficients,
        intercept=weights.intercept,
    )


if __name__ == "__main__":
    run(partial(typer.run, main))
