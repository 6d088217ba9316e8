"""The evaluators' command line: ask a question set, score, compare, report."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console

from evals.dataset import load_questions, select
from evals.runs import Run, find_run
from evals.score import Scored, as_json, score, summarise
from evals.show import show_categories, show_failures, show_figures
from store.errors import PolicyError
from store.settings import load_settings

app = typer.Typer(
    help="Ask question sets, score the answers, compare runs and report.\n\n"
    "A session: `run evals/datasets/notice-a.jsonl`, change something, `run` again, `compare` the two, "
    "`report latest`. The POLICY_… settings apply as they do to the app. Runs are kept in the product's home folder, "
    "under runs/.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
out = Console()

Datasets = Annotated[list[Path], typer.Argument(help="Question sets: .jsonl, .csv or .xlsx files.")]
RunName = Annotated[str, typer.Argument(help="A run's name or folder, or `latest`.")]
Failures = Annotated[bool, typer.Option(help="List the wrong answers.")]


def main() -> None:
    """Runs the command line; an error that the user can mend is one sentence and exit status 2."""
    try:
        app()
    except PolicyError as error:
        Console(stderr=True).print(str(error), markup=False, style="red")
        raise SystemExit(2) from error


@app.command()
def run(
    datasets: Datasets,
    split: Annotated[Literal["dev", "test"] | None, typer.Option(help="Only one half of the questions.")] = None,
    category: Annotated[str | None, typer.Option(help="Only questions of this category.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many questions.")] = None,
    repeat: Annotated[int, typer.Option(min=1, help="Ask every question so many times.")] = 1,
    name: Annotated[str | None, typer.Option(help="Name of the run  [default: the time and the dataset]")] = None,
    failures: Failures = True,
) -> None:
    """Ask question sets, keep the answers, and score them."""
    # Inspect and the assistant take seconds to import; `score` and the others need neither.
    from assistant.assistant import Assistant
    from ingest.parse import parse_corpus
    from store.index import Index

    from evals.bench import start
    from evals.corpus import corpus_of
    from evals.manifest import manifest

    questions = select(load_questions(datasets), split, category, limit)
    settings = load_settings()
    index = Index.open(settings)
    asked = {"answerer": "assistant", "split": split, "category": category, "limit": limit, "repeat": repeat}
    name = name or f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{datasets[0].stem}"
    conditions = manifest(settings, index.version, datasets, asked)
    corpus = corpus_of(parse_corpus(settings))
    _show(start(_runs() / name, Assistant(index), questions, corpus, conditions), failures)


@app.command()
def resume(run_name: RunName = "latest", failures: Failures = True) -> None:
    """Go on with a run: ask what has no answer yet or raised an error."""
    from assistant.assistant import Assistant
    from store.index import Index

    from evals.bench import resume

    stopped = find_run(_runs(), run_name)
    asked = resume(stopped, Assistant(Index.open(load_settings())))
    out.print(f"{asked} questions asked.")
    _show(stopped, failures)


@app.command("score")
def score_run(run_name: RunName = "latest", failures: Failures = True) -> None:
    """Score a run's stored answers again, without asking."""
    _show(find_run(_runs(), run_name), failures)


def _runs() -> Path:
    return load_settings().home / "runs"


def _scored(run: Run) -> Sequence[Scored]:
    return [score(case) for case in run.cases()]


def _show(run: Run, failures: bool) -> None:
    scored = _scored(run)
    run.write_json("scores.json", as_json(scored))
    if failures:
        show_failures(out, scored)
    show_categories(out, scored)
    show_figures(out, summarise(scored))
    out.print(f"Run {run.name}, in {run.folder}", markup=False, highlight=False)
