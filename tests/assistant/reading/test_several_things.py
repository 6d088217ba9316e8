"""Questions about several things at once."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.reading.several_things import either_parts, things_of
from assistant.retrieval.retrieve import Candidate
from assistant.talk.context import Context
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("parts", "things"),
    [
        (("县里在这件事里做什么", "乡里在这件事里做什么"), ["县里", "乡里"]),
        (("委托人在排演中的义务是什么", "受托人在排演中的义务是什么"), ["委托人", "受托人"]),
        (("哪些剧院可以报名", "哪些学校可以报名"), ["剧院", "学校"]),
        (("门票多少钱", "几点关门"), []),
        (("门票多少钱",), []),
    ],
)
def test_of_which_thing_each_part_is(parts: tuple[str, ...], things: list[str]) -> None:
    assert list(things_of(parts).values()) == things


@pytest.fixture
def found(assistant: Assistant) -> tuple[Candidate, Candidate]:
    said = assistant._retriever.search(understand("每个省可推荐几个城市"))
    recommended = next(c for c in said if "可推荐" in c.clauses[0].text and not c.gap)
    supported = next(
        c for c in assistant._retriever.search(understand("补助过的城市还支持吗")) if "重复支持" in c.clauses[0].text
    )
    return replace(recommended, score=3.0), replace(supported, score=3.0)


def test_either_kind_is_asked_for_where_each_has_a_sentence_of_one_paragraph(
    assistant: Assistant, found: tuple[Candidate, Candidate]
) -> None:
    def parts(first: Candidate, second: Candidate, text: str = "哪些省份或城市不再支持") -> tuple[str, ...]:
        return either_parts(assistant.index, text, lambda part: first if "省份" in part else second)

    one, other = found
    assert parts(one, other) == ("哪些省份不再支持", "哪些城市不再支持")
    assert parts(one, one) == ()
    assert parts(one, replace(other, score=2.0)) == ()
    assert parts(one, other, "哪些省份不再支持") == ()
    elsewhere = next(c for c in assistant._retriever.search(understand("能发工资吗")) if "工资" in c.clauses[0].text)
    assert parts(one, replace(elsewhere, score=3.0)) == ()


def test_what_speaks_of_another_of_the_things_is_behind(found: tuple[Candidate, Candidate]) -> None:
    recommended, _ = found
    of_another = Context((), date(2026, 1, 1), thing="县", others=("省",))
    assert of_another.lead(recommended) < Context((), date(2026, 1, 1)).lead(recommended)
    assert replace(of_another, thing="城市").lead(recommended) == Context((), date(2026, 1, 1)).lead(recommended)
