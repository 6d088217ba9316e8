"""What a message says of its asker alone is no part of its question; what tells a case stays."""

import pytest

from assistant.assistant import Assistant
from assistant.understanding.framing import is_frame, without_frame
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("请教一下各位老师，桥几点开", "桥几点开"),
        ("我们科里刚换领导，啥都不清楚，他让我打听一下桥几点开", "桥几点开"),
        ("桥几点开？急，在线等，谢谢了", "桥几点开？"),
        ("那个，我想问下啊，就是，桥几点开", "桥几点开"),
        ("这几天正赶材料，脑子都乱了，桥几点开", "桥几点开"),
        ("不好意思打扰了，文件太长我没细看，桥几点开", "桥几点开"),
        ("昨天开会吵了半天也没吵明白，我就想弄清楚一件事：桥几点开", "桥几点开"),
        ("這塊我是外行，橋幾點開", "橋幾點開"),
        ("我是区水利局的，刚接手桥梁检修这块，先问下桥几点开", "桥几点开"),
        ("请问桥几点开", "桥几点开"),
        ("车能过桥么，知道的说一声", "车能过桥么"),
    ],
)
def test_the_question_is_left(message: str, asks: str) -> None:
    assert without_frame(message) == asks


@pytest.mark.parametrize(
    "message",
    [
        "卖的是假货，我不知道，要赔吗",
        "催了好久，不付款怎么办",
        "签了字，我没看清楚，还能反悔吗",
        "已经确认了，还能改吗",
        "我刚入职，发明算谁的",
        "第一次，罚多少",
        "我想咨询电话号码",
        "我是学校的，能停吗",
        "损失说不清楚，赔多少",
        "我不知道能不能停",
        "谢谢",
        "不好意思，麻烦了",
    ],
)
def test_what_may_be_a_fact_of_the_case_stays(message: str) -> None:
    assert without_frame(message) == message


def test_a_frame_says_that_something_is_not_known_or_is_asked() -> None:
    assert is_frame("我也说不清楚")
    assert not is_frame("我们单位的人")  # every word frames questions, none tells why it is asked


def test_a_framed_question_is_understood_as_the_bare_one(assistant: Assistant) -> None:
    framed = understand("领导让我问问，骑电动自行车要满几岁？我也说不清楚，麻烦指点一下")
    assert framed.original == "骑电动自行车要满几岁？"
    assert assistant.ask("新来的搞不懂，骑电动自行车要满几岁？电话也打不通").text.startswith("《骑行法》第二条第二款")
