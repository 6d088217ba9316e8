"""Verdicts by rule: what is learned (`test_learned.py`) is left out, so that each rule is seen at work."""

import pytest

from assistant.understanding.polarity import is_negative
from assistant.understanding.question import understand
from assistant.verdicts.rules import foreign_body, offered_verdict
from assistant.verdicts.verdict import judge


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.verdicts.verdict.learned_verdict", lambda question, stretch, ruled: ruled)


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("资金能不能发工资？", "补助资金不得用于购买车辆、发放工资。", "no"),
        ("可以采取股权投资的方式吗？", "城市可采取财政补助、股权投资等方式。", "yes"),
        ("是不是不能重复支持？", "获得过补助的城市，本次不再重复支持。", "yes"),
        ("比例安排35%够不够？", "资金比例不得低于30%。", "yes"),
        ("比例安排25%可以吗？", "资金比例不得低于30%。", "no"),
        ("我们建了5个点，要求的数够了吧？", "建设3个以上站点。", "yes"),
        ("办了5个展、2家剧院，剧院这项达标没有？", "办3个以上展览，培育3家以上剧院。", "no"),
        ("办了5个展、2家剧院，办展这项达标没有？", "办3个以上展览，培育3家以上剧院。", "yes"),
        ("听说比例不得超过30%，是上限吗？", "资金比例不得低于30%。", "no"),
        ("比例30%是下限吗？", "资金比例不得低于30%。", "yes"),
        ("罚款最高只有十万，对吧？", "处三万元以上五十万元以下罚款。", "no"),
        ("罚款最高五十万，对吧？", "处三万元以上五十万元以下罚款。", "yes"),
        ("建了2个点，是不是超过规定的下限了？", "建设3个以上站点。", "no"),
        ("要建5个点才够吗？", "建设3个以上站点。", "no"),
        ("站点是必须新建的吗？", "有条件的城市可以新建站点。", "no"),
        ("新建站点是必做的吗？", "有条件的城市可以新建站点。", "no"),
        ("一定要用股权投资吗？", "可采取财政补助、股权投资等方式。", "no"),
        ("站点是必须新建的吗？", "城市应当新建站点。", "yes"),
        (
            "我们省有2个城市了，还能报吗？",
            "重点城市数量3个及以上的省份和城区数量2个及以上的直辖市，本次不再纳入。",
            "yes",
        ),
        (
            "我们省就出了2个城市，今年轮得到我们吗？",
            "重点城市数量3个及以上的省份和城区数量2个及以上的直辖市，本次不再纳入。",
            "yes",
        ),
        ("甲安排50%、乙安排25%行吗？", "用于甲的比例不得低于30%，用于乙的比例不得低于30%。", "no"),
        ("外观设计12年了，还受保护吗？", "发明专利权的期限为二十年，外观设计专利权的期限为十五年。", "yes"),
        ("外观设计16年了，还受保护吗？", "发明专利权的期限为二十年，外观设计专利权的期限为十五年。", "no"),
        ("中标后45天才签合同，违规吗？", "应当自中标之日起三十日内订立合同。", "yes"),
        ("中标后20天才签合同，违规吗？", "应当自中标之日起三十日内订立合同。", "no"),
        ("按2%设准备金，行吗？", "按支出额的百分之一至百分之三设置准备金。", "yes"),
        ("按4%设准备金，行吗？", "按支出额的百分之一至百分之三设置准备金。", "no"),
        ("请了3家，够数吗？", "成员不得与参加人有利害关系。选择不少于三家参加。", "yes"),
        ("建了8个点，这项过了吧？", "建设5个以上站点。", "yes"),
        ("建了4个点，这项过了吧？", "建设5个以上站点。", "no"),
        ("比例占了35%，不算低吧？", "资金比例不得低于30%。", "yes"),
        ("比例占了35%，不低了吧？", "资金比例不得低于30%。", "yes"),
        ("年均增35%，拿下了吧？", "数量年均增幅30%以上。", "yes"),
        ("选做任务可以一项都不做吗？", "有条件的城市可以从下列工作中选择不少于一项。", "no"),
        ("可以一个都不建吗？", "建设不少于3个站点。", "no"),
        ("提前20天送就够，我没记错吧？", "应当在会议举行的三十日前送交草案。", "no"),
        ("提前40天送够不够？", "应当在会议举行的三十日前送交草案。", "yes"),
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
        ("各搞各的，重复建设也没关系吧？", "省级部门要监督检查，避免重复建设。", "no"),
        ("这笔钱是一次性全打过来吗？", "支持1亿元，其中当年拨付6000万元，剩余资金根据评价结果分档拨付。", "no"),
        ("这次是打算松松绑、少监管吗？", "服务行业监管全面加强。", "no"),
        ("是不是要加强监管？", "服务行业监管全面加强。", "yes"),
        ("会降低企业的融资成本吗？", "提高风险容忍度，降低企业融资成本。", "yes"),
        ("自己约定时效改成五年，有效吗？", "时效由法律规定，当事人约定无效。", "no"),
        ("上课少量复印几篇，不问作者行吗？", "可以不经许可，但应当指明作者姓名，不得影响正常使用。", "yes"),
        ("少量复制后出版发行可以吗？", "可以不经许可少量复制，但不得出版发行。", "no"),
        ("实用新型保护二十年，对吧？", "发明专利权的期限为二十年，实用新型专利权的期限为十年。", "no"),
        ("发明专利保护二十年，对吧？", "发明专利权的期限为二十年，实用新型专利权的期限为十年。", "yes"),
        ("是省政府负责制定方案吧？", "城市政府是责任主体，负责制定方案。", "no"),
        ("申报由省财政厅行文吗？", "由市政府行文申报，经省级财政部门审核同意后推荐。", "no"),
        ("申报由市里行文吗？", "由市政府行文申报，经省级财政部门审核同意后推荐。", "yes"),
        ("2018年、2019年各有一个区入选，还能报吗？", "城区2个及以上的直辖市，本次不再纳入。", "no"),
        (
            "某直辖市2018年、2019年各有一个区入选，还在支持范围内吗？",
            "城市3个及以上的省份和城区2个及以上的直辖市，本次不再纳入。",
            "no",
        ),
        (
            "我们是直辖市的一个县，2018、2019年市里各有一个区入选，今年还有戏吗？",
            "城市3个及以上的省份和城区2个及以上的直辖市，本次不再纳入。",
            "no",
        ),
        ("比例能低于三成吗？", "资金比例不得低于30%。", "no"),
        ("比例不低于三成，行吗？", "资金比例不得低于30%。", "yes"),
        ("能超过5人吗？", "人数不得超过5人。", "no"),
        ("企业可以直接申报吗？", "由市政府行文申报，经省级部门审核同意后推荐。", "no"),
        ("开放许可了还能单独给一家独占许可吗？", "可以给予普通许可，但不得就该专利给予独占许可。", "no"),
        ("签好协议，买方当天就有商标权了吗？", "经核准后，予以公告。受让人自公告之日起享有商标专用权。", "no"),
        ("别人抄一条短消息，能告他侵权吗？", "本法不适用于：单纯事实消息。", "no"),
        ("通知提没提要搞联盟？", "引导规范产业知识产权联盟建设。", "yes"),
        ("绩效评价是国知局和财政部来搞吗？", "国家知识产权局会同财政部开展绩效评价。", "yes"),
        ("两个地级市加一个计划单列市进过名单，还能报吗？", "城市3个及以上的省份，本次不再纳入。", "no"),
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


