"""Drafts become answers: a list that is read out is counted, and no count but that one may be said."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.draft import Draft, Said, lead_alone, says_as_much, verdict_alone, verified
from assistant.verdicts.verdict import Judgement
from ingest.parse import parse_corpus
from store.builder import build_index
from store.index import Index
from store.numerals import numeral
from store.settings import Settings

ITEMS = 32
CATALOG = """
[[document]]
id = "fair"
title = "关于办好集市的通知"
short_title = "集市通知"
kind = "policy"
source = { file = "fair.txt", origin = "写给测试的文件" }
"""
TEXT = "关于办好集市的通知\n一、摊位类别\n" + "\n".join(
    f"（{numeral(n)}）第{n}类摊位\n摆在集市的{numeral(n)}号棚。" for n in range(1, ITEMS + 1)
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    root: Path = tmp_path_factory.mktemp("fair")
    (root / "corpus" / "sources").mkdir(parents=True)
    (root / "corpus" / "catalog.toml").write_text(CATALOG, encoding="utf-8")
    (root / "corpus" / "sources" / "fair.txt").write_text(TEXT, encoding="utf-8")
    settings = Settings(home=root / "home", corpus=root / "corpus")
    build_index(parse_corpus(settings), settings)
    return Index.open(settings)


def test_a_list_of_any_length_is_said_with_its_count(index: Index) -> None:
    answer = Assistant(index).ask("第一部分讲了哪些内容？")
    assert not answer.refused
    assert f"共{ITEMS}项：1." in answer.text


@pytest.mark.parametrize(("count", "held"), [("3项", True), ("4项", False), ("", False)])
def test_only_the_count_of_what_was_listed_may_be_said(index: Index, count: str, held: bool) -> None:
    place = ("fair", 0, len("关于办好集市的通知"))
    answer = verified("问", "问", [Draft((Said("共3项：关于、办好、集市。", (place,), count=count),))], index)
    assert bool(answer.statements) == held


def test_what_is_said_of_one_place_is_said_again_only_in_other_words() -> None:
    place = (("bikes-2021", 0, 40),)
    first = Draft((Said("两个月内印发。", place),))
    assert says_as_much(first, Draft((Said("两个月内印发。", place),)))
    assert says_as_much(first, Draft((Said("城市要在两个月内印发，并备案。", place),)))
    assert not says_as_much(first, Draft((Said("报财政部备案。", place),)))
    assert not says_as_much(first, Draft((Said("两个月内印发。", (("bikes-2021", 50, 60),)),)))


def test_a_verdict_on_what_has_been_said_is_told_alone() -> None:
    place = (("bikes-2021", 0, 40),)
    first = Draft((Said("摊位费按月收取。", place),))
    yes, no = Judgement("yes", "可以。"), Judgement("no", "不收，应为按月，不是按天。", puts_right=True)

    def alone(draft: Draft) -> str:
        found = verdict_alone(first, draft)
        return found.said[0].text if found else ""

    assert alone(Draft((Said("可以。摊位费按月收取。", place),), yes)) == "可以。"
    assert alone(Draft((Said(f"{no.lead}摊位费按月收取。", place),), no)) == no.lead
    assert alone(Draft((Said("可以。期限是3月1日。摊位费按月收取。", place),), yes)) == "可以。期限是3月1日。"
    assert not alone(Draft((Said("可以。摊位可以转租。", place),), yes))
    assert not alone(Draft((Said("可以。摊位费按月收取。", (("bikes-2021", 50, 60),)),), yes))
    assert not alone(Draft((Said("摊位费按月收取。", place),)))


def test_a_premise_is_put_right_in_a_few_words_where_the_answer_says_the_rest() -> None:
    place, other = (("bikes-2021", 0, 40),), (("bikes-2021", 50, 60),)
    right = Judgement("no", "不是，应为三日，不是十天。")
    premise = Draft((Said(f"{right.lead}摊位费提前三日交。", place),), right)
    told = lead_alone(premise, Draft((Said("可以。摊位费提前三日交，下雨除外。", place),), Judgement("yes", "可以。")))
    assert told is not None
    assert told.said[0].text == "不是，应为三日，不是十天。"
    assert told.said[0].places == place
    assert lead_alone(premise, Draft((Said("可以。", other),), Judgement("yes", "可以。"))) is None


def test_a_list_that_was_said_is_not_said_again_for_being_counted() -> None:
    place = (("a", 0, 9),)
    earlier = Draft((Said("应为2项。可以摆摊、演出。", place),))
    assert says_as_much(earlier, Draft((Said("共2项：可以摆摊、演出。", place, count="2项"),)))
    assert not says_as_much(earlier, Draft((Said("共2项：可以唱歌。", place, count="2项"),)))
