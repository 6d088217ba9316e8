"""Retrieval sets in BEIR's layout (Thakur et al. 2021): a folder of corpus.jsonl, queries.jsonl and qrels.tsv.

Beyond BEIR's fields an entry may name the `document` it is a part of, and a query the `history` it continues. What
names none is a document of its own, but for the articles of a statute: those of one name are one document.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from evals.dataset import Message, Split, split_of, validated
from ingest.passages import passages
from store.errors import DatasetError
from store.lines import read_jsonl, read_lines
from store.records import STATE, Document, Node, Parsed

_ARTICLE = re.compile(r"第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?$")


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(alias="_id")
    text: str


class CorpusEntry(_Row):
    """One thing to be found."""

    title: str = ""
    document: str = ""

    @property
    def document_title(self) -> str:
        """What it is a part of."""
        return self.document or _ARTICLE.sub("", self.title) or self.id

    @property
    def is_article(self) -> bool:
        """Whether it is an article of a statute."""
        return not self.document and bool(_ARTICLE.search(self.title))


class Query(_Row):
    """One question, with the messages before it."""

    history: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Entries and queries in the order of their files; `relevant` has the ids of each query's right entries."""

    name: str
    entries: tuple[CorpusEntry, ...]
    queries: tuple[Query, ...]
    relevant: Mapping[str, frozenset[str]]

    def select(self, split: Split | None = None, limit: int | None = None) -> tuple[Query, ...]:
        """The first `limit` queries of a half. Raises DatasetError if there are none."""
        chosen = [query for query in self.queries if split in (None, split_of(query.id))][:limit]
        if not chosen:
            raise DatasetError("No query is left: check the split and the limit.")
        return tuple(chosen)


class Places:
    """Where entries stand in the documents that were made of them."""

    def __init__(self, entries: Sequence[CorpusEntry]) -> None:
        grouped: dict[str, list[CorpusEntry]] = {}
        for entry in entries:
            grouped.setdefault(entry.document_title, []).append(entry)
        self._starts: dict[str, list[int]] = {}
        self._ids: dict[str, list[str]] = {}
        self.parsed: list[Parsed] = []
        for number, (title, parts) in enumerate(grouped.items()):
            parsed = _document(f"document-{number}", title, parts)
            self._starts[parsed.document.id] = [node.start for node in parsed.nodes[1:]]
            self._ids[parsed.document.id] = [part.id for part in parts]
            self.parsed.append(parsed)

    def entry_at(self, document_id: str, start: int) -> str:
        """The id of the entry that holds the character at `start`."""
        return self._ids[document_id][bisect_right(self._starts[document_id], start) - 1]


def _document(document_id: str, title: str, parts: Sequence[CorpusEntry]) -> Parsed:
    texts = [part.text.strip() or part.title or "—" for part in parts]
    text = "\n".join(texts)
    document = Document(
        document_id,
        title,
        title.removeprefix(STATE),
        "statute" if parts[0].is_article else "policy",
        text=text,
    )
    nodes = [Node(document_id, "", "root", "", "", 0, len(text), f"《{title}》")]
    start = 0
    for number, (part, own) in enumerate(zip(parts, texts, strict=True), start=1):
        heading = "" if part.is_article or part.title == title else part.title
        nodes.append(Node(document_id, str(number), "item", "", heading, start, start + len(own), part.title))
        start += len(own) + 1
    return Parsed(document, tuple(nodes), passages(document, nodes))


def load_set(folder: Path) -> RetrievalSet:
    """Reads a folder. Raises DatasetError naming the file, and the line and field where one is wrong."""
    entries = _load(folder / "corpus.jsonl", CorpusEntry)
    queries = _load(folder / "queries.jsonl", Query)
    known, asked = {entry.id for entry in entries}, {query.id for query in queries}
    relevant: dict[str, set[str]] = {}
    path = folder / "qrels.tsv"
    for line, row in _table(path):
        if len(row) < 3 or row[0] not in asked or row[1] not in known:
            raise DatasetError(f"{path}, line {line}: needs a query, an entry and a score, both of them in the set.")
        if row[2] != "0":
            relevant.setdefault(row[0], set()).add(row[1])
    return RetrievalSet(
        folder.resolve().name,
        tuple(entries),
        tuple(query for query in queries if query.id in relevant),
        {query: frozenset(found) for query, found in relevant.items()},
    )


_T = TypeVar("_T", CorpusEntry, Query)


def _load(path: Path, kind: type[_T]) -> list[_T]:
    found: dict[str, _T] = {}
    for line, row in read_jsonl(path):
        one = validated(kind, row, f"{path}, line {line}")
        if one.id in found:
            raise DatasetError(f"{path}, line {line}, field _id: {one.id!r} is there twice.")
        found[one.id] = one
    if not found:
        raise DatasetError(f"{path} holds nothing.")
    return list(found.values())


def _table(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows under the header."""
    lines = list(read_lines(path))[1:]
    yield from zip((line for line, _ in lines), csv.reader((row for _, row in lines), delimiter="\t"), strict=True)
