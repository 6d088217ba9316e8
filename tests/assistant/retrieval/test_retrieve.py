"""Retrieval over a document with editors' notes and two statutes without."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from own_texts import NOTICE, document_of

from assistant.retrieval.rank import Ranker
from assistant.retrieval.retrieve import Retriever
from assistant.understanding.question import understand
from store.builder import build_index
from store.index import Index
from store.records import Note
from store.settings import Settings

PATENTS = (
    "发明专利权的期限为二十年，自申请日起计算。",
    "专利权人应当自被授予专利权的当年开始缴纳年费。没有按照规定缴纳年费的，专利权在期限届满前终止。",
    "申请专利的发明涉及国家安全的，按照国家有关规定办理。",
)
LEASES = (
    "承租人应当按照约定的期限支付租金。",
    "承租人未经出租人同意转租的，出租人可以解除合同。",
    "出租人应当履行租赁物的维修义务，但是当事人另有约定的除外。",
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    home: Path = tmp_path_factory.mktemp("retrieve")
    settings = Settings(home=home)
    notice = document_of("notice", "资金通知", tuple(NOTICE.split("\n")))
    noted = replace(notice, notes=(Note("notice", 0, 19, ("一个城市给多少钱", "补助多少")),))
    build_index([noted, document_of("patents", "专利法", PATENTS), document_of("leases", "租赁法", LEASES)], settings)
    with closing(Index.open(settings)) as opened:
        yield opened


@pytest.fixture(scope="module")
def retriever(index: Index) -> Retriever:
    return Retriever(index)


@pytest.mark.parametrize(
    ("asked", "document_id", "words"),
    [
        ("发明专利能保护多少年", "patents", "二十年"),
        ("不交年费专利会怎么样", "patents", "没有按照规定缴纳年费"),
        ("房东能不能因为我转租就解约", "leases", "转租"),
        ("一个城市能拿多少钱", "notice", "五百万元"),
    ],
)
def test_what_has_notes_and_what_has_none_compete_in_one_list(
    retriever: Retriever, asked: str, document_id: str, words: str
) -> None:
    best = retriever.search(understand(asked))[0]
    assert (best.document_id, words in best.clauses[0].text) == (document_id, True)


def test_the_best_come_first_whatever_document_they_are_of(retriever: Retriever) -> None:
    found = retriever.search(understand("专利的年费什么时候交"))
    assert {candidate.document_id for candidate in found} == {"notice", "patents", "leases"}
    assert found == sorted(found, key=lambda candidate: -candidate.score)


def test_only_the_documents_wanted_are_searched(retriever: Retriever) -> None:
    question = understand("专利的年费什么时候交")
    assert {c.document_id for c in retriever.search(question, documents=["leases"])} == {"leases"}
    assert {c.document_id for c in retriever.search(question, documents=["notice"])} == {"notice"}
    assert retriever.search(question, documents=[]) == []


def test_talk_tells_the_document_of_a_question_that_names_none(retriever: Retriever) -> None:
    question, both = understand("期限是怎样的"), ["patents", "leases"]
    of_leases = retriever.search(question, documents=both, talk="房子的承租人有什么义务？\n按约定支付租金。")
    of_patents = retriever.search(question, documents=both, talk="专利权人有什么义务？\n缴纳年费。")
    assert (of_leases[0].document_id, of_patents[0].document_id) == ("leases", "patents")


def test_every_passage_has_a_row_of_finite_features(index: Index) -> None:
    evidence = Ranker(index).collect("转租", index.embed("转租"), ["leases"], talk="租金")
    assert len(evidence.ids) == len(LEASES)
    assert abs(evidence.features).max() < 1e3


def test_an_english_question_is_compared_as_it_was_typed(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    embedded = list[str]()
    embed = index.embed
    monkeypatch.setattr(index, "embed", lambda text: embedded.append(text) or embed(text))
    Retriever(index).search(understand("Name the four duties of a tenant"))
    assert "name the four duties of a tenant" in embedded
