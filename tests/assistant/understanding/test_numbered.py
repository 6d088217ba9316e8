"""The questions that a message numbers are asked one behind the other."""

import pytest

from assistant.understanding.numbered import unnumbered_questions
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("1、谁来办？2、几天办好？", "谁来办？几天办好？"),
        ("1.停车费 2.押金 3.电话", "停车费？押金？电话？"),
        ("请问：（1）押金多少；（2）能不能退", "请问：押金多少？能不能退？"),
        ("想问①押金多少②几天退", "想问押金多少？几天退？"),
        ("一、谁来办 二、几天办好", "谁来办？几天办好？"),
    ],
)
def test_numbers_are_taken_off(message: str, asks: str) -> None:
    assert unnumbered_questions(message) == asks


@pytest.mark.parametrize(
    "message",
    [
        "1、谁来办？",
        "选1、2项可以吗",
        "2.押金 3.电话",
        "第三、（一）1.讲什么",
        "1.5亿元和2.5亿元差多少",
        "3月1日前、2日后都行吗",
    ],
)
def test_other_numbers_are_left(message: str) -> None:
    assert unnumbered_questions(message) == message


def test_they_are_what_a_message_asks() -> None:
    assert understand("1、谁来办？2、几天办好？").original == "谁来办？几天办好？"
