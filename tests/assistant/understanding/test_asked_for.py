"""Whether a stretch states what is asked for."""

import pytest

from assistant.understanding.asked_for import asks_change, carries, deed_in_time, deed_said, goes_by_name, mentions
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        ("要支持几所高校？", "支持高校院所建设。", -1.0),
        ("要支持几所高校？", "支持高校院所5所以上。", 1.0),
        ("要支持几所高校？", "支持3个单位。", -1.0),
        ("要培训多少人次？", "一是加强人才培训。", -1.0),
        ("专家有多少人？", "专家应当有5名以上。", 0.0),
        ("几个工作日答复？", "资金下达的2个月内印发方案。", -1.0),
        ("几个工作日答复？", "七个工作日内作出答复。", 1.0),
        ("要打造几个品牌？", "一是打造若干品牌。", -1.0),
        ("要打造几个品牌？", "一是打造品牌。", 0.0),
        ("How many brands are built?", "一是打造品牌。", 0.0),
        ("How many brands must be built at the least?", "一是打造品牌。", -1.0),
        ("贴息贴几个点？", "一是加大贷款利息补贴力度。", -1.0),
        ("要发行几档蓝莓基金？", "推动发行蓝莓基金2只以上。", 1.0),  # as Taiwan counts what is issued
        ("要发行几档蓝莓基金？", "建设2个果园。", -1.0),
        ("要发行几档樱桃债券？", "推动发行蓝莓基金2只以上。", -1.0),
        ("蓝莓基金的奖励分几档？", "推动发行蓝莓基金2只以上。", -1.0),
    ],
)
def test_only_the_unit_asked_for_tells_how_many(question: str, text: str, kind: float) -> None:
    assert carries(understand(question), text) == kind


@pytest.mark.parametrize(
    ("question", "clause", "mentioned"),
    [
        ("收了红包会怎么样", "给予警告，并处罚款。", 1.0),
        ("收了红包会怎么样", "不得收受财物。", -1.0),
        ("收了红包怎么罚", "可以并处罚款。", 1.0),
        ("收了红包怎么罚", "依法追究刑事责任。", 0.0),
        ("收了红包怎么罚", "不得收受财物。", -1.0),
    ],
)
def test_what_comes_of_a_deed_is_told_by_what_is_done_about_it(question: str, clause: str, mentioned: float) -> None:
    assert mentions(understand(question), clause) == mentioned


@pytest.mark.parametrize(
    ("question", "text", "passed_over"),
    [
        ("登记费涨了没有", "登记费的标准由省级物价部门规定。", True),
        ("报名日期推迟了吗", "报名于6月1日截止。", True),
        ("登记费涨了没有", "登记费每年涨百分之三。", False),
        ("地址改了要登记吗", "登记费的标准由省级物价部门规定。", False),
    ],
)
def test_a_change_is_told_only_by_a_text_that_speaks_of_it(question: str, text: str, passed_over: bool) -> None:
    assert asks_change(understand(question), text) is passed_over


def test_how_a_deed_is_fined_is_told_by_a_text_that_says_the_deed() -> None:
    rule = "盗伐林木的，处林木价值五倍以上十倍以下的罚款。"
    assert deed_said(understand("盗伐林木罚几倍"), rule) == 1.0
    assert deed_said(understand("酒后开船罚多少钱"), rule) < 0.5
    assert deed_said(understand("船队有几条船"), rule) == 1.0
    assert deed_said(understand("被罚的船主不服能告吗"), "对罚款不满意的，可以起诉。") == 1.0  # asks for no fine
    told = "邻居半夜开船，声音很大，吵得大家睡不着，要罚多少"
    assert deed_said(understand(told), rule) == 1.0  # at length, in words no rule has


@pytest.mark.parametrize("question", ["会长是什么学历", "会长有年龄限制吗", "秘书的手机", "秘书在几楼"])
def test_what_is_told_only_by_its_name(question: str) -> None:
    assert goes_by_name(understand(question))
    assert not goes_by_name(understand("会长由谁选"))


