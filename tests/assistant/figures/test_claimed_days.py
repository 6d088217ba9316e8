"""Days and years that a question takes for granted."""

import pytest

from assistant.figures.claimed_days import names_right_day, wrong_days
from assistant.understanding.question import understand

DUE = "各街道务必于6月20日前上报材料，逾期不予受理。"
SINCE = "2021年以来获得过补助的街道，本次不再支持。"
YEARS = "交门票情况报告（含2011—2013年门票和会员的售出情况），2011—2014年排演的剧目清单（列明剧名等）。"


@pytest.mark.parametrize(
    ("question", "clause", "right"),
    [
        ("7月3日报名截止，对吗", DUE, "6月20日"),
        ("为什么材料要在7月3日前报", DUE, "6月20日"),
        ("为什么材料要在6月20日前报", DUE, ""),
        ("7月3日前能报吗", DUE, ""),  # a day of one's own
        ("为什么2023年以后补助过的不再支持", SINCE, "2021年以来"),
        ("为什么2021年以后补助过的不再支持", SINCE, ""),
        ("2023年以后补助过的还能报吗", SINCE, ""),
    ],
)
def test_a_day_or_year_taken_for_granted_is_set_against_the_clauses(question: str, clause: str, right: str) -> None:
    assert [stated.text for _, stated in wrong_days(understand(question), clause)] == ([right] if right else [])


def test_the_right_day_is_known_by_what_ends_on_it() -> None:
    assert names_right_day(understand("材料6月20日前要报，对吗"), DUE)
    assert not names_right_day(understand("材料6月21日前要报，对吗"), DUE)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("门票和会员的情况也是2011—2014年吗", "2011—2013年"),
        ("剧目清单是2011到2013年的吧", "2011—2014年"),
        ("剧目清单要列11—13年的吗", "2011—2014年"),
        ("剧目清单是2011到2014年的吧", ""),
        ("2012—2013年排演的剧目要列进清单吗", ""),
        ("剧目清单是2012年的吗", ""),
    ],
)
def test_years_claimed_wrongly_are_put_right(question: str, right: str) -> None:
    assert [one.text for _, one in wrong_days(understand(question), YEARS)] == ([right] if right else [])


def test_years_claimed_rightly_are_affirmed() -> None:
    assert names_right_day(understand("剧目清单是2011到2014年的吧"), YEARS)
    assert not names_right_day(understand("2012—2013年排演的剧目要列进清单吗"), YEARS)
