"""Headings and what is set beside the text: numbers like 1.1, Word's styles, rows of tables, lines of labels."""

import io
from datetime import date

import docx
import pytest

from ingest.clean import apply_rules
from ingest.guess import guess
from ingest.guess_issuer import issuer_named
from ingest.load import read_source
from ingest.outline import outline
from ingest.page_facts import line_facts
from store.records import Document


def _locators(text: str, headings: dict[str, int] | None = None) -> list[tuple[str, str]]:
    document = Document("x", "夜市管理制度", "题", "policy", text=text)
    return [(node.locator.removeprefix("《题》"), node.heading) for node in outline(document, headings)[1:]]


def test_decimal_numbers_open_parts() -> None:
    stalls = "第一部分 摊位\n1.1 摊位费\n每月400元。\n1.2 押金\n押金为500元。\n（1）现金；\n（2）保函。"
    text = f"{stalls}\n第二部分 附则\n2.1 解释\n由市场办解释。"
    assert _locators(text) == [
        ("第一部分", "摊位"), ("第一部分1.1", "摊位费"), ("第一部分1.1", ""), ("第一部分1.2", "押金"),
        ("第一部分1.2第1段", ""), ("第一部分1.2（1）", ""), ("第一部分1.2（2）", ""), ("第二部分", "附则"),
        ("第二部分2.1", "解释"), ("第二部分2.1", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("first", ["1. 总则", "1 总则"])
def test_a_decimal_number_says_itself_what_it_stands_in(first: str) -> None:
    whole = first.partition(" ")[0]
    named = [locator for locator, _ in _locators(f"{first}\n1.1 目的\n方便摊主。\n1.2 范围\n1.2.1 夜市\n全年开放。")]
    assert named == [whole, "1.1", "1.1", "1.2", "1.2.1", "1.2.1"]


def test_what_is_counted_within_a_decimal_part_stands_below_it() -> None:
    named = [locator for locator, _ in _locators("1.1 材料\n1. 申请表。\n2. 照片。\n1.2 时限\n十天。")]
    assert named == ["1.1", "1.1之1.", "1.1之2.", "1.2", "1.2"]


def test_a_figure_is_no_number_of_a_part() -> None:
    assert _locators("一、资金\n1.1亿元用于摊位。\n1.2亿元用于照明。")[1:] == [("一、第1段", ""), ("一、第2段", "")]


def _word(*paragraphs: tuple[str, str | None]) -> bytes:
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_headings_of_a_word_document_are_known_by_their_style() -> None:
    content = _word(
        ("夜市管理制度", "Heading 1"), ("摊位", "Heading 1"), ("摊位费每月400元。", None), ("押金", "Heading 2"),
        ("押金为500元。", None), ("附则", "Heading 1"), ("本制度由市场办解释。", None),
    )  # fmt: skip
    loaded = read_source(content, "a.docx")
    assert loaded.headings == {"夜市管理制度": 1, "摊位": 1, "押金": 2, "附则": 1}
    assert _locators(loaded.text, dict(loaded.headings))[1:] == [
        ("“摊位”", "摊位"), ("“摊位”第1段", ""), ("“摊位”“押金”", "押金"), ("“摊位”“押金”", ""), ("“附则”", "附则"),
        ("“附则”", ""),
    ]  # fmt: skip


def test_a_heading_without_a_number_stands_below_the_numbered_one_above_it() -> None:
    headings = {"一、摊位": 1, "收费": 2}
    named = [
        locator for locator, _ in _locators("一、摊位\n收费\n（一）每月400元。\n二、附则\n由市场办解释。", headings)
    ]
    assert named[:3] == ["一、", "一、“收费”", "一、“收费”（一）"]


def test_rows_of_a_table_are_cited_as_rows() -> None:
    row = "摊位：{}，租金：{}元"
    text = "\n".join(["一、租金", "按下表收取。", row.format("大", 9), row.format("小", 5), "每年调整。"])
    named = [locator for locator, _ in _locators(text)]
    assert named == ["一、", "一、第1段", "一、表格第1行", "一、表格第2行", "一、第2段"]


LABELLED = """\
夜市管理制度
文件编号：YS-2031-07 版本：V2 生效日期：2031年3月1日
一、摊位费每月400元。
二、由市场办解释。
来源：夜市协会 发布日期：2031年2月20日"""


def test_lines_of_labels_say_what_the_document_is() -> None:
    guessed = guess(apply_rules(LABELLED))
    assert (guessed.title, guessed.number, guessed.issuer) == ("夜市管理制度", "YS-2031-07", "夜市协会")
    assert (guessed.in_force_from, guessed.issued_on) == (date(2031, 3, 1), date(2031, 2, 20))
    named = [locator for locator, _ in _locators(LABELLED)]
    assert named == ["标题", "文件信息", "一、", "二、", "文件信息"]


def test_they_are_told_apart_where_nothing_is_numbered() -> None:
    assert [n for n, _ in _locators("夜市须知\n编号：A-1\n摊位费每月400元。")] == ["第1段", "文件信息", "第2段"]


@pytest.mark.parametrize(
    "line", ["联系人：张三 电话：123", "来源：摊位费由摊主承担。", "摊位费", "服务对象：摊主", "编号：A 摊位：大"]
)
def test_other_lines_with_colons_are_none(line: str) -> None:
    assert line_facts(line) is None


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("柳湾夜市有限公司考勤管理制度", "柳湾夜市有限公司"),
        ("柳湾大学图书馆借阅规则", "柳湾大学图书馆"),
        ("柳湾大学学生奖励办法", "柳湾大学"),
        ("柳湾市夜市服务中心办事指南", "柳湾市夜市服务中心"),
        ("柳湾市夜市服务中心管理办法", ""),
        ("柳湾市中心城区停车规定", ""),
        ("大学生夜市摊位补贴办法", ""),
        ("夜市常见问题解答", ""),
    ],
)
def test_a_title_may_begin_with_who_issued_it(title: str, issuer: str) -> None:
    assert issuer_named(title) == issuer
