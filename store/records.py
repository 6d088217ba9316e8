"""The records that flow from a source to an answer. All offsets are character offsets into a document's canonical text.

Invariant, tested: for every record with `text`, `document.text[start:end] == text`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

STATE = "中华人民共和国"  # with which a statute's name begins in full, and which people leave out
_REVISION = re.compile("（[^（）]*）$")
Span = tuple[int, int]  # start and end, in characters
Kind = Literal["policy", "statute"]
Status = Literal["in force", "closed", "lapsed"]  # closed: what it offers can no longer be applied for
NodeKind = Literal["root", "section", "article", "paragraph", "item"]


@dataclass(frozen=True, slots=True)
class Repair:
    """Characters of the canonical text that the received source did not hold, and why they stand there."""

    start: int
    end: int
    received: str
    reason: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which a document's own offer closes, and the words that say so."""

    on: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One policy or statute. `text` is the canonical text; a document that is catalogued but not held has none."""

    id: str
    title: str
    short_title: str  # as a locator names it: 通知, 预算法
    kind: Kind
    status: Status = "in force"  # as far as no date says otherwise
    remark: str = ""  # what else is to be known of how it stands, one phrase
    number: str = ""  # 文号, e.g. 财办建〔2020〕40号
    issuer: str = ""
    issued_on: date | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    replaces: tuple[str, ...] = ()
    source: str = ""  # where the text came from: a file of the corpus, a data package
    address: str = ""  # official web address
    site: str = ""  # official site that has it, where the page is not known
    related: str = ""  # why the document is in the catalogue, one phrase
    aliases: tuple[str, ...] = ()  # other names people use
    held: bool = True
    text: str = ""
    repairs: tuple[Repair, ...] = ()
    scanned: tuple[Span, ...] = ()  # spans of the text that were read from pictures of pages, by OCR
    deadline: Deadline | None = None
    examples: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (topic, questions to begin with)
    english_examples: tuple[tuple[str, tuple[str, ...]], ...] = ()  # the same for the English page

    @property
    def version(self) -> str:
        """What tells it from others of its name: the revision in its title, else the 文号, in brackets, else ""."""
        if revision := _REVISION.search(self.title):
            return revision[0]
        return f"（{self.number}）" if self.number else ""

    @property
    def full_name(self) -> str:
        """《示例法（2019年修正）》, 《关于…的通知》（例办〔2021〕7号）."""
        return f"《{self.title}》" + ("" if self.title.endswith(self.version) else self.version)

    def is_scanned(self, start: int, end: int) -> bool:
        """Whether any of the text from `start` to `end` was read by OCR."""
        return any(first < end and start < last for first, last in self.scanned)


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a document's outline. `path` is its address among siblings, "3.1.2"; the root's is ""."""

    document_id: str
    path: str
    kind: NodeKind
    number: str  # as printed: 三、 （一） 1. 一是 —— 第四十四条 ; "" for a paragraph without one
    heading: str  # the title after the number, "" if the node has none
    start: int
    end: int
    locator: str  # as an official writes it: 《通知》三、（一）1.

    @property
    def parent(self) -> str | None:
        """Path of the parent; None for the root."""
        return None if not self.path else self.path.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence or semicolon part: the unit that is quoted."""

    document_id: str
    path: str  # of the innermost node that holds it
    start: int
    end: int
    locator: str
    text: str

    @property
    def id(self) -> str:
        """Stable name within one version of the corpus."""
        return f"{self.document_id}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Passage:
    """What is indexed: one outline node, or a part of a long one."""

    document_id: str
    path: str
    start: int
    end: int
    locator: str
    headings: tuple[str, ...]  # of the ancestors and the node itself, outermost first
    text: str
    clauses: tuple[Clause, ...] = field(default=())

    @property
    def id(self) -> str:
        """Stable name within one version of the corpus."""
        return f"{self.document_id}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Note:
    """What an editor adds to a stretch of a document, so that lay words find it. Never shown as the document's words.

    A note with `gap` says what the document leaves open: its asks have no answer here, `gap` says in a sentence what
    would hold it, and the stretch is merely the nearest clause (empty, start == end == 0, where there is none).
    """

    document_id: str
    start: int
    end: int
    asks: tuple[str, ...] = ()  # how people ask for it
    points: tuple[tuple[int, int], ...] = ()  # spans of the items where the stretch is a list
    english: str = ""  # an unofficial rendering
    gap: str = ""

    @property
    def id(self) -> str:
        """Stable name within one version of the corpus."""
        return f"{self.document_id}:note:{self.start}-{self.end}:{self.gap}"

    @property
    def askings(self) -> tuple[str, ...]:
        """What a question is compared with: the asks, and the rendering, which English questions are near to."""
        return (*self.asks, self.english) if self.english else self.asks


@dataclass(frozen=True, slots=True)
class Parsed:
    """Everything ingest makes of one source; what an index version is built from."""

    document: Document
    nodes: tuple[Node, ...] = ()  # in reading order, root first
    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()

    def clauses(self) -> Iterator[Clause]:
        """All clauses in reading order."""
        for passage in self.passages:
            yield from passage.clauses
