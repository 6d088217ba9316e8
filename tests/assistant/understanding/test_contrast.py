"""What a clause speaks against without a word of denial: who acts, and whose it is."""

import pytest

from assistant.understanding.contrast import not_yet, other_actor, other_holding, other_owner, other_side


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("省水利厅可以审批吗", True),
        ("省里能不能直接审批", True),
        ("市政府负责审批吗", False),
        ("国家级集市由谁审批", False),
    ],
)
def test_the_office_that_acts_is_of_another_level(question: str, other: bool) -> None:
    assert other_actor(question, "集市由所在地的市政府审批。") == other


@pytest.mark.parametrize(
    ("claim", "clause", "other"),
    [
        ("壁画归导演吗", "壁画的著作权由制作者享有。", True),
        ("壁画归公司吗", "壁画的著作权由制作者享有。", False),
        ("门票钱要上交国库吗", "门票收入全部留归本单位。", True),
        ("门票收入要交财政吗", "门票收入全部留归本单位。", True),
        ("学校能白拿壁画的著作权吗", "著作权属于作者。", True),
        ("公司可以取得著作权吗", "著作权属于该单位。", False),
        ("展品算我自己的吗", "展品属于该单位。", True),
        ("展品归甲方吗", "展品属于受托人。", True),
        ("展品归馆长吗", "展品属于受托人。", False),  # of whose kind nothing is known
        ("能用我自己名字登记吗", "登记的权利属于该单位。", True),
        ("能用单位的名义登记吗", "登记的权利属于该单位。", False),
        ("公司能把展品要过去吗", "展品属于设计人。", True),
        ("展品归谁", "展品属于受托人。", False),
    ],
)
def test_it_is_given_to_another(claim: str, clause: str, other: bool) -> None:
    assert other_owner(claim, clause) == other


@pytest.mark.parametrize(("told", "other"), [("请人画的", True), ("去申请登记的", False)])
def test_who_commissions_a_thing_is_not_the_one_it_belongs_to(told: str, other: bool) -> None:
    clause = "展品的归属由双方约定。没有约定的，展品属于受托人。"
    assert other_owner("展品算我们单位的吗", clause, f"展品是{told}，算我们单位的吗") == other


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        ("书店要建在集市外面吗", True),
        ("书店能不能建在集市以外", True),
        ("书店要建在集市里面吗", False),
        ("集市外的摊主能报名吗", False),
        ("书店另外收费吗", False),
    ],
)
def test_outside_is_not_inside(claim: str, other: bool) -> None:
    assert other_side(claim, "在集市内建设若干书店。") == other


@pytest.mark.parametrize(
    ("question", "undone"),
    [
        ("光签合同不登记，抵押成立了吗", True),
        ("还没登记，抵押成立了吗", True),
        ("不去办登记，抵押成立吗", True),
        ("登记了，抵押成立了吗", False),
        ("不动产登记了，抵押成立了吗", False),
        ("是不是登记了才成立", False),
    ],
)
def test_what_is_not_done_makes_nothing_hold(question: str, undone: bool) -> None:
    assert not_yet(question, "抵押权自办理抵押登记时设立。") == undone


@pytest.mark.parametrize(
    ("claim", "clause", "other"),
    [
        ("入伙前买的船会变成共同财产吗", "下列船只为伙伴的个人财产：入伙前买的船。", True),
        ("一起造的船算个人财产吗", "一起造的船，为伙伴的共同财产。", True),
        ("一起造的船算共同财产吗", "一起造的船，为伙伴的共同财产。", False),
        ("是共同债务还是个人债务", "私借的钱，为伙伴的个人债务。", False),
        ("入伙前买的船能卖吗", "下列船只为伙伴的个人财产：入伙前买的船。", False),
    ],
)
def test_what_one_holds_alone_is_not_shared(claim: str, clause: str, other: bool) -> None:
    assert other_holding(claim, clause) == other
