import pytest

from assistant.question import understand
from assistant.verdict import judge


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("资金能不能发工资？", "补助资金不得用于购买车辆、发放工资。", "no"),
        ("可以采取股权投资的方式吗？", "城市可采取财政补助、股权投资等方式。", "yes"),
        ("是不是不能重复支持？", "获得过补助的城市，本次不再重复支持。", "yes"),
        ("比例安排35%够不够？", "资金比例不得低于30%。", "yes"),
        ("比例安排25%可以吗？", "资金比例不得低于30%。", "no"),
        ("通知要求比例不低于50%，对吧？", "资金比例不得低于30%。", "no"),
        ("比例要占一半，对吗？", "资金比例不得低于30%。", "no"),
        ("我们省有四个城市了，还能报吗？", "重点城市数量3个及以上的省份，本次不再纳入。", "no"),
        ("是不是每个城市都必须立法？", "有条件的城市要纳入地方法规。", "no"),
        ("平台一定得新设立吗？", "新建或依托公共机构负责运行。", "no"),
        ("不管评价怎样，余款都会全额拨付，是这样吗？", "剩余资金根据评价结果分档拨付。", "no"),
        ("没把这事写进法规就算违反通知了吗？", "有条件的城市要纳入地方法规。", "no"),
        ("没把这事写进法规就算违反通知了吗？", "城市必须纳入地方法规。", "yes"),
        ("拿这笔钱装修算违规吗？", "资金不得用于装修。", "yes"),
        ("用股权投资的方式违规吗？", "城市可采取股权投资等方式。", "no"),
        ("数城市的时候，计划单列市算不算在内？", "城市3个及以上（含计划单列市）的省份，本次不再纳入。", "yes"),
        ("防止项目重复建设，省里有没有责任？", "省级部门要监督检查，避免重复建设。", "yes"),
        ("零散的补贴，通知赞成吗？", "要建立台账，避免采用简单、零散的补助政策。", "no"),
        ("已有3个城市，其中一个是计划单列市，还有戏吗？", "城市3个及以上（含计划单列市）的省份，本次不再纳入。", "no"),
        ("只有一个城区入选过，够条件吗？", "城区2个及以上的直辖市，本次不再纳入。", "yes"),
        ("几家一起，以一个供应商的名义参加，可以吗？", "两个以上的法人可以组成一个联合体。", "yes"),
        ("为了做实验用一下别人的专利，算侵权吗？", "有下列情形之一的，不视为侵犯专利权：专为科学实验而使用的。", "no"),
        ("一个人能不能同时在两家公司干活？", "应当加入机构，并且只能在一个机构从事业务。", "no"),
        ("没有业绩，能因为这个就不买它吗？", "应当率先购买，不得以业绩为由予以限制。", "no"),
        ("能绕过省里自己报吗？", "由市政府行文，经省级部门审核同意后推荐。", "no"),
        ("转让专利不办登记有效吗？", "应当登记。转让自登记之日起生效。", "no"),
        ("不登记就无效了，是这样吗？", "应当登记。转让自登记之日起生效。", "yes"),
        ("不设台账可以吗？", "城市可以设立台账。", "yes"),
        ("不签合同能行吗？", "当事人应当订立书面合同。", "no"),
        ("两笔钱可以重叠算吗？", "以市场化方式使用的资金比例不得少于40%。", None),
        ("省里可以重复建设吗？", "省级部门要监督检查，避免重复建设。", "no"),
    ],
)
def test_the_clauses_force_decides(question: str, clause: str, verdict: str | None) -> None:
    assert judge(understand(question), clause, clause).verdict == verdict


def test_a_wrong_figure_is_corrected_first() -> None:
    judgement = judge(understand("既然比例是50%，那剩下的归谁？"), "资金比例不得低于30%。", "")
    assert judgement.verdict is None
    assert judgement.lead.startswith("应为30%")


def test_the_answer_to_whether_something_may_be_left_out_speaks_of_what_follows() -> None:
    assert judge(understand("不办登记有效吗？"), "应当登记。", "").lead == "无效。"
    assert judge(understand("能绕过省里自己报吗？"), "经省级部门审核同意后推荐。", "").lead == "不可以。"


def test_what_befalls_the_late_is_no_answer_to_who_is_not() -> None:
    clause = "各省务必于5月15日前上报材料（电子版附光盘），逾期不予受理。"
    assert judge(understand("报材料需要附光盘吗？"), clause, clause).verdict == "yes"
    assert judge(understand("材料晚两天送到，还能收吗？"), clause, clause).verdict == "no"
    assert judge(understand("材料5月18日送到，还能收吗？"), clause, clause).verdict == "no"


def test_what_is_to_be_avoided_is_denied_where_just_that_was_found() -> None:
    avoided = "避免采用简单、低效、零散的补助奖励政策"
    clause = f"要建立资金使用台账，{avoided}。"
    assert judge(understand("撒胡椒面的搞法让不让？"), clause, clause, avoided).verdict == "no"


def test_all_at_once_is_not_what_comes_in_parts() -> None:
    clause = "每个城市支持1.5亿元，剩余资金根据评价结果分档拨付。"
    assert judge(understand("1.5亿是不是当年就全拨到位？"), clause, clause).verdict == "no"
