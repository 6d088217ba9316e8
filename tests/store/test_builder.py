import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from filelock import FileLock
from langchain_chroma import Chroma
from pydantic import HttpUrl
from small_corpus import MONEY, REPORT, SEED, clause_of, document_of, small_corpus

from store import builder
from store.builder import build_index, corpus_digest
from store.errors import BuildInProgressError, StoreError
from store.index import Index
from store.levels import LEVELS
from store.records import Parsed
from store.seal import seal
from store.settings import Settings
from store.version import current_version


def versions(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.index_home.iterdir() if path.is_dir())


def with_report(corpus: list[Parsed]) -> list[Parsed]:
    """The corpus with one more document of one sentence."""
    return [*corpus, document_of("report", ["水库每日报告水位。"])]


def test_the_first_build_embeds_each_text_once(either: Settings) -> None:
    report = build_index(small_corpus(), either)
    # Each passage is one clause under one heading, so it has the clause's very text.
    assert (report.embedded, report.reused) == (8, 5)
    assert report.version == current_version(either)
    assert report.seconds > 0


def test_an_unchanged_corpus_keeps_its_version_and_embeds_nothing(either: Settings) -> None:
    first = build_index(small_corpus(), either)
    again = build_index(small_corpus(), either)
    assert (again.version, again.embedded, again.reused) == (first.version, 0, 13)
    assert versions(either) == [first.version]


def test_only_new_texts_are_embedded(either: Settings) -> None:
    build_index(small_corpus(), either)
    report = build_index(with_report(small_corpus()), either)
    assert report.embedded == 1
    with closing(Index.open(either)) as index:
        for question, text in (("水位", "水库每日报告水位。"), ("种子检验什么", SEED), ("给多少钱", MONEY)):
            assert clause_of(index, index.nearest("clause", index.embed(question), 1)[0].id).text == text


def contents(settings: Settings) -> list[object]:
    """All that can be asked of the index in use, but for its version."""
    with closing(Index.open(settings)) as index:
        questions = ["水位报告", "种子检验什么", "给多少钱"]
        vectors = [index.embed(question) for question in questions]
        wholes = frozenset(index.documents)
        notes = [note.id for id_ in wholes for note in index.notes(id_)] if index.searched("ask") else []
        return [
            index.digest,
            [index.parsed(id_) for id_ in index.documents],
            [sorted(index.known(level)) for level in LEVELS],
            [index.searched(level) for level in LEVELS],
            [[hit.id for hit in index.nearest(level, vector, 9)] for level in LEVELS for vector in vectors],
            [round(hit.score, 5) for level in LEVELS for hit in index.nearest(level, vectors[0], 9)],
            [index.matches(level, question, 9) for level in LEVELS for question in questions],
            [index.leanings(vector, wholes, notes) for vector in vectors],
        ]


@pytest.mark.parametrize(
    "change",
    [
        with_report,
        lambda corpus: [*corpus, document_of("report", ["水库每日报告水位。"], asks=["水位多久报一次"])],
        lambda corpus: [corpus[0], document_of("report", ["水库每日报告水位。"]), *corpus[1:]],
        lambda corpus: corpus[1:],
        lambda corpus: corpus[:1],
        lambda corpus: [replace(corpus[0], notes=()), *corpus[1:]],
        lambda corpus: [replace(corpus[0], document=replace(corpus[0].document, status="lapsed")), *corpus[1:]],
    ],
)
def test_a_changed_index_equals_one_that_is_built_from_nothing(
    settings: Settings, tmp_path: Path, change: Callable[[list[Parsed]], list[Parsed]]
) -> None:
    corpus = change(small_corpus())
    anew = settings.model_copy(update={"home": tmp_path / "anew"})
    build_index(corpus, anew)
    build_index(small_corpus(), settings)
    build_index(corpus, settings)
    assert contents(settings) == contents(anew)
    build_index(small_corpus(), settings)  # and back
    build_index(small_corpus(), anew)
    assert contents(settings) == contents(anew)


