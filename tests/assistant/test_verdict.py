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
        ("省里可以重复建设吗？", "省级部门要监督检查，避免重复建设。", "no"),
    ],
)
def test_the_clauses_force_decides(question: str, clause: str, verdict: str) -> None:
    assert judge(understand(question), clause, clause).verdict == verdict


def test_a_wrong_figure_is_corrected_first() -> None:
    judgement = judge(understand("既然比例是50%，那剩下的归谁？"), "资金比例不得低于30%。", "")
    assert judgement.verdict is None
    assert judgement.lead.startswith("应为30%")
