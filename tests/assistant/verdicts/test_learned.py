"""The learned part of a verdict, on clauses that no document holds."""

import re

import numpy as np
import pytest

from assistant.understanding.question import understand
from assistant.understanding.rule_words import PATTERNS
from assistant.verdicts.learned import WEIGHTS, features, learned_verdict
from assistant.verdicts.verdict import judge

RAFFLE = "抽奖由街道办事处组织，每户可领取一张奖券，奖券不得转让。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("奖券能转让给别人吗？", "奖券不得转让。", "no"),
        ("每户可以领一张奖券吗？", "每户可领取一张奖券。", "yes"),
        ("只有业主才能领，租户没份，对吧？", "业主、租户均可领取奖券。", "no"),
        ("光登记就行了，用不着公示吧？", "应当登记并予以公示。", "no"),
        ("公示完了还要备案吗？", "公示后应当报街道办事处备案。", "yes"),
        ("听说奖券随便发，不管登没登记？", "奖券凭登记证明领取。", "no"),
        ("办事处不给住户奖券合法吗？", "办事处应当向每户给予奖券。", "no"),
        ("奖券要登记才有吗？", "住户可以向办事处办理登记。", "no"),
        ("Can a raffle ticket be transferred?", "奖券不得转让。", "no"),
    ],
)
def test_verdicts_that_take_more_than_a_word(question: str, clause: str, verdict: str) -> None:
    assert judge(understand(question), clause, clause).verdict == verdict


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("发工资不行吗？", "补助资金不得用于发放工资。", "yes"),
        ("申请不可以反悔吧？", "申请人可以撤回申请。", "no"),
        ("展品不归个人吧？", "展品属于该单位。", "yes"),
        ("没交押金的也不会被赶走吧？", "未交押金的，不得入场。", "no"),
    ],
)
def test_a_claim_that_denies(question: str, clause: str, verdict: str) -> None:
    assert judge(understand(question), clause, clause).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("摊位费先付一半，对吧", "yes"),
        ("摊位费先付一半", None),
        ("余款平均退，对吧", "no"),
        ("区里收一半摊位费，对吧", "no"),
    ],
)
def test_a_claim_put_for_confirmation_is_helped_by_its_words_that_stand_there(
    question: str, verdict: str | None
) -> None:
    rent = "每个摊位的租金为六千元，其中签约时支付一半，余款根据卫生检查结果分档退还。"
    assert judge(understand(question), rent, rent).verdict == verdict


def test_features_say_what_was_seen_and_what_the_rules_say() -> None:
    found = features(understand("奖券能转让吗？"), RAFFLE, "no")
    assert found["ruled no"] == found["denies"] == found["stretch CLAUSE_NEGATIVE"] == 1
    assert found["claim ASKS_LEAVE ruled no"] == 1
    assert "question:转让" in found
    assert "negative" not in found  # what is not so is left out


def test_the_weights_in_use_are_of_patterns_that_there_are() -> None:
    with np.load(WEIGHTS) as file:
        names = bytes(file["names"]).decode().split("\n")
    of_patterns = re.compile(r"(?:question|claim|stretch) ([A-Z_]+)(?: ruled \w+)?|([A-Z_]+) against ([A-Z_]+)")
    used = {
        pattern for name in names if (match := of_patterns.fullmatch(name)) for pattern in match.groups() if pattern
    }
    assert used
    assert used <= PATTERNS.keys()


def test_the_closest_part_of_a_long_stretch_is_what_is_read_by_the_letter() -> None:
    found = features(understand("街道办事处组织抽奖吗？"), RAFFLE + "中奖名单公示三十日。", None)
    assert "part:组织" in found
    assert "part:名单" not in found


def test_what_only_asks_to_be_confirmed_is_not_weighed() -> None:
    plain, tagged = (features(understand(text), RAFFLE, "no") for text in ("奖券能转让", "奖券能转让，我没记错吧"))
    assert plain == tagged | {"length": plain["length"]}


def test_what_a_thing_is_denies_nobody_anything() -> None:
    definition = "折叠船，是指船体分两截的船。"
    question = understand("折叠船能不能登记")
    assert learned_verdict(question, definition, None) == "no"
    assert judge(question, definition, definition).verdict is None