def test_what_stays_as_it_is_is_copied_not_written(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    build_index(small_corpus(), settings)
    written: list[str] = []
    monkeypatch.setattr(builder, "write_full_text", lambda folder, _: written.append(folder.name))
    monkeypatch.setattr(builder, "write_prototypes", lambda *_: written.append("prototypes"))
    monkeypatch.setattr(Chroma, "add_texts", lambda self, texts, *_: written.extend(texts))
    build_index(with_report(small_corpus()), settings)
    # A passage and its only clause, under their heading; a word's weight depends on all the entries that it is in.
    assert written == ["一、总则\n水库每日报告水位。"] * 2 + ["passage", "clause"]


def test_nothing_is_copied_that_was_indexed_in_another_way(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    build_index(small_corpus(), settings)
    monkeypatch.setattr(builder, "FORMAT", builder.FORMAT + 1)
    monkeypatch.setattr(builder, "copy_collections", lambda *_: pytest.fail("copied"))
    build_index(with_report(small_corpus()), settings)


def test_a_version_that_does_not_say_what_it_holds_is_not_copied(settings: Settings) -> None:
    version = build_index(small_corpus(), settings).version
    folder = settings.index_home / version
    (folder / "levels.json").unlink()
    (folder / "seal.json").unlink()
    seal(folder)  # as versions were before they said
    assert build_index(with_report(small_corpus()), settings).embedded == 1
    assert len(contents(settings)) == 8


def test_no_files_are_left_of_what_a_version_did_not_take_over(settings: Settings) -> None:
    sizes = set[int]()
    for _ in range(3):
        build_index(with_report(small_corpus()), settings)
        version = build_index(small_corpus(), settings).version
        sizes.add(len(list((settings.index_home / version).rglob("*"))))
    assert len(sizes) == 1


def test_what_is_gone_from_the_corpus_is_not_found_any_more(either: Settings) -> None:
    build_index(small_corpus(), either)
    report = build_index(small_corpus()[1:], either)
    assert report.embedded == 0
    with closing(Index.open(either)) as index:
        found = [clause_of(index, hit.id) for hit in index.nearest("clause", index.embed(REPORT), 9)]
        assert {clause.document_id for clause in found} == {"seed"}
        assert index.matches("clause", "市长", 9) == []


def test_a_corpus_without_any_text_can_be_built(either: Settings) -> None:
    report = build_index(small_corpus()[2:], either)
    assert (report.embedded, report.reused) == (0, 0)
    with closing(Index.open(either)) as index:
        assert list(index.documents) == ["absent"]
        assert index.nearest("clause", index.embed("种子"), 3) == index.matches("clause", "种子", 3) == []


def test_the_version_before_stays_for_who_has_it_open_and_older_ones_go(either: Settings) -> None:
    build_index(small_corpus()[:1], either)
    second = build_index(small_corpus()[:2], either)
    with closing(Index.open(either)) as still_open:
        third = build_index(small_corpus(), either)
        assert versions(either) == [second.version, third.version]
        assert clause_of(still_open, still_open.nearest("clause", still_open.embed("种子"), 1)[0].id).text == SEED


def test_the_server_holds_no_more_versions_than_the_folder(chroma_server: HttpUrl, settings: Settings) -> None:
    server = settings.model_copy(update={"chroma_url": chroma_server})
    first = build_index(small_corpus()[:1], server)
    for corpus in (small_corpus()[:2], small_corpus()):
        build_index(corpus, server)
    with closing(builder.connect(server, "")) as client:
        names = {collection.name for collection in client.list_collections()}
    assert {f"clause-{version}" for version in versions(server)} <= names
    assert f"clause-{first.version}" not in names


def test_progress_is_told_level_by_level_up_to_the_end(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "_BATCH", 2)
    monkeypatch.setattr(builder, "_KNOWN_BATCH", 2)
    told: list[tuple[str, int, int]] = []
    build_index(small_corpus(), settings, lambda level, done, total: told.append((level, done, total)))
    assert told[:4] == [("passage", 0, 5), ("passage", 2, 5), ("passage", 4, 5), ("passage", 5, 5)]
    assert told[4:] == [
        ("clause", 0, 5),
        ("clause", 2, 5),
        ("clause", 4, 5),
        ("clause", 5, 5),
        ("ask", 0, 3),
        ("ask", 2, 3),
        ("ask", 3, 3),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda corpus: corpus[::-1],
        lambda corpus: corpus[1:],
        lambda corpus: [replace(corpus[0], document=replace(corpus[0].document, status="lapsed")), *corpus[1:]],
        lambda corpus: [replace(corpus[0], notes=()), *corpus[1:]],
        lambda corpus: [replace(corpus[0], nodes=corpus[0].nodes[:-1]), *corpus[1:]],
    ],
)
def test_the_digest_changes_with_anything_in_the_corpus(change) -> None:
    assert corpus_digest(small_corpus()) == corpus_digest(small_corpus())
    assert corpus_digest(change(small_corpus())) != corpus_digest(small_corpus())


def test_the_digest_changes_with_the_way_of_indexing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = corpus_digest(small_corpus())
    monkeypatch.setattr(builder, "FORMAT", builder.FORMAT + 1)
    assert corpus_digest(small_corpus()) != before


def test_two_records_of_one_id_are_refused_and_the_index_in_use_stays(settings: Settings) -> None:
    first = build_index(small_corpus(), settings)
    twice = replace(small_corpus()[0], notes=small_corpus()[0].notes * 2)
    with pytest.raises(StoreError, match=r"has the ask 'money:note:.*' twice"):
        build_index([twice], settings)
    assert current_version(settings) == first.version


def test_a_build_while_another_runs_is_refused(settings: Settings) -> None:
    build_index(small_corpus(), settings)
    with FileLock(settings.index_home / "build.lock"), pytest.raises(BuildInProgressError, match="Another build"):
        build_index(with_report(small_corpus()), settings)
    assert build_index(with_report(small_corpus()), settings).embedded == 1


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=f"cannot be written to {tmp_path}/file/home/index"):
        build_index(small_corpus(), Settings(home=tmp_path / "file" / "home"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named_and_the_index_in_it_still_serves(settings: Settings) -> None:
    first = build_index(small_corpus(), settings)
    settings.index_home.chmod(0o500)
    try:
        with pytest.raises(StoreError, match=f"cannot be written to {settings.index_home}"):
            build_index(with_report(small_corpus()), settings)
        assert current_version(settings) == first.version
    finally:
        settings.index_home.chmod(0o700)


def test_a_full_disk_is_a_sentence_and_costs_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build_index(small_corpus(), settings)

    def disk_full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(builder, "write_full_text", disk_full)
        with pytest.raises(StoreError, match="No space left on device"):
            build_index(with_report(small_corpus()), settings)
    assert current_version(settings) == first.version
    assert build_index(with_report(small_corpus()), settings).embedded == 1
    assert len(versions(settings)) == 2  # what the failed build left is gone


def test_a_server_that_goes_in_the_middle_is_a_sentence(
    chroma_server: HttpUrl, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = settings.model_copy(update={"chroma_url": chroma_server})

    def gone(*_: object) -> None:
        # What Chroma's client does when nobody listens any more.
        httpx.get("http://127.0.0.1:9")

    monkeypatch.setattr(builder, "_write_vectors", gone)
    with pytest.raises(StoreError, match="start it, or unset POLICY_CHROMA_URL"):
        build_index(small_corpus(), server)


# Forked from a process that has imported the builder and done nothing else: a build to be killed starts at once.
fresh = multiprocessing.get_context("forkserver")
fresh.set_forkserver_preload(["store.builder"])


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def build_and_die(settings: Settings, corpus: list[Parsed], moment: str) -> None:
    """Builds in a process of its own, which is killed at `moment`: a function of the builder, reached or left."""
    when, name = moment.split()
    function = getattr(builder, name)

    def killing(*arguments: object) -> None:
        if when == "during":
            function(*arguments[:-1], die)
        if when == "after":
            function(*arguments)
        die()

    setattr(builder, name, killing)
    build_index(corpus, settings)


@pytest.mark.parametrize(
    "moment",
    [
        "before _write_vectors",
        "during _write_vectors",
        "after _write_vectors",
        "after write_full_text",
        "before write_database",
        "after write_database",
        "before _swap_in",
        "after _swap_in",
    ],
)
def test_a_build_killed_at_any_moment_leaves_a_version_that_serves(either: Settings, moment: str) -> None:
    check_killed(either, moment)


@pytest.mark.parametrize("moment", ["before copy_collections", "after copy_collections"])
def test_a_build_killed_when_files_are_copied_too(settings: Settings, moment: str) -> None:
    check_killed(settings, moment)


def check_killed(either: Settings, moment: str) -> None:
    """A build killed at `moment` leaves a version that serves, and the next build clears away what was left."""
    first = build_index(small_corpus(), either)
    corpus = with_report(small_corpus())
    killed = fresh.Process(target=build_and_die, args=(either, corpus, moment))
    killed.start()
    killed.join()
    assert killed.exitcode == -signal.SIGKILL

    swapped = moment == "after _swap_in"
    with closing(Index.open(either)) as index:
        assert (index.version != first.version) == swapped
        assert index.digest == corpus_digest(corpus if swapped else small_corpus())
        assert clause_of(index, index.nearest("clause", index.embed("种子"), 1)[0].id).text == SEED

    again = build_index(corpus, either)
    assert again.embedded == (0 if swapped else 1)
    assert versions(either) == [first.version, again.version]
