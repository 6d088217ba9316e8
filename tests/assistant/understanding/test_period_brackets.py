"""Times that a case tells, and the brackets of scales by them."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant
from assistant.figures.claimed_values import tells_case, wrong_values
from assistant.understanding.period_brackets import of_case, period_bracketed
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("船龄15年的渡船还能开几年", True),
        ("摆摊摆了好久，经营6年能减多少", True),
        ("修车用了三年的自行车要交多少", True),
        ("为什么摊位只租给5年", False),
        ("押金3年内退吗", False),
        ("结婚10年后怎么办", False),
    ],
)
def test_the_times_that_a_case_tells(text: str, of: bool) -> None:
    question = understand(text)
    assert any(of_case(question, value) for value in question.values) == of


@pytest.mark.parametrize(
    ("text", "bracket", "inside"),
    [
        ("经营6年减几成", "经营满2年不满5年的，减一成", -1),
        ("经营6年减几成", "满5年的，减三成", 1),
        ("经营5年减几成", "经营满2年不满5年的，减一成", -1),
        ("经营三年一年减几成", "未满两年的，不减", -1),
        ("经营一年减几成", "未满两年的，不减", 0),
        ("经营了一年减几成", "未满两年的，不减", 1),
        ("用了四年的车赔多少", "使用四年以上的，赔一半", 1),
        ("经营6年减几成", "每满3年另减一成", 0),
        ("经营6年减几成", "租期最长不超过8年", 0),
        ("30天减几成", "满5年的，减三成", 0),
    ],
)
def test_the_bracket_that_a_time_falls_into(text: str, bracket: str, inside: int) -> None:
    assert period_bracketed(understand(text), bracket) == inside


def test_a_time_that_a_case_tells_is_no_claim() -> None:
    rule = "渡船的营运年限与船龄之和不得超过40年。"
    assert tells_case(understand("船龄15年的渡船最长还能营运几年"), rule)
    asked = understand("经营6年减五成对吗")
    assert [right.text for _, right in wrong_values(asked, "满5年不满9年的，减三成")] == ["三成"]


MARKET = """柳湾市夜市租金规定
一、租金减免
经营满2年不满5年的，租金减免100元；满5年不满9年的，300元；满9年的，500元。
二、摊位车辆
摊位车辆的使用年限与车龄之和不得超过12年。
三、收摊
摊主每晚11点收摊。
"""
OTHER = """柳湾市夜市人才补贴规定
一、补贴
摊主每月补贴200元，学徒每月补贴100元，每人一次最多领三个月。
二、材料
领取补贴要交身份证。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("brackets"), market=MARKET, other=OTHER) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柳湾市夜市经营3年租金减免多少", "经营满2年不满5年的，租金减免100元。"),
        ("柳湾市夜市经营6年租金减免多少", "经营满5年不满9年的，300元。"),
        ("柳湾市夜市经营12年租金减免多少", "经营满9年的，500元。"),
        ("柳湾市夜市车龄5年的摊位车辆最长还能使用几年", "摊位车辆的使用年限与车龄之和不得超过12年。"),
    ],
)
def test_a_case_is_told_its_bracket(assistant: Assistant, question: str, said: str) -> None:
    assert assistant.ask(question).text.startswith(said)
