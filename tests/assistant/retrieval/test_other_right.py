"""A law on one right tells nothing of another."""

from collections.abc import Iterator

import pytest
from own_texts import document_of

from assistant.assistant import Assistant
from assistant.retrieval.other_right import without_other_rights
from assistant.retrieval.retrieve import Retriever
from assistant.understanding.question import understand
from store.builder import build_index
from store.index import Index
from store.settings import Settings

SUIT = "侵犯专利权的诉讼时效为三年，自得知之日起计算。"
BOTH = "专利权与著作权的使用费，按照约定支付。"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    settings = Settings(home=tmp_path_factory.mktemp("rights"), chroma_url=None)
    laws = [
        document_of("patents", "试验专利法", (SUIT, BOTH)),
        document_of("dues", "试验债务法", ("诉讼时效为两年。",)),
    ]
    build_index(laws, settings)
    index = Index.open(settings)
    yield index
    index.close()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("著作权的诉讼时效是几年", {BOTH, "诉讼时效为两年。"}),  # what names it, and what is on no right
        ("专利的诉讼时效是几年", {SUIT, BOTH, "诉讼时效为两年。"}),
        ("专利和著作权的诉讼时效是几年", {SUIT, BOTH, "诉讼时效为两年。"}),
        ("诉讼时效是几年", {SUIT, BOTH, "诉讼时效为两年。"}),
    ],
)
def test_clauses_on_another_right_are_left_out(index: Index, question: str, told: set[str]) -> None:
    asked = understand(question)
    found = without_other_rights(index, asked, Retriever(index).search(asked))
    assert {clause.text for candidate in found for clause in candidate.clauses} == told


def test_no_answer_rests_on_another_right(index: Index) -> None:
    answer = Assistant(index).ask("著作权的诉讼时效是几年")
    assert SUIT not in answer.text
