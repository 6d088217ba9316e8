"""Asking a set of questions, as an Inspect task whose solver is the assistant. No model is involved.

Inspect writes the log that `inspect view` opens; the answers themselves are recorded in the run as they come.
"""

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from inspect_ai import Task
from inspect_ai import eval as run_task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ChatMessage, ChatMessageAssistant, ChatMessageUser, ModelOutput
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver
from tqdm import tqdm

from assistant.answer import Answer, Turn
from evals.corpus import Corpus, locate_gold
from evals.dataset import Question
from evals.metrics.table import METRICS
from evals.runs import Recorded, Run
from evals.score import score
from evals.usage import counting
from store.errors import DatasetError

Pending = Sequence[tuple[Question, int]]  # a question, and the how-manieth asking of it


class Answerer(Protocol):
    """Whatever can be asked: the assistant, a peer, a fake."""

    def ask(self, question: str, history: Sequence[Turn] = (), as_of: date | None = None) -> Answer:
        """The answer to `question` after `history`, on the day `as_of`."""


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
    pending = run.pending()
    if pending:
        _ask_all(answerer, pending, run.corpus(), run)
    return len(pending)


def _ask_all(answerer: Answerer, pending: Pending, corpus: Corpus, run: Run) -> None:
    """Asks one question after the other, and records each answer or error in `run`."""
    samples = [_sample(question, repeat) for question, repeat in pending]
    progress: tqdm[Any] = tqdm(total=len(samples), unit="question", desc=run.name, delay=1)
    with progress:
        run_task(
            Task(
                dataset=MemoryDataset(samples),
                solver=_ask(answerer, run, progress),
                scorer=_score(corpus),
                name=run.name,
            ),
            model=None,
            log_dir=str(run.folder),
            display="none",
            # One at a time: two at once would measure each other's latency.
            max_samples=1,
            fail_on_error=False,
        )


def _sample(question: Question, repeat: int) -> Sample:
    turns: list[ChatMessage] = [
        ChatMessageUser(content=m.content) if m.role == "user" else ChatMessageAssistant(content=m.content)
        for m in question.history
    ]
    return Sample(
        id=question.id if repeat == 1 else f"{question.id} ({repeat})",
        input=[*turns, ChatMessageUser(content=question.question)],
        target=["|".join(alternatives) for alternatives in question.facts],
        metadata={"question": question.model_dump(mode="json"), "repeat": repeat, "category": question.category},
    )


# Inspect writes the arguments of solvers and scorers into its log, once a sample: so these have none, and close over
# what they need.


def _ask(answerer: Answerer, run: Run, progress: "tqdm[Any]") -> Solver:
    async def solve(state: TaskState, generate: Generate) -> TaskState:
        question, repeat = Question.model_validate(state.metadata["question"]), state.metadata["repeat"]
        history = [Turn(message.role, message.content) for message in question.history]
        started = time.perf_counter()
        try:
            with counting() as usage:
                answer = answerer.ask(question.question, history, question.as_of)
        except Exception as error:
            # Whatever it is, it is a result of this run; Inspect logs it with its traceback and goes on.
            run.record(Recorded(question.id, repeat, None, f"{type(error).__name__}: {error}"))
            raise
        finally:
            progress.update()
        latency_ms = 1000 * (time.perf_counter() - started)
        recorded = Recorded(question.id, repeat, answer, latency_ms=latency_ms, model_tokens=usage.tokens)
        run.record(recorded)
        state.output = ModelOutput.from_content("policy-assistant", answer.text)
        state.store.set("recorded", recorded)
        return state

    @solver
    def assistant() -> Solver:
        return solve

    return assistant()


def _score(corpus: Corpus) -> Scorer:
    async def measure(state: TaskState, target: Target) -> Score:
        question, recorded = Question.model_validate(state.metadata["question"]), state.store.get("recorded")
        scored = score(recorded.case(question, corpus))
        # Inspect reads NaN as "not scored".
        values = {name: scored.values.get(name, float("nan")) for name in METRICS}
        return Score(value=values, answer=recorded.answer.text, explanation=scored.cause or "right")

    @scorer(metrics={"*": [mean()]})
    def deterministic() -> Scorer:
        return measure

    return deterministic()


def _check_gold(questions: Sequence[Question], corpus: Corpus) -> None:
    for question in questions:
        for gold in question.gold:
            try:
                locate_gold(gold, corpus)
            except DatasetError as error:
                raise DatasetError(f"Question {question.id}, field gold: {error}") from error
