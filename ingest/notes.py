"""corpus/notes/<document id>.toml: what editors add so that lay words find official ones, anchored to the text.

[[note]]
anchor = "…"        # words of the canonical text, there once, or once within
within = "三、"     # the part whose locator starts so; may be left out
at = "第二条第一款"  # in place of both: all of the part with this locator
asks = ["…"]        # how people ask for exactly this
yes = ["…"]         # the same in yes-no questions that it answers with a yes
no = ["…"]          # and with a no: it denies what they ask, or what they take for granted
points = ["…"]      # where the anchor is a list: its items, in order
english = "…"       # an unofficial rendering

[[gap]]
asks = ["…"]        # how people ask for what the document leaves open
gap = "…"           # one sentence: what it does not say, and what would
anchor = "…"        # the nearest words, or `at`; may be left out
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from ingest.toml import Filled, Strict, read_toml
from store.errors import NoteError
from store.records import Document, Node, Note, Span


class Anchored(Strict):
    """Where an entry stands: at words of the text, or at a whole part of it."""

    anchor: str = ""
    within: str = ""
    at: str = ""
    asks: tuple[Filled, ...] = ()

    @model_validator(mode="after")
    def _one_place(self) -> "Anchored":
        if self.at and (self.anchor or self.within):
            raise ValueError("has both at and anchor; it can stand in one place only")
        return self


class NoteEntry(Anchored):
    """What helps to find a stretch of the text."""

    yes: tuple[Filled, ...] = ()
    no: tuple[Filled, ...] = ()
    points: tuple[Filled, ...] = ()
    english: str = ""

    @property
    def askings(self) -> tuple[str, ...]:
        """All of them, whatever the answer."""
        return (*self.asks, *self.yes, *self.no)

    @model_validator(mode="after")
    def _some_place(self) -> "NoteEntry":
        if not self.at and not self.anchor:
            raise ValueError("needs an anchor, or at")
        if not self.askings:
            raise ValueError("needs asks, yes or no")
        return self


class GapEntry(Anchored):
    """A question that the text leaves open."""

    asks: Annotated[tuple[Filled, ...], Field(min_length=1)]
    gap: Filled


class NotesFile(Strict):
    """One document's notes."""

    note: tuple[NoteEntry, ...] = ()
    gap: tuple[GapEntry, ...] = ()


def load_notes(document: Document, nodes: Sequence[Node], corpus: Path) -> tuple[Note, ...]:
    """The document's notes with their spans; none where it has no file. Raises NoteError naming file and anchor where
    an anchor, or a point within it, is not in the text exactly once."""
    file, path = read_notes(document.id, corpus), _path(document.id, corpus)
    notes = tuple(_Resolver(document, nodes, path).notes(file))
    _check_distinct(notes, document, path)
    return notes


def read_notes(document_id: str, corpus: Path) -> NotesFile:
    """A document's notes as written, empty where it has no file. Raises NoteError."""
    path = _path(document_id, corpus)
    return read_toml(path, NotesFile, NoteError) if path.exists() else NotesFile()


def _path(document_id: str, corpus: Path) -> Path:
    return corpus / "notes" / f"{document_id}.toml"


class _Resolver:
    """Finds where the anchors of one notes file stand."""

    def __init__(self, document: Document, nodes: Sequence[Node], path: Path) -> None:
        self._document, self._nodes, self._path = document, nodes, path

    def notes(self, file: NotesFile) -> Iterator[Note]:
        for note in file.note:
            start, end = self._span(note)
            points = tuple(self._points(note.points, start, end))
            yield Note(self._document.id, start, end, note.askings, points, note.english)
        for gap in file.gap:
            start, end = self._span(gap) if gap.anchor or gap.at else (0, 0)
            yield Note(self._document.id, start, end, gap.asks, gap=gap.gap)

    def _span(self, entry: Anchored) -> Span:
        """Where the entry stands. A node inside another that qualifies adds no second place."""
        if entry.at:
            return self._part(entry.at)
        anchor, within = entry.anchor, entry.within
        places = {
            at
            for start, end in self._parts(within)
            for at in _occurrences(self._document.text, anchor, start, end)
        }  # fmt: skip
        if len(places) != 1:
            inside = f" within {within}" if within else ""
            raise NoteError(
                f"{self._path}: the anchor “{anchor}” stands {len(places)} times in the document{inside}, not once."
            )
        (start,) = places
        return start, start + len(anchor)

    def _part(self, locator: str) -> Span:
        name = f"《{self._document.short_title}》{locator}"
        for node in self._nodes:
            if node.locator == name:
                return node.start, node.end
        raise NoteError(f"{self._path}: the document has no {locator}; `python -m ingest show` lists its locators.")

    def _parts(self, within: str) -> list[Span]:
        if not within:
            return [(0, len(self._document.text))]
        name = f"《{self._document.short_title}》"
        return [(n.start, n.end) for n in self._nodes if n.locator.removeprefix(name).startswith(within)]

    def _points(self, points: Sequence[str], start: int, end: int) -> Iterator[Span]:
        for point in points:
            at = self._document.text.find(point, start, end)
            if at < 0:
                anchor = self._document.text[start:end]
                raise NoteError(f"{self._path}: the point “{point}” is not in its anchor, or not in order: “{anchor}”.")
            start = at + len(point)
            yield at, start


def _occurrences(text: str, words: str, start: int, end: int) -> Iterator[int]:
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)


def _check_distinct(notes: Sequence[Note], document: Document, path: Path) -> None:
    """Two notes of one stretch would be one to the index."""
    seen: set[str] = set()
    for note in notes:
        if note.id in seen:
            words = note.gap or document.text[note.start : note.end]
            raise NoteError(f"{path}: there are two notes on “{words}”; join their asks.")
        seen.add(note.id)
