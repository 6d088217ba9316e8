"""Which of several clauses on one matter tells whether a deed has to be done."""

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.refusal.deed_first import with_deed_first
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand
from store.records import Clause, Note

DESTROYED = "渔政站发现毒鱼的，责令停止，没收渔具。"
PAYS = "不知道鱼有毒而卖出，能说明来源的，不承担赔偿责任。"


def found(text: str, start: int, score: float, *asks: str) -> Candidate:
    clause = Clause(str(start), "pond", start, start + 20, "", text)
    features = replace(Features(*(0.0,) * 7), ask_vector=0.7)
    return Candidate("pond", start, start + 20, (clause,), Note("pond", start, start + 20, asks), features, score)


def words(one: Candidate) -> str:
    return one.clauses[0].text


@pytest.mark.parametrize(
    ("question", "score", "asks", "ahead"),
    [
        ("进的鱼有毒我真不知道，要赔人家钱吗", 2.0, "", PAYS),
        ("进的鱼有毒我真不知道，要赔偿吗", 2.0, "", PAYS),
        ("进的鱼有毒我真不知道，要赔偿吗", 1.7, "", DESTROYED),  # too far behind
        ("进的鱼有毒我真不知道，要赔偿吗", 2.0, "卖了毒鱼要赔偿吗", DESTROYED),  # an editor thought of it
        ("进的鱼有毒我真不知道，会没收渔具吗", 2.0, "", DESTROYED),
        ("进的鱼有毒，怎么处理", 2.0, "", DESTROYED),
        ("进的鱼有毒我真不知道，要交材料吗", 2.0, "", DESTROYED),  # neither speaks of it
    ],
)
def test_the_clause_that_speaks_of_the_deed_leads(question: str, score: float, asks: str, ahead: str) -> None:
    candidates = [found(DESTROYED, 0, 2.1, *filter(None, [asks])), found(PAYS, 40, score)]
    assert with_deed_first(understand(question), candidates, words)[0].clauses[0].text == ahead


def test_what_is_not_enough_does_not_lead() -> None:
    candidates = [found(DESTROYED, 0, 1.5), found(PAYS, 40, 1.4)]
    assert with_deed_first(understand("进的鱼有毒我真不知道，要赔偿吗"), candidates, words) == candidates


def test_nothing_found_is_left_as_it_is() -> None:
    assert list(with_deed_first(understand("要赔偿吗"), [], words)) == []


def test_what_introduces_a_list_counts_for_its_items() -> None:
    candidates = [found("毒鱼的；", 0, 2.1), found(PAYS, 40, 2.0)]
    question = understand("进的鱼有毒我真不知道，要赔偿吗")
    assert with_deed_first(question, candidates, words)[0].clauses[0].text == PAYS
    introduced = with_deed_first(question, candidates, lambda one: f"下列行为应当赔偿：{words(one)}")
    assert introduced[0].clauses[0].text == "毒鱼的；"


def test_what_is_found_is_told_in_that_order(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not assistant.ask("能不能买车").refused
    monkeypatch.setattr("assistant.one_question.with_deed_first", lambda question, found, told: [])
    assert assistant.ask("能不能买车").refused
