"""The evaluators' command line: ask a question set, score, compare, report."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from assistant.answer import Mode
from evals.dataset import Split
from evals.runs import Run, find_run, new_name
from evals.score import Scored, as_json, score, summarise
from evals.show import (
    show_beside,
    show_categories,
    show_differences,
    show_estimates,
    show_failures,
    show_figures,
    show_flips,
)
from store.command_line import complain
from store.errors import DatasetError, ModelError, PolicyError
from store.settings import load_settings

if TYPE_CHECKING:
    from evals.ask import Answerer
    from store.index import Index

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
GATES = Path(__file__).parent / "gates.toml"

RunName = Annotated[str, typer.Argument(help="A run's name or folder, or `latest`.")]
Failures = Annotated[bool, typer.Option(help="List the wrong answers.")]
Datasets = Annotated[
    list[Path], typer.Argument(help="Question sets: .jsonl, .csv or .xlsx files (evals/dataset.py says how).")
]
Half = Annotated[Split | None, typer.Option(help="Only one half of the questions.")]
Category = Annotated[str | None, typer.Option(help="Only questions of this category.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Only the first so many questions.")]
Repeat = Annotated[int, typer.Option(min=1, help="Ask every question so many times.")]
AnswerMode = Annotated[Mode, typer.Option(help="Whose words the answers are in: the documents' or the model's.")]
Judge = Annotated[bool, typer.Option("--judge", help="Have the language model of the settings judge the answers too.")]
Name = Annotated[str | None, typer.Option(help="Name of the run  [default: the time and the dataset]")]


# Inspect, LangChain and the assistant take seconds to import: only the commands that ask do so.


@app.command()
def run(
    datasets: Datasets,
    split: Half = None,
    category: Category = None,
    limit: Limit = None,
    repeat: Repeat = 1,
    name: Name = None,
    failures: Failures = True,
    mode: AnswerMode = "extractive",
    judge: Judge = False,
) -> None:
    """Ask question sets, keep the answers, and score them."""
    from evals.bench import Bench

    bench = Bench(load_settings(), datasets, split, category, limit, repeat)
    done = bench.start(_assistant(bench.index, mode), name or new_name(datasets))
    _show(done, failures, judge)


@app.command()
def speed(datasets: Datasets) -> None:
    """Measure how fast questions are answered and the index is built, and the memory taken."""
    from evals.speed import measure, show

    show(measure(datasets))


@app.command()
def growth(
    datasets: Datasets,
    limit: Annotated[int, typer.Option(min=1, help="How many of the last questions to ask of each size.")] = 100,
) -> None:
    """Measure how speed and memory grow from the policies alone to every statute of the data package."""
    from evals.dataset import load_questions
    from evals.growth import COLUMNS, measure_growth

    table = Table(*COLUMNS)
    for row in measure_growth([question.question for question in load_questions(datasets)][-limit:]):
        table.add_row(*row)
    out.print(table)


@app.command()
def resume(run_name: RunName = "latest", failures: Failures = True) -> None:
    """Go on with a run: ask what has no answer yet or raised an error."""
    from evals.ask import resume
    from store.index import Index

    stopped, index = find_run(_runs(), run_name), Index.open(load_settings())
    mode: Mode = "generative" if stopped.answerer == "GenerativeAssistant" else "extractive"
    answerer = _assistant(index, mode)
    stopped.check_same(type(answerer).__name__, index.version)
    asked = resume(stopped, answerer)
    out.print(f"{asked} questions asked.")
    _show(stopped, failures)


@app.command()
def peers(datasets: Datasets, split: Half = None, category: Category = None, limit: Limit = None) -> None:
    """Ask the assistant and a plain LangChain splitter + Chroma pipeline the same questions, and show both."""
    from assistant.assistant import Assistant
    from evals.bench import Bench
    from evals.peers import SplitterChroma

    bench = Bench(load_settings(), datasets, split, category, limit)
    shown = {}
    for answerer in (Assistant(bench.index), SplitterChroma(bench.corpus)):
        kind = type(answerer).__name__
        started = perf_counter()
        done = bench.start(answerer, f"{new_name(datasets)}-{kind}")
        shown[f"{kind}, {perf_counter() - started:.1f} s"] = summarise(_scored(done))
    show_beside(out, shown)


@app.command()
def retrieval(
    folder: Annotated[Path, typer.Argument(help="BEIR-style: corpus.jsonl, queries.jsonl (`history` too), qrels.tsv.")],
    split: Half = None,
    limit: Limit = None,
) -> None:
    """Measure the retriever on a retrieval set. Its index is kept in the cache folder; the first time takes minutes."""
    from assistant.retrieval.retrieve import Retriever
    from evals.beir import Places, load_set
    from evals.retrieval import find, measure, open_index

    one = load_set(folder)
    queries = one.select(split, limit)
    places = Places(one.entries)
    found = list(find(Retriever(open_index(one.name, places.parsed)), places, queries))
    show_estimates(out, measure(one, found), [query.seconds for query in found])


@app.command()
def reading(
    file: Annotated[Path, typer.Argument(help="SQuAD-style JSON; an empty `answers` is a question without one.")],
    limit: Limit = None,
) -> None:
    """Measure the reader on a reading set: the answer's span, YES or NO, or none, each within its own passage."""
    from evals.reading import load_paragraphs, measure, read_all

    read = list(read_all(file.stem, load_paragraphs(file, limit)))
    show_estimates(out, measure(read), [one.seconds for one in read])


