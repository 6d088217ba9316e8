"""Verdicts that a clause tells in so many words."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.told import ban_told, is_untold, told_verdict

LATE = "逾期申请的，不予受理。"
RULE = "摊位费只能用于修缮集市，不得用于日常开支。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("馆方不让我在画册上署名，可以吗", "画师有权在画册上署名。", "no"),
        ("馆方不让我在画册上署名，可以吗", "画师不得在画册上署名。", None),
        ("馆方能让我在画册上署名吗", "画师有权在画册上署名。", None),
    ],
)
def test_nobody_may_refuse_what_one_has_a_right_to(question: str, clause: str, verdict: str | None) -> None:
    assert told_verdict(understand(question), clause) == verdict


OUTSIDE = "本条例不适用于：街坊之间的口信。"


@pytest.mark.parametrize(("question", "verdict"), [("转抄街坊的口信算侵权吗", "no"), ("街坊的口信能转抄吗", None)])
def test_what_is_outside_a_law_does_not_infringe_it(question: str, verdict: str | None) -> None:
    assert told_verdict(understand(question), OUTSIDE) == verdict


@pytest.mark.parametrize(
    ("question", "rule", "verdict"),
    [
        ("收来的摊位费能发工资不", RULE, "no"),
        ("摊位费可以拿来付水电费吗", RULE, "no"),
        ("摊位费能铺路吗", RULE, None),
        ("摊位费不能发工资吧", RULE, None),
        ("摊位费能发工资不", "摊位费用于修缮集市和日常开支。", None),
        ("摊位费能发工资不", "摊位费由街道收取，但不得用于日常开支。", None),
    ],
)
def test_what_is_paid_over_and_over_is_a_running_cost(question: str, rule: str, verdict: str | None) -> None:
    assert told_verdict(understand(question), rule) == verdict


def test_the_sentence_that_forbids_is_told_apart_from_those_before_it() -> None:
    rule = f"集市可以收取摊位费。{RULE}"
    assert ban_told(understand("摊位费能发工资不"), rule) == RULE.rstrip("。")
    assert ban_told(understand("摊位费能铺路吗"), rule) == ""


@pytest.mark.parametrize(("question", "untold"), [("申请晚了会扣分吗", True), ("申请晚了会不受理吗", False)])
def test_a_penalty_that_a_rule_does_not_name_is_not_told(question: str, untold: bool) -> None:
    assert is_untold(understand(question), LATE) == untold


@pytest.mark.parametrize(("question", "verdict"), [("货船要不要交航行日志？", "no"), ("客船要不要交航行日志？", None)])
def test_only_who_is_let_off_needs_not(question: str, verdict: str | None) -> None:
    assert told_verdict(understand(question), "货船可以不提交航行日志。") == verdict


TICKETS = "满四个月的，不予退还。"


@pytest.mark.parametrize(
    ("question", "rule", "verdict"),
    [
        ("摊位租了五个月，摊位费退不退", TICKETS, "no"),
        ("摊位租了三个月，摊位费退不退", TICKETS, None),
        ("油票能兑换吗", "油票当季有效，不得兑换。", "no"),
        ("油票能兑换吗", "逾期的，不得兑换。", None),  # a condition that is not told
        ("油票能兑换吗", "油票不得兑换，但船长同意的除外。", None),
        ("我半年没出海了，还会发油票吗", "船主有下列情形之一的，停发油票：连续三个月未出海的。", "no"),
    ],
)
def test_what_is_not_given_or_forbidden_by_its_very_word(question: str, rule: str, verdict: str | None) -> None:
    assert told_verdict(understand(question), rule) == verdict
