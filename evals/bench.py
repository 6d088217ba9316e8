"""Starting a run, and going on with one that was stopped or had errors."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.ask import Answerer, ask_all
from evals.corpus import Corpus, locate_gold
from evals.dataset import Question
from evals.runs import Run
from store.errors import DatasetError


def start(
    folder: Path, answerer: Answerer, questions: Sequence[Question], corpus: Corpus, manifest: dict[str, Any]
) -> Run:
    """Asks every question as often as the manifest says, and keeps the run in `folder`.

    Raises DatasetError if the folder is there already, or a gold clause is not in the corpus.
    """
    _check_gold(questions, corpus)
    run = Run(folder)
    run.start(manifest, questions, corpus)
    resume(run, answerer)
    return run


def resume(run: Run, answerer: Answerer) -> int:
    """Asks what has no answer yet or raised an error; how many questions that were. Raises DatasetError."""
    answered = {key for key, recorded in run.recorded().items() if recorded.answer}
    pending = [
        (question, repeat)
        for repeat in range(1, run.manifest["asked"]["repeat"] + 1)
        for question in run.questions()
        if (question.id, repeat) not in answered
    ]
    if pending:
        ask_all(answerer, pending, run.corpus(), run)
    return len(pending)


def _check_gold(questions: Sequence[Question], corpus: Corpus) -> None:
    for question in questions:
        for gold in question.gold:
            try:
                locate_gold(gold, corpus)
            except DatasetError as error:
                raise DatasetError(f"Question {question.id}, field gold: {error}") from error
