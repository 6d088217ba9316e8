import time

import pytest

from assistant.assistant import Assistant
from assistant.talk.small_talk import answer_small_talk, is_small_talk
from assistant.understanding.asking import YES_NO


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("谢谢你", "不客气"),
        ("好的，谢谢", "不客气"),
        ("多謝曬", "不客气"),
        ("拜拜", "再见"),
        ("算了不问了", "再见"),
        ("你能做什么", "按收录的"),
        ("你能干嘛", "按收录的"),
        ("你是机器人还是真人", "不是真人"),
        ("谁开发的你", "不是真人"),
        ("你好！", "您好"),
        ("嗨", "您好"),
        ("在吗", "您好"),
        ("好吧", "请继续问"),
        ("OK", "请继续问"),
        ("哈哈哈哈", "请继续问"),
        ("你太厉害了", "谢谢"),
        ("你真笨", "抱歉"),
        ("你说的啥玩意儿，垃圾", "抱歉"),
        ("讲个笑话吧", "帮不上忙"),
        ("今天天气怎么样", "帮不上忙"),
        ("thanks a lot!", "You are welcome"),
        ("good morning", "Hello"),
        ("who are you?", "I am"),
        ("what can you do", "I am"),
    ],
)
def test_small_talk_is_answered_as_a_person_would(message: str, reply: str) -> None:
    assert is_small_talk(message)
    assert reply in answer_small_talk(message).text


@pytest.mark.parametrize(
    ("message", "refused"), [("讲个笑话吧", True), ("外面下雨了吗", True), ("谢谢你", False), ("嗨", False)]
)
def test_what_is_asked_and_not_answered_is_refused(message: str, refused: bool) -> None:
    assert answer_small_talk(message).refused == refused


@pytest.mark.parametrize(
    "text",
    [
        "你好，材料什么时候交？",
        "谢谢，那隔离带的呢",
        "好的那第二项呢",
        "对吗",
        "好吧？",
        "行不行",
        "可以吗",
        "垃圾怎么分类",
        "谁开发的软件算谁的",
        "水电费能不能用",
        "sure?",
        "thanks, and the address?",
        "right of appeal",
    ],
)
def test_a_question_is_no_small_talk(text: str) -> None:
    assert not is_small_talk(text)


def test_what_can_be_cut_in_many_ways_is_judged_at_once() -> None:
    began = time.perf_counter()
    assert not is_small_talk("好好哦哦嗯嗯" * 6 + "第")
    assert time.perf_counter() - began < 0.1


def test_what_for_asks_for_no_yes() -> None:
    assert not YES_NO.search("这笔钱能用来干嘛")
    assert YES_NO.search("这样可以嘛")


def test_small_talk_cites_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("你能干嘛")
    assert (answer.refused, answer.citations, answer.verdict) == (False, (), None)
