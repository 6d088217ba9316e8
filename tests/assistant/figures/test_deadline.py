"""Days of a question against the last day of a clause."""

import pytest

from assistant.figures.deadline import by_deadline
from assistant.understanding.question import understand

CLAUSE = "摊主务必于9月20日前把摊位登记表交到市场办"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("超过9月20号再交登记表还收吗", "no"),
        ("过了9月20日还收登记表吗", "no"),
        ("过了20号还能交吗", "no"),
        ("登记表9月20日以后交还收吗", "no"),
        ("9月20号之后送去来得及吗", "no"),
        ("晚于9月20日交会受理吗", "no"),
        ("拖到9月20号以后再交算不算晚", "yes"),
        ("9月20号一过就不收了吧", "yes"),
        ("九月二十一号交还收吗", "no"),
        ("九月二十一号交就收不了了吧", "yes"),
        ("九月十九号交就收不了了吧", "no"),
        ("拖到9月20号交行不行", "yes"),
        ("赶在9月20号之前交来得及吗", "yes"),
        ("20号之前送去就行吧", "yes"),
        ("不晚于9月20日交就可以吧", "yes"),
        ("9月25号之前交行吗", "no"),
        ("Can we still submit after 20 September?", "no"),
        ("Is it too late to submit after September 20?", "yes"),
        ("Can we submit the form before September 20?", "yes"),
        ("Can we submit the form on 21 September?", "no"),
    ],
)
def test_a_day_is_told_as_one_on_or_after_or_by_which_something_is_done(question: str, verdict: str) -> None:
    found = by_deadline(understand(question), (CLAUSE,))
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "9月20日之后市场还开吗",
        "必须9月10号之前交吗",
        "是9月20号前交吗",
        "9月20日以后换几号门进",
        "9月12号开工，9月20日前交得上吗",
    ],
)
def test_a_day_of_something_else_is_set_against_no_deadline(question: str) -> None:
    assert by_deadline(understand(question), (CLAUSE,)) is None


def test_a_later_day_is_told_to_be_one() -> None:
    found = by_deadline(understand("超过9月20号再交还收吗"), ("过时不收", CLAUSE))
    assert found is not None
    assert found.shown == "9月20号以后晚于9月20日"
    english = by_deadline(understand("Can we submit after September 20?"), (CLAUSE,))
    assert english is not None
    assert (english.result, english.shown) == ("The last day is 20 September", "after 20 September is later")
