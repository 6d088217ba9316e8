"""What is said beside the stretch that answers best."""

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.reading.beside import said_beside
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand
from store.index import Index
from store.records import Clause, Document, Node, Note

TEXT = "第一条 陶艺课每周上两次。\n学员满六岁可以报名。\n第二条 木工课每周上一次。"
ARTICLES = (
    Node("d", "1", "article", "第一条", "", 0, 25, "第一条"),
    Node("d", "2", "article", "第二条", "", 25, 38, "第二条"),
)
INDEX = cast(
    Index,
    SimpleNamespace(documents={"d": Document("d", "课程", "课程", "statute", text=TEXT)}, nodes=lambda _: ARTICLES),
)


def found(start: int, score: float, alike: float = 0.9) -> Candidate:
    clause = Clause("d", "", start, start + 5, "", TEXT[start : start + 5])
    features = replace(Features(*(0.0,) * 7), ask_vector=alike)
    return Candidate("d", start, start + 5, (clause,), None, features, score)


def beside(question: str, candidates: Sequence[Candidate], alone: bool = True) -> list[Candidate]:
    return list(said_beside(INDEX, understand(question), candidates, alone))


BEST = found(4, 2.5)


@pytest.mark.parametrize(
    ("question", "other", "said"),
    [
        ("几岁学陶艺", found(14, 2.4), True),  # a paragraph of the same article
        ("几岁学陶艺", found(14, 2.2), False),
        ("六岁能学陶艺吗", found(14, 2.4), False),
        ("几岁学陶艺", found(29, 2.4), False),  # of another article
        ("有哪些课", found(29, 2.3), True),
        ("有哪些课", found(29, 2.3, alike=0.5), False),
        ("有哪些课", found(29, 2.2), False),
        ("联系电话是多少", found(29, 2.2), True),
        ("联系电话是多少", found(29, 2.2, alike=0.5), True),
        ("有哪些课", found(4, 2.5), False),  # on the same clause
    ],
)
def test_what_is_close_enough_is_said_too(question: str, other: Candidate, said: bool) -> None:
    assert beside(question, [BEST, other]) == ([other] if said else [])


def test_beside_all_items_of_a_list_no_less_like_sentence_is_said() -> None:
    listed = replace(BEST, note=Note("d", 4, 9, points=((4, 6), (7, 9))))
    assert not beside("有哪些课", [listed, found(29, 2.4, alike=0.7)])
    assert beside("有哪些课", [listed, found(29, 2.4, alike=0.85)])
    assert beside("陶艺课多少家、木工课多少家", [listed, found(29, 2.4, alike=0.7)])  # counts, each in its own sentence
    assert beside("有哪些课", [BEST, found(29, 2.4, alike=0.7)])


def test_who_asks_for_more_than_a_number_is_told_of_the_nearest() -> None:
    assert not beside("联系电话是多少", [BEST, found(29, 2.2)], alone=False)


def test_beside_a_list_under_the_heading_named_nothing_is_said() -> None:
    text = "一、选修课\n1.陶艺课。\n2.木工课。\n二、参观\n另有博物馆课。"
    nodes = (
        Node("d", "1", "section", "一、", "选修课", 0, 20, "一、"),
        Node("d", "1.1", "section", "1.", "陶艺课", 6, 13, "一、1."),
        Node("d", "1.2", "section", "2.", "木工课", 13, 20, "一、2."),
        Node("d", "2", "section", "二、", "参观", 20, 32, "二、"),
    )
    document = Document("d", "课程", "课程", "policy", text=text)
    index = cast(Index, SimpleNamespace(documents={"d": document}, nodes=lambda _: nodes))
    head = replace(found(0, 2.5), clauses=(Clause("d", "", 0, 5, "", text[:5]),), start=2, end=5)
    other = replace(found(25, 2.4), clauses=(Clause("d", "", 25, 32, "", text[25:32]),))
    assert not list(said_beside(index, understand("选修课有哪些"), [head, other], True))
    assert list(said_beside(index, understand("有哪些课"), [head, other], True)) == [other]
    one = replace(found(6, 2.5), clauses=(Clause("d", "", 6, 13, "", text[6:13]),))
    assert not list(said_beside(index, understand("选修课有哪两方面"), [one, other], True))
