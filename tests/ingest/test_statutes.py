"""Statutes out of the data package: what is read, what is found wrong with it, and the outline of articles."""

from datetime import date
from pathlib import Path

import pytest

from ingest.catalog import Entry, PackageSource, package_entry
from ingest.outline import outline
from ingest.parse import parse_document
from ingest.passages import passages
from ingest.statutes import read_statute, statute_versions
from store.errors import SourceError
from store.records import Document, Node

STATUTE = """中华人民共和国某法
第一编 总则
第一章 一般规定
第一条 为了规范某事，制定本法。
第二条 有下列情形之一的，不予受理：
（一）材料不全；
（二）第一条所称的情形：
1. 逾期；
2. 重复。
前款规定的期限为十日。
第三条第一款规定的人员应当回避。
第二章 责任
第三条之一 处一万元以下罚款。
附则
第四条 本法自公布之日起施行。"""


def _nodes(text: str) -> tuple[Document, tuple[Node, ...]]:
    document = Document("x", "中华人民共和国某法（2020年修正）", "某法", "statute", text=text)
    return document, outline(document)


def test_articles_are_counted_through_the_statute_and_hold_paragraphs_and_items() -> None:
    document, nodes = _nodes(STATUTE)
    printed = {node.locator: document.text[node.start : node.end] for node in reversed(nodes)}
    assert list(reversed(printed)) == [
        "《某法》", "《某法》标题", "《某法》第一编", "《某法》第一编第一章", "《某法》第一条", "《某法》第二条",
        "《某法》第二条第一款", "《某法》第二条第一款第（一）项", "《某法》第二条第一款第（二）项",
        "《某法》第二条第一款第（二）项第1目", "《某法》第二条第一款第（二）项第2目", "《某法》第二条第二款",
        "《某法》第二条第三款", "《某法》第一编第二章", "《某法》第三条之一", "《某法》附则", "《某法》第四条",
    ]  # fmt: skip
    assert printed["《某法》第二条第三款"] == "第三条第一款规定的人员应当回避。"
    assert printed["《某法》第二条第一款"].startswith("第二条 有下列情形")
    assert printed["《某法》第二条第一款"].endswith("2. 重复。")


def test_an_article_never_shares_a_passage_with_another() -> None:
    document, nodes = _nodes(STATUTE)
    cut = passages(document, nodes)
    assert [passage.locator for passage in cut] == [
        "《某法》标题", "《某法》第一条", "《某法》第二条", "《某法》第三条之一", "《某法》第四条",
    ]  # fmt: skip
    assert cut[1].headings == ("总则", "一般规定")


def test_a_statute_is_found_by_its_short_name_in_the_version_asked_for() -> None:
    newest, before = read_statute("商标法"), read_statute("中华人民共和国商标法", date(2019, 4, 23))
    assert (newest.name, newest.short_name) == ("中华人民共和国商标法", "商标法")
    assert newest.issued_on == date(2026, 6, 26)
    assert before.law_id != newest.law_id
    title, chapter, article = before.text.split("\n")[:3]
    assert (title, chapter) == ("中华人民共和国商标法", "第一章 总则")
    assert article.startswith("第一条 为了加强商标管理，保护商标专用权")


def test_headings_above_chapters_are_read_as_printed() -> None:
    lines = read_statute("民法典").text.split("\n")
    at = lines.index("第二编 物权")
    assert lines[at + 1 : at + 3] == ["第一分编 通则", "第一章 一般规定"]


def test_what_the_package_gets_wrong_is_said() -> None:
    patent = read_statute("专利法")
    assert patent.effective_on is None
    assert patent.misdated == ("in force since 1985-04-01, before this version was adopted on 2020-10-17",)
    assert "no article between 1119 and 1121" in read_statute("生态环境法典").misnumbered
    assert read_statute("民法典").misnumbered == ()


def test_a_statute_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(SourceError, match="holds no statute “飞行法”"):
        read_statute("飞行法")
    with pytest.raises(SourceError, match="of 2001-01-01"):
        read_statute("商标法", date(2001, 1, 1))
    entry = Entry(
        id="flight", title="飞行法", short_title="飞行法", kind="statute", source=PackageSource(statute="飞行法")
    )
    with pytest.raises(SourceError, match=r"document “flight”, field source: .* holds no statute “飞行法”"):
        parse_document(entry, Path("no corpus"))


def test_every_statute_of_the_package_can_be_indexed() -> None:
    parsed = [parse_document(package_entry(*version), Path("no corpus")) for version in statute_versions()]
    assert len(parsed) == 378
    assert all(one.passages for one in parsed)
    articles = sum(node.kind == "article" for one in parsed for node in one.nodes)
    assert articles > 25_000
