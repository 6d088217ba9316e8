"""Claims whose every word and value stands in the clause."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.held import held_verdict

GRANT = "市财政对每个社区支持30万元，其中首年拨付20万元，剩余资金根据年度评价结果分批拨付。"
BARRED = "补助资金不得用于购置车辆和发放奖金。"
DUE = "各街道务必于6月20日前上报材料，逾期不予受理。"
BUILT = "建设1个社区食堂，培育3家以上养老机构。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("每个社区支持30万吧", GRANT, "yes"),
        ("剩余资金是不是分批拨付的", GRANT, "yes"),
        ("首年拨付30万，对吧", GRANT, None),
        ("全部资金分批拨付吧", GRANT, None),
        ("补助资金不能发放奖金，没错吧", BARRED, "yes"),
        ("补助资金能用于购置车辆吧", BARRED, "no"),
        ("材料6月20日前上报，是不是", DUE, "yes"),
        ("逾期不予受理是吧", DUE, "yes"),
        ("养老机构培育3家以上，对不对", BUILT, "yes"),
        ("食堂建设3家以上吧", BUILT, None),
        ("听说摊位评委得干满六年，对吗", "前款评委应当从事餐饮工作满六年并持有证书。", "yes"),
        ("听说摊位评委得干满五年，对吗", "前款评委应当从事餐饮工作满六年并持有证书。", None),
        ("社区支持多少钱", BUILT, None),
        ("每个社区市里总共给三十万，对吧", GRANT, "yes"),
        ("每个社区市里总共给二十万，对吧", GRANT, None),
        ("摊位合同打官司的时效是四年吗", "因摊位合同提起诉讼的时效期间为四年。", "yes"),
        ("中选后签租约的期限是三十天吗", "街道应当自通知中选之日起三十日内，与摊主订立书面租约。", "yes"),
        ("会费标准公开吗", "收取会费的标准，向社会公开。不得以会费数额作为任职条件。", "yes"),
        ("抽奖的收入会没收吗", "违反规定抽奖的，没收抽奖收入，不得再办。", "yes"),
        ("没有登记能直接入场吗", "参展人没有登记的，可以直接入场。", "yes"),
        ("摊位费列赤字吗", "摊位费按照收支平衡编制，不列赤字。", "no"),
        ("租约会中断吗", "租约期间不发生中止、中断和延长。", "no"),
        ("船工能提申诉吗", "船工认为扣钱不符合章程的，有权向行会提出申诉。", "yes"),
        ("能用祠堂做仓库吗", "下列房屋不得做仓库：祠堂或者漏雨的，有裂缝的。", "no"),
        ("展会是营利机构吧", "展会是非营利机构。", "no"),
        ("工作经费可以从里面提，对吗", "资金不得用于装修、人员费等开支以及提取工作经费。", "no"),
        ("摊位由街道会同工会评审，对吗", "街道会同工会组织行家对摊位进行评审。", "yes"),
        ("摊位由市监局组织评审，对吗", "市场监督管理局组织行家对摊位进行评审。", "yes"),
        ("摊位由发改委组织评审，对吗", "市场监督管理局组织行家对摊位进行评审。", None),
    ],
)
def test_a_claim_in_the_clauses_own_words(question: str, clause: str, verdict: str | None) -> None:
    assert held_verdict(understand(question), clause) == verdict
