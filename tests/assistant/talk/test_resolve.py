"""How a message of a conversation is read where the documents tell."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from own_texts import NOTICE, policy

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.lookups.lookup import Lookup
from assistant.retrieval.retrieve import Candidate, Features
from assistant.talk.context import Context
from assistant.talk.resolve import Resolver
from assistant.understanding.question import understand
from store.builder import build_index
from store.index import Index
from store.records import Clause, Note
from store.settings import Settings

ASKED = (
    Turn("user", "自行车道的补助资金能买车吗"),
    Turn("assistant", "不可以。补助资金不得用于购买车辆、发放工资。[1]"),
)
TODAY = date(2021, 5, 1)


def found(document_id: str, score: float, alike: float = 0.9) -> Candidate:
    return Candidate(document_id, 0, 1, (), None, replace(Features(*(0.0,) * 7), ask_vector=alike), score)


@pytest.mark.parametrize(("elsewhere", "topic_leads"), [("cycling-law-2015", True), ("bikes-2021", False)])
def test_a_message_answered_only_elsewhere_is_read_under_the_topic(
    assistant: Assistant, elsewhere: str, topic_leads: bool
) -> None:
    def best(text: str, context: Context) -> Candidate:
        return found(elsewhere, 1.6) if text == "头盔由谁来发放" else found("bikes-2021", 1.3)

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    context = Context(ASKED, TODAY, frozenset({"bikes-2021"}))
    read, _ = resolver.resolve(understand("头盔由谁来发放"), context)
    assert (read != "头盔由谁来发放") == topic_leads


@pytest.mark.parametrize(
    ("asked", "topic_leads"),
    [
        ("另外头盔发给谁", False),
        ("它的头盔发给谁", True),
        ("另外头盔发给他们吗", True),
        ("这笔钱发头盔吗", False),
        ("那么给吗", True),
        ("要给多少比例", True),
    ],
)
def test_a_topic_that_finds_only_what_was_said_is_put_aside(
    assistant: Assistant, asked: str, topic_leads: bool
) -> None:
    said, other = (10, 20), (30, 40)

    def best(text: str, context: Context) -> Candidate:
        start, end = said if text.startswith("自行车道") else other
        return replace(found("bikes-2021", 2.5), start=start, end=end)

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    context = Context(ASKED, TODAY, frozenset({"bikes-2021"}), (("bikes-2021", *said),))
    read, _ = resolver.resolve(understand(asked), context)
    assert read.startswith("自行车道") == topic_leads


@pytest.mark.parametrize(("asked", "topic_leads"), [("能不能合租", True), ("头盔能不能合租", False)])
def test_one_word_that_is_said_elsewhere_is_asked_of_the_topic(
    assistant: Assistant, asked: str, topic_leads: bool
) -> None:
    def best(text: str, context: Context) -> Candidate:
        return found("bikes-2021", 2.2) if text.startswith("自行车道") else found("cycling-law-2015", 2.6)

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    read, _ = resolver.resolve(understand(asked), Context(ASKED, TODAY, frozenset({"bikes-2021"})))
    assert read.startswith("自行车道") == topic_leads


def test_a_message_meant_of_what_was_just_quoted_keeps_to_it(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def best(text: str, context: Context) -> Candidate:
        return found("bikes-2021", 2.2) if text.startswith("自行车道") else found("bikes-2021", 2.6)

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    for meant in (True, False):
        monkeypatch.setattr("assistant.talk.resolve.still_meant", lambda *_, meant=meant: meant)
        read, context = resolver.resolve(understand("头盔什么时候发"), Context(ASKED, TODAY, frozenset({"bikes-2021"})))
        assert (read.startswith("自行车道"), context.still, context.own) == (meant, meant, ())


@pytest.mark.parametrize(("asked", "topic_leads"), [("头盔钱也能算进去吗", True), ("头盔钱算进去吗", False)])
def test_whether_another_thing_counts_too_is_asked_of_the_topic(
    assistant: Assistant, asked: str, topic_leads: bool
) -> None:
    def best(text: str, context: Context) -> Candidate:
        topic = text.startswith("自行车道")
        return replace(found("bikes-2021", 3.1 if topic else 2.5), start=10 if topic else 30, end=20 if topic else 40)

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    context = Context(ASKED, TODAY, frozenset({"bikes-2021"}), (("bikes-2021", 10, 20),))
    read, _ = resolver.resolve(understand(asked), context)
    assert read.startswith("自行车道") == topic_leads


def test_a_topic_that_finds_the_kind_of_value_asked_for_is_kept(assistant: Assistant) -> None:
    def best(text: str, context: Context) -> Candidate:
        one = found("bikes-2021", 2.5)
        joined = replace(one, start=10, end=20, features=replace(one.features, kind=1.0))
        return joined if text.startswith("自行车道") else replace(one, start=30, end=40)

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    context = Context(ASKED, TODAY, frozenset({"bikes-2021"}), (("bikes-2021", 10, 20),))
    read, _ = resolver.resolve(understand("另外头盔发给谁"), context)
    assert read.startswith("自行车道")


TICKETS, LOCKERS = "博物馆的门票什么时候开始卖", "游泳馆的储物柜钥匙弄丢了要赔多少押金"


@pytest.mark.parametrize(
    ("asked", "alike", "says", "topic_leads"),
    [
        (TICKETS, 0.8, "", False),
        (TICKETS, 0.6, "", True),
        (TICKETS, 0.6, "门票在博物馆开始卖", False),  # says what the clause quoted does not
        ("门票何时", 0.8, "", True),  # too few words to be about something else
        ("它的门票什么时候开始卖", 0.8, "", True),
        ("要是丢了，谁来补博物馆的门票", 0.8, "", True),
        ("门票丢在博物馆了，谁把它补上", 0.8, "", False),  # which stands for what the message names
        (LOCKERS, 0.5, "", False),  # of whose many words the clause quoted has none
        (f"那个{LOCKERS}", 0.5, "", True),
    ],
)
def test_a_message_about_something_else_is_not_drawn_into_the_topic(
    assistant: Assistant, asked: str, alike: float, says: str, topic_leads: bool
) -> None:
    def best(text: str, context: Context) -> Candidate:
        if text.startswith("自行车道"):
            return replace(found("bikes-2021", 4.0, 0.65), start=10, end=20)
        return replace(found("cycling-law-2015", 1.2, alike), clauses=(Clause("cycling-law-2015", "", 0, 1, "", says),))

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    context = Context(ASKED, TODAY, frozenset({"bikes-2021"}), (("bikes-2021", 10, 20),))
    read, _ = resolver.resolve(understand(asked), context)
    assert read.startswith("自行车道") == topic_leads


@pytest.mark.parametrize(
    ("asked", "alike", "topic_leads"),
    [(TICKETS, 0.5, False), (f"那个{TICKETS}", 0.5, True), (f"那个{TICKETS}", 0.7, False)],
)
def test_a_topic_that_does_not_help_to_find_a_clause_is_put_aside(
    assistant: Assistant, asked: str, alike: float, topic_leads: bool
) -> None:
    clause = Clause("bikes-2021", "", 0, 1, "", "门票")

    def best(text: str, context: Context) -> Candidate:
        joined = text.startswith("自行车道")
        return replace(found("bikes-2021", 4.0 if joined else 1.2, 0.9 if joined else alike), clauses=(clause,))

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    read, _ = resolver.resolve(understand(asked), Context(ASKED, TODAY, frozenset({"bikes-2021"})))
    assert read.startswith("自行车道") == topic_leads


def test_thanks_between_leave_the_article_that_was_shown(assistant: Assistant) -> None:
    shown = "《骑行法》第三条：有下列情形之一的，处五十元以下罚款：（一）不佩戴头盔的；（二）逆向行驶的。[1]"
    history = [Turn("user", "骑行法第三条"), Turn("assistant", shown)]
    history += [Turn("user", "谢谢"), Turn("assistant", "不客气。")]
    assert assistant.ask("下一条呢", history).understood_as == "《骑行法》第4条"


@pytest.mark.parametrize(("alike", "topic_leads"), [(0.9, False), (0.5, True)])
def test_what_is_found_by_words_alone_does_not_put_the_topic_aside(
    assistant: Assistant, alike: float, topic_leads: bool
) -> None:
    def best(text: str, context: Context) -> Candidate:
        return found("bikes-2021", 2.5) if text.startswith("自行车道") else found("bikes-2021", 2.3, alike)

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    read, _ = resolver.resolve(understand("公司要做什么"), Context(ASKED, TODAY, frozenset({"bikes-2021"})))
    assert read.startswith("自行车道") == topic_leads


def test_who_is_told_what_is_left_open_speaks_of_that_document(assistant: Assistant) -> None:
    history = [Turn("user", "怎么打分"), Turn("assistant", "通知没有给出评审的打分标准，要咨询通知所列联系人。")]
    resolver = Resolver(assistant.index, Lookup(assistant.index), lambda text, context: None)
    assert "bikes-2021" in resolver.context(understand("哪几年算"), history, TODAY).spoken_of


def test_a_gap_is_not_put_ahead_by_what_was_quoted(assistant: Assistant) -> None:
    (place,) = {(c.document_id, c.start, c.end) for c in assistant.ask("能不能买车").citations}
    context = Context(ASKED, TODAY, quoted=(place,))
    notes = [note for note in assistant.index.notes("bikes-2021") if place[1] <= note.start < place[2]]
    leads = {
        bool(note.gap): context.lead(replace(found("bikes-2021", 2.0), start=note.start, end=note.end, note=note))
        for note in notes
    }
    assert leads[False] > leads[True]


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("那没交罚款呢", "骑行法，没交罚款怎么办"),  # of which the article shown has no word
        ("那没佩戴头盔呢", "骑行法第二条，没佩戴头盔怎么办"),
        ("第四条呢", "第四条呢"),
    ],
)
def test_what_follows_goes_beyond_an_article_that_has_no_word_of_it(
    assistant: Assistant, asked: str, read: str
) -> None:
    def best(text: str, context: Context) -> Candidate:
        return replace(found("cycling-law-2015", 2.5), start=90, end=99)

    resolver = Resolver(assistant.index, Lookup(assistant.index), best)
    history = (Turn("user", "骑行法第二条是怎么写的"), Turn("assistant", "《骑行法》第二条：骑行人应当佩戴头盔。[1]"))
    context = Context(history, TODAY, frozenset({"cycling-law-2015"}), (("cycling-law-2015", 40, 50),))
    assert resolver.resolve(understand(asked), context)[0] == read


SHED = ("车棚的租金每月30元，押金另计。", "租赁合同在领取钥匙时签订。")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """A notice with notes, and a document that a reader added."""
    settings = Settings(home=tmp_path_factory.mktemp("own"), chroma_url=None)
    notice = policy("notice", "资金通知", *NOTICE.split("\n"))
    notice = replace(notice, notes=(Note("notice", 0, 19, ("一个城市给多少钱",)),))
    build_index([notice, policy("shed", "云溪市车棚租赁办法", *SHED)], settings)
    with closing(Index.open(settings)) as index:
        yield index


@pytest.mark.parametrize(
    ("asked", "gap", "stays"),
    [
        ("合同什么时候签", "", True),
        ("车辆保险谁来买", "", False),
        ("租金什么时候涨价", "", False),
        ("租金什么时候涨价", "通知没有说。", True),  # what that leaves open tells nothing of the shed
        ("车辆保险谁来买", "通知没有说。", False),
    ],
)
def test_the_document_spoken_of_is_meant_where_it_has_the_words(own: Index, asked: str, gap: str, stays: bool) -> None:
    note = Note("notice", 0, 19, ("一个城市给多少钱",), gap=gap)

    def best(text: str, context: Context) -> Candidate:
        return found("shed", 1.3) if context.within else replace(found("notice", 3.2), note=note)

    resolver = Resolver(own, Lookup(own), best)
    assert bool(resolver._staying(asked, Context((), TODAY, frozenset({"shed"}))).within) == stays


@pytest.mark.parametrize(
    ("said", "read"), [(SHED[1], "合同什么时候签"), ("每月10日缴费。", "云溪市车棚的租金，合同什么时候签")]
)
def test_what_the_own_words_find_anew_is_asked_for(own: Index, said: str, read: str) -> None:
    turns = (Turn("user", "云溪市车棚的租金多少"), Turn("assistant", f"{SHED[0]}[1]"))

    def best(text: str, context: Context) -> Candidate:
        joined = text.startswith("云溪市")
        clause = Clause("shed", "", 0, 1, "", SHED[0] if joined else said)
        return replace(found("shed", 1.8 if joined else 1.2), clauses=(clause,))

    resolver = Resolver(own, Lookup(own), best)
    assert resolver.resolve(understand("合同什么时候签"), Context(turns, TODAY, frozenset({"shed"})))[0] == read


@pytest.mark.parametrize(("spoken_of", "named"), [("shed", True), ("notice", False)])
def test_a_place_is_left_with_the_documents_that_are_of_it(own: Index, spoken_of: str, named: bool) -> None:
    turns = (Turn("user", "云溪市车棚的租金多少"), Turn("assistant", "每月30元。"), Turn("user", "城市给多少钱"))
    resolver = Resolver(own, Lookup(own), lambda text, context: None)
    history = (*turns, Turn("assistant", "五百万元。"))
    read, _ = resolver.resolve(understand("区县呢"), Context(history, TODAY, frozenset({spoken_of})))
    assert ("云溪市" in read) == named


def test_a_message_that_asks_from_when_is_read_so(assistant: Assistant) -> None:
    history = (Turn("user", "每个城市给多少钱"), Turn("assistant", "中央财政对每个城市补助2000万元。[1]"))
    asked = understand("从什么时候开始算")
    context = assistant._resolver.resolve(asked, assistant._resolver.context(asked, history, TODAY))[1]
    assert context.starts
    asked = understand("从哪里拨")
    assert not assistant._resolver.resolve(asked, assistant._resolver.context(asked, history, TODAY))[1].starts
