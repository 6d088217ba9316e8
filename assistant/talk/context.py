"""Context: what a question is asked in, and which candidates that puts ahead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Turn
from assistant.draft import Place
from assistant.retrieval.retrieve import Candidate
from store.index import Index
from store.records import Document
from store.text import normalise

# How far a document named in the exchange before is ahead of the others, and a passage that the last answer quoted.
SPOKEN_LEAD = 0.3
QUOTED_LEAD = 0.1
REFERS_LEAD = 0.3  # of a clause that refers to the article quoted: 违反本法第七条规定的，…
NEAR_LEAD = 0.15  # of what stands around that which answers another question of the same message
WITHIN_LEAD = 0.06  # and of what stands in the very article
OWN_LEAD = 0.2  # of what says the follow-up's own words, and not only those of its topic
OTHERS_LAG = 0.3  # of what speaks of another of the things of which a message asks the same, and not of this one
NEXT_LEAD = 0.3  # of what stands soon after, where what follows is asked for
START_LEAD = 0.4  # of what says in the article quoted from when the time counts that was told
_MOSTLY = 0.5  # share of a follow-up's own words in what was quoted from which that tells itself what follows
_NEAR = 1500  # characters, some ten articles
_BESIDE = 300  # characters, an article or so
_ASKS_START = re.compile(
    "^(?:那|这|它|具体|都|是|[一二两三四五六七八九十\\d]+年|时间|期限|时效)*(?:从|自|打)(?:什么|啥|何|几|哪一?)(?:时候|时间|时|日|天|号)?(?:开始|起|算|计)+[算计起]*的?[呢啊]?[?？]?$"
)
_STARTS = re.compile("自[^，。；]{2,60}?(?:之日起|日起|起计算)")
_WHOLE_LIST = re.compile(r"共\d+项")
_PIECE = re.compile(r"[^，。；：\s（）\[\]]+")
_TELLING = 8  # characters that stand together in one place only, as a rule


@dataclass(frozen=True, slots=True)
class Context:
    """The turns before a question, the day whose law answers, the documents named last, the passages that the last
    answer quoted, what was said where the question leans on it, the documents it is about, whether it asks what
    follows from what was quoted (「不服呢」), the articles quoted: (document id, 第七条), the places that answer the other
    questions of its message, whether it asks for more than was said (「还有呢」), the words of its own that it has
    besides its topic, the day gone by whose versions it asks for, where the same is asked of several things, this one and
    the others, the documents of readers' own that it stays in, the one document that is asked, if it is put to one, the day
    on which it is asked (明年 is the year after), whether it is asked of the very clause just quoted, and whether it asks from when the
    time counts that was told."""

    history: Sequence[Turn]
    as_of: date
    spoken_of: frozenset[str] = frozenset()
    quoted: tuple[Place, ...] = ()
    talk: str = ""
    scope: tuple[Document, ...] = ()
    onward: bool = False
    articles: frozenset[tuple[str, str]] = frozenset()
    beside: tuple[Place, ...] = ()
    more: bool = False
    own: tuple[str, ...] = ()
    then: date | None = None
    thing: str = ""
    others: tuple[str, ...] = ()
    within: frozenset[str] = frozenset()
    only: Document | None = None
    asked_on: date | None = None
    still: bool = False
    starts: bool = False

    def lead(self, candidate: Candidate) -> float:
        """How far the conversation puts a candidate ahead."""
        quoted = self.quotes(candidate)
        spoken = SPOKEN_LEAD * (candidate.document_id in self.spoken_of) + REFERS_LEAD * self.refers(candidate)
        spoken += NEAR_LEAD * self._is_beside(candidate) + WITHIN_LEAD * self._is_of_article(candidate)
        spoken += OWN_LEAD * self._says_own(candidate) + START_LEAD * self.tells_start(candidate)
        spoken -= OTHERS_LAG * self._is_of_another(candidate)
        if self.onward:
            goes_on = self._says_own(candidate) >= _MOSTLY if quoted else self._next_to_quoted(candidate)
            return spoken + NEXT_LEAD * goes_on
        # It speaks for what a clause says, not for what is missing near it.
        return spoken + QUOTED_LEAD * (quoted and not candidate.gap)

    def was_said(self, candidate: Candidate) -> bool:
        """Whether an answer before said the words of a candidate's clauses."""
        said = "\n".join(turn.content for turn in self.history if turn.role == "assistant")
        pieces = (piece.strip("—") for clause in candidate.clauses for piece in _PIECE.findall(clause.text))
        return any(len(piece) >= _TELLING and piece in said for piece in pieces)

    def goes_on(self, candidate: Candidate) -> bool:
        """Whether a candidate says what the last answer did not, in a passage that it quoted; nothing does where that was a
        whole list."""
        last = next((turn.content for turn in reversed(self.history) if turn.role == "assistant"), "")
        listed = _WHOLE_LIST.search(last)
        return self.quotes(candidate) and not self.was_said(candidate) and not listed

    def quotes(self, candidate: Candidate) -> bool:
        """Whether the last answer said something of what a candidate stands on."""
        return any(
            candidate.document_id == id_ and candidate.start < end and start < candidate.end
            for id_, start, end in self.quoted
        )

    def refers(self, candidate: Candidate) -> bool:
        """Whether a candidate says what follows from an article that was quoted before a question that leans on it."""
        numbers = [n for id_, n in self.articles if (self.talk or self.beside) and id_ == candidate.document_id]
        return any(f"本法{number}" in clause.text for number in numbers for clause in candidate.clauses)

    def tells_start(self, candidate: Candidate) -> bool:
        """Whether a candidate says in an article quoted from when a time counts, where that is asked."""
        numbers = {number for id_, number in self.articles if self.starts and id_ == candidate.document_id}
        return any(
            clause.locator.partition("》")[2].startswith(number) and _STARTS.search(clause.text)
            for number in numbers
            for clause in candidate.clauses
        )

    def _says_own(self, candidate: Candidate) -> float:
        """Share of the follow-up's own words that a candidate's clauses say."""
        said = normalise(" ".join(clause.text for clause in candidate.clauses)) if self.own else ""
        return sum(term in said for term in self.own) / len(self.own) if self.own else 0.0

    def _is_beside(self, candidate: Candidate) -> bool:
        return any(
            candidate.document_id == id_ and candidate.start - end < _BESIDE and start - candidate.end < _BESIDE
            for id_, start, end in self.beside
        )

    def _is_of_article(self, candidate: Candidate) -> bool:
        place = candidate.clauses[0].locator.partition("》")[2] if self.beside and candidate.clauses else ""
        return any(candidate.document_id == id_ and place.startswith(number) for id_, number in self.articles)

    def _is_of_another(self, candidate: Candidate) -> bool:
        said = normalise(" ".join(clause.text for clause in candidate.clauses)) if self.others else ""
        return any(other in said for other in self.others) and self.thing not in said

    def _next_to_quoted(self, candidate: Candidate) -> bool:
        return any(candidate.document_id == id_ and 0 <= candidate.start - end <= _NEAR for id_, _, end in self.quoted)