def test_what_is_left_of_an_amount_is_no_wrong_figure() -> None:
    clause = "支持2000万元，其中首年拨付1500万元，其余视情况拨付。"
    assert "应为" not in judge(understand("剩余的500万元分几次拨？"), clause, clause).lead
    assert judge(understand("首年拨付1000万元，对吧？"), clause, clause).lead.startswith("不是，应为")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("剩余的800万元根据什么拨？", "应为500万元（2000万元－1500万元），不是800万元。"),
        ("剩余的500万元根据什么拨？", ""),
        ("首年先拨500万元，其余的怎么拨？", "应为1500万元，不是500万元。"),
        ("每个城市支持3000万元，那首年拨多少？", "应为2000万元，不是3000万元。"),
    ],
)
def test_a_payment_is_put_right_by_the_one_it_is_said_to_be(question: str, lead: str) -> None:
    clause = "对每个城市支持2000万元，其中首年拨付1500万元，剩余资金根据评价结果拨付。"
    assert judge(understand(question), clause, clause).lead == lead


@pytest.mark.parametrize(
    ("question", "clause", "lead"),
    [
        ("服务要覆盖2000家小店，谁来做？", "服务覆盖小店1000家以上。", "应为1000家以上，不是2000家。"),
        ("我们要覆盖2000家小店，谁来做？", "服务覆盖小店1000家以上。", ""),
        ("到货后6个月内张贴价目，对吗", "摊主到货的2个月内，张贴价目。", "不是，应为2个月，不是6个月。"),
        ("我们6个月内张贴了价目，对吗", "摊主到货的2个月内，张贴价目。", "不是。"),
        ("细则半年内印发就行，报给谁？", "资金下达的2个月内印发细则，报市政府。", "应为2个月，不是半年。"),
        ("绿化的钱不能少于30%，对吗", "绿化的资金比例不得少于40%。", "不是，应为40%，不是30%。"),
    ],
)
def test_what_is_said_of_a_rule_is_put_right(question: str, clause: str, lead: str) -> None:
    assert judge(understand(question), clause, clause).lead == lead


