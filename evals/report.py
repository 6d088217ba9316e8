"""A run as files: one HTML page that opens offline, Markdown, CSV (a row a question) and JUnit XML."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

from jinja2 import Environment, FileSystemLoader, select_autoescape

from evals.metrics.table import METRICS
from evals.plots import plot_categories, plot_rates
from evals.runs import Run
from evals.score import Scored, by_category, summarise
from evals.show import COLUMNS, expected, label, quantity

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(["html.j2"]),
    trim_blocks=True,
    lstrip_blocks=True,
)


def write_report(run: Run, scored: Sequence[Scored]) -> list[Path]:
    """Writes report.html, report.md, report.csv and report.xml into the run's folder; their paths."""
    writers: dict[str, Callable[[Path], None]] = {
        "report.html": lambda path: _render("report.html.j2", path, run, scored),
        "report.md": lambda path: _render("report.md.j2", path, run, scored),
        "report.csv": lambda path: _write_csv(path, scored),
        "report.xml": lambda path: _write_junit(path, run.name, scored),
    }
    paths = [run.folder / name for name in writers]
    for path in paths:
        writers[path.name](path)
    return paths


def _render(template: str, path: Path, run: Run, scored: Sequence[Scored]) -> None:
    summary = summarise(scored)
    categories = {name: summarise(group) for name, group in by_category(scored).items()}
    page = _TEMPLATES.get_template(template).render(
        name=run.name,
        manifest=run.manifest,
        summary=summary,
        categories=categories,
        columns={name: title for name, title in COLUMNS.items() if name in summary.rates},
        failures=[one for one in scored if one.cause],
        judgements=run.judgements(),
        plots=[plot_rates(summary), plot_categories(categories)] if template.endswith("html.j2") else [],
        expected=expected,
        label=label,
        quantity=quantity,
    )
    path.write_text(page, encoding="utf-8")


def _write_csv(path: Path, scored: Sequence[Scored]) -> None:
    # With a byte-order mark, without which Excel reads Chinese as Latin.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "repeat", "category", "question", "answer", "expected", "cause", "latency_ms", *METRICS])
        for one in scored:
            case = one.case
            text = case.answer.text if case.answer else case.error
            words = (case.question.id, case.repeat, case.question.category, case.question.question, text)
            wanted = "\n".join(expected(case.question))
            figures = (one.values.get(name, "") for name in METRICS)
            rows.writerow([*map(_cell, words), wanted, one.cause, f"{case.latency_ms:.0f}", *figures])


def _cell(content: object) -> str:
    """Text that a spreadsheet does not take for a formula."""
    text = str(content)
    return "'" + text if text.startswith(("=", "+", "-", "@")) else text


def _write_junit(path: Path, name: str, scored: Sequence[Scored]) -> None:
    """One suite a category, one test a question; what CI systems show."""
    root = ElementTree.Element("testsuites", name=name)
    for category, group in by_category(scored).items():
        failed = sum(one.cause not in ("", "error") for one in group)
        errors = sum(one.cause == "error" for one in group)
        suite = ElementTree.SubElement(
            root, "testsuite", name=category, tests=str(len(group)), failures=str(failed), errors=str(errors)
        )
        for one in group:
            case = one.case
            test = ElementTree.SubElement(
                suite,
                "testcase",
                classname=category,
                name=f"{case.question.id} {case.question.question}",
                time=f"{case.latency_ms / 1000:.3f}",
            )
            if one.cause:
                kind = "error" if one.cause == "error" else "failure"
                text = case.answer.text if case.answer else case.error
                ElementTree.SubElement(test, kind, message=one.cause).text = "\n".join(
                    [f"answer: {text}", "expected:", *expected(case.question)]
                )
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
