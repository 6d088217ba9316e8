"""Which candidates what was asked before puts ahead."""

from dataclasses import replace
from datetime import date

from assistant.retrieval.retrieve import Candidate, Features
from assistant.talk.context import Context
from store.records import Clause

ARTICLE, NEXT = "《渡船法》第五条", "《渡船法》第六条"


def found(locator: str, start: int) -> Candidate:
    clause = Clause(f"d{start}", "d", start, start + 20, locator, "渡船停航几天。")
    return Candidate("d", start, start + 20, (clause,), None, Features(*(0.0,) * 7), 2.0)


def test_the_article_that_answers_one_question_of_a_message_leads_for_the_next() -> None:
    context = Context(
        (), date(2026, 1, 1), beside=(("d", 0, 20),), articles=frozenset({("d", "第五条")}), spoken_of=frozenset({"d"})
    )
    assert context.lead(found(ARTICLE, 20)) > context.lead(found(NEXT, 40)) > 0
    assert replace(context, beside=()).lead(found(ARTICLE, 20)) == replace(context, beside=()).lead(found(NEXT, 40))
    nothing = replace(found(ARTICLE, 20), clauses=())
    assert context.lead(nothing) == context.lead(found(NEXT, 40))
