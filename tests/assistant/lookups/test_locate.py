"""Of what was found the clause is told that names what is asked about."""

import pytest

from assistant.lookups.locate import item_named
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand
from store.records import Clause

LIST = ("船工有下列权利：", "（一）登岸权，即离船上岸；", "（二）留宿权，即在船上过夜。")


def _found() -> Candidate:
    clauses = tuple(
        Clause("d", "1", start=10 * n, end=10 * n + 9, locator="", text=text) for n, text in enumerate(LIST)
    )
    return Candidate("d", 0, 29, clauses, None, Features(0, 0, 0, 0, 0, 0, 0), 2.0)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("留宿权是第几项", LIST[2:]),
        ("登岸权和留宿权在哪一条", LIST),
        ("船工的权利在哪一条", LIST[:1]),
    ],
)
def test_the_item_that_alone_has_a_word_of_the_question(question: str, texts: tuple[str, ...]) -> None:
    assert tuple(clause.text for clause in item_named(understand(question), _found()).clauses) == texts
