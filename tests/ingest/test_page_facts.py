"""The table of a government's site that says of a document what the site knows."""

from datetime import date

import pytest

from ingest.guess import guess
from ingest.load import read_source
from ingest.page_facts import page_facts

FACTS = {"number": "示发〔2024〕17号", "issuer": "示例局", "issued_on": "2024-05-10", "published_on": "2024-05-13"}


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["索引号：", "0021", "发布机构：", "示例局"],
            ["发文字号：", "示发〔2024〕17号", "成文日期：", "2024-05-10"],
            ["主题分类：", "", "发布日期：", "2024-05-13"],
        ],
        [["索 引 号", "0021"], ["发文机关", "示例局"], ["文 号", "示发〔2024〕17号"], ["成文日期", "2024-05-10"],
         ["发布日期", "2024-05-13"]],
        [["【索引号】0021", "发文机关：示例局"], ["发文字号:示发〔2024〕17号", "成文日期：2024-05-10"],
         ["发布日期：2024-05-13"]],
    ],
)  # fmt: skip
def test_what_a_site_says_of_a_document(rows: list[list[str]]) -> None:
    assert page_facts(rows) == FACTS


@pytest.mark.parametrize(
    "rows",
    [
        [["城市", "金额"], ["甲市", "3"]],
        [["名称", "文号", "发文机关", "发文日期"], ["甲办法", "示发〔2024〕1号", "示例局", "2024-01-01"]],
        [["联系人：", "张三"], ["发布日期：", "2024-01-01"]],
        [],
    ],
)
def test_other_tables(rows: list[list[str]]) -> None:
    assert page_facts(rows) is None


def test_the_table_is_no_text_and_helps_to_guess() -> None:
    cells = "".join(
        f"<tr><td>{label}：</td><td>{value}</td></tr>"
        for label, value in (
            ("索引号", "0021"), ("发文字号", "示发[2024]17号"), ("发布机构", "示例局"), ("发布日期", "2024-05-13"),
            ("标题", "示例须知"), ("失效日期", "2027/5/12"),
        )
    )  # fmt: skip
    page = f"<html><body><table>{cells}</table><h1>示例须知</h1><p>一、资金用于培训，不得用于装修。</p></body></html>"
    loaded = read_source(page.encode(), "a.html")
    assert loaded.text.split("\n") == ["示例须知", "一、资金用于培训，不得用于装修。"]
    guessed = guess(loaded.text, loaded.about)
    assert (guessed.title, guessed.number, guessed.issuer) == ("示例须知", "示发〔2024〕17号", "示例局")
    assert (guessed.issued_on, guessed.in_force_until) == (date(2024, 5, 13), date(2027, 5, 12))
    signed = guess(f"{loaded.text}\n另一局\n2024年5月10日", loaded.about)
    assert (signed.issuer, signed.issued_on) == ("另一局", date(2024, 5, 10))
