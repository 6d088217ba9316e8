"""Support over the notice as it is: each clause carries itself, none carries what it does not say."""

import random
import re
from collections.abc import Iterator

import pytest

from assistant.answer import Answer, Citation, Statement
from assistant.generation.support import Evidence, examine, terms
from ingest.catalog import load_catalog
from ingest.parse import parse_document
from store.settings import ROOT

CORPUS = ROOT / "corpus"
TURNS = (
    ("不得少于", "不得超过"),
    ("不少于", "不超过"),
    ("以上", "以下"),
    ("不得用于", "可以用于"),
    ("不再", "继续"),
    ("不予", "予以"),
    ("务必", "可以"),
    ("城市要", "城市可以"),
    ("可采取", "必须采取"),
    ("可推荐", "必须推荐"),
    ("可以", "必须"),
    ("鼓励", "要求"),
    ("优先", "不得优先"),
)


@pytest.fixture(scope="module")
def evidence() -> list[Evidence]:
    """Every clause of the notice under its headings."""
    parsed = parse_document(load_catalog(CORPUS).entry("notice-2020-40"), CORPUS)
    return [
        Evidence(
            Citation("notice", parsed.document.title, clause.locator, clause.text, clause.start, clause.end),
            tuple(node.heading for node in parsed.nodes if node.start <= clause.start < node.end and node.heading),
        )
        for clause in parsed.clauses()
    ]


def objection(sentence: str, n: int, evidence: list[Evidence]) -> str:
    """What speaks against `sentence` where clause `n` is cited, among its neighbours."""
    near = evidence[max(0, n - 4) : n + 4]
    drawn = Answer("通知怎么说", (Statement("见下", (0,)),), (evidence[n].citation,))
    return examine(sentence, [near.index(evidence[n])], near, drawn).objection


def test_every_clause_carries_itself(evidence: list[Evidence]) -> None:
    texts = [item.citation.quote.replace("\n", "") for item in evidence]
    assert len(texts) > 100
    assert [text for n, text in enumerate(texts) if objection(text, n, evidence)] == []


def test_no_clause_carries_its_contrary(evidence: list[Evidence]) -> None:
    turned = [
        (item.citation.quote.replace(word, other, 1), n)
        for n, item in enumerate(evidence)
        for word, other in TURNS
        if word in item.citation.quote
    ]
    assert len(turned) > 30
    assert [text for text, n in turned if not objection(text, n, evidence)] == []


def test_hardly_a_clause_carries_another_noun(evidence: list[Evidence]) -> None:
    changed = list(_another_noun(evidence))
    passed = [text for text, n in changed if not objection(text, n, evidence)]
    assert len(changed) > 150
    assert len(passed) / len(changed) < 0.02


def _another_noun(evidence: list[Evidence]) -> Iterator[tuple[str, int]]:
    """Pieces between commas with one word replaced by another of the notice's, of the same length."""
    chance = random.Random(1)
    known = sorted({word for item in evidence for word in terms(item.citation.quote) if len(word) == 2})
    for n, item in enumerate(evidence):
        quote = item.citation.quote
        own = [word for word in terms(quote) if len(word) == 2 and quote.count(word) == 1]
        for word in chance.sample(own, min(2, len(own))):
            piece = next(piece for piece in re.split(r"[，；：。\n]", quote) if word in piece)
            other = chance.choice([other for other in known if other not in " ".join((quote, *item.headings))])
            yield piece.replace(word, other), n
