"""Fines as shares or several times of an amount that the question tells."""

import pytest

from assistant.figures.fines import fine
from assistant.understanding.question import understand

RANGE = "处项目金额千分之三以上千分之八以下的罚款。"
TIMES = "有违法所得的，并处违法所得二倍以上四倍以下罚款。"
BRACKETS = "违法经营额三万元以上的，可以处违法经营额六倍以下的罚款，违法经营额不足三万元的，可以处十万元以下的罚款。"


@pytest.mark.parametrize(
    ("question", "clause", "result"),
    [
        ("项目2000万，罚多少？", RANGE, "6万元至16万元"),
        ("项目2000万，顶格罚多少？", RANGE, "16万元"),
        ("项目2000万，最少罚多少？", RANGE, "6万元"),
        ("违法所得10万，罚多少？", TIMES, "20万元至40万元"),
        ("违法经营额5万，最多罚多少？", BRACKETS, "30万元"),
        ("违法经营额5万，罚多少？", BRACKETS, "30万元以下"),
        ("虚报了3000元，罚多少？", "虚报的，并处虚报金额三倍的罚款。", "9000元"),
    ],
)
def test_both_ends_or_the_one_asked_for(question: str, clause: str, result: str) -> None:
    found = fine(understand(question), (clause,))
    assert found is not None
    assert found.result == result


@pytest.mark.parametrize(
    ("question", "clause"),
    [("项目2000万，罚多少？", TIMES), ("违法经营额2万，罚多少？", BRACKETS), ("违法所得10万，罚多少？", RANGE)],
)
def test_a_fine_by_something_else_is_not_worked_out(question: str, clause: str) -> None:
    assert fine(understand(question), (clause,)) is None
