"""Ages in questions and clauses: floors, ceilings, ranges, favours, and the clause that decides by them."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.verdict import judge

MEMBER = "年满16周岁的居民可以办理借书证。"
CARD = "申请潜水证的人员应当年满16周岁且不超过55周岁。"
CHILD = "未满12周岁的儿童不得进入工具间。"
FAVOUR = "年满60周岁的读者优先借阅新书。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("我今年15岁，可以办理借书证吗", MEMBER, "no"),
        ("16岁可以办理借书证吗", MEMBER, "yes"),
        ("40岁能办理借书证吗", MEMBER, "yes"),
        ("不满16岁能办理借书证吗", MEMBER, "no"),
        ("15岁可以申请潜水证吗", CARD, "no"),
        ("55岁可以申请潜水证吗", CARD, "yes"),
        ("56岁可以申请潜水证吗", CARD, "no"),
        ("11岁能进入工具间吗", CHILD, "no"),
        ("12岁能进入工具间吗", CHILD, "yes"),
        ("62岁可以优先借阅新书吗", FAVOUR, "yes"),
        ("58岁可以优先借阅新书吗", FAVOUR, "no"),
        ("30岁可以借阅新书吗", FAVOUR, None),
        ("62岁可以优先借阅新书吗", "年满60周岁的读者优先借阅新书，年满70周岁的读者免费办证。", "yes"),
        ("17岁可以领证吗", "退役人员不受年龄限制。", "yes"),
        ("办理借书证是不是必须满16岁", MEMBER, "yes"),
    ],
)
def test_somebodys_age_is_set_against_the_clauses(question: str, clause: str, verdict: str | None) -> None:
    assert judge(understand(question), clause, clause, clause).verdict == verdict


def test_an_age_said_of_the_rule_is_put_right_and_ones_own_is_not() -> None:
    said = judge(understand("办理借书证要年满14周岁，对吗"), MEMBER, MEMBER, MEMBER)
    assert said.verdict == "no"
    assert "应为16周岁" in said.lead
    assert "应为" not in judge(understand("我15岁，什么时候能办理借书证"), MEMBER, MEMBER, MEMBER).lead


def test_so_many_for_each_are_a_rate_and_no_figure_to_put_right() -> None:
    clause = "每15名学员配备教练不少于1名。"
    assert judge(understand("300名学员至少配备几名教练"), clause, clause, clause).lead == ""