def test_a_time_that_has_gone_by_is_no_wrong_figure() -> None:
    clause = "侵犯专利权的诉讼时效为三年。"
    assert "应为" not in judge(understand("两年前就知道了，还能告吗？"), clause, clause).lead


@pytest.mark.parametrize(
    ("question", "clause", "lead"),
    [
        ("拿35%投进去，合规吗？", "资金比例不得低于30%。", "合规。"),
        ("拿25%投进去，合规吗？", "资金比例不得低于30%。", "不合规。"),
        ("拿25%投进去，够吗？", "资金比例不得低于30%。", "不够。"),
    ],
)
def test_the_lead_takes_up_the_questions_words(question: str, clause: str, lead: str) -> None:
    assert judge(understand(question), clause, clause).lead == lead


def test_a_time_told_is_not_corrected_where_something_else_is_asked() -> None:
    clause = "在期满前十二个月内办理续展手续。"
    assert "应为" not in judge(understand("商标三年多一直没用过，会有什么麻烦？"), clause, clause).lead


def test_a_rule_that_does_not_reach_the_case_decides_before_what_was_learned() -> None:
    since = "2016年以来，获得过补助的城市，本次不再重复支持。"
    assert judge(understand("2015年拿过补助的市还能报吗？"), since, since).verdict == "yes"
    prefers = "每个省可推荐1个城市申报，示范城市优先。"
    assert judge(understand("不是示范城市，还够格吗？"), prefers, prefers).verdict == "yes"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("我们建了两个站，够不够？", "建设3家以上站点。", "no"),
        ("资金到了七十天还没印，是不是过了期限？", "资金下达的2个月内印发细则。", "yes"),
        ("资金到了五十天才印，超期没？", "资金下达的2个月内印发细则。", "no"),
    ],
)
def test_figures_in_other_units_are_compared(question: str, clause: str, verdict: str) -> None:
    assert judge(understand(question), clause, clause).verdict == verdict


def test_an_amount_of_a_case_is_no_wrong_premise_of_a_penaltys_brackets() -> None:
    clause = "违法经营额不足五万元的，可以处二十五万元以下的罚款。"
    assert not judge(understand("卖了三万的货，罚多少？"), clause, clause).lead


