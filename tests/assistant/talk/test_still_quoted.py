"""A message that could stand alone, and is yet meant of the clause just quoted."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.answer import Turn
from assistant.retrieval.retrieve import Candidate, Features
from assistant.talk.context import Context
from assistant.talk.still_quoted import still_meant
from assistant.understanding.question import understand
from store.index import Index

QUOTED = "摊位转租的，应当到管理处过户，过户之日起算租期，票据交给摊主。"
OTHER = "花车的租期自发车时起算。"
INDEX = cast(Index, SimpleNamespace(documents={"d": SimpleNamespace(text=QUOTED + OTHER)}))
HISTORY = (Turn("user", "摊位转租要过户吗"), Turn("assistant", f"需要。不退押金的，{QUOTED}[1]"))
CONTEXT = Context(HISTORY, date(2021, 5, 1), quoted=(("d", 0, len(QUOTED)),))


def found(start: int, end: int, kind: float = 1.0) -> Candidate:
    return Candidate("d", start, end, (), None, replace(Features(*(0.0,) * 7), kind=kind), 2.0)


LEANING, ALONE = found(0, len(QUOTED)), found(len(QUOTED), len(QUOTED + OTHER))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("租期什么时候起算", True),
        ("花车租期什么时候起算", False),  # more of which stands elsewhere
        ("要给摊主票据吗", True),
        ("租期会起算吗", False),
        ("要讲押金吗", True),  # which stands in what introduces the list
    ],
)
def test_it_is_meant_where_it_says_as_much_of_the_message(text: str, meant: bool) -> None:
    assert still_meant(INDEX, understand(text), ALONE, LEANING, CONTEXT) == meant


def test_it_is_not_meant_where_it_states_no_such_value_or_was_asked_for_it() -> None:
    asked = understand("租期什么时候起算")
    assert not still_meant(INDEX, asked, ALONE, found(0, len(QUOTED), -1.0), CONTEXT)
    again = replace(CONTEXT, history=(Turn("user", "摊位什么时候过户"), HISTORY[1]))
    assert not still_meant(INDEX, asked, ALONE, LEANING, again)
    assert not still_meant(INDEX, asked, LEANING, LEANING, CONTEXT)


@pytest.mark.parametrize(("alike", "meant"), [(0.05, False), (0.0, True)])
def test_it_is_not_meant_where_the_message_is_liker_to_what_it_finds_alone(alike: float, meant: bool) -> None:
    alone = replace(ALONE, features=replace(ALONE.features, ask_vector=alike))
    assert still_meant(INDEX, understand("租期什么时候起算"), alone, LEANING, CONTEXT) == meant
