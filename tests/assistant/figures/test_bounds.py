"""Floors and ceilings that a question speaks of."""

import pytest

from assistant.figures.bounds import bound_verdict
from assistant.understanding.question import understand
from assistant.verdicts.verdict import judge

FLOOR = "其中，用于隔离设施的资金比例不得低于30%。"
CEILING = "订金不得超过租金的百分之二十。"
LETS = "每个镇可推荐1名选手参赛。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("隔离设施的钱不能少于30%吧", FLOOR, "yes"),
        ("隔离设施的钱不能超过30%，对吗", FLOOR, "no"),
        ("隔离设施的钱不可低于40%，是吗", FLOOR, "no"),
        ("隔离设施的钱能不能低于30%", FLOOR, "no"),
        ("隔离设施的钱能不能超过30%", FLOOR, "yes"),
        ("我们打算安排35%，能不能超过30%", FLOOR, "yes"),
        ("订金不能高于百分之二十吧", CEILING, "yes"),
        ("订金可以低于百分之二十吗", CEILING, "yes"),
        ("订金能超过百分之二十吗", CEILING, "no"),
        ("每个镇不能超过1名选手吧", LETS, "yes"),
        ("隔离设施的钱用到30%够吗", FLOOR, None),
        ("订金要多少", CEILING, None),
        ("订金有没有上限", CEILING, "yes"),
        ("订金有没有最低要求", CEILING, "no"),
        ("隔离设施的钱有最低比例吗", FLOOR, "yes"),
        ("订金有没有下限", "租金一百元以上的，订金不得超过租金的百分之二十。", "no"),
        ("订金有没有下限", "订金由店主定。", None),
    ],
)
def test_a_limit_is_claimed_or_asked_about(question: str, clause: str, verdict: str | None) -> None:
    assert bound_verdict(understand(question), clause) == verdict


def test_who_says_what_the_limit_is_is_answered_by_yes_or_no() -> None:
    assert judge(understand("隔离设施的钱不能少于30%吧"), FLOOR, FLOOR).lead == "是。"
    assert judge(understand("隔离设施的钱能不能低于30%"), FLOOR, FLOOR).lead == "不可以。"