def test_a_claim_in_the_clauses_own_words_needs_no_weighing() -> None:
    clause = "市财政对每个社区支持30万元，其中首年拨付20万元，剩余资金根据年度评价结果分批拨付。"
    for question in ("每个社区支持30万元，对吧", "剩余资金分批拨付吧", "每个社区支持30万元，我没记错吧"):
        assert judge(understand(question), clause, clause).verdict == "yes"


def test_a_claim_that_denies_what_the_clause_denies_is_so() -> None:
    clause = "市级补助资金不得用于车辆购置、人员薪酬等日常开支。"
    for question in ("补助是不是不能发工资", "补助不能拿来买车吧", "这笔补助不可以发奖金对不对"):
        assert judge(understand(question), clause, clause).verdict == "yes"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("评委是申请人亲戚，能参加评审吗？", "评委与申请人有利害关系的，应当回避。", "no"),
        ("评委是申请人亲戚，要回避吗？", "评委与申请人有利害关系的，应当回避。", "yes"),
        ("奖金平均发给各站吗？", "奖金根据考评结果分档发放。", "no"),
        ("奖金是不是按考评分档发？", "奖金根据考评结果分档发放。", "yes"),
        ("奖金跟考评没关系吧？", "奖金与考评结果挂钩。", "no"),
        ("奖金跟考评有没有关系？", "奖金与考评结果挂钩。", "yes"),
        ("示范站一定能评上吗？", "示范站优先。", "no"),
        ("示范站是不是必选上？", "示范站优先。", "no"),
        ("考评结果要公开吗？", "主管部门可以公布考评结果。", "no"),
        ("考评结果要公开吗？", "主管部门应当公布考评结果，可以分批公布。", "yes"),
        ("站点有硬指标吗？", "支持建设站点。", "no"),
        ("人才培训有硬指标吗？", "建设站点3个以上；加强人才培训，完善制度。", "no"),
        ("站点有硬指标吗？", "支持建设站点3个以上。", "yes"),
        ("一个省已经有三个站点了，还能报吗？", "站点数量3个及以上的省份，不再支持。", "no"),
        ("不写书面收据违法吗？", "收据可以采用书面、口头形式。", "no"),
        ("不写书面收据违法吗？", "收据应当采用书面形式。", "yes"),
        ("天津有两个示范区了，还能报吗？", "示范区数量3个及以上的省份和示范区数量2个及以上的直辖市，不再支持。", "no"),
    ],
)
def test_what_is_as_the_clause_has_it_whatever_the_words(question: str, clause: str, verdict: str) -> None:
    assert judge(understand(question), clause, clause).verdict == verdict


def test_who_asks_for_leave_by_a_word_and_its_denial_asks_for_no_denial() -> None:
    clause = "会费不得用于聚餐、送礼。"
    assert judge(understand("会费可不可以用来聚餐"), clause, clause).lead == "不可以。"
    assert judge(understand("会费是不是不可以用来聚餐"), clause, clause).verdict == "yes"


def test_what_is_included_takes_a_place() -> None:
    clause = "名额3个及以上（含扩权县）的地区，本次不再纳入。"
    assert judge(understand("扩权县占不占地区的名额？"), clause, clause).verdict == "yes"


def test_how_many_of_those_spoken_of_is_no_claim() -> None:
    assert not judge(understand("只有两个人报名，怎么办？"), "报名的少于三个的，重新组织报名。", "").lead
    assert not judge(understand("两个指标分别是多少？"), "建设3个以上站点。", "").lead


