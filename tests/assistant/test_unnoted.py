"""A document without notes that speaks of what is asked is not silenced by what another document leaves open."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from test_retrieve import NOTICE, document_of

from assistant.assistant import Assistant
from assistant.unnoted import leads, names_thing, without_subject
from store.builder import build_index
from store.index import Index
from store.records import Note
from store.settings import Settings

MEASURE = (
    "申请灯塔修缮资金应当符合下列条件：灯塔建成满八年，产权清楚。",
    "镇上自受理申请之日起九个工作日内完成查验。",
    "油漆和脚手架的租金不予补贴。",
)
GAPS = ("查验要几天", "什么时候查验完", "哪些费用不给补贴")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home: Path = tmp_path_factory.mktemp("unnoted")
    settings = Settings(home=home)
    notice = document_of("notice", "资金通知", tuple(NOTICE.split("\n")))
    notes = (Note("notice", 0, 19, ("一个城市给多少钱",)), Note("notice", 0, 0, GAPS, gap="通知没有说。"))
    measure = document_of("measure", "白沙镇灯塔修缮资金办法", MEASURE)
    build_index([replace(notice, notes=notes), measure], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("灯塔修缮资金的申请，受理以后查验要几天", "九个工作日"),
        ("油漆和脚手架的租金给不给补贴", "不予补贴"),
        ("受理后查验要几天", "九个工作日"),  # of which no other document holds a word
        ("申请灯塔修缮资金要符合什么条件", "满八年"),
    ],
)
def test_the_document_that_holds_the_words_answers(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert words in answer.text


def test_a_document_leads_by_words_that_the_noted_lack(assistant: Assistant) -> None:
    assert leads(assistant.index, "脚手架的租金", {"measure"}, {"notice"})["measure"] > 0
    assert leads(assistant.index, "征收土地的资金", {"measure"}, {"notice"}) == {}


def test_the_words_of_the_title_stand_in_every_part() -> None:
    title = "白沙镇灯塔修缮资金办法"
    assert without_subject("灯塔修缮资金多久下达", title) == "多久下达"
    assert without_subject("白沙镇的补贴多久下达", title) == "补贴多久下达"
    assert without_subject("灯塔谁来守", title) == "灯塔谁来守"  # too little to name the document
    assert without_subject("灯塔修缮资金", title) == "灯塔修缮资金"  # nothing else is said


def test_the_thing_asked_for() -> None:
    assert names_thing("要交什么证件", "应当提交下列证件：")
    assert names_thing("证件有哪些", "应当提交下列证件：")
    assert not names_thing("证件有哪些", "应当符合下列条件：")


def test_who_names_the_place_is_answered_by_its_document(assistant: Assistant) -> None:
    answer = assistant.ask("白沙镇油漆租金给不给补贴")
    assert {citation.document_id for citation in answer.citations} == {"measure"}


def test_an_attribute_that_the_clause_does_not_mention_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("白沙镇灯塔修缮资金的管理费率是多少").refused
