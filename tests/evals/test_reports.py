"""The files of a report."""

import csv
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from evals.report import write_report
from evals.runs import Run
from evals.score import score

GOLD = {"document": "notice", "quote": "每市支持1.5亿元"}


@pytest.fixture
def report(tmp_path, make_case, cite):
    """The text of each file of the report on one right and one wrong answer, by suffix."""
    run = Run(tmp_path / "night")
    right = make_case("1.5亿元", cite("每市支持1.5亿元"), id="r", facts=[["1.5亿元"]], gold=[GOLD], category="金额")
    wrong = make_case(
        '<script>alert("x")</script>',
        cite("逾期不予受理"),
        id="w",
        question="=多少钱？",
        history=[{"role": "user", "content": "说说资金"}],
        facts=[["1.5亿元", "一亿五千万元"]],
        gold=[GOLD],
        category="追问",
    )
    run.start({"started": "2026-01-01", "asked": {"repeat": 1}}, [], {})
    return {p.suffix: p.read_text(encoding="utf-8") for p in write_report(run, [score(right), score(wrong)])}


def test_html_shows_figures_and_failures(report):
    page = report[".html"]
    assert "2 answers, 1 wrong" in page
    assert page.count("<svg") == 2
    failure = page[page.index("<h2>Failures") : page.index("<h2>Conditions")]
    for shown in (
        "=多少钱？",
        "说说资金",
        "逾期不予受理",
        "1.5亿元 | 一亿五千万元",
        "notice: 每市支持1.5亿元",
        "not retrieved",
    ):
        assert shown in failure
    assert "<b>r</b>" not in failure


def test_html_is_self_contained_and_escapes_what_it_shows(report):
    found = []

    class Links(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.extend(value for name, value in attrs if name in ("src", "href", "xlink:href"))
            assert tag not in ("script", "link", "iframe")

    Links().feed(report[".html"])
    assert found
    assert all(link.startswith("#") for link in found)
    assert not re.search(r"@import|url\((?!#)", report[".html"])


def test_markdown_has_tables_and_failures(report):
    assert "| Right answers | 50.0 % | 9.5 – 90.5 % | 2 |" in report[".md"]
    assert re.search(r"^\| 金额 \| 1 \| 100\.0 \|", report[".md"], re.MULTILINE)
    assert "- **w** (追问, not retrieved): =多少钱？" in report[".md"]


def test_csv_has_a_row_a_question_and_no_formula(report):
    assert report[".csv"].startswith("\ufeff")
    rows = list(csv.DictReader(report[".csv"].lstrip("\ufeff").splitlines()))
    assert [(row["id"], row["cause"], row["right"]) for row in rows[:2]] == [
        ("r", "", "1.0"),
        ("w", "not retrieved", "0.0"),
    ]


def test_junit_counts_failures_by_category(report):
    root = ElementTree.fromstring(report[".xml"].encode())
    assert {s.get("name"): (s.get("tests"), s.get("failures"), s.get("errors")) for s in root} == {
        "金额": ("1", "0", "0"),
        "追问": ("1", "1", "0"),
    }
    (failure,) = root.iter("failure")
    assert failure.get("message") == "not retrieved"
    assert "1.5亿元 | 一亿五千万元" in failure.text