def test_a_figure_that_only_a_subject_has_is_put_right() -> None:
    clause = "木器许可的期限为二十年，漆画许可的期限为十年，陶瓷摆件许可的期限为十五年。"
    judged = judge(understand("陶瓷摆件只保护十年，到期了谁都能仿吗？"), clause, clause)
    assert judged.lead == "不可以，应为十五年，不是十年。"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("还要不要再报财政部备案？", "yes"),  # 再报财政部 is no body of its own
        ("凑五个人的评审委员会够不够？", "yes"),
        ("还要不要报税务总局备案？", "no"),
    ],
)
def test_a_body_is_foreign_only_by_its_name(question: str, verdict: str) -> None:
    clause = "评审委员会由五人以上组成，结果应当报财政部备案。"
    assert judge(understand(question), clause, clause).verdict == verdict


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("摊位由谁盖章，区商务局行不行", "摊位由街道办盖章，经区级商务部门同意后开市。", "no"),
        ("摊位由谁盖章，街道办可以吗", "摊位由街道办盖章，经区级商务部门同意后开市。", "yes"),
        ("谁来组织评比，市文化局行吗", "省文化厅会同财政厅组织评比。", "no"),
        ("谁来组织评比，省财政厅行吗", "省文化厅会同省财政厅组织评比。", "yes"),
    ],
)
def test_a_body_that_is_offered_is_the_one_who_does_it_or_not(question: str, clause: str, verdict: str) -> None:
    assert judge(understand(question), clause, clause).verdict == verdict


def test_a_body_that_is_offered_may_have_another_name() -> None:
    asked = understand("谁来盖章，区商务局行不行")
    assert offered_verdict(asked, "摊位由区级商务部门盖章。") is None
    assert offered_verdict(asked, "摊位须盖章。") is None
    assert offered_verdict(understand("盖章，区商务局行不行"), "摊位由街道办盖章。") is None


def test_a_body_is_known_by_the_end_of_what_is_taken_for_its_name() -> None:
    clause = "国家文物总局会同财政部组织评审。"
    assert judge(understand("评审是不是由国家文物总局会同财政部来组织"), clause, clause).verdict == "yes"
    assert judge(understand("评审是不是由国家税务总局来组织"), clause, clause).verdict == "no"


def test_a_law_calls_a_body_by_another_name() -> None:
    clause = "本法所称科技展品的转化，由国务院主管部门管理。"
    assert not foreign_body(understand("科技部管不管展品转化"), clause, clause)
    assert foreign_body(understand("商务部管不管展品转化"), clause, clause)
    assert foreign_body(understand("科技部管不管展品转化"), clause, clause.replace("本法", "本通知"))


def test_what_was_left_undone_though_due_asks_for_no_verdict() -> None:
    assert not understand("该评估没评估，罚多少？").yes_no


@pytest.mark.parametrize(
    ("question", "verdict", "lead"),
    [
        ("截止是6月20日吗", "no", "不是，应为6月15日，不是6月20日。"),
        ("截止是6月15号吗", "yes", "是。"),
        ("听说截止到7月1日，对吧", "no", "不是，应为6月15日，不是7月1日。"),
        ("截止不是6月15日吧", "no", "不是。"),
        ("Is the deadline 15 June?", "yes", "Yes. "),
        ("Is the deadline June 20th?", "no", "No. "),
    ],
)
def test_a_day_that_is_claimed(question: str, verdict: str, lead: str) -> None:
    clause = "各县务必于6月15日前上报材料。"
    judged = judge(understand(question), clause, clause)
    assert (judged.verdict, judged.lead) == (verdict, lead)


def test_a_wrong_figure_in_english_is_put_right_in_english() -> None:
    clause = "用于隔离设施的比例不得少于30%。"
    assert (
        judge(understand("Is it true that at least 60% goes to shelters?"), clause, clause).lead == "No. 30%, not 60%. "
    )
    assert judge(understand("We spend 45% on shelters. Is that enough?"), clause, clause).verdict == "yes"


@pytest.mark.parametrize(
    ("question", "verdict", "lead"),
    [
        ("重大项目的账册也是十年吗", "no", "不是，应为二十年，不是十年。"),
        ("账册保存十年吗", "yes", "是。"),
    ],
)
def test_the_value_of_the_case_that_is_named(question: str, verdict: str, lead: str) -> None:
    clause = "账册的保存期限不少于十年，属于重大项目的，保存期限不少于二十年。"
    judged = judge(understand(question), clause, clause)
    assert (judged.verdict, judged.lead) == (verdict, lead)


