"""What puts a candidate ahead besides its own score."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.assistant import Assistant
from assistant.reading.leads import ALL_SAID, HEADED, lead, said_lead, subjects_named
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand
from store.index import Index
from store.records import Clause, Document, Note

LAW = Document("book-law", "图书法", "图书法", "statute")
OTHER = Document("film-law", "电影法", "电影法", "statute")
POLICY = Document("notice", "通知", "通知", "policy")


INDEX = cast(Index, SimpleNamespace(documents={one.id: one for one in (LAW, OTHER, POLICY)}, nodes=lambda _: ()))


def found(document: Document, kind: float = 0.0, points: tuple[tuple[int, int], ...] = ()) -> Candidate:
    note = Note(document.id, 0, 1, ("问",), points=points)
    return Candidate(document.id, 0, 1, (), note, replace(Features(*(0.0,) * 7), kind=kind), 0.0)


@pytest.mark.parametrize(
    ("question", "ahead"),
    [
        ("哪些城市不能申报？", True),
        ("钱不得花在什么地方", True),
        ("哪些城市能申报？", False),
        ("城市能不能申报？", False),
    ],
)
def test_who_asks_what_may_not_be_is_told_by_a_denial(question: str, ahead: bool) -> None:
    assert (said_lead(understand(question), "获得过补助的城市不再支持。") > 0) == ahead
    assert not said_lead(understand(question), "省会城市优先。")
    assert not said_lead(understand(question), "城市配套的比例不得少于一成。")
    assert said_lead(understand("站点有数量要求吗？"), "建设站点3个以上。") > 0
    assert not said_lead(understand("站点有数量要求吗？"), "支持建设站点。")


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("管理员应当在接到投诉后七日内作出回复。", True),
        ("管理员未在七日内回复的，可以向馆长申诉。", False),
        ("读者应当在接到回复后七日内归还。", True),
    ],
)
def test_within_how_long_one_has_to_do_something_is_told_by_what_obliges_to_it(text: str, ahead: bool) -> None:
    assert (said_lead(understand("馆里几天内要回复"), text) > 0) == ahead
    assert not said_lead(understand("馆里几天内回复"), text)


def test_a_mere_day_is_the_last_for_nothing() -> None:
    question = understand("今天5月12号，现在送去来得及吗")
    assert said_lead(question, "2031年4月30日。") < said_lead(question, "5月15日前报送。")
    assert said_lead(understand("2026年4月还有效吗"), "2031年4月30日") < 0
    assert said_lead(understand("什么时候发的文"), "2031年4月30日") == 0
    assert said_lead(understand("什么时候能用"), "文建〔2031〕4号") == 0
    assert said_lead(understand("什么时候能用"), "") == 0


def test_liability_is_told_by_what_is_done_about_a_deed() -> None:
    question = understand("挪用了要承担什么法律责任")
    assert said_lead(question, "资金不得挪用。") < said_lead(question, "挪用资金的，责令改正，给予处分。")


def test_what_a_firm_is_fined_is_not_told_by_what_its_heads_are() -> None:
    heads, firm = "剧院的主要负责人负有责任的，处一万元以下罚款。", "剧院倒卖门票的，处十万元以下罚款。"
    assert said_lead(understand("倒票的公司会被罚多少"), heads) < said_lead(understand("倒票的公司会被罚多少"), firm)
    assert not said_lead(understand("倒票罚多少"), heads)


def test_a_statute_on_another_subject_than_the_one_named_falls_behind() -> None:
    question = understand("图书出版前要不要送审")
    named = subjects_named(question, INDEX.documents.values())
    assert named == {LAW.id}
    assert lead(INDEX, question, found(OTHER), named) < lead(INDEX, question, found(LAW), named) == 0
    assert lead(INDEX, question, found(POLICY), named) == 0
    assert lead(INDEX, question, found(OTHER), ()) == 0


def test_what_states_the_unit_asked_for_is_ahead_and_so_is_a_list() -> None:
    measured, listed = understand("要几个人去"), understand("选修课有哪些")
    assert lead(INDEX, measured, found(LAW, kind=1.0), ()) > lead(INDEX, measured, found(LAW, kind=-1.0), ())
    assert lead(INDEX, listed, found(LAW, points=((0, 1),)), ()) > lead(INDEX, listed, found(LAW), ())


def test_a_signature_is_the_last_but_for_who_asks_who_issued_it() -> None:
    signature = Clause(POLICY.id, "9", 0, 5, "《通知》署名", "白沙镇人民政府")
    bare = replace(found(POLICY), note=None, clauses=(signature,))
    assert lead(INDEX, understand("码头搬到哪里了"), bare, ()) < -0.5
    assert lead(INDEX, understand("通知是谁发布的"), bare, ()) == 0


@pytest.mark.parametrize("question", ["摊主给检查员送钱会怎么罚", "摊主给检查员送钱会怎样", "给检查员送钱会有什么下场"])
def test_who_asks_what_comes_of_a_deed_knows_that_it_is_forbidden(question: str) -> None:
    asked = understand(question)
    assert said_lead(asked, "禁止摊主向检查员送钱。") < said_lead(asked, "摊主向检查员送钱的，处五百元罚款。") == 0
    assert said_lead(understand("能给检查员送钱吗"), "禁止摊主向检查员送钱。") == 0


@pytest.mark.parametrize(
    ("question", "ahead"),
    [("建设任务有哪些", True), ("建设任务分几类，都是啥", True), ("建设任务由谁做", False), ("养护有哪些要求", False)],
)
def test_a_list_is_asked_for_by_its_heading(assistant: Assistant, question: str, ahead: bool) -> None:
    asked = understand(question)
    found = assistant._retriever.search(understand("建设任务"))
    heading = next(c for c in found if c.clauses and c.clauses[0].text.endswith("建设任务"))
    assert (lead(assistant.index, asked, heading, ()) >= HEADED) == ahead


@pytest.mark.parametrize(
    ("question", "alone"), [("建设任务一共几条", True), ("三项建设任务的具体内容", True), ("建设任务哪些要先做", False)]
)
def test_a_heading_that_is_all_a_question_says_is_far_ahead(assistant: Assistant, question: str, alone: bool) -> None:
    found = assistant._retriever.search(understand("建设任务"))
    heading = next(c for c in found if c.clauses and c.clauses[0].text.endswith("建设任务"))
    assert (lead(assistant.index, understand(question), heading, ()) >= ALL_SAID) == alone


def test_what_only_introduces_a_text_is_the_last() -> None:
    clause = Clause(POLICY.id, "1", 0, 5, "《通知》正文首段", "现将摊位续租事项通知如下：")
    bare = replace(found(POLICY), note=None, clauses=(clause,))
    assert lead(INDEX, understand("摊位续租要多少钱"), bare, ()) < -0.5


def test_what_is_paid_for_a_deed_is_told_by_the_law_on_its_subject() -> None:
    named = {LAW.id}
    assert subjects_named(understand("盗印图书罚多少"), (LAW, OTHER)) == named

    def behind(text: str) -> float:
        asked = understand(text)
        return lead(INDEX, asked, found(LAW), named) - lead(INDEX, asked, found(OTHER), named)

    assert behind("盗印图书罚多少") > behind("图书何时上架") > 0