def test_who_is_a_man_or_a_woman_is_named_so_in_rules() -> None:
    assert mentions(understand("男的几点能进澡堂"), "男宾十点入场，女宾八点入场。") > 0
    assert mentions(understand("女的能当船长吗"), "船长由会员选举产生。") < 0


def test_of_how_many_parts_asks_for_a_share() -> None:
    assert "share" in understand("会费按收入的千分之几收").sought


def test_what_is_told_of_a_case_is_not_asked_for() -> None:
    assert not understand("复印几页书发给学生，要不要付钱").measures
    assert understand("能复印几页").measures


def test_when_it_is_told_apart_is_told() -> None:
    assert carries(understand("什么时候评？"), "评审安排另行通知。") == 1.0


def test_by_what_standard_is_told_by_one_or_by_how_it_is_judged() -> None:
    question = understand("受灾较重的剧院按什么标准认定？")
    assert mentions(question, "重点扶持受灾较重的剧院。") == -1.0
    assert mentions(question, "受灾较重由县里认定。") == 1.0
    assert mentions(question, "标准由县里制定。") == 1.0


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        ("入股的给多少？", "从股份中提取不低于百分之五十的比例。", 1.0),
        ("加购的金额上限是多少？", "加购不超过原合同金额百分之十的。", 1.0),
        ("入股的给多少钱？", "从股份中提取不低于百分之五十的比例。", -1.0),
        ("展品名签保留多久？", "展品名签的保留期限不受限制。", 1.0),
        ("展品名签保留多久？", "展品名签的颜色不受限制。", -1.0),
        ("什么时候起要交年费？", "自被授予展位的当年开始缴纳年费。", 1.0),
    ],
)
def test_how_much_may_be_a_part_and_when_an_event(question: str, text: str, kind: float) -> None:
    assert carries(understand(question), text) == kind


def test_some_ten_thousand_are_asked_for() -> None:
    assert "amount" in understand("一家能拿几万块奖励？").sought


def test_what_is_asked_in_english_is_said_in_chinese() -> None:
    assert mentions(understand("What's the fine for bribes?"), "处十万元以下的罚款。") == 1
    assert mentions(understand("Is there a template for the form?"), "按照模板填写。") == 1
    assert mentions(understand("Is there a template for the form?"), "应当填写表格。") == -1


def test_until_when_a_document_holds_is_said_by_its_term() -> None:
    asked = understand("夜市办法什么时候失效")
    assert mentions(asked, "本办法自2031年1月1日起施行，有效期5年。") > 0
    assert mentions(asked, "摊主应当在3日内答复。") < 0


def test_interest_that_is_paid_for_somebody_is_told_by_its_own_word() -> None:
    assert mentions(understand("通知里对贴息怎么说"), "加大对果园贷款利息的补助。") == 1.0
    assert mentions(understand("通知里对贴息怎么说"), "加大对果园的补助。") == -1.0


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("退票要在几天内申请", "申请"),
        ("查票不服多久内可以申诉？", "申诉"),
        ("几天内", ""),
        ("申诉要几天", ""),
        ("谁来申诉", ""),
    ],
)
def test_the_deed_whose_time_is_asked_for(text: str, deed: str) -> None:
    assert deed_in_time(understand(text).text) == deed


@pytest.mark.parametrize(
    "question", ["交了800元押金，房东毁约，赔我多少钱", "房东毁约赔多少钱", "房东毁约，我能要回多少"]
)
def test_so_many_times_an_amount_tells_how_much(question: str) -> None:
    assert carries(understand(question), "出租人毁约的，双倍返还押金。") == 1.0
    assert carries(understand(question), "出租人毁约的，返还押金。") == -1.0


def test_what_is_taken_off_is_told_by_a_word_for_that() -> None:
    assert mentions(understand("拖欠租金会扣多少"), "拖欠租金的，扣减押金。") > 0
    assert mentions(understand("拖欠租金会扣多少"), "承租人应当按月交租。") < 0