@app.command("score")
def score_run(run_name: RunName = "latest", failures: Failures = True, judge: Judge = False) -> None:
    """Score a run's stored answers again, without asking."""
    _show(find_run(_runs(), run_name), failures, judge)


@app.command("compare")
def compare_runs(
    a: Annotated[str, typer.Argument(help="The run to compare with.")],
    b: Annotated[str, typer.Argument(help="The run in question.")] = "latest",
) -> None:
    """Compare two runs on the questions that both asked: every figure, and every question that flipped."""
    from evals.compare import compare, flipped, pair

    pairs = pair(_scored(find_run(_runs(), a)), _scored(find_run(_runs(), b)))
    show_flips(out, flipped(pairs))
    show_differences(out, compare(pairs))


@app.command("report")
def report_run(run_name: RunName = "latest") -> None:
    """Write a run's report: HTML (opens offline), Markdown, CSV and JUnit XML."""
    from evals.report import write_report

    reported = find_run(_runs(), run_name)
    for path in write_report(reported, _scored(reported)):
        out.print(str(path), markup=False, highlight=False, soft_wrap=True)


@app.command()
def gate(
    run_name: RunName = "latest",
    baseline: Annotated[str | None, typer.Option(help="The run that must not be fallen behind.")] = None,
    gates: Annotated[Path, typer.Option(help="The conditions.")] = GATES,
) -> None:
    """Check a run against conditions. Exit status: 0 all met, 100 one failed, 1 could not be checked."""
    from evals.gates import check, load_gates

    @cache
    def reference(name: str) -> Sequence[Scored] | None:
        named = baseline if name == "BASELINE" else name
        return _scored(find_run(_runs(), named)) if named else None

    try:
        checked = find_run(_runs(), run_name)
        if checked.pending():
            raise DatasetError(f"Run {checked.name} is not complete: `python -m evals resume {checked.name}` goes on.")
        outcomes = check(load_gates(gates), _scored(checked), reference)
    except PolicyError as error:
        complain(error)
        raise typer.Exit(1) from error
    for outcome in outcomes:
        mark = {True: "passed", False: "FAILED", None: "skipped"}[outcome.passed]
        line = f"{mark:8}{outcome.condition}   ({outcome.found})"
        out.print(line, markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(100 if any(outcome.passed is False for outcome in outcomes) else 0)


@app.command()
def candidates(out_file: Annotated[Path, typer.Argument(help="Where they go, a question a line.")]) -> None:
    """Write the test cases that reviewers accepted from users' feedback as a question set."""
    from evals.candidates import write_accepted
    from store.feedback import FeedbackBook
    from store.userdata import UserData

    count = write_accepted(FeedbackBook(UserData(load_settings())).list("accepted"), out_file)
    out.print(f"{count} questions written to {out_file}.", markup=False, highlight=False, soft_wrap=True)


def _runs() -> Path:
    return load_settings().home / "runs"


def _assistant(index: "Index", mode: Mode) -> "Answerer":
    from assistant.assistant import Assistant

    if mode == "extractive":
        return Assistant(index)
    from assistant.generation.generative import GenerativeAssistant

    return GenerativeAssistant.open(Assistant(index), load_settings())


def _judge(run: Run) -> None:
    """Has the answers judged that were not yet. Raises ModelError if there is no model, or none that answers."""
    from tqdm import tqdm

    from assistant.generation.model import chat_model
    from evals.judge import judge

    model = chat_model(load_settings())
    if model is None:
        raise ModelError("There is no judge: name a chat model in POLICY_LLM_MODEL.")
    with tqdm(unit="answer", desc="judged", delay=1) as progress:
        failed = judge(run, model, progress.update)
    if failed:
        out.print(f"{failed} replies of the judge could not be read; `score --judge` asks for them again.")


def _scored(run: Run) -> Sequence[Scored]:
    return [score(case) for case in run.cases()]


def _show(run: Run, failures: bool, judged: bool = False) -> None:
    if judged:
        _judge(run)
    scored = _scored(run)
    run.write_json("scores.json", as_json(scored))
    if failures:
        show_failures(out, scored)
    show_categories(out, scored)
    show_figures(out, summarise(scored))
    if pending := len(run.pending()):
        out.print(f"{pending} questions have no answer: `python -m evals resume {run.name}` asks them.", style="red")
    out.print(f"Run {run.name}, in {run.folder}", markup=False, highlight=False, soft_wrap=True)
