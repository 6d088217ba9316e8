"""The three levels a corpus is searched on, and what stands on each: passages, clauses, and the asks of notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from store.records import Clause, Document, Note, Parsed, Passage

Level = Literal["passage", "clause", "ask"]
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """One thing to be found: its id, its document's, and the text that is embedded and read for words."""

    id: str
    document_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found. A higher score is better."""

    id: str
    score: float


def embedded_text(document: Document, passage: Passage, clause: Clause | None = None) -> str:
    """The passage, or a clause of it, with the headings it stands under, so that it means something on its own.

    A clause gets the innermost two only: more would drown its own words. An article is one of thousands that many laws
    word alike, so it also gets its law's name.
    """
    headings, text = (passage.headings, passage.text) if clause is None else (passage.headings[-2:], clause.text)
    name = [document.short_title] if document.kind == "statute" else []
    return "\n".join([*name, *(heading for heading in headings if heading not in text), text])


def ask_id(note: Note, position: int) -> str:
    """The id of the note's ask at `position`, counted from 0."""
    return f"{note.id}#{position}"


def note_of(ask_id: str) -> str:
    """The id of the note that an ask belongs to."""
    return ask_id.rpartition("#")[0]


def document_of(entry_id: str) -> str:
    """The id of the document that an entry belongs to: what its own id begins with."""
    return entry_id.partition(":")[0]


def entries(parsed: Parsed, level: Level) -> Iterator[LevelEntry]:
    """What the document has on `level`, in reading order."""
    document, document_id = parsed.document, parsed.document.id
    match level:
        case "passage":
            for passage in parsed.passages:
                yield LevelEntry(passage.id, document_id, embedded_text(document, passage))
        case "clause":
            for passage in parsed.passages:
                for clause in passage.clauses:
                    yield LevelEntry(clause.id, document_id, embedded_text(document, passage, clause))
        case "ask":
            for note in parsed.notes:
                for position, ask in enumerate(note.askings):
                    yield LevelEntry(ask_id(note, position), document_id, ask)
