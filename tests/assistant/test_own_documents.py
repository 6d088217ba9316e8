"""What readers added themselves, told apart by the places that they name."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest
from own_texts import policy

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.draft import Draft, Said
from assistant.lookups.lookup import Lookup
from assistant.retrieval.retrieve import Candidate, Features
from assistant.talk.context import Context
from assistant.talk.resolve import Resolver
from assistant.verdicts.verdict import Judgement
from store.builder import build_index
from store.index import Index
from store.records import Clause, Note, Parsed
from store.settings import Settings

RULES = (
    "夜市摊主可以领取开业补贴，每户{grant}元。",
    "夜市的咨询电话：{phone}。",
    "夜市的摊位费按照面积收取，每月{fee}元。",
    "摊主为企业职工的，应当年满{age}周岁。",
    "布展期为{days}天，由摊主自行安排，货物押在仓库里的，凭单提取。",
)


def of(place: str, document_id: str, **values: str) -> Parsed:
    return policy(document_id, f"{place}夜市管理办法", *(rule.format(**values) for rule in RULES))


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = Settings(home=tmp_path_factory.mktemp("own"), chroma_url=None)
    lake = of("柳湾市", "lake", grant="3000", phone="0990-1112223", fee="400", age="18", days="7")
    sand = of("白沙县", "sand", grant="5000", phone="0991-4445556", fee="600", age="20", days="9")
    build_index([lake, sand], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "said", "document"),
    [
        ("柳湾市夜市的开业补贴每户多少钱", "3000元", "lake"),
        ("白沙县夜市的开业补贴每户多少钱", "5000元", "sand"),
        ("柳湾夜市的摊位费每月多少", "400元", "lake"),
        ("白沙夜市的摊位费每月多少", "600元", "sand"),
    ],
)
def test_who_names_a_place_is_answered_by_its_document(
    assistant: Assistant, question: str, said: str, document: str
) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert {citation.document_id for citation in answer.citations} == {document}


@pytest.mark.parametrize(("place", "document"), [("柳湾市", "lake"), ("白沙县", "sand")])
def test_so_are_the_other_parts_of_a_message_and_what_follows_it(
    assistant: Assistant, place: str, document: str
) -> None:
    both = assistant.ask(f"{place}夜市开业补贴每户多少钱，咨询电话多少")
    assert len(both.statements) > 1
    assert {citation.document_id for citation in both.citations} == {document}
    first = f"{place}夜市的开业补贴每户多少钱"
    history = [Turn("user", first), Turn("assistant", assistant.ask(first).text)]
    after = assistant.ask("那摊位费呢", history)
    assert place in after.understood_as
    assert {citation.document_id for citation in after.citations} == {document}


@pytest.mark.parametrize(("of_same", "said"), [(True, "开业补贴每户3000元。"), (False, "仓库租金每月3000元。")])
def test_an_amount_of_another_thing_puts_no_premise_right(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, of_same: bool, said: str
) -> None:
    judged = Judgement("no", "不是，应为3000元，不是800元。", True, "3000元")
    monkeypatch.setattr("assistant.saying.say_premise.say_read", lambda *_: Draft((Said(judged.lead + said),), judged))
    put_right = assistant._put_right("开业补贴是800元", "咨询电话多少", Context((), date(2026, 1, 1)), 100)
    assert (put_right is not None) == of_same


def test_a_wrong_premise_is_put_right_before_what_is_asked(assistant: Assistant) -> None:
    answer = assistant.ask("柳湾市开业补贴每户800元，咨询电话多少")
    assert answer.text.startswith("应为3000元，不是800元。")
    assert answer.verdict is None  # of what is asked there is none


@pytest.mark.parametrize("question", ["云溪市夜市的开业补贴每户多少钱", "我在云溪市，夜市的摊位费每月多少"])
def test_a_place_is_not_answered_by_the_document_of_another(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused
    assert answer.text.startswith("本库没有收录云溪市这方面的文件。")


def test_two_places_are_each_told_by_their_document(assistant: Assistant) -> None:
    for question in ("柳湾市和白沙县夜市的摊位费每月分别多少", "柳湾市夜市的摊位费每月多少，白沙县呢"):
        answer = assistant.ask(question)
        assert "400元" in answer.text
        assert "600元" in answer.text
        assert {citation.document_id for citation in answer.citations} == {"lake", "sand"}


def found(document_id: str, score: float, note: Note | None = None, said: float = 0.0) -> Candidate:
    features = Features(0.7, 0.9, said, 0.0, said, 0.0, 0.0)
    return Candidate(
        document_id, 0, 9, (Clause(document_id, "1", 0, 9, "第1条", "看守人由继承人代位"),), note, features, score
    )


@pytest.mark.parametrize(("said", "stays"), [(0.0, True), (0.4, False)])
def test_a_follow_up_that_any_rule_could_be_asked_stays_with_the_document(
    assistant: Assistant, said: float, stays: bool
) -> None:
    """A noted law is asked the same in so many words, and its clause says none, or some, of them."""
    noted = found("law", 2.4, Note("law", 0, 9, ("家里人能代跑吗",)), said)

    def best(text: str, context: Context) -> Candidate:
        return found("lake", 0.1) if context.within else noted

    index = SimpleNamespace(
        searched=lambda level: frozenset({"law"}), held=assistant.index.held, documents=assistant.index.documents
    )
    resolver = Resolver(cast(Index, index), Lookup(assistant.index), best)
    context = Context((), date(2031, 5, 1), spoken_of=frozenset({"lake"}))
    assert (resolver._staying("儿子能代跑一趟吗", context).within == {"lake"}) == stays
