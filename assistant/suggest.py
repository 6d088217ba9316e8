"""Suggest: what may be asked first, and next; from the catalogue and the editors' notes."""

from itertools import islice

from assistant.answer import Answer
from assistant.question import understand
from store.index import Index

_OFFERED = 3
_SHORTEST = 6  # characters of a question that says what it is about


def example_questions(index: Index) -> dict[str, tuple[str, ...]]:
    """Questions to begin with, by topic, from the catalogue entries of the documents held."""
    found: dict[str, tuple[str, ...]] = {}
    for document in index.documents.values():
        for topic, questions in document.examples if document.held else ():
            found[topic] = (*found.get(topic, ()), *questions)
    return found


def next_questions(index: Index, answer: Answer) -> tuple[str, ...]:
    """Questions that the clauses after the cited ones answer, as an editor put them."""
    if not answer.citations:
        return ()
    last = max(answer.citations, key=lambda citation: citation.end)
    later = [n for n in index.notes(last.document_id) if not n.gap and n.start >= last.end]
    later.sort(key=lambda note: note.start)
    asks = (next((ask for ask in n.asks if len(ask) >= _SHORTEST and understand(ask).sought), "") for n in later)
    return tuple(ask.rstrip("？?") + "？" for ask in islice(filter(None, asks), _OFFERED))
