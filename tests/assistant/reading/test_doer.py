"""Who does what a stretch says."""

import pytest

from assistant.reading.doer import with_doer
from assistant.reading.read import _around_value
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand
from store.records import Clause

POND = "压实镇里责任，建好鱼塘，塘务办公室等单位负责日常运行，承担清淤、投喂等工作，鱼价由市场定。"


@pytest.mark.parametrize(
    ("begins", "told"),
    [
        ("承担清淤", "塘务办公室"),
        ("鱼价由", "鱼价由"),  # opens with no deed
        ("塘务办公室", "塘务办公室"),
        ("压实", "压实"),
    ],
)
def test_a_stretch_that_goes_on_about_somebody_is_read_from_where_they_are_named(begins: str, told: str) -> None:
    assert POND[with_doer(POND, 0, POND.index(begins)) :].startswith(told)


def test_where_nobody_is_named_before_it_a_stretch_begins_where_it_does() -> None:
    text = "建好鱼塘，承担清淤工作。"
    assert with_doer(text, 0, text.index("承担")) == text.index("承担")


def test_who_asks_who_does_it_is_read_from_where_they_are_named() -> None:
    begin = POND.index("承担")
    clause = Clause("pond", "1", 0, len(POND), "一、", POND)
    features = Features(0.6, 0.2, 0.0, 0.0, 0.2, 0.0, 0.0)
    found = Candidate("pond", begin, begin + 4, (clause,), None, features, 2.0)
    assert _around_value(understand("清淤谁来做"), POND, found)[0] == POND.index("塘务办公室")
    assert _around_value(understand("清淤怎么做"), POND, found)[0] == begin
