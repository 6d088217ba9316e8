"""Periods by what they do: to be kept to, the least, the most, or the condition of a consequence."""

import pytest

from assistant.figures.periods import period_verdict
from assistant.understanding.question import understand

LAPSE = "保管人在三个月内未提出异议的，视为保管人同意转存。"
WAITING = "自寄出之日起二十日内未收到馆方通知的，或者自寄出之日起四十日内未收到校方通知的，可以将同一展品寄给他处。"
REACHED = "有下列情形之一的，可以请求解散社团：（一）停止活动满三年；（二）因火灾，停止活动满一年。"
LEAST = "出借人收回展品的，应当提前四十五日书面通知馆方。"
MOST = "借展期限不得超过五年。超过五年的，超过部分无效。"
KEPT = "账册的保存期限不少于十年，属于重大项目的，保存期限不少于二十年。"
SPARED = "在登记日以前六个月内，有下列情形之一的，不丧失优先性：（一）在展会上首次陈列的；"
KNOWN = "追讨展品的时效为三年，自出借人知道展品下落之日起计算。"
OVERDUE = "登记申请自提交之日起两年内，可以请求审查；申请人逾期不请求审查的，该申请即被视为撤回。"
FORBIDDEN = "自撤销之日起一年内，对与该字号相同的申请，不予核准。"
DEADLINE = "应当自公告之日起三十日内订立合同。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("保管人知道转存五个月没说话，算同意了吗？", LAPSE, "yes"),
        ("保管人知道转存才两个月没说话，算同意了吗？", LAPSE, "no"),
        ("寄给馆方30天没回音，能寄给别处吗？", WAITING, "yes"),
        ("寄给校方30天没回音，能寄给别处吗？", WAITING, "no"),
        ("寄给馆方三十天没消息能不能寄给别处", WAITING, "yes"),
        ("保管人四个月没说话，他不同意转存的权利是不是没了", LAPSE.replace("同意转存", "放弃权利"), "yes"),
        ("社团停止活动两年了，能请求解散吗？", REACHED.replace("三年", "五年").replace("一年", "四年"), "no"),
        ("社团遇火灾停止活动两年了，能请求解散吗？", REACHED, "yes"),
        ("一般停止活动两年了，能请求解散社团吗？", REACHED, "no"),
        ("出借人提前60天通知馆方，够吗？", LEAST, "yes"),
        ("出借人提前30天通知馆方，够吗？", LEAST, "no"),
        ("借展签3年，可以吗？", MOST, "yes"),
        ("借展签了五年，可以吗？", MOST, "yes"),
        ("借展五年过了，还可以吗？", MOST, "no"),
        ("展品丢了不报也是五年吗", MOST, None),
        ("借展签8年，可以吗？", MOST, "no"),
        ("普通账册存了12年，能销毁吗？", KEPT, "yes"),
        ("重大项目的账册存了12年，能销毁吗？", KEPT, "no"),
        ("在展会上陈列才4个月，会不会丧失优先性？", SPARED, "no"),
        ("在展会上陈列，三个月后再登记还来得及吗？", SPARED, "yes"),
        ("在展会上陈列，八个月后再登记还来得及吗？", SPARED, "no"),
        ("在展会上陈列都8个月了，会不会丧失优先性？", SPARED, "yes"),
        ("提交一年半没请求审查，是不是已经算撤回了？", OVERDUE, "no"),
        ("提交两年零三个月没请求审查，是不是已经算撤回了？", OVERDUE, "yes"),
        ("提交一年了没请求审查，还来得及吗？", OVERDUE, "yes"),
        ("字号撤销半年了，相同的申请能核准吗？", FORBIDDEN, "no"),
        ("字号撤销一年半了，相同的申请能核准吗？", FORBIDDEN, "yes"),
        ("公告20天了还没订合同，算违规吗？", DEADLINE, "no"),
        ("公告后20天订了合同，没迟吧？", DEADLINE, "yes"),
        ("公告后40天才订合同，没超期吧？", DEADLINE, "no"),
        ("公告发了，第三周就把合同订了，时间上没问题吧", DEADLINE, "yes"),
        ("公告发了，第六周才把合同订了，时间上没问题吧", DEADLINE, "no"),
    ],
)
def test_the_time_told_is_set_against_what_the_period_does(question: str, clause: str, verdict: str) -> None:
    assert period_verdict(understand(question), clause) == verdict


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("异议期限是五个月吗？", LAPSE),  # a claim of the rule
        ("听说提前60天通知就行？", LEAST),
        ("账册要保存20年吗？", KEPT),
        ("停业整顿八个月了，算违规吗？", "责令停业六个月以上一年以下。"),  # a penalty sets no time to a case
        ("保管人五个月没说话，会罚款吗？", LAPSE),  # neither the consequence nor its opposite
        ("展品五年前就丢了，去年才知道在谁手里，还能追讨吗", KNOWN),
    ],
)
def test_what_is_not_certain_has_no_verdict(question: str, clause: str) -> None:
    assert period_verdict(understand(question), clause) is None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("馆长走了，题名权还有吗？", "yes"),
        ("题名权会过期吗？", "no"),
        ("题名权不会过期吧？", "yes"),
        ("题名权谁给的？", None),
    ],
)
def test_what_has_no_end_lasts(question: str, verdict: str | None) -> None:
    assert period_verdict(understand(question), "题名权的保护期不受限制。") == verdict


def test_an_item_on_a_line_of_its_own_is_read_with_what_introduces_it() -> None:
    listed = "申请换发展照的社团，应当符合下列条件：\n（一）在本馆登记，实际布展满两年；"
    assert period_verdict(understand("我们布展了7个月，能申请换发展照吗"), listed) == "no"
    assert period_verdict(understand("我们布展了30个月，能申请换发展照吗"), listed) == "yes"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("领补贴的船三年后卖到外县，要退补贴吗", "yes"),
        ("领补贴的船六年后卖到外县，要退补贴吗", "no"),
    ],
)
def test_what_is_due_where_something_is_done_within_a_time(question: str, verdict: str) -> None:
    rule = "领取补贴之日起五年内卖到外县的，应当退回补贴。"
    assert period_verdict(understand(question), rule) == verdict
