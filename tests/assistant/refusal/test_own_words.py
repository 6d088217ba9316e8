"""Whose words a claim has: a gap's, or the answer's."""

import math

from assistant.refusal.own_words import has_more, is_listed
from assistant.refusal.refuse import _ahead
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand
from store.records import Clause, Note

CLAUSE = "船主提交养护方案（含防锈措施）和船检记录。"


def candidate(text: str, asks: tuple[str, ...], gap: str = "", likeness: float = 0.7) -> Candidate:
    note = Note("port", 0, 10, asks, gap=gap)
    features = Features(likeness, 0.2, 0.0, 0.0, 0.2, 0.0, 0.0)
    return Candidate("port", 0, 10, (Clause("port", "1", 0, len(text), "一、", text),), note, features, 2.0)


BEST = candidate(CLAUSE, ("方案里写什么",))


def test_a_gap_with_no_more_words_of_a_claim_than_the_answer_is_no_nearer() -> None:
    berths = candidate(CLAUSE, ("码头能停几条船",), "通知没有说码头能停几条船。")
    assert has_more(understand("码头停几条船要说明吗"), berths, BEST)
    assert not has_more(understand("码头要写防锈措施吗"), berths, BEST)


def test_words_by_which_anything_may_be_asked_for_are_no_gaps_own() -> None:
    other = candidate(CLAUSE, ("需要照片吗",), "通知没有说照片。")
    assert not has_more(understand("需要写防锈措施吗"), other, BEST)


def test_what_the_clause_names_is_listed() -> None:
    listed = candidate(CLAUSE, ("要交照片吗",), "通知列明的材料中没有提到这一项。", 0.6)
    assert is_listed(understand("材料里不需要写防锈措施吧"), listed, BEST)
    assert not is_listed(understand("材料里不需要照片吧"), listed, BEST)
    nearer = candidate(CLAUSE, ("要交照片吗",), "通知列明的材料中没有提到这一项。", 0.9)
    assert not is_listed(understand("材料里不需要写防锈措施吧"), nearer, BEST)
    # Such a gap is no rival of the answer, however it scores.
    assert _ahead(listed, BEST, understand("材料里不需要写防锈措施吧")) == -math.inf
