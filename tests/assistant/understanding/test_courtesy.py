"""What is said out of courtesy around a question is no part of it."""

import pytest

from assistant.assistant import Assistant
from assistant.understanding.courtesy import without_courtesy
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("你能告诉我桥几点开吗？", "桥几点开？"),
        ("能不能给我说说停车费怎么算", "停车费怎么算"),
        ("可以列一下收费项目吗", "收费项目"),
        ("您知道老城区还能停车吗", "老城区还能停车吗"),
        ("你知道一张卡多少钱吗", "一张卡多少钱"),
        ("请问能不能帮我看看，押金要交几次", "押金要交几次"),
        ("桥几点开，能告诉我吗", "桥几点开"),
        ("我的车丢了，能给我说说怎么办吗", "我的车丢了，怎么办"),
        ("可唔可以話我知條橋幾時開", "條橋幾時開"),
        ("您能給我講一下收費標準嗎", "收費標準"),
        ("判断：一张卡可以停三次。", "一张卡可以停三次，对吗"),
        ("判断题：一张卡可以停三次，对还是错", "一张卡可以停三次，对吗"),
        ("押金会退，这个说法正确还是错误？", "押金会退，对吗"),
        ("听说押金会退，真的假的", "听说押金会退，对吗"),
        ("押金会退，是真的还是假的？", "押金会退，对吗"),
        ("押金会退，是真是假", "押金会退，对吗"),
        ("Could you please tell me when the bridge opens?", "when the bridge opens?"),
        ("Can you list the fees?", "list the fees?"),
        ("can i know whether dogs are allowed", "is it true that dogs are allowed"),
    ],
)
def test_only_what_is_asked_is_left(message: str, asks: str) -> None:
    assert without_courtesy(message) == asks


@pytest.mark.parametrize(
    "message",
    [
        "企业能说明一下情况吗",
        "可以提供复印件吗",
        "能给我多少钱",
        "可以给我们讲课的老师发补助吗",
        "大家知道的牌子算驰名吗",
        "可以列入预算吗",
        "老师来了，可以给我们讲课吗",
        "你能帮我吗",
        "判断一下我们能不能停",
        "对还是错",
        "能告诉我吗",
        "Can we use the bridge at night?",
        "May I apply twice?",
    ],
)
def test_what_asks_for_a_deed_is_left_as_it_is(message: str) -> None:
    assert without_courtesy(message) == message


def test_a_request_to_be_told_gets_no_verdict(assistant: Assistant) -> None:
    answer = assistant.ask("你能告诉我骑电动自行车要满几岁吗？")
    assert answer.verdict is None
    assert answer.text.startswith("《骑行法》第二条第二款：骑行电动自行车的，应当年满十六周岁")
    assert answer.question == "你能告诉我骑电动自行车要满几岁吗？"


@pytest.mark.parametrize("message", ["is a helmet required", "can the money be used for lamps", "do we need a permit"])
def test_english_asks_for_a_verdict_without_a_question_mark(message: str) -> None:
    assert understand(message).yes_no


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("Does it say how long a berth is let?", "how long a berth is let?"),
        (
            "Does the Act specify who pays for the lamps?",
            "who pays for the lamps according to the Act?",
        ),
        (
            "Can you tell me whether the by-law states when the gate closes?",
            "when the gate closes according to the by-law?",
        ),
    ],
)
def test_what_a_text_says_is_asked_and_no_yes_or_no(message: str, asks: str) -> None:
    assert without_courtesy(message) == asks
    assert not understand(message).yes_no


@pytest.mark.parametrize(
    "message",
    [
        "Does the by-law say that dogs are allowed?",
        "Does the owner state the price?",
        "Do owners tell when they go?",
    ],
)
def test_whether_something_is_said_or_done_is_asked_as_it_stands(message: str) -> None:
    assert without_courtesy(message) == message
    assert understand(message).yes_no
