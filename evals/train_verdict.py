"""Learn the weights of `assistant.verdicts.learned`: `python -m evals.train_verdict` writes verdict.npz.

Trained on the editors' yes-no askings, each with the stretch it is anchored to and its answer (`yes` and `no` in
corpus/notes), and on the yes-no questions of the development halves of evals/datasets, each with the stretch that was
found for it; one of these weighs OWN askings, for real questions are what it is for. Logistic regression with a ridge;
a feature counts that at least RARE examples have. Needs the index of the whole corpus; takes a minute.

Prints how many verdicts are right on notes that were not trained on (five folds), beside the rules alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from scipy.optimize import minimize
from scipy.sparse import csr_array

from assistant.answer import Verdict
from assistant.reading.read import candidate_text
from assistant.reading.subject import with_lead_in
from assistant.retrieval.retrieve import Candidate, Features, Retriever
from assistant.understanding.question import Question, understand
from assistant.verdicts.learned import WEIGHTS, features
from assistant.verdicts.rules import rule_verdict
from assistant.verdicts.verdict import what_counts
from evals.dataset import load_questions, select
from ingest.notes import read_notes
from store.command_line import run
from store.index import Index
from store.settings import Settings, load_settings

DATASETS = Path(__file__).with_name("datasets")
OWN, RARE, RIDGE, FOLDS = 12.0, 8, 20.0, 5
NEGLIGIBLE = 0.004  # weights of less are left out: together they change no verdict in a hundred
Array = NDArray[np.float64]
_UNSCORED = Features(*(0.0,) * 7)


@dataclass(frozen=True, slots=True)
class Example:
    """A yes-no question with its answer, what speaks for it, and the note it is of, "" for a question of a data set."""

    found: dict[str, float]
    verdict: Verdict
    ruled: Verdict | None
    note: str


def of_notes(index: Index, settings: Settings, retriever: Retriever) -> Iterator[Example]:
    """The editors' yes-no askings."""
    for document_id in track(sorted(index.searched("ask")), "reading askings"):
        entries = read_notes(document_id, settings.corpus).note
        verdicts: dict[str, Verdict] = {ask: "yes" for entry in entries for ask in entry.yes}
        verdicts |= {ask: "no" for entry in entries for ask in entry.no}
        for note in index.notes(document_id):
            if note.gap:
                continue
            clauses = retriever.clauses_of(document_id, note.start, note.end)
            candidate = Candidate(document_id, note.start, note.end, clauses, note, _UNSCORED, 0.0)
            for ask in note.asks:
                if ask in verdicts:
                    yield _example(index, understand(ask), candidate, verdicts[ask], note.id)


def of_datasets(index: Index, retriever: Retriever) -> Iterator[Example]:
    """The yes-no questions of the development halves that stand by themselves and whose answer is found first."""
    paths = sorted(DATASETS.glob("*.jsonl"))
    for asked in track(select(load_questions(paths), "dev"), "reading questions"):
        if asked.verdict is None or asked.history or asked.as_of:
            continue
        question = understand(asked.question)
        best = next((c for c in retriever.search(question) if not c.gap), None)
        if best and any(gold.document == best.document_id for gold in asked.gold):
            yield _example(index, question, best, asked.verdict, "")


def _example(index: Index, question: Question, candidate: Candidate, verdict: Verdict, note: str) -> Example:
    stretch = what_counts(question, with_lead_in(index, candidate))
    ruled = rule_verdict(question, stretch, candidate_text(index, candidate))
    return Example(features(question, stretch, ruled), verdict, ruled, note)


def matrix(examples: Sequence[Example], names: Sequence[str]) -> csr_array:
    """A row an example, a column a feature."""
    column = {name: place for place, name in enumerate(names)}
    cells = [(row, column[n], v) for row, one in enumerate(examples) for n, v in one.found.items() if n in column]
    rows, columns, values = zip(*cells, strict=True)
    return csr_array((values, (rows, columns)), shape=(len(examples), len(names)))


def fit(x: csr_array, yes: Array, worth: Array) -> Array:
    """Weights that make the examples likely: sum of worth * log(1 + exp(-+z)) + RIDGE / 2 * |w|²."""

    def loss(weights: Array) -> tuple[float, Array]:
        z = x @ weights
        wrong = worth * (1 / (1 + np.exp(-z)) - yes)
        return float(
            worth @ (np.logaddexp(0, z) - yes * z) + RIDGE / 2 * weights @ weights
        ), x.T @ wrong + RIDGE * weights

    return np.asarray(minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x)


def feature_names(examples: Sequence[Example]) -> list[str]:
    """The features that RARE examples have; none with a line break, by which the file parts them."""
    seen: dict[str, int] = {}
    for example in examples:
        for name in example.found:
            seen[name] = seen.get(name, 0) + 1
    return sorted(name for name, count in seen.items() if count >= RARE and "\n" not in name)


def main() -> None:
    """Trains on the index in use and writes the weights into the product."""
    settings = load_settings()
    index = Index.open(settings)
    retriever = Retriever(index)
    examples = [*of_notes(index, settings, retriever), *of_datasets(index, retriever)]
    names = feature_names(examples)
    x = matrix(examples, names)
    yes = np.array([example.verdict == "yes" for example in examples], float)
    worth = np.array([1.0 if example.note else OWN for example in examples])
    notes = {note: place for place, note in enumerate(dict.fromkeys(example.note for example in examples))}
    fold = np.array([notes[example.note] % FOLDS if example.note else -1 for example in examples])
    right = np.zeros(len(examples), bool)
    for number in range(FOLDS):
        held = fold == number
        weights = fit(x[~held], yes[~held], worth[~held])
        right[held] = (x[held] @ weights > 0) == yes[held]
    of_rules = np.array([example.ruled == example.verdict for example in examples])
    own = fold >= 0
    Console().print(f"{own.sum()} askings, {(~own).sum()} questions, {len(names)} features")
    Console().print(
        f"right on notes not trained on: {right[own].mean():.3f}; the rules alone: {of_rules[own].mean():.3f}"
    )
    weights = fit(x, yes, worth)
    kept = [place for place, weight in enumerate(weights) if abs(weight) >= NEGLIGIBLE]
    joined = "\n".join(names[place] for place in kept).encode()
    np.savez_compressed(
        WEIGHTS, names=np.frombuffer(joined, np.uint8), weights=weights[kept].astype(np.float16), allow_pickle=False
    )


if __name__ == "__main__":
    run(main)
