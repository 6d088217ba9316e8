"""Plain text that is broken into lines of one width, or written with Markdown's marks."""

import pytest

from ingest.load import read_source

WRAPPED = [
    "　　渡口应当每日检查救生设备，保持设备完好，渡工应当",
    "经培训合格后上岗，不得超载，遇有大风大雾应当停航，并",
    "报告管理处。",
    "　　一、船票每人三元，儿童免票，团体二十人以上打八折，",
    "半价的除外。",
    "　　二、货物每吨九元，活禽另加，危险货物不得上船，违者",
    "处五百元罚款。",
]
WHOLE = ["".join(WRAPPED[:3]), "".join(WRAPPED[3:5]), "".join(WRAPPED[5:])]


def lines_of(*lines: str) -> list[str]:
    return read_source("\n".join(lines).encode(), "a.txt").text.split("\n")


def test_lines_of_one_width_are_joined_to_paragraphs() -> None:
    assert lines_of("渡口须知", *WRAPPED, "        渡口管理处") == ["渡口须知", *WHOLE, "        渡口管理处"]


def test_without_an_indent_a_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    text = (
        "渡口应当每日检查救生设备，保持设备完好，渡工应当经培",
        "训合格后上岗，不得超载，遇有大风大雾的时候应当停航。",
        "船票每人三元，儿童免票，团体二十人以上打八折，节假日",
        "加倍，老人半价，凭证乘船，不得转让，遗失不补，过期不",
        "退。",
    )
    assert lines_of(*text) == ["".join(text[:2]), "".join(text[2:])]


@pytest.mark.parametrize(
    "lines",
    [
        WRAPPED[:2],  # too few to tell
        [f"{place}渡口管理处办公室综合管理科第一组负责人及联系人名单" for place in "东南西北"],  # names
        [f"{n}、船票每人三元，儿童免票，团体二十人以上打八折，不收" for n in "一二三四五"],  # parts
        ["渡口应当每日检查救生设备，保持设备完好。" * 9, *(line.strip() for line in WRAPPED)],  # one is wider
        [f"东渡口{n}号泊位，停靠客船二十艘，货船三十艘，\t每日{n}元" for n in range(6)],  # columns
    ],
)  # fmt: skip
def test_other_lines_stay_as_they_are(lines: list[str]) -> None:
    assert lines_of(*lines) == lines


def test_the_marks_of_markdown_are_no_text_and_its_headings_are_headings() -> None:
    loaded = read_source("# 渡口须知\n## 船票 ##\n> **第一条** 每人__三__元。\n2 * 3 ** 4".encode(), "a.md")
    assert loaded.text.split("\n") == ["渡口须知", "船票", "第一条 每人三元。", "2 * 3 ** 4"]
    assert loaded.headings == {"渡口须知": 1, "船票": 2}
    assert lines_of("#1 渡口", "**船票**") == ["#1 渡口", "**船票**"]  # no headings