def test_a_figure_of_ones_own_below_the_ceiling_is_not_over_it() -> None:
    clause = "商场不得有下列情形：头奖的金额超过五万元。"
    for prize, verdict in (("4.8万", "yes"), ("6万", "no")):
        judged = judge(understand(f"商场抽奖，头奖{prize}的东西，没超线吧"), clause, clause)
        assert judged.verdict == verdict


def test_who_asks_after_all_he_did_whether_that_is_all_right_denies_nothing() -> None:
    assert not is_negative("不给钱也没问过作者，行不行")


@pytest.mark.parametrize(
    ("question", "verdict", "lead"),
    [
        ("押金不是三百块吗", "no", "不是，应为五百元，不是三百块。"),
        ("押金不是五百块吗", "yes", "是。"),
        ("难道押金不就是300元吗", "no", "不是，应为五百元，不是300元。"),
        ("不是说押金三百块吗", "no", "不是，应为五百元，不是三百块。"),
    ],
)
def test_a_figure_claimed_by_its_denial_is_a_claim(question: str, verdict: str, lead: str) -> None:
    judgement = judge(understand(question), "租车的押金为五百元", "租车的押金为五百元")
    assert (judgement.verdict, judgement.lead) == (verdict, lead)


def test_what_may_not_exceed_a_figure_has_it_as_its_ceiling() -> None:
    rule = "摊主不得有下列情形：（一）单笔收款超过五百元。"
    assert judge(understand("单笔收款上限是五百元吗"), rule, rule).verdict == "yes"


def test_the_right_figure_is_told_as_the_whole_range_or_bound_and_without_another_counter() -> None:
    rule = "摊位费按营业额的百分之二至百分之四收取"
    assert (
        judge(understand("摊位费按百分之六收，对吧"), rule, rule).lead == "不是，应为百分之二至百分之四，不是百分之六。"
    )
    least = "评比小组由五人以上组成"
    assert judge(understand("评比小组是三人，对吧"), least, least).lead == "不是，应为五人以上，不是三人。"
    one = "摊主只能在一个市场摆摊"
    assert judge(understand("摊主能同时在两家市场摆摊，对吧"), one, one).lead == "不是，应为一个。"


def test_where_nothing_was_agreed_what_holds_then_decides() -> None:
    rule = "摊主可以约定改进的摊架怎样分享；没有约定，事后仍不能商定的，一方改进的摊架，其他各方无权分享。"
    assert judge(understand("合同没提改进的摊架，我能分享吗"), rule, rule).verdict == "no"


def test_of_two_alternatives_the_first_is_asked() -> None:
    clause = "城市可采取补助、入股、购买服务等方式。"
    assert judge(understand("这钱能不能拿来入股，还是只能发补助？"), clause, clause).verdict == "yes"
    assert judge(understand("这钱是只能发补助吗？"), clause, clause).verdict == "no"


def test_who_asks_whether_it_is_not_allowed_even_so_is_told() -> None:
    clause = "务必于6月2日前报送，逾期不予受理。"
    judged = judge(understand("迟交一天真的不行吗"), clause, clause)
    assert (judged.verdict, judged.lead) == ("yes", "不行。")


def test_what_is_not_gone_to_be_done_makes_nothing_hold() -> None:
    clause = "以摊位出质的，质权自办理登记时设立。"
    assert judge(understand("光签字不去登记，质权算设立了吗"), clause, clause).verdict == "no"


def test_a_figure_that_is_put_as_about_so_much_is_a_cases_own() -> None:
    clause = "加摆的摊位不得超过原摊位的百分之十。"
    assert judge(understand("加摆的大概占原摊位的8%，可以吗"), clause, clause).verdict == "yes"
    assert judge(understand("加摆的大概占原摊位的12%，可以吗"), clause, clause).verdict == "no"
    assert not judge(understand("加摆的大概占原摊位的8%，对吗"), clause, clause).right


