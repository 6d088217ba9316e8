"""Exceptions: whether a question tells the case that a clause excepts, and what holds then."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.exceptions import excepted_verdict, exception_in, tells_exception, what_holds
from assistant.verdicts.verdict import judge

SUBLET = "摊位出租后，承租人不得转租，但是出租人书面同意的除外。"
PUBLISHED = "账目应当每月张贴，但涉及个人隐私的除外。"
REFUSE = "馆方可以拒绝提前还书，但是提前归还不影响盘点的除外。"
ONE_STALL = "每户只能领取一个摊位。但是，同一户的两个摊位相邻，且经营者声明合并经营的，可以再领一个。"
LIABLE = "自行车撞伤他人的，骑车人应当承担责任；但是，能够证明行人闯灯的，不承担责任。"
REPAIRED = "收据无效，但是货物验收合格的，可以参照收据结账。"

WAGERED = "下水比赛中撞坏船的，船主不得要求赔偿；但是，撞船的人有故意或者重大疏忽的除外。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("他故意撞坏我的船，能要求他赔吗", WAGERED, "yes"),
        ("他故意撞坏我的船，也不能要求他赔吧", WAGERED, "no"),
        ("出租人也点头了，摊位还能转给别人摆吗", SUBLET, "yes"),
        ("出租人同意了，转租就不行了吧", SUBLET, None),
        ("出租人没同意，能转租吗", SUBLET, None),
        ("没有征得出租人的同意，摊位可以转租吗", SUBLET, None),
        ("摊位能转租吗", SUBLET, None),
        ("只要隔壁同意，摊位就能转租吗", SUBLET, None),
        ("账目里有个人隐私，也要张贴吗", PUBLISHED, "no"),
        ("账目里有个人隐私，能不张贴吗", PUBLISHED, "yes"),
        ("账目要张贴吗", PUBLISHED, None),
        ("提前还书又不影响盘点，馆方能拒绝吗", REFUSE, "no"),
        ("馆方能拒绝提前还书吗", REFUSE, None),
        ("两个摊位挨着，我声明合并经营，还能再领一个吗", ONE_STALL, "yes"),
        ("两个摊位挨着，我不愿声明合并，还能再领一个吗", ONE_STALL, None),
        ("货物验收合格了，还能结账吗", REPAIRED, "yes"),
    ],
)
def test_what_is_excepted_is_so_where_its_case_is_told(question: str, clause: str, verdict: str | None) -> None:
    assert excepted_verdict(understand(question), clause) == verdict


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("出租人没同意，能转租吗", SUBLET, "no"),
        ("两个摊位挨着，我不愿声明合并，还能再领一个吗", ONE_STALL, "no"),
        ("行人自己闯灯，骑车人能证明，还要担责吗", LIABLE, "no"),
        ("骑车撞伤了人，骑车人要担责吗", LIABLE, "yes"),
    ],
)
def test_rule_or_exception_decides_by_what_is_told(question: str, clause: str, verdict: str) -> None:
    assert judge(understand(question), clause, clause).verdict == verdict


def test_only_what_counts_for_the_case_is_judged() -> None:
    assert what_holds(understand("行人闯灯，骑车人要担责吗"), LIABLE) == "能够证明行人闯灯的，不承担责任。"
    assert what_holds(understand("出租人不同意，能转租吗"), SUBLET) == "摊位出租后，承租人不得转租。"
    assert what_holds(understand("能转租吗"), SUBLET) == SUBLET
    by_law = "祭田不得出租，但是法律规定可以出租的除外。"
    assert what_holds(understand("祭田能租给别人吗"), by_law) == "祭田不得出租。"


def test_figures_of_its_own_are_no_case_that_is_told() -> None:
    exception = exception_in(SUBLET)
    assert exception is not None
    assert tells_exception(understand("出租人同意转租，租金3000元我能留着吗"), exception) is None


def test_clause_with_several_exceptions_is_left_alone() -> None:
    assert exception_in(SUBLET + PUBLISHED) is None
    assert exception_in("承租人不得转租。") is None


def test_in_english_who_tells_of_no_proof_is_not_freed_by_one() -> None:
    clause = "养蜂人应当赔偿被蜇的人；但是，能够证明对方故意捅蜂窝的，不承担责任。"
    assert what_holds(understand("His bees stung my son. Does he have to pay?"), clause) == "养蜂人应当赔偿被蜇的人。"
    assert what_holds(understand("Does he have to pay if my son poked the hive?"), clause) == clause


def test_an_exception_to_another_sentence_leaves_a_ban_as_it_is() -> None:
    clause = "泊位不得转让、继承。租下泊位的船不得出借，但是另有约定的除外。"
    assert judge(understand("泊位不能转让给别人吧"), clause, clause).verdict == "yes"
