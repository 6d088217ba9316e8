"""A programme's name at the head of a question tells which policy is meant, and no more."""

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.retrieval.programme import without_programme
from assistant.talk.context import Context
from assistant.understanding.question import understand
from store.records import Document

FERRIES = Document("ferries", "港务局办公室关于做好2031年渡口改造工程建设工作的通知", "通知", "policy")
PIERS = Document("piers", "关于渡口改造工程建设验收的通知", "验收通知", "policy")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("渡口改造工程建设能不能购置船只", "能不能购置船只"),
        ("2031年渡口改造工程建设工作，哪些县不能报", "哪些县不能报"),
        ("改造工程建设的资金一共多少", "资金一共多少"),
        ("县里拿渡口改造工程建设资金发工资行吗", "县里拿资金发工资行吗"),
        ("渡口改造工程建设的目的", ""),  # is asked of all of it
        ("县政府在渡口改造工程建设中负责什么", ""),
        ("渡口改造几月截止申报", ""),
        ("港务局办公室负责哪些验收工作", ""),
    ],
)
def test_what_is_asked_is_left(text: str, rest: str) -> None:
    assert without_programme(text, [FERRIES]) == ((rest, FERRIES) if rest else (text, None))


def test_a_name_of_several_policies_tells_none() -> None:
    text = "渡口改造工程建设能不能购置船只"
    assert without_programme(text, [FERRIES, PIERS]) == (text, None)


def test_who_says_the_name_is_searched_without_it_in_its_policy(assistant: Assistant) -> None:
    context = Context((), date(2026, 1, 1))
    question, context = assistant._finder.bare(understand("支持城市建设自行车道，钱能不能用来买车"), context)
    assert question.text == "钱能不能用来买车"
    assert [document.id for document in context.scope] == ["bikes-2021"]
