"""What a follow-up asks of its topic, against what was said already."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.retrieval.retrieve import Candidate, Features
from assistant.talk.context import Context, asks_start
from assistant.talk.newly_said import newly_said
from assistant.understanding.question import understand
from store.records import Clause

SAID = "陶艺课每周上两次，自带陶土和围裙"
OTHER = "报名陶艺课的，应当到一楼前台登记"
HISTORY = (Turn("user", "陶艺课怎么上"), Turn("assistant", f"{SAID}。[1]"))


def found(start: int, text: str, score: float, alike: float = 0.7) -> Candidate:
    clause = Clause(f"d{start}", "d", start, start + len(text), "", text)
    features = replace(Features(*(0.0,) * 7), ask_vector=alike)
    return Candidate("d", start, start + len(text), (clause,), None, features, score)


@pytest.mark.parametrize(
    ("own", "score", "ahead"),
    [
        (("登记",), 2.2, OTHER),
        (("陶土", "登记"), 2.2, SAID),  # what was said has some of it
        (("要求",), 2.2, SAID),
        (("那边",), 2.2, SAID),
        (("登记",), 1.5, SAID),
    ],
)
def test_the_new_words_lead_where_they_are_said_elsewhere(own: tuple[str, ...], score: float, ahead: str) -> None:
    context = Context(HISTORY, date(2021, 5, 1), quoted=(("d", 0, 20),), own=own)
    first, second = newly_said([found(0, SAID, 2.5), found(40, OTHER, score)], context)
    assert first.clauses[0].text == ahead
    assert first.score >= second.score


def test_the_new_words_lead_where_what_was_said_is_said_in_several_places() -> None:
    context = Context(HISTORY, date(2021, 5, 1), quoted=(("d", 900, 920),), own=("登记",))
    assert newly_said([found(0, SAID, 2.5), found(40, OTHER, 2.2)], context)[0].clauses[0].text == OTHER


def test_from_when_a_time_counts_is_told_by_the_clause_that_told_the_time() -> None:
    clause = Clause("d0", "d", 0, 40, "《陶艺法》第三条", f"{SAID}，自开课之日起计算")
    other = stating(found(60, "自前台登记之日起生效", 2.4, 0.9))
    told = replace(stating(found(0, SAID, 2.5)), clauses=(clause,))
    articles = frozenset({("d", "第三条")})
    context = Context(HISTORY, date(2021, 5, 1), own=("计算",), articles=articles, starts=True)
    assert newly_said([told, other], context)[0] is told
    assert newly_said([told, other], replace(context, starts=False))[0] is not told
    assert context.lead(told) > replace(context, starts=False).lead(told)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("从什么时候开始算", True),
        ("那三年从哪天算起", True),
        ("自何日起计算呢", True),
        ("从几号开始收费", False),
        ("陶艺课从哪天开始上", False),
    ],
)
def test_who_asks_from_when_asks_of_no_thing_of_its_own(text: str, asks: bool) -> None:
    assert asks_start(text) == asks


def stating(one: Candidate) -> Candidate:
    return replace(one, features=replace(one.features, kind=1.0))


@pytest.mark.parametrize(("alike", "states", "ahead"), [(0.8, True, OTHER), (0.72, True, SAID), (0.8, False, SAID)])
def test_what_is_liker_the_question_leads_what_was_said_before_it(alike: float, states: bool, ahead: str) -> None:
    other = found(40, OTHER, 2.2, alike)
    context = Context(HISTORY, date(2021, 5, 1), own=("陶艺", "前台", "多久"))
    first = newly_said([stating(found(0, SAID, 2.5)), stating(other) if states else other], context)[0]
    assert first.clauses[0].text == ahead


def test_a_worse_case_is_told_by_what_was_said() -> None:
    candidates = [stating(found(0, SAID, 2.5)), stating(found(40, OTHER, 2.2, 0.8))]
    assert newly_said(candidates, Context(HISTORY, date(2021, 5, 1), own=("陶艺", "严重"))) == candidates


REST = "没有陶土的，可以借模具上课"


@pytest.mark.parametrize(
    ("own", "said", "ahead"),
    [
        (("除了", "颜料", "还有", "模具"), SAID, REST),
        (("颜料", "模具"), SAID, SAID),  # who does not ask for what else there is
        (("除了", "围裙", "还有", "模具"), SAID, SAID),  # what was said has the words
        (("除了", "颜料", "还有", "模具"), f"共2项：1.{SAID}；2.{REST}", SAID),  # nor where all was said
    ],
)
def test_what_else_there_is_is_told_by_the_rest_of_the_passage(own: tuple[str, ...], said: str, ahead: str) -> None:
    history = (Turn("user", "陶艺课怎么上"), Turn("assistant", f"{said}。[1]"))
    context = Context(history, date(2021, 5, 1), quoted=(("d", 0, 60),), own=own)
    found_first = newly_said([found(0, SAID, 2.9), found(20, REST, 1.9, 0.5)], context)[0]
    assert found_first.clauses[0].text == ahead


@pytest.mark.parametrize(
    ("score", "states", "talk", "ahead"),
    [(2.45, True, "", OTHER), (2.3, True, "", SAID), (2.45, False, "", SAID), (2.45, True, "陶艺课怎么上", SAID)],
)
def test_a_message_that_stands_alone_is_rather_told_something_new(
    score: float, states: bool, talk: str, ahead: str
) -> None:
    other = found(40, OTHER, score)
    context = Context(HISTORY, date(2021, 5, 1), quoted=(("d", 0, 20),), talk=talk)
    first = newly_said([stating(found(0, SAID, 2.5)), stating(other) if states else other], context)[0]
    assert first.clauses[0].text == ahead


@pytest.mark.parametrize(
    ("own", "refers", "ahead"),
    [("扣钱", "本法第三条", True), ("扣钱", "本法第四条", False), ("围裙", "本法第三条", False)],
)
def test_what_comes_of_a_deed_is_told_by_what_refers_to_the_article_that_forbids_it(
    own: str, refers: str, ahead: bool
) -> None:
    fine = f"违反{refers}规定上课的，处五十元罚款"
    context = Context(
        HISTORY,
        date(2021, 5, 1),
        quoted=(("d", 0, 20),),
        own=(own,),
        talk="陶艺课怎么上",
        articles=frozenset({("d", "第三条")}),
    )
    first = newly_said([found(0, SAID, 2.5), found(40, fine, 1.2, 0.3)], context)[0]
    assert (first.clauses[0].text == fine) == ahead


def test_what_was_said_earlier_does_not_lead_again() -> None:
    history = (Turn("user", "怎么报名"), Turn("assistant", f"{OTHER}。[1]"), *HISTORY)
    candidates = [stating(found(0, SAID, 2.5)), stating(found(40, OTHER, 2.2, 0.8))]
    assert newly_said(candidates, Context(history, date(2021, 5, 1), own=("陶艺",))) == candidates


def test_what_is_found_is_told_in_that_order(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.finder.newly_said", lambda found, _: found[::-1])
    found = assistant._finder.search(
        *assistant._finder.bare(understand("每个城市给多少钱"), Context((), date(2021, 5, 1)))
    )
    assert found[0].score < found[-1].score