def asks_start(text: str) -> bool:
    """Whether a message asks from when a time counts, and names none."""
    return bool(_ASKS_START.search(normalise(text)))


def articles_of(index: Index, places: Sequence[Place]) -> frozenset[tuple[str, str]]:
    """The articles that places stand in, each with its document."""
    return frozenset(
        (id_, node.number)
        for id_, start, end in dict.fromkeys(places)
        for node in index.nodes(id_)
        if node.kind == "article" and node.start < end and start < node.end
    )


def left_open_by(index: Index, history: Sequence[Turn]) -> frozenset[str]:
    """The documents that the last answer said to leave something open, which are spoken of as much as those quoted."""
    said = next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")
    return frozenset(
        id_ for id_ in index.searched("ask") if said and any(n.gap and n.gap in said for n in index.notes(id_))
    )


def quoted_passages(index: Index, history: Sequence[Turn]) -> tuple[Place, ...]:
    """The passages whose words the last answer said."""
    said = next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")
    pieces = [piece for piece in _PIECE.findall(said) if len(piece) >= _TELLING]
    return tuple(
        (document.id, passage.start, passage.end)
        for document in (index.documents.values() if pieces else ())
        if document.held
        for piece in _telling(pieces, document)
        if (start := document.text.find(piece)) >= 0
        for passage in index.passages(document.id)
        if passage.start <= start < passage.end
    )


def _telling(pieces: Sequence[str], document: Document) -> Sequence[str]:
    """The pieces that stand in one place of a document; all of them where none does: some things a statute says in the same words
    again and again."""
    return [piece for piece in pieces if document.text.count(piece) == 1] or pieces
