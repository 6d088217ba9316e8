"""What a rule makes a condition of something."""

import pytest

from assistant.understanding.question import understand
from assistant.understanding.rule_words import HAS, OMITS
from assistant.verdicts.needed import needed_verdict
from assistant.verdicts.verdict import judge

BERTH = "由船主提出申请，经区港务部门审核同意后，到泊位管理处领取泊位牌。"
REST = "首付款先行拨付，尾款根据验收结果分批拨付。"
PLAN = "船主编制为期五年的养护方案。"


@pytest.mark.parametrize(
    ("question", "stretch", "verdict"),
    [
        ("不经区里审核就领不到泊位牌吧", BERTH, "yes"),
        ("没有港务部门同意是不是就不能领", BERTH, "yes"),
        ("没有游泳证就领不到吧", BERTH, None),  # of which nothing is said
        ("没有泊位证明就领不到吧", "领取泊位牌无需提交泊位证明。", "no"),
        ("没有示范船称号就领不到吧", "示范船优先领取泊位牌。", None),
        ("区里审核了就能领到吧", BERTH, None),
        ("尾款是自动拨付的吗", REST, "no"),
        ("尾款不会白给吧", REST, "yes"),
        ("尾款不看验收吧", REST, "no"),
        ("尾款和验收没关系吧", REST, "no"),
        ("尾款不看天气吧", REST, None),
        ("尾款是自动拨付的吗", "尾款在年底前拨付。", None),
        ("养护方案不需要五年吧", PLAN, "no"),
        ("养护方案不需要四年吧", PLAN, None),
        ("养护方案用不用编五年的", PLAN, None),  # which says of nothing that it is not needed
        ("养护方案不需要五年吧", "养护方案无需为期五年。", None),
    ],
)
def test_what_is_needed_is_told_by_the_condition(question: str, stretch: str, verdict: str | None) -> None:
    assert needed_verdict(understand(question), stretch) == verdict
    if verdict:
        assert judge(understand(question), stretch, stretch).verdict == verdict


@pytest.mark.parametrize("question", ["泊位牌不用在十日内领也行吧", "方案不必五年内编也可以吧"])
def test_who_asks_leave_to_do_without_is_told_no(question: str) -> None:
    stretch = "船主应当在十日内领取泊位牌，并在五年内编制养护方案。"
    assert judge(understand(question), stretch, stretch).verdict == "no"
    assert OMITS.search(question)


def test_what_came_of_a_place_is_what_it_has() -> None:
    assert HAS.search("镇上只出了")
    assert not HAS.search("镇上支出")
