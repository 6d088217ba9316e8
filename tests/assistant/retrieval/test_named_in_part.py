"""A part of a name tells which of the added documents is meant."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from own_texts import assistant_over, document_of

from assistant.retrieval.named_in_part import named_in_part, with_name, without_opening
from assistant.talk.context import Context
from assistant.understanding.question import understand
from store.records import Document

LIGHTS = document_of("lights", "白沙镇灯塔修缮资金办法", ("修缮资金由镇上拨付。",)).document
STAFF = document_of("staff", "员工班车规则", ("班车早晚各一班。", "乘车不收费。")).document
TRAMS = document_of("trams", "岚嵊电车公司乘车手册", ("儿童免票。",)).document
NOTICE = document_of("notice", "资金通知", ("资金由城市拨付，办法另行制定。", "城市之间开行班车。")).document
HELD = [LIGHTS, STAFF, TRAMS, NOTICE]
ADDED = HELD[:3]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("灯塔修缮的钱谁拨", [LIGHTS]),
        ("岚嵊几点发车", [TRAMS]),  # a name that is no word
        ("员工的发明归谁", []),  # which any document may be about
        ("资金办法里怎么说", []),  # whose words another document has, too
        ("班车规则在哪", [STAFF]),
        ("城市怎么拨钱", []),
    ],
)
def test_what_stands_in_no_other_document_tells(text: str, meant: list[Document]) -> None:
    assert named_in_part(text, ADDED, HELD) == meant


def test_a_year_names_nothing() -> None:
    dated = document_of("dated", "2031年度班车表", ("早班六点。",)).document
    assert named_in_part("2031年度怎么申报", [dated], [dated, NOTICE]) == []


def test_the_issuer_is_a_name() -> None:
    schools = replace(document_of("schools", "入学办法", ("九月入学。",)).document, issuer="云岭学区办公室")
    assert named_in_part("云岭学区几月入学", [schools], [schools, NOTICE]) == [schools]


def test_a_part_of_a_message_is_of_the_document_that_the_message_names() -> None:
    assert with_name("电话多少", "灯塔修缮找谁，电话多少", ADDED, HELD) == "灯塔修缮电话多少"
    assert with_name("岚嵊几点发车", "灯塔修缮找谁，岚嵊几点发车", ADDED, HELD) == "岚嵊几点发车"
    assert with_name("电话多少", "找谁，电话多少", ADDED, HELD) == "电话多少"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("岚嵊公司几点发车", "几点发车"),
        ("在岚嵊电车公司的票怎么退", "票怎么退"),
        ("我有月票，岚嵊能退吗", "我有月票，能退吗"),
        ("残疾人能免费坐岚嵊电车吗", "残疾人能免费坐岚嵊电车吗"),  # what something is done to
        ("岚嵊", "岚嵊"),
        ("员工几点上车", "员工几点上车"),
    ],
)
def test_the_name_that_opens_a_title_is_no_part_of_what_is_asked(text: str, asks: str) -> None:
    assert without_opening(text, [TRAMS], ADDED) == asks
    assert without_opening(text, HELD, ADDED) == text


def test_what_is_searched_for_is_without_the_name(tmp_path: Path) -> None:
    with assistant_over(tmp_path, trams="岚嵊电车公司乘车手册\n一、早班六点发车。") as assistant:
        asked, _ = assistant._finder.bare(understand("岚嵊公司几点发车"), Context((), date(2026, 1, 1)))
    assert asked.text == "几点发车"
