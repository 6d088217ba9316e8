"""The words that begin the answer to a yes-no question."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.lead import lead_of


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("我们想推两个市，行不行", "行。", "不行。"),
        ("这样够线了吧", "够。", "不够。"),
        ("有年龄限制没有", "有。", "没有。"),
        ("直接寄过去可以不", "可以。", "不可以。"),
        ("贯标完成了一百八十家，够数没", "够。", "不够。"),
        ("达到目标没有", "达到。", "没有达到。"),
        ("任务完成了没", "完成了。", "没有完成。"),
        ("这样合格不", "合格。", "不合格。"),
        ("给不给补", "给。", "不给。"),
        ("转手卖掉犯法吗", "犯法。", "不犯法。"),
        ("文件赞成吗", "赞成。", "不赞成。"),
        ("5月底交还收吗", "还收。", "不收。"),
        ("是不是不够", "是。", "不是。"),
        ("要发够三单才行吗", "是。", "不是。"),
        ("借书只要登记吗", "是。", "不是。"),
        ("主要靠志愿者吗", "是。", "不是。"),
        ("借书還要唔要登記", "需要。", "不需要。"),
        ("是要比着评的吗", "是。", "不是。"),
        ("会不会被退回来", "会。", "不会。"),
        ("是从2015年起算吗", "是。", "不是。"),
        ("不能发工资吧", "是。", "不是。"),
        ("只占三成，过得了关不", "过得了关。", "过不了关。"),
        ("到明年还受保护吗", "受保护。", "不受保护。"),
        ("没登记，质权成立了没？", "成立。", "没有成立。"),
        ("不管好坏都一样给，是这样吧", "是。", "不是。"),
        ("包不包括高校", "包括。", "不包括。"),
        ("摆到路中间违不违法", "违法。", "不违法。"),
        ("照着画一幅侵不侵权", "侵权。", "不侵权。"),
        ("每年涨三成，过关吗", "过关。", "不过关。"),
        ("帮一百家，够指标吗", "够。", "不够。"),
        ("能不让他摆摊吗", "可以。", "不可以。"),
        ("碰坏了展品还得赔钱吗", "需要。", "不需要。"),
        ("这会儿我已经是摊主了吗", "是。", "不是。"),
        ("只留了一成，合规矩吗", "合规。", "不合规。"),
        ("宣告无效之前付的钱能要回来吗", "可以。", "不可以。"),
    ],
)
def test_the_questions_own_predicate(question: str, yes: str, no: str) -> None:
    assert (lead_of(understand(question), "yes"), lead_of(understand(question), "no")) == (yes, no)


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("比例安排了三成，不合规吧", "是。", "不是。"),
        ("只办了八场，不达标吧", "是。", "不是。"),
        ("会不会不合规", "会。", "不会。"),
        ("会不会被说不达标", "会。", "不会。"),
        ("五个评委，符合要求吗", "符合。", "不符合。"),
        ("有效期是五年吧", "是。", "不是。"),
        ("股权这种方式能不能用", "可以。", "不可以。"),
        ("合不合规", "合规。", "不合规。"),
        ("这样合法吗", "合法。", "不合法。"),
        ("合不合法", "合法。", "不合法。"),
        ("不写收据违法吗", "违法。", "不违法。"),
        ("评审是不是公开的", "是。", "不是。"),
        ("要不要盖章", "需要。", "不需要。"),
    ],
)
def test_the_first_word_never_says_the_opposite(question: str, yes: str, no: str) -> None:
    assert (lead_of(understand(question), "yes"), lead_of(understand(question), "no")) == (yes, no)


def test_who_asks_whether_the_late_are_taken_is_answered_so() -> None:
    assert lead_of(understand("晚了还给收吗"), "no") == "不收。"


@pytest.mark.parametrize(
    ("question", "no"),
    [
        ("迟交还收件吗", "不收。"),
        ("余款一定给吗", "不一定。"),
        ("补助是一次性给吗", "不是。"),
        ("补助平均发吗", "不是。"),
    ],
)
def test_a_manner_is_denied_and_not_the_deed(question: str, no: str) -> None:
    assert lead_of(understand(question), "no") == no
