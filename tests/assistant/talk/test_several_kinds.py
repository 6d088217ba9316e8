"""Whether the parts of a message ask for several kinds of things."""

import pytest

from assistant.talk.several_kinds import apart, asks_each, leaves_choice, seeks_value


@pytest.mark.parametrize(
    ("piece", "leaves"),
    [
        ("门票交现金还是刷卡", True),
        ("老人是不是半价", True),
        ("我们还是想坐船", False),
        ("不管交现金还是刷卡", False),
        ("不知道是不是半价", False),
        ("门票不退", False),
    ],
)
def test_what_leaves_a_choice(piece: str, leaves: bool) -> None:
    assert leaves_choice(piece) == leaves


@pytest.mark.parametrize(
    ("piece", "seeks"), [("每人几份", True), ("谁来检票", True), ("能带狗吗", False), ("怎么买票", False)]
)
def test_what_asks_for_a_figure_or_a_body(piece: str, seeks: bool) -> None:
    assert seeks_value(piece) == seeks


@pytest.mark.parametrize(
    ("parts", "differ"),
    [
        (("谁来检票", "票根要留几年"), True),
        (("能带狗吗", "狗票多少钱"), True),
        (("能带狗吗", "能带猫吗"), False),
        (("船票多少钱", "狗票多少钱"), False),
    ],
)
def test_parts_that_ask_for_other_kinds_of_things(parts: tuple[str, ...], differ: bool) -> None:
    assert apart(parts) == differ


def test_a_choice_asks_by_itself() -> None:
    assert asks_each(("门票交现金还是刷卡", "几点开船"))
    assert not asks_each(("门票交现金", "几点开船"))
