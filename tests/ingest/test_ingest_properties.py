"""What holds for every document: spans nest, nothing is cut twice, nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clauses import clause_spans
from ingest.clean import apply_rules
from ingest.outline import outline
from ingest.passages import BUDGET, passages
from store.numerals import numeral
from store.records import Document, Node, Parsed, Passage
from store.text import count_tokens

words = (
    st.text(alphabet="城市知识产权资金申报年100%. （）《》“”、，", min_size=1, max_size=30).map(str.strip).filter(bool)
)
sentences = st.lists(st.tuples(words, st.sampled_from("。；！？")).map("".join), min_size=1, max_size=5).map("".join)
counts = st.integers(min_value=1, max_value=12)
run_in = st.lists(sentences, min_size=2, max_size=4).map(
    lambda texts: "。".join(f"{numeral(n)}是{text}" for n, text in enumerate(texts, start=1))
)
lines = st.one_of(
    words,
    sentences,
    run_in,
    st.builds(lambda n, text: f"{numeral(n)}、{text}", counts, words),
    st.builds(lambda n, text: f"（{numeral(n)}）{text}", counts, words | sentences),
    st.builds(lambda n, text, items: f"{n}. {text}。{items}", counts, words, run_in | sentences),
    st.builds(lambda text: f"——{text}", sentences),
    st.sampled_from(["（一）项所列的材料应当齐全。", "特此通知。", "联系人：张三 电话：010-12345678", "2020年4月30日"]),
    st.sampled_from(
        ["附件：1.申报书", "2.汇总表", "附件1", "甲办法", "第一章 总则", "第一条 总则。", "（此件公开发布）"]
    ),
    st.sampled_from(
        ["附件：汇总表", "附件 2 汇总表", "第二条 本办法自2021年1月1日起施行。", "某局 2021年1月1日", "某局"]
    ),
    st.sampled_from(["问1：可以吗？", "问：可以吗？答：可以。", "答：可以。", "本办法自印发之日起施行。"]),
)
texts = st.lists(lines, min_size=1, max_size=25).map(lambda some: apply_rules("\n".join(some))).filter(bool)


def _document(text: str) -> Document:
    return Document("generated", "关于印发《甲办法》的通知", "通知", "policy", text=text)


def check_outline(document: Document, nodes: tuple[Node, ...]) -> None:
    """Every node inside its parent, siblings in order and disjoint, the root the whole text."""
    by_path = {node.path: node for node in nodes}
    assert len(by_path) == len(nodes)
    assert (nodes[0].path, nodes[0].start, nodes[0].end) == ("", 0, len(document.text))
    for node in nodes[1:]:
        parent = by_path[node.parent or ""]
        assert parent.start <= node.start < node.end <= parent.end
        assert document.text[node.start : node.end].startswith(node.number)
        assert node.heading in document.text[node.start : node.end]
    for path in by_path:
        siblings = [node for node in nodes if node.parent == path]
        assert all(one.end <= other.start for one, other in pairwise(siblings))


def check_passages(document: Document, nodes: tuple[Node, ...], cut: tuple[Passage, ...], budget: int) -> None:
    """Every passage and clause its own slice, disjoint, within the budget, and all characters in one of each."""
    by_path = {node.path: node for node in nodes}
    covered = [False] * len(document.text)
    for passage in cut:
        assert document.text[passage.start : passage.end] == passage.text
        assert count_tokens(passage.text) <= budget or len(passage.clauses) == 1
        for clause in passage.clauses:
            assert document.text[clause.start : clause.end] == clause.text == clause.text.strip()
            assert passage.start <= clause.start < clause.end <= passage.end
            node = by_path[clause.path]
            assert node.start <= clause.start < clause.end <= node.end
            assert clause.locator == node.locator
            assert not any(covered[clause.start : clause.end])
            covered[clause.start : clause.end] = [True] * len(clause.text)
    assert all(one.end <= other.start for one, other in pairwise(cut))
    lost = [char for char, is_covered in zip(document.text, covered, strict=True) if not is_covered]
    assert not "".join(lost).strip()


@given(texts, st.sampled_from([25, 80, BUDGET]))
def test_generated_policies(text: str, budget: int) -> None:
    document = _document(text)
    nodes = outline(document)
    check_outline(document, nodes)
    check_passages(document, nodes, passages(document, nodes, budget), budget)


@pytest.mark.parametrize("budget", [60, BUDGET])
def test_the_notice(notice: Parsed, budget: int) -> None:
    check_outline(notice.document, notice.nodes)
    check_passages(notice.document, notice.nodes, passages(notice.document, notice.nodes, budget), budget)


@given(texts)
def test_clauses_end_where_a_mark_ends_them(text: str) -> None:
    """No clause goes on after an end mark, unless the mark stands in brackets or quotes."""
    for start, end in clause_spans(text, ()):
        inner = text[start : end - 1].rstrip("。！？；")
        if not set(inner) & set("（）《》“”"):
            assert not set(inner) & set("。！？；")


@given(st.text(alphabet="國国產(chǎn)权（xiàn）,;:。1a %?-\n\u3000\xa0", max_size=60))
def test_rules_change_no_clean_text(page: str) -> None:
    assert apply_rules(apply_rules(page)) == apply_rules(page)


def test_the_notice_is_clean(notice: Parsed) -> None:
    assert apply_rules(notice.document.text) == notice.document.text
