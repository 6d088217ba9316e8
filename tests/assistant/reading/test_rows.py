"""The row of a table that a question means."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant

STALLS = """柳湾市夜市摊位优惠办法
一、优惠
优惠率见下表。
营业额：30万元以下，优惠率：70%
营业额：30万元以上80万元以下，优惠率：55%
营业额：80万元以上，优惠率：40%
二、贴息
贴息率见下表。
贷款额：40万元以下，贴息率：60%
贷款额：40万元以上，贴息率：45%
三、收摊
摊主每晚11点收摊。
"""
FERRY = """石桥渡口收费公示
货车过渡按载重收费：
载重：5吨以下，每车次收费：30元
载重：5吨以上不足12吨，每车次收费：55元
载重：12吨以上，每车次收费：90元
渡口晚上九点停渡。
"""
BICYCLES = """白沙县自行车补助办法
一、标准
补助标准见下表。
车型：童车，对象：车铺，补助比例：50%，最高补助额：3万元
车型：童车，对象：学校，补助比例：20%，最高补助额：1万元
车型：货车，对象：菜场，补助比例：30%，最高补助额：6万元
车型：合计，最高补助额：10万元
二、问答
问：车铺卖二手车吗？答：不卖。
问：学校领童车的钥匙在哪里？答：在门房。
三、申请
车铺每年向县交通局申请。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("rows"), stalls=STALLS, bicycles=BICYCLES, ferry=FERRY) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柳湾市营业额20万元的优惠率是多少", "优惠率：70%。"),
        ("柳湾市50万元营业额优惠率是多少", "优惠率：55%。"),
        ("柳湾市营业额90万元，优惠率多少", "优惠率：40%。"),
        ("石桥渡口货车载重8吨，每车次收费多少", "每车次收费：55元"),  # each row is a passage of its own
        ("石桥渡口货车载重3吨，每车次收费多少", "每车次收费：30元"),
        ("柳湾市贷款50万元，贴息率多少", "贴息率：45%。"),
        ("柳湾市50万元贷款贴息率是多少", "贴息率：45%。"),
        ("柳湾市贷款10万元贴息率是多少", "贴息率：60%。"),
        ("柳湾市营业额300万元，优惠率多少", "优惠率：40%。"),  # 30万元 is none of its words
    ],
)
def test_the_row_whose_bracket_holds_the_amount(assistant: Assistant, question: str, said: str) -> None:
    assert assistant.ask(question).text.startswith(said)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("白沙县最高补助额合计多少", True),
        ("白沙县补助一共最高多少", True),
        ("白沙县货车一共补多少", False),
        ("白沙县给多少钱刷漆", False),
        ("白沙县货车最高补助多少", False),
    ],
)
def test_a_total_is_told_only_to_who_asks_for_one(assistant: Assistant, question: str, told: bool) -> None:
    assert ("合计" in assistant.ask(question).text.partition("车型")[2]) == told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("白沙县童车分别补助多少", ("车铺", "学校")),
        ("白沙县童车最高补助多少", ("车铺", "学校")),
        ("白沙县学校的童车最高补助多少", ("学校",)),
        ("白沙县货车最高补助多少", ("菜场",)),
        ("柳湾市营业额90万元的优惠率分别是多少", ("40%",)),
        ("柳湾市各档营业额的优惠率分别是多少", ("70%", "55%", "40%")),
    ],
)
def test_rows_of_a_class_are_told_together(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = assistant.ask(question).text
    told = [word for word in ("车铺", "学校", "菜场", "70%", "55%", "40%") if word in text]
    assert told == list(said)


def test_what_the_first_column_has_is_listed(assistant: Assistant) -> None:
    assert assistant.ask("白沙县补助标准表里有哪些车型").text.startswith("车型（共2项）：童车、货车。")


def test_what_is_asked_and_answered_is_no_row(assistant: Assistant) -> None:
    assert "门房" in assistant.ask("白沙县学校童车的钥匙分别在哪里领").text
