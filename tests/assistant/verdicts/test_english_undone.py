"""Who asks in English whether he may leave something undone."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.verdict import judge

DUTY = "船主应当每年检验船只。"
FLOOR = "船队从下列航线中选择不少于一条。"
HEADING = "（一）必做检查"
LEAVE = "船主可以每年粉刷船只。"


@pytest.mark.parametrize(
    ("question", "stretch", "verdict"),
    [
        ("May an owner skip the inspection?", DUTY, "no"),
        ("Can we ignore the yearly inspection?", DUTY, "no"),
        ("Is it okay to not inspect the boat?", DUTY, "no"),
        ("Can a fleet opt out of the routes?", FLOOR, "no"),
        ("Could we leave out the compulsory checks?", HEADING, "no"),
        ("Must the boat be inspected?", DUTY, "yes"),
    ],
)
def test_what_a_clause_demands_may_not_be_left_undone(question: str, stretch: str, verdict: str) -> None:
    assert judge(understand(question), stretch, stretch).verdict == verdict


def test_what_a_clause_only_allows_is_no_matter_of_this_rule() -> None:
    assert judge(understand("May an owner skip the painting?"), LEAVE, LEAVE).verdict != "no"
