"""Asking a selection of questions on the index in use."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from evals.ask import Answerer, start
from evals.corpus import CorpusText, corpus_of
from evals.dataset import Split, load_questions, select
from evals.manifest import manifest
from evals.runs import Run
from store.index import Index
from store.settings import Settings


class Bench:
    """A selection of questions, and the index in use to ask them on. Raises DatasetError or StoreError."""

    def __init__(
        self,
        settings: Settings,
        datasets: Sequence[Path],
        split: Split | None = None,
        category: str | None = None,
        limit: int | None = None,
        repeat: int = 1,
    ) -> None:
        self._settings = settings
        self._datasets = datasets
        self._asked: dict[str, str | int | None] = {
            "split": split,
            "category": category,
            "limit": limit,
            "repeat": repeat,
        }
        self._questions = select(load_questions(datasets), split, category, limit)
        self.index = Index.open(settings)

    @cached_property
    def corpus(self) -> dict[str, CorpusText]:
        """The texts of the index."""
        held = self.index.held
        return corpus_of((document, self.index.nodes(document.id)) for document in held)

    def start(self, answerer: Answerer, name: str) -> Run:
        """Asks every question, as often as asked for, and keeps the run under `name`. Raises DatasetError."""
        asked = {"answerer": type(answerer).__name__, **self._asked}
        conditions = manifest(self._settings, self.index.version, self._datasets, asked)
        return start(self._settings.home / "runs" / name, answerer, self._questions, self.corpus, conditions)
