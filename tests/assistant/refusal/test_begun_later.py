"""What is held only as it has been since after the day asked about answers nothing of that day."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from own_texts import parsed

from assistant.assistant import Assistant
from assistant.refusal.begun_later import begun_later, is_revised
from store.builder import build_index
from store.index import Index
from store.records import Document
from store.settings import Settings

OLD_LAW = "《骑行法》本库只收录2015年5月1日起施行的版本（2015年修正），2014年1月1日有效的文本没有收录。"


@pytest.mark.parametrize("question", ["骑行不佩戴头盔罚多少", "骑行法规定不佩戴头盔罚多少"])
def test_the_text_of_a_day_before_the_first_version_held_is_said_to_be_missing(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question, as_of=date(2014, 1, 1))
    assert answer.refused
    assert answer.text == OLD_LAW
    assert answer.related[0].locator.startswith("《骑行法》第三条")


def test_a_day_gone_by_that_the_question_names_counts_as_much(assistant: Assistant) -> None:
    told = OLD_LAW.replace("2014年1月1日", "2013年12月31日")
    assert assistant.ask("2013年的时候，骑行不佩戴头盔罚多少", as_of=date(2026, 1, 1)).text == told
    assert not assistant.ask("2013年买的车，骑行不佩戴头盔罚多少", as_of=date(2026, 1, 1)).refused


@pytest.mark.parametrize("question", ["晚上吃什么能睡得好", "每个城市给多少钱"])
def test_what_no_later_version_tells_is_none_of_its_business(assistant: Assistant, question: str) -> None:
    assert "骑行法》本库只收录" not in assistant.ask(question, as_of=date(2014, 1, 1)).text


def test_the_version_of_the_day_answers_where_it_is_held(assistant: Assistant) -> None:
    for day, version in ((date(2026, 1, 1), "cycling-law-2015"), (date(2031, 2, 1), "cycling-law-2030")):
        answer = assistant.ask("骑行不佩戴头盔罚多少", as_of=day)
        assert {citation.document_id for citation in answer.citations} == {version}


def test_of_several_later_versions_the_first_counts(assistant: Assistant) -> None:
    held = assistant.index.held
    assert [d.id for d in begun_later(held, held, date(2014, 1, 1))] == ["cycling-law-2015"]
    assert begun_later(held, held, date(2026, 1, 1)) == []


def test_only_a_statute_of_some_year_or_what_replaces_another_was_another_before() -> None:
    assert is_revised(Document("a", "养蜂法（2020年修正）", "养蜂法", "statute"))
    assert is_revised(Document("a", "养蜂办法", "养蜂办法", "policy", replaces=("b",)))
    assert not is_revised(Document("a", "养蜂法", "养蜂法", "statute"))
    assert not is_revised(Document("a", "养蜂补贴的通知", "通知", "policy", number="农办〔2020〕1号"))


TEXT = """关于做好2031年养蜂补贴工作的通知
农办〔2031〕4号
一、补贴标准
每箱蜜蜂补贴80元。
二、时间要求
各镇应于6月30日前报送名单。
"""


def test_a_policy_is_said_not_to_apply_yet_and_which_was_that_years(tmp_path: Path) -> None:
    one = parsed("bees-2031", TEXT)
    held = replace(one.document, number="农办〔2031〕4号", in_force_from=date(2031, 4, 1))
    title = "关于做好2030年养蜂补贴工作的通知"
    earlier = Document("bees-2030", title, "2030年通知", "policy", site="https://example.org/", held=False)
    settings = Settings(home=tmp_path, chroma_url=None)
    build_index([replace(one, document=held), replace(one, document=earlier, nodes=(), passages=())], settings)
    with closing(Index.open(settings)) as index:
        answer = Assistant(index).ask("每箱蜜蜂补贴多少钱", as_of=date(2030, 5, 1))
        assert answer.refused
        assert "2031年4月1日起才施行，2030年5月1日还没有施行" in answer.text
        assert f"2030年的是《{title}》。可以到官方网站https://example.org/查找。" in answer.text
        assert answer.missing == ("bees-2030",)
        assert not Assistant(index).ask("每箱蜜蜂补贴多少钱", as_of=date(2031, 5, 1)).refused
