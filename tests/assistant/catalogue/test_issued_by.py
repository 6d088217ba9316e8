"""Whether it was these bodies that issued a document."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.catalogue.issued_by import say_issue, say_issuer
from assistant.understanding.question import understand
from store.records import Document

TODAY = date(2021, 4, 1)


@pytest.fixture
def document(assistant: Assistant) -> Document:
    return replace(
        assistant.index.documents["bikes-2021"], issuer="江州市交通局、江州市财政局", issued_on=date(2021, 3, 1)
    )


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("通知是财政局发的吗", "yes"),
        ("这个通知是不是江州市交通局和市财政局联合印发的", "yes"),
        ("通知是交通局单独发的吗", "no"),
        ("通知是教育局发的吧", "no"),
        ("通知是交通局和教育局印发的，对吗", "no"),
        ("通知不是交通局发的吧", "no"),
    ],
)
def test_the_issuer_is_told_from_others(assistant: Assistant, document: Document, question: str, verdict: str) -> None:
    draft = say_issuer(assistant.index, [document], understand(question), TODAY)
    assert draft is not None
    assert draft.judgement is not None
    assert draft.judgement.verdict == verdict
    assert "由江州市交通局、江州市财政局2021年3月1日发布" in draft.said[0].text
    assert draft.said[0].places


@pytest.mark.parametrize(
    "question",
    ["通知里的补助是市财政局发的吗", "通知是谁发的", "通知是3月发的吗", "奖金是交通局发的吗", "通知是交通局发的"],
)
def test_other_questions_are_not_of_the_issuer(assistant: Assistant, document: Document, question: str) -> None:
    assert say_issuer(assistant.index, [document], understand(question), TODAY) is None


def test_without_one_document_or_its_issuer_nothing_is_told(assistant: Assistant, document: Document) -> None:
    question = understand("通知是教育局发的吗")
    assert say_issuer(assistant.index, [document, document], question, TODAY) is None
    assert say_issuer(assistant.index, [replace(document, issuer="")], question, TODAY) is None


def test_of_a_document_that_is_not_held_its_entry_is_told(assistant: Assistant, document: Document) -> None:
    draft = say_issuer(assistant.index, [replace(document, held=False)], understand("通知是教育局发的吗"), TODAY)
    assert draft is not None
    assert draft.refused
    assert "江州市交通局、江州市财政局" in draft.said[0].text


def test_a_question_need_not_name_the_document_where_one_policy_is_held(assistant: Assistant) -> None:
    meant = assistant._lookup.meant_as_whole(understand("文件是教育局发的吗"), TODAY)
    assert [document.id for document in meant] == ["bikes-2021"]


def test_who_asks_of_the_issuer_is_told_by_the_catalogue(
    assistant: Assistant, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.lookups.lookup.Lookup.meant_as_whole", lambda *_: [document])
    answer = assistant.ask("通知是教育局发的吗")
    assert answer.text.startswith("不是。")
    assert "江州市交通局、江州市财政局" in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("这份通知谁发的", True),
        ("这红头文件是哪两家出的？", True),
        ("通知哪天印的", True),
        ("文件的落款日期是哪天", True),
        ("发文单位是谁", True),
        ("谁印发的这份通知", True),
        ("谁印发的细则", False),
        ("补助谁发的", False),
        ("方案什么时候印发", False),  # which the notice speaks of, and is not
        ("细则的印发时间是哪天", False),
        ("通知是交通局发的吗", False),
    ],
)
def test_who_issued_a_document_and_when(assistant: Assistant, document: Document, question: str, told: bool) -> None:
    draft = say_issue(assistant.index, [document], understand(question))
    assert (draft is not None) == told
    if draft:
        alone = "2021年3月1日。"
        whole = f"《自行车道通知》由江州市交通局、江州市财政局{alone[:-1]}发布。"
        assert draft.said[0].text == (alone if "哪天" in question else whole)
        assert draft.said[0].places


def test_a_document_of_unknown_issuer_or_several_are_not_told_of(assistant: Assistant, document: Document) -> None:
    question = understand("通知谁发的")
    assert say_issue(assistant.index, [document, document], question) is None
    assert say_issue(assistant.index, [replace(document, issuer="")], question) is None
    assert say_issue(assistant.index, [replace(document, held=False)], question) is None


def test_who_asks_who_issued_it_is_told_by_the_catalogue(
    assistant: Assistant, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.lookups.lookup.Lookup.meant_as_whole", lambda *_: [document])
    assert assistant.ask("这文件谁出的").text.startswith("《自行车道通知》由江州市交通局")
