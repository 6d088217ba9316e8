"""Scores in the terminal: a table by category, and the failures in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

if TYPE_CHECKING:  # `evals.compare` imports scipy, which showing scores can do without
    from evals.compare import Difference, Pair
from evals.dataset import Question
from evals.metrics.intervals import Estimate
from evals.metrics.table import METRICS
from evals.score import Scored, Summary, by_category, summarise

COLUMNS = {  # the figures that a table by category has room for, and what heads them
    "right": "right",
    "fact_200": "fact200",
    "fact_600": "fact600",
    "verdict": "verdict",
    "cited_any": "cited",
    "citation_precision": "precise",
    "refusal_recall": "refused",
    "false_refusal": "false",
    "judged": "judged",
}


def show_categories(console: Console, scored: Sequence[Scored]) -> None:
    """One line a category and one for all, in percent."""
    everything = summarise(scored)
    columns = {name: title for name, title in COLUMNS.items() if name in everything.rates}
    table = _table("category", "n", *columns.values())
    for name, group in by_category(scored).items():
        table.add_row(name, *_cells(summarise(group), columns))
    table.add_section()
    table.add_row("all", *_cells(everything, columns))
    console.print(table)


def show_figures(console: Console, summary: Summary) -> None:
    """Every figure with its interval, and the causes of errors."""
    table = _table("figure", "value", "95 % interval", "n")
    for name, rate in summary.rates.items():
        table.add_row(label(name), f"{rate.value:.1%}", f"{rate.low:.1%} – {rate.high:.1%}", str(rate.n))
    for name, value in summary.quantities.items():
        table.add_row(label(name), quantity(name, value), "", "")
    console.print(table)
    if summary.causes:
        console.print("Errors: " + ", ".join(f"{cause} {n}" for cause, n in summary.causes.items()))


def show_estimates(console: Console, estimates: Mapping[str, Estimate], seconds: Sequence[float]) -> None:
    """Figures with their intervals, and how long a question took."""
    table = _table("figure", "value", "95 % interval", "n")
    for name, figure in estimates.items():
        table.add_row(name, f"{figure.value:.3f}", f"{figure.low:.3f} – {figure.high:.3f}", str(figure.n))
    console.print(table)
    p50, p95 = 1000 * np.percentile(seconds, [50, 95])
    console.print(f"A question took {p50:.0f} ms (p50), {p95:.0f} ms (p95).")


def show_beside(console: Console, summaries: Mapping[str, Summary]) -> None:
    """Every figure of several answerers, a column each."""
    table = _table("figure", *summaries)
    for name in dict.fromkeys(name for summary in summaries.values() for name in summary.rates):
        rates = [summary.rates.get(name) for summary in summaries.values()]
        table.add_row(label(name), *(f"{rate.value:.1%}" if rate else "" for rate in rates))
    for name in dict.fromkeys(name for summary in summaries.values() for name in summary.quantities):
        values = [summary.quantities.get(name) for summary in summaries.values()]
        table.add_row(label(name), *("" if value is None else quantity(name, value) for value in values))
    console.print(table)


def show_failures(console: Console, scored: Iterable[Scored]) -> None:
    """Question, answer, and what was expected, of each wrong answer."""
    for one in (one for one in scored if one.cause):
        question, answer = one.case.question, one.case.answer
        console.print(f"\n[bold]{escape(question.id)}[/] · {escape(question.category)} · [red]{one.cause}[/]")
        for turn in question.history:
            console.print(f"  ({turn.role}) {turn.content}", markup=False)
        console.print(f"  Q  {question.question}", markup=False)
        console.print(f"  A  {answer.text if answer else one.case.error}", markup=False)
        for citation in answer.citations if answer else ():
            console.print(f"     {citation.locator}：{citation.quote}", markup=False, style="dim")
        for line in expected(question):
            console.print(f"  ✓  {line}", markup=False, style="green")


def show_flips(console: Console, flips: "Iterable[Pair]") -> None:
    """The questions that only one of two runs answered right, with both answers."""
    for a, b in flips:
        question = a.case.question
        console.print(f"\n[bold]{escape(question.id)}[/] · {escape(question.category)} · {b.cause or 'now right'}")
        console.print(f"  Q  {question.question}", markup=False)
        for name, one in (("A", a), ("B", b)):
            text = one.case.answer.text if one.case.answer else one.case.error
            console.print(f"  {name}  {text}", markup=False, style="red" if one.cause else "green")


def show_differences(console: Console, differences: "Iterable[Difference]") -> None:
    """Every figure of two runs, and whether its change is more than chance."""
    table = _table("figure", "n", "A", "B", "B - A", "95 % interval", "p", "")
    for d in differences:
        verdict = ("worse" if d.is_regression else "better") if d.is_significant else ""
        scale, digits = (100, 1) if METRICS[d.metric].is_rate else (1, 0)
        shown = [f"{scale * figure:.{digits}f}" for figure in (d.a, d.b, d.change, d.low, d.high)]
        p = "" if d.p is None else f"{d.p:.3f}" if d.p >= 0.001 else "<.001"
        table.add_row(label(d.metric), str(d.n), *shown[:3], f"{shown[3]} – {shown[4]}", p, verdict)
    console.print(table)


def expected(question: Question) -> list[str]:
    """What a right answer to the question would have said and cited, a phrase each."""
    if not question.answerable:
        return ["a refusal"]
    return [
        *(" | ".join(alternatives) for alternatives in question.facts),
        *(f"not: {words}" for words in question.forbidden),
        *([f"verdict: {question.verdict}"] if question.verdict else []),
        *(f"{gold.document}: {gold.quote or gold.locator}" for gold in question.gold),
    ]


def label(name: str) -> str:
    """A metric's name in words."""
    more = {
        "consistent": "All paraphrases right",
        "repeatable": "Same answer when repeated",
        "judge_agreement": "Agreement with the judge (κ)",
        "latency_p50": "Latency p50 (ms)",
        "latency_p95": "Latency p95 (ms)",
    }
    return METRICS[name].label if name in METRICS else more[name]


def quantity(name: str, value: float) -> str:
    """A figure that is no share, as text."""
    return f"{value:.2f}" if name == "judge_agreement" else f"{value:,.0f}"


def _table(*titles: str) -> Table:
    """A table with words in the first column and figures in the others."""
    table = Table(box=SIMPLE_HEAD, padding=0, pad_edge=False)
    for place, title in enumerate(titles):
        table.add_column(title, justify="right" if place else "left", no_wrap=True)
    return table


def _cells(summary: Summary, columns: Iterable[str]) -> list[str]:
    rates = [summary.rates.get(name) for name in columns]
    return [str(summary.n), *(f"{100 * rate.value:.0f}" if rate else "" for rate in rates)]
