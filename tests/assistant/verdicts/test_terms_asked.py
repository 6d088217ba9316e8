"""Whether there is a time limit at all, and what an extension adds."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.terms_asked import term_verdict, without_extension
from assistant.verdicts.verdict import judge

TERM = "失主自登报之日起二十日内，可以请求领回展品。对谎报展柜的，原主不受二十日的限制。"
DECISION = "失主可以自收到通知之日起二十日内申诉。馆方应当在六个月内答复。有特殊情况的，经馆长批准，可以延长四个月。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("领展品，有时限没", TERM, "yes"),
        ("领展品有没有时间限制", TERM, "yes"),
        ("领展品没有期限吗", TERM, None),
        ("他是谎报展柜，有时限没", TERM, "no"),
        ("领展品有时限没", "失主可以随时请求领回展品。", None),
        ("领展品有时限没", "领回展品不受时间限制，登报满二十日的除外。", None),
    ],
)
def test_a_clause_with_a_period_sets_a_limit(question: str, clause: str, verdict: str | None) -> None:
    assert term_verdict(understand(question), clause) == verdict
    if verdict == "yes":
        assert judge(understand(question), clause, clause).lead == "有。"


def test_an_extension_is_no_term_of_its_own() -> None:
    assert "四个月" not in without_extension(understand("申诉也是四个月吗"), DECISION)
    assert "四个月" in without_extension(understand("最长能延多久"), DECISION)
    assert judge(understand("申诉也是四个月吗"), DECISION, DECISION).verdict == "no"


def test_of_periods_in_other_units_none_puts_right() -> None:
    judged = judge(understand("申诉也是四个月吗"), DECISION, DECISION)
    assert "应为" not in judged.lead
    alone = "失主可以在六个月内申诉。"
    assert "应为六个月" in judge(understand("申诉也是四个月吗"), alone, alone).lead
