"""Schooling that somebody has, against the least that a rule asks for."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.schooling import schooling_verdict
from assistant.verdicts.verdict import judge

RULE = "年满十八周岁、具有初中以上文化程度的村民，可以报名驾驶渡船。"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我小学毕业，能报名开渡船吗", "no"),
        ("初中毕业能不能报名", "yes"),
        ("中专生可以报名吗", "yes"),
        ("只读过小学不能报名吧", "yes"),
        ("大专毕业不能报名吧", "no"),
        ("是不是要高中以上才能报名", None),
        ("必须高中毕业吗", None),
        ("高中和大专都能报吗", None),
        ("能报名吗", None),
    ],
)
def test_schooling_is_set_against_the_least(question: str, verdict: str | None) -> None:
    assert schooling_verdict(understand(question), RULE) == verdict


def test_a_rule_without_a_least_or_with_several_tells_nothing() -> None:
    asked = understand("我小学毕业，能报名吗")
    assert schooling_verdict(asked, "村民可以报名。") is None
    assert schooling_verdict(asked, "初中以上学历的可以当船员，大专以上学历的可以当船长。") is None


def test_it_decides_before_what_the_rule_lets_others_do() -> None:
    assert judge(understand("我小学毕业，能不能报名开渡船"), RULE, RULE).lead == "不可以。"
