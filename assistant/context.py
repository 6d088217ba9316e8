"""Context: what a question is asked in, and which candidates that puts ahead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Turn
from assistant.draft import Place
from assistant.retrieve import Candidate
from store.index import Index
from store.records import Document

# How far a document named in the exchange before is ahead of the others, and a passage that the last answer quoted.
SPOKEN_LEAD = 0.3
QUOTED_LEAD = 0.1
NEXT_LEAD = 0.3  # of what stands soon after, where what follows is asked for
_NEAR = 1500  # characters, some ten articles
_PIECE = re.compile(r"[^，。；：\s（）\[\]]+")
_TELLING = 8  # characters that stand together in one place only, as a rule


@dataclass(frozen=True, slots=True)
class Context:
    """The turns before a question, the day whose law answers, the documents named last, the passages that the last
    answer quoted, what was said where the question leans on it, the documents it is about, and whether it asks what
    follows from what was quoted (「不服呢」)."""

    history: Sequence[Turn]
    as_of: date
    spoken_of: frozenset[str] = frozenset()
    quoted: tuple[Place, ...] = ()
    talk: str = ""
    scope: tuple[Document, ...] = ()
    onward: bool = False

    def lead(self, candidate: Candidate) -> float:
        """How far the conversation puts a candidate ahead."""
        quoted = self.quotes(candidate)
        spoken = SPOKEN_LEAD * (candidate.document_id in self.spoken_of)
        if self.onward:
            return spoken + (0.0 if quoted else NEXT_LEAD * self._next_to_quoted(candidate))
        return spoken + QUOTED_LEAD * quoted

    def quotes(self, candidate: Candidate) -> bool:
        """Whether the last answer said something of what a candidate stands on."""
        return any(
            candidate.document_id == id_ and candidate.start < end and start < candidate.end
            for id_, start, end in self.quoted
        )

    def _next_to_quoted(self, candidate: Candidate) -> bool:
        return any(candidate.document_id == id_ and 0 <= candidate.start - end <= _NEAR for id_, _, end in self.quoted)


def quoted_passages(index: Index, history: Sequence[Turn]) -> tuple[Place, ...]:
    """The passages whose words the last answer said."""
    said = next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")
    pieces = [piece for piece in _PIECE.findall(said) if len(piece) >= _TELLING]
    return tuple(
        (document.id, passage.start, passage.end)
        for document in (index.documents.values() if pieces else ())
        if document.held
        for piece in pieces
        if (start := document.text.find(piece)) >= 0
        for passage in index.passages(document.id)
        if passage.start <= start < passage.end
    )
