"""A measure that a reader added: whose case it is decides which of its clauses tells."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant

BOATS = """2031年度柳湾市渔船更新补贴办法
第一章 申请
第一条 甲类船主、乙类船主可以申请渔船更新补贴，丙类船主可以申请网具补贴。
第二条 渔政人员和参照渔政人员管理的人员不适用本办法。
第三条 每年3月1日至3月31日申请，逾期不予受理。
第四条 船员离船三天以内的，由船长批准；三天以上十天以内的，由船队批准；十天以上的，由渔业站批准。
第二章 补贴
第五条 木壳船按照造价的20%补贴，钢壳船按照造价的35%补贴，玻璃钢船按照造价的50%补贴。
第六条 单船造价低于2万元的，不予补贴。
第七条 补贴以油票形式发放，油票可以结转到下一季使用。油票不得兑换现金，不得转让。
第八条 渔船更新补贴和网具补贴不得同时享受。逾期还贷的，不予补贴。
第九条 领取补贴后未满五年卖船的，退还补贴的一半；未满两年卖船的，全部退还。
第十条 船主有下列情形之一的，自次年起停发补贴：
（一）迁出本市的；
（二）连续六个月未出海的。
第十一条 渔业站收到申请后公示，对公示有异议的，应当在10日内向市渔业局提出；市渔业局应当在15日内作出决定。
第十二条 骗取补贴的，三年内不得申请；情节严重的，五年内不得申请。
第十三条 单船补贴不超过8万元。一年内未年检两次的，给予警告；三次的，取消资格。
第十四条 购买客船保险的，按照保费的30%补助；碰撞险按照60%补助。
第十五条 本办法有效期四年。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("measures"), boats=BOATS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        ("柳湾市的油票能换成现金吗", "不得兑换现金", "no"),
        ("柳湾市的油票能退现金吗", "不得兑换现金", "no"),
        ("柳湾市1万5的船，给不给补贴", "低于2万元", "no"),
        ("柳湾市船贷晚还了几天，还能补贴吗", "逾期还贷", "no"),
        ("柳湾市渔船更新补贴和网具补贴能一起拿吗", "不得同时享受", "no"),
        ("柳湾市渔政人员能认定成船主吗", "不适用本办法", "no"),
        ("柳湾市4月5号交申请还收吗", "3月31日", "no"),
        ("我在柳湾市七个月没出海了，还会发补贴吗", "连续六个月", "no"),
        ("柳湾市油票能转给邻居用吗", "不得转让", "no"),
        ("柳湾市去年造价1.5万的船，给不给补贴", "低于2万元", "no"),
        ("柳湾市乙类船主能申请渔船更新补贴吗", "乙类船主", "yes"),
    ],
)
def test_the_clause_decides_that_the_case_falls_under(
    assistant: Assistant, question: str, said: str, verdict: str
) -> None:
    answer = assistant.ask(question)
    assert (said in answer.text, answer.verdict) == (True, verdict)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柳湾市领了补贴，一年半就把船卖了，要退多少", "全部退还"),
        ("柳湾市领了补贴，三年就把船卖了，要退多少", "退还补贴的一半"),
        ("柳湾市造一条10万元的钢壳船能支持多少", "3.5万元"),
        ("柳湾市船员要离船2天找谁批", "由船长批准"),
        ("柳湾市补贴申请多久有结果", "15日内作出决定"),
        ("柳湾市单船最多补多少", "不超过8万元"),
        ("柳湾市客船保险的保费补助比例多少", "保费的30%"),
        ("柳湾市情节严重的骗补，几年不能申请", "五年内不得"),
        ("柳湾市两次没年检怎么处理", "给予警告"),
        ("柳湾市渔船更新补贴办法到什么时候失效", "有效期四年"),
    ],
)
def test_the_step_is_told_that_the_case_is_in(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


def test_what_is_asked_besides_of_a_thing_unsaid_is_refused_with_it(assistant: Assistant) -> None:
    assert assistant.ask("柳湾市灯塔有补助吗？多少钱一座").coverage == "none"


@pytest.mark.parametrize(
    "question",
    [
        "柳湾市丁类船主能申请渔船更新补贴吗",
        "柳湾市丁类船主可以申请什么补贴",
        "柳湾市渔船有丧葬补助吗",
        "柳湾市渔船的验船费能报销吗",
        "柳湾市渔业站几点开门",
    ],
)
def test_what_is_said_of_others_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused
