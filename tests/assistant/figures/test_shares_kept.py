"""Amounts of a case against a share of a whole."""

import pytest

from assistant.figures.calculate import calculate
from assistant.understanding.question import understand

SHARE = "用于隔离设施的资金比例不得低于30%"
TOTAL = "中央财政对每个城市补助2000万元，其中2031年拨付1000万元"


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("隔离设施准备花500万，总共2000万，还差多少", "100万元"),
        ("隔离设施只花了500万，少了多少", "100万元"),
        ("隔离设施花了700万，还差多少", "不差"),
    ],
)
def test_what_is_missing_to_a_share_of_the_whole(question: str, result: str) -> None:
    found = calculate(understand(question), (SHARE,), lambda: (TOTAL,))
    assert found is not None
    assert found.result == result


@pytest.mark.parametrize(
    ("question", "shown", "verdict"),
    [
        ("隔离设施安排500万，够不够", "500万元÷2000万元＝25%", "no"),
        ("隔离设施安排350万，第一笔就1000万，够不够", "350万元÷1000万元＝35%", "yes"),
    ],
)
def test_the_whole_is_the_clauses_or_the_one_told(question: str, shown: str, verdict: str) -> None:
    found = calculate(understand(question), (SHARE,), lambda: (TOTAL,))
    assert found is not None
    assert (found.shown, found.verdict) == (shown, verdict)
