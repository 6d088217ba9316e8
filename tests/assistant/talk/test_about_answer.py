from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from own_texts import document_of

from assistant.answer import Answer, Turn
from assistant.assistant import Assistant
from assistant.talk.about_answer import about_answer, kind_of, last_exchange
from assistant.talk.conversation import rewrite
from assistant.understanding.question import understand
from store.builder import build_index
from store.index import Index
from store.settings import Settings


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("根据哪条", "ground"),
        ("哪一条写的", "ground"),
        ("法律依据是啥", "ground"),
        ("原文怎么说", "ground"),
        ("把原文贴出来", "ground"),
        ("source?", "ground"),
        ("确定？", "doubt"),
        ("真的假的", "doubt"),
        ("你没搞错吧", "doubt"),
        ("你确定是8天？不是6天？", "doubt"),
        ("我怎么听说是九年", "doubt"),
        ("说人话", "shorter"),
        ("太长了，简单说", "shorter"),
        ("用大白话讲一遍", "shorter"),
        ("总结一下", "shorter"),
        ("为什么这么规定", "reason"),
        ("为啥罚这么重", "reason"),
        ("why?", "reason"),
        ("2029年也还是这么分工吗", "later"),
        ("明年还是这样吗", "later"),
        ("以后也照旧吗", "later"),
    ],
)
def test_what_is_wanted_of_the_answer_before(message: str, kind: str) -> None:
    assert kind_of(message) == kind


@pytest.mark.parametrize(
    "message",
    [
        "根据哪条申请复议",
        "原文件要交吗",
        "为什么要划定路权",
        "总结一下这几个指标",
        "确定车道的是谁",
        "可以吗",
        "是5天吗",
        "明年还能报吗",
        "明年也要这么多材料，还收费吗",
        "以后由谁来管",
    ],
)
def test_a_question_of_its_own_is_not_about_the_answer(message: str) -> None:
    assert kind_of(message) is None


def test_the_topic_stays_through_small_talk_and_doubt() -> None:
    history = [Turn("user", "必做任务有哪些？"), Turn("assistant", "共4项。")]
    history += [Turn("user", "谢谢"), Turn("assistant", "不客气"), Turn("user", "确定？"), Turn("assistant", "确定。")]
    assert last_exchange(history) == ("必做任务有哪些？", "共4项。")
    assert rewrite("那选做任务呢？", history) == "选做任务有哪些"


def ask(assistant: Assistant, *messages: str) -> Answer:
    """The answer to the last of the messages, each before it answered in turn."""
    history: list[Turn] = []
    for message in messages:
        answer = assistant.ask(message, history, date(2026, 1, 1))
        history += [Turn("user", message), Turn("assistant", answer.text)]
    return answer


def test_whether_it_stays_so_in_a_later_year_is_said_to_be_left_open(assistant: Assistant) -> None:
    answer = ask(assistant, "每个省可推荐几个城市？", "2029年也还是这样吗")
    assert answer.refused
    assert "2029年" in answer.text
    assert "可推荐2个城市" in answer.related[0].quote
    # A year that the policy tells of, and a statute, which holds until it is changed.
    told = (Turn("user", "每个省可推荐几个城市？"), Turn("assistant", "每个省可推荐2个城市申报。[1]"))
    assert about_answer(assistant.index, understand("2018年也还是这样吗"), told, date(2026, 1, 1)) is None
    told = (Turn("user", "骑行要戴头盔吗"), Turn("assistant", "骑行人应当佩戴头盔。[1]"))
    assert about_answer(assistant.index, understand("明年也还是这样吗"), told, date(2026, 1, 1)) is None


def test_where_it_stands_and_its_words(assistant: Assistant) -> None:
    answer = ask(assistant, "停车点要建多少个？", "根据哪条")
    assert (
        answer.text
        == "《自行车道通知》一、（二）2.（支持内容，建设任务，完善设施）：“新建停车点200个以上，设置遮阳棚。”[1]"
    )
    assert ask(assistant, "停车点要建多少个？", "谢谢", "原文怎么说").text == answer.text
    law = ask(assistant, "骑行法规定骑行电动自行车要满多少岁？", "第几条")
    assert law.text.startswith("《骑行法》第二条第二款（总则）：“骑行电动自行车的，应当年满十六周岁")


def test_doubt_is_met_by_the_answer_and_its_ground(assistant: Assistant) -> None:
    ground = "依据是《自行车道通知》一、（二）2.：新建停车点200个以上，设置遮阳棚。[1]"
    assert ask(assistant, "停车点要建多少个？", "真的吗").text == f"确定。{ground}"
    assert ask(assistant, "停车点要建多少个？", "你确定是200个？不是100个？").text == f"是200个，不是100个。{ground}"
    assert ask(assistant, "停车点要建多少个？", "我怎么听说是300个").text == f"是200个，不是300个。{ground}"
    refused = ask(assistant, "评审打分标准是什么？", "确定？")
    assert refused.refused
    assert refused.text == "通知没有给出评审的打分标准，要咨询通知所列联系人。"


def test_an_answer_in_few_words_and_without_a_reason(assistant: Assistant) -> None:
    assert ask(assistant, "骑行电动自行车要满多少岁？", "说人话").text.startswith("骑行电动自行车的，应当年满十六周岁")
    why = ask(assistant, "停车点要建多少个？", "为什么这么规定")
    assert why.refused
    assert (why.text, why.related[0].locator) == (
        "《自行车道通知》没有说明为什么这样规定。",
        "《自行车道通知》一、（二）2.",
    )


def test_what_the_history_only_claims_is_not_said_again(assistant: Assistant) -> None:
    said = [Turn("user", "停车点要建多少个？"), Turn("assistant", "新建停车点900个以上，设置遮阳棚，补助9999万元。")]
    assert "9" not in assistant.ask("确定？", said).text.replace("9日", "")


def test_a_clause_that_says_all_of_the_answer_is_its_ground_and_no_heading(tmp_path: Path) -> None:
    rule = "渡船码头标准化建设，每座码头设置两个泊位，夜间照明不间断。"
    settings = Settings(home=tmp_path)
    build_index([document_of("ferry", "渡船办法", ("渡船码头标准化建设", rule))], settings)
    history = [Turn("user", "码头怎么建"), Turn("assistant", f"{rule}[1]")]
    with closing(Index.open(settings)) as index:
        told = about_answer(index, understand("根据哪条"), history, date.today())
        assert told
        assert [place for said in told.said for place in said.places] == [("ferry", 10, 10 + len(rule))]
