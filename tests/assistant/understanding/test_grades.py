"""Grades: what is said of one holds for no other."""

import pytest

from assistant.understanding.grades import grades_in, of_other_grades, on_grade
from assistant.understanding.question import understand
from assistant.verdicts.verdict import judge


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("甲、乙类摊主可以选位", {"甲类", "乙类"}),
        ("A类船和第二档船", {"a类", "二档"}),
        ("渔船分为甲、乙、丙三类", set()),
        ("三类似的情形", set()),
        ("二等奖", {"二等"}),
    ],
)
def test_the_grades_that_a_text_names(text: str, grades: set[str]) -> None:
    assert grades_in(text) == grades


BERTHS = "甲类船、乙类船享受免费停靠，丙类船减半收取。"


@pytest.mark.parametrize(
    ("question", "said", "other"),
    [
        ("丁类船能免费停靠吗", BERTHS, True),
        ("丙类船能免费停靠吗", BERTHS, False),
        ("船能免费停靠吗", BERTHS, False),
        ("三级船工有补贴吗", "甲类船有补贴。", False),  # of another kind
        ("一级船工有补贴吗", "二级及以上船工有补贴。", False),
        ("丁类船能停靠吗", "甲类船优先停靠，其他船依次停靠。", False),
    ],
)
def test_what_is_said_of_other_grades_only(question: str, said: str, other: bool) -> None:
    assert of_other_grades(question, said) == other


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("丙类船吃水5米能进港吗", "港内：丙类船吃水不超过4米。"),
        ("船吃水5米能进港吗", "港内：甲类船不限，乙类船吃水不超过6米，丙类船吃水不超过4米。"),
    ],
)
def test_what_counts_for_the_grade_asked_about(question: str, counts: str) -> None:
    assert on_grade(question, "港内：甲类船不限，乙类船吃水不超过6米，丙类船吃水不超过4米。") == counts


def test_a_case_is_judged_by_its_own_grade() -> None:
    clause = "甲类船补贴不超过3万元，乙类船补贴不超过6万元。"
    assert judge(understand("乙类船补贴5万元可以吗"), clause, clause).verdict == "yes"
