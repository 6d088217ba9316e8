"""Who asks whether he is turned away is told by whether he may."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.feared import hoped
from assistant.verdicts.verdict import judge

AGAIN = "领过船票补贴的渔民，不再重复补贴。"
FIRST = "领过船票补贴的渔民优先。"
ONE = "每个镇可推荐1个船队。"
BOATS = "渔民可以租用木船、铁船。"


@pytest.mark.parametrize(
    ("question", "instead"),
    [
        ("去年领过的渔民是不是就没戏了", "去年领过的渔民能行吗"),
        ("租铁船会不会不让", "租铁船能行吗"),
        ("铁船会不会不让租", "铁船能租吗"),
        ("晚了会不会不收", "晚了收吗"),
        ("会不会不收", None),  # of what, only the talk tells
        ("船票会不会不收费", None),
        ("渔民是不是没有木船", None),
        ("领过的渔民报不了对吧", "领过的渔民能报吗"),
        ("船票补贴是不是就发不了工资了", "船票补贴能发工资吗"),
        ("旧船都保护不了了吧", "旧船能保护吗"),
        ("没有船证就租不了吧", None),  # says what is needed
        ("渔民少不了要交押金吧", None),
        ("租不了吧", None),
        ("雾天开不了船要赔吗", None),  # tells a case
        ("渔民能租吗", None),
        ("Is it not allowed?", None),
    ],
)
def test_what_is_hoped_for_by_who_fears_to_be_turned_away(question: str, instead: str | None) -> None:
    may = hoped(understand(question))
    assert (may.text if may else None) == instead


@pytest.mark.parametrize(
    ("question", "stretch", "verdict", "lead"),
    [
        ("领过补贴的渔民是不是就没戏了", AGAIN, "yes", "是。"),
        ("领过补贴的渔民是不是没机会了", AGAIN, "yes", "是。"),
        ("领过补贴的渔民是不是没机会了", FIRST, "no", "不是。"),
        ("我们镇想同时推荐两个船队，会不会不让", ONE, "yes", "会，应为1个，不是两个。"),
        ("渔民租铁船会不会不让", BOATS, "no", "不会。"),
        ("领过补贴的渔民，再报就拿不了补贴对吧", AGAIN, "yes", "是。"),
        ("渔民租不了铁船对吧", BOATS, "no", "不是。"),
    ],
)
def test_the_verdict_is_turned_round(question: str, stretch: str, verdict: str, lead: str) -> None:
    judgement = judge(understand(question), stretch, stretch)
    assert (judgement.verdict, judgement.lead) == (verdict, lead)
