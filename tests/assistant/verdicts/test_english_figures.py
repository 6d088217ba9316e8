"""Yes-no questions in English by the figures they name."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.verdict import judge

ONE = "每个村可推荐1个摊位参加集市"
LEAST = "其中，租给农户的摊位比例不得少于60%"


@pytest.mark.parametrize(
    ("question", "stretch", "verdict"),
    [
        ("May one village recommend two stalls?", ONE, "no"),
        ("Can a village recommend one stall?", ONE, "yes"),
        ("May each village recommend only one stall?", ONE, "yes"),
        ("Can a village recommend more than one stall?", ONE, "no"),
        ("Is fifty percent enough for farmers?", LEAST, "no"),
        ("Is seventy percent enough for farmers?", LEAST, "yes"),
        ("Must at least sixty per cent go to farmers?", LEAST, "yes"),
        ("Is 60% the maximum for farmers?", LEAST, "no"),
        ("Is 60% the minimum for farmers?", LEAST, "yes"),
        ("Can less than 60% go to farmers?", LEAST, "no"),
        ("Can more than 60% go to farmers?", LEAST, "yes"),
        ("Is the target 50%?", LEAST, "no"),
    ],
)
def test_figures_in_english_are_compared(question: str, stretch: str, verdict: str) -> None:
    judgement = judge(understand(question), stretch, stretch, stretch)
    assert judgement.verdict == verdict
    assert judgement.lead.startswith("Yes" if verdict == "yes" else "No")


def test_of_a_clauses_figures_the_one_that_was_found_counts() -> None:
    clause = "建1个公厕，修5个以上停车棚"
    assert judge(understand("Do we need to build two toilets?"), clause, clause, "建1个公厕").verdict == "no"
    assert judge(understand("Is one toilet required?"), clause, clause, "建1个公厕").verdict == "yes"


def test_of_several_years_the_figure_of_the_one_named_counts() -> None:
    clause = "每个摊位补贴3000元，其中2031年发放2000元"
    assert judge(understand("Will 2000元 be paid in 2031?"), clause, clause, clause).verdict == "yes"
