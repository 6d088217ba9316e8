"""Values that a question has of a case of its own, against those that it takes a rule to have."""

import pytest

from assistant.figures.claimed_values import none_of_some, tells_case, wrong_values
from assistant.understanding.question import understand

GRANT = "每个城市补助2000万元。"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("我们镇一年收入8000万元，能领多少钱", True),
        ("本市准备投入3亿元，补助是多少", True),
        ("给我们8000万元，首年有多少", False),
        ("每个城市补助8000万元，首年有多少", False),
        ("我们镇能领多少钱，是8000万元吗", False),
    ],
)
def test_what_the_asker_has_is_told_and_not_claimed(question: str, told: bool) -> None:
    assert tells_case(understand(question), GRANT) == told


@pytest.mark.parametrize(
    ("question", "told"), [("停航9天谁批", True), ("停航9天找谁", True), ("停航要报站长的也是9天吗", False)]
)
def test_a_figure_beside_the_bounds_of_cases_is_of_a_case(question: str, told: bool) -> None:
    assert tells_case(understand(question), "停航超过7天的，由站长批准。") == told


def test_what_is_given_for_each_corrects_no_number_of_them() -> None:
    clause = "每招用1名学徒，给予0.5万元奖励。"
    assert not wrong_values(understand("我们招用了9名学徒，对吗"), clause)
    assert wrong_values(understand("每个摊位可以招用9名学徒，对吗"), "每个摊位可以招用3名学徒。")


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("东塘和西塘两个都包的话怎么算", False),  # the two that were named
        ("东塘和西塘两个都能报吗", True),
        ("一户报两个都怎么算", True),
    ],
)
def test_so_many_as_were_named_are_no_claim(question: str, wrong: bool) -> None:
    assert bool(wrong_values(understand(question), "每户可报1个鱼塘。")) == wrong


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("我们只排了两天，展期一定要三天吗", False),
        ("12个镇各出一件，行吗", False),
        ("展期是两天，不是三天吧", True),
        ("展期是两天吧", True),
        ("一个镇能出2件吗", True),
    ],
)
def test_a_figure_beside_the_right_one_is_of_something_else(question: str, wrong: bool) -> None:
    assert bool(wrong_values(understand(question), "每个镇可出展品1件，展期三天。")) == wrong


def test_none_before_is_not_none_now() -> None:
    assert none_of_some(understand("展览一件也没办，行吗"), "办展览1件以上")
    assert not none_of_some(understand("去年一件也没办，今年办了2件，行吗"), "办展览1件以上")


def test_amounts_told_the_wrong_way_round_are_put_right() -> None:
    asked = understand("每个城市先给1500万，后面再给500万，是吗")
    wrong = wrong_values(asked, "每个城市补助2000万元，其中2031年拨付500万元。")
    assert next(value.text for value, _ in wrong) == "1500万"
