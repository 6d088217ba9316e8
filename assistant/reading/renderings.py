"""Renderings: what is said to an English question before the document's words, as the editors put it into English."""

import re

from assistant.reading.read import Reading, headed_node
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.asking import ASKS
from assistant.understanding.excerpt import shorten
from assistant.understanding.question import Question
from store.index import Index
from store.records import Note

_BESIDE = 70  # characters of the document's words, at least
_LONGEST = 300  # characters of a list in English, at most
_NUMBER = re.compile(r"^(?:\([^()]*\)|[IVX]+\.|\d+\.(?!\d))\s*")  # of a heading, as it is printed


def in_language(index: Index, question: Question, candidate: Candidate, reading: Reading, limit: int) -> str:
    """For an English question, the editors' rendering before the document's words, which are cut to the room that is left."""
    english = _rendered(index, question, candidate, reading) if question.english else ""
    return f"{english} {shorten(reading.text, max(limit - len(english) - 1, _BESIDE))}" if english else reading.text


def _rendered(index: Index, question: Question, candidate: Candidate, reading: Reading) -> str:
    """The rendering of a candidate: with the items under it where it is a heading, of all of its clauses where more than one
    thing is asked; "" where there is none."""
    note = candidate.note
    if not note or not note.english:
        return ""
    if headed_node(index, candidate) and ":" not in note.english:
        return _listed(index, note, reading)
    if len(ASKS.findall(question.text)) < 2:
        return note.english
    first, last = candidate.clauses[0].start, candidate.clauses[-1].end
    return _of_span(index, candidate.document_id, first, last, candidate) or note.english


def _listed(index: Index, note: Note, reading: Reading) -> str:
    """The rendering of a heading, with those of all that is listed under it where they are short."""
    heading, *items = (
        _NUMBER.sub("", english).rstrip(".")
        for english in (note.english, *(_of_span(index, note.document_id, *span) for span in reading.spans[1:]))
    )
    listed = "; ".join(f"{n}. {item}" for n, item in enumerate(items, start=1))
    return f"{heading}: {listed}." if items and all(items) and len(listed) < _LONGEST else f"{heading}."


def _of_span(index: Index, document_id: str, start: int, end: int, around: Candidate | None = None) -> str:
    """The rendering of most of a span, and of all of the candidate it is to hold, if one is given; "" where there is none."""
    held = [
        note
        for note in index.notes(document_id)
        if note.english and start <= note.start and note.end <= end
        if around is None or (note.start <= around.start and around.end <= note.end)
    ]
    return max(held, key=lambda note: note.end - note.start).english if held else ""