TERMS = "摊位的租期为三年，柜台的租期为两年，棚子的租期为一年，均自签约日起计算。"
SIGNED = "中选通知发出之日起三十日内，街道和摊主应当订立书面租约。"
UNUSED = "没有正当理由连续三年不摆摊的，任何人可以申请收回该摊位。"
FILED = "街道自租约签订之日起七个工作日内，应当将副本报市场处备案。"
STAFF = "联营的市场，应当有八名以上管理员和两名以上股东。"


@pytest.mark.parametrize(
    ("question", "clause", "right"),
    [
        ("中选通知发出后15日内要订租约，对吗", SIGNED, "三十日"),
        ("中选通知发出后15日内要订租约吗", SIGNED, "三十日"),
        ("中选通知发出后30日内要订租约，对吗", SIGNED, ""),
        ("我们收到中选通知10日内要订租约，对吗", SIGNED, ""),
        ("摊位连续五年不摆摊才能收回，对吗", UNUSED, "三年"),
        ("摊位租满五年才能装修，对吗", UNUSED, ""),  # of which the clause says nothing
        ("租约副本要在签订后30天内备案，对吗", FILED, "七个工作日"),
        ("租约副本要在签订后7天内备案，对吗", FILED, ""),
        ("租约副本要在签订后10天内备案，对吗", FILED, ""),  # which seven working days may take
        ("联营的市场要有五名以上管理员，对吗", STAFF, "八名以上"),
        ("联营的市场要有八名以上管理员，对吗", STAFF, ""),
        ("联营的市场要有三名以上股东，对吗", STAFF, "两名以上"),
    ],
)
def test_a_time_or_a_number_that_a_rule_is_said_to_set_is_put_right(question: str, clause: str, right: str) -> None:
    assert judge(understand(question), clause, clause).right == right


@pytest.mark.parametrize(
    ("question", "verdict"),
    [("租期都是三年吗", "no"), ("摊位的租期是三年吗", "yes")],
)
def test_one_figure_does_not_hold_of_all_where_there_are_several(question: str, verdict: str) -> None:
    assert judge(understand(question), TERMS, TERMS).verdict == verdict


def test_a_penalty_that_the_clause_does_not_name_is_neither_affirmed_nor_denied() -> None:
    fined = "摊主不订租约的，责令改正，可以处五百元罚款。"
    assert judge(understand("摊主不订租约会坐牢吗"), fined, fined).lead == ""
    grave = f"{fined}构成犯罪的，依法追究刑事责任。"
    assert judge(understand("摊主不订租约会坐牢吗"), grave, grave).lead != ""


def test_a_wrong_figure_is_put_right_without_a_verdict_on_whether_time_suffices_for_it() -> None:
    clause = "学员可以从下列手艺中选择不少于一项。"
    judgement = judge(understand("手艺必须三项全学，经费够吗？"), clause, clause)
    assert judgement.verdict is None
    assert judgement.lead.startswith("应为")
    assert judge(understand("手艺必须三项全学，是吧？"), clause, clause).verdict == "no"


@pytest.mark.parametrize(
    ("question", "verdict", "lead"),
    [
        ("一个社区不能报两个摊位，对吧", "yes", "是。"),
        ("一个社区能报两个摊位吗", "no", "不可以，应为1个，不是两个。"),
        ("一个社区不用报两个摊位吧", "no", "不是，应为1个，不是两个。"),
    ],
)
def test_who_says_that_more_than_the_rule_has_may_not_be_is_right(question: str, verdict: str, lead: str) -> None:
    rule = "每个社区可推荐1个摊位参评。"
    judged = judge(understand(question), rule, rule)
    assert (judged.verdict, judged.lead) == (verdict, lead)


def test_whose_a_right_is_does_not_decide_whether_a_deed_infringes_it() -> None:
    owned = "壁画卖出后，其版权仍归画师，壁画由买主保管。"
    assert judge(understand("买了壁画印成扇子，算不算侵权"), owned, owned).verdict is None
    barred = "未经画师许可，不得复制壁画。"
    assert judge(understand("没问画师就复制壁画，算不算侵权"), barred, barred).verdict is not None
