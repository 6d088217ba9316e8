"""Suggest: what may be asked first, and next; from the catalogue and the editors' notes.

A note's asks are there to find its clause by, and say it as lay people do: in slang, in a story, as hearsay. Only one that
asks plainly and in the document's own words is offered.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from assistant.answer import Answer
from assistant.reading.read import nodes_at
from assistant.refusal.refuse import is_open
from assistant.retrieval.retrieve import Retriever
from assistant.retrieval.standing import in_force
from assistant.understanding.question import content_terms, understand
from store.index import Index
from store.records import Note
from store.text import normalise, words

_OFFERED = 3
_NEAR = 3000  # characters behind what is cited; further on a document speaks of something else
_TELLING = 2  # content words of a question that says what it is about
_SHORT = 8  # characters; a shorter one says enough only where it asks what stands under a heading
_FORM = re.compile(r"(?!.*\d{5})[一-鿿\d]{6,24}[？?]?")
_ASKED = re.compile(r"哪些|哪个|哪几[项类个]|什么|多少|多长时间|何时|由谁|谁来|谁|如何")
_MODAL = re.compile(r"(可以|应当|需要|能够|是否).*吗[？?]?$")
# Words of talk: slang, persons, hearsay, particles, and what asks about a text instead of a matter.
_TALK = re.compile(
    r"[啥咋咱俺我你您他她咧呗嘛呢吧啊呀哦哎唉噢]|[听据]说|听讲|传言|有人|[人大]家|老[板百乡]|搞|弄|整[成个]|拿下|到底|究竟|其实|反正"
    r"|怎么|什么样|[干做说写]什么|什么意思|怎么写|写[了成]|提[了到]|[这那][个条份样里笔些]|都有|看多少|还是|的话|真的|是不是|有没有|替|给"
)


def example_questions(index: Index, english: bool) -> dict[str, tuple[str, ...]]:
    """Questions to begin with, by topic, from the catalogue entries of the documents held: the English ones where they
    are asked for and there are any."""
    held = index.held
    found: dict[str, tuple[str, ...]] = {}
    for document in held:
        for topic, questions in document.english_examples if english else document.examples:
            found[topic] = (*found.get(topic, ()), *questions)
    return found or (example_questions(index, False) if english else {})


class Suggester:
    """Finds what may be asked next, in one index version."""

    def __init__(self, index: Index, retriever: Retriever) -> None:
        self._index = index
        self._retriever = retriever
        self._plain = cache(self._plain_questions)
        self._offered = lru_cache(maxsize=4096)(self._is_answered)

    def next_questions(self, answer: Answer, as_of: date) -> tuple[str, ...]:
        """Questions that the clauses soon after the cited ones answer, plainly put."""
        if not answer.citations:
            return ()
        last = max(answer.citations, key=lambda citation: citation.end)
        later = (found for found in self._plain(last.document_id) if 0 <= found[0].start - last.end < _NEAR)
        return tuple(islice((question for note, question in later if self._offered(note, question, as_of)), _OFFERED))

    def _plain_questions(self, document_id: str) -> tuple[tuple[Note, str], ...]:
        notes = sorted(self._index.notes(document_id), key=lambda note: note.start)
        plain = ((note, plain_question(self._index, note)) for note in notes if not note.gap)
        return tuple((note, question) for note, question in plain if question)

    def _is_answered(self, note: Note, question: str, as_of: date) -> bool:
        """Whether the product answers a question by a note's clause: another may stand nearer, or a gap."""
        asked = understand(question)
        applying = [
            id_ for id_, document in self._index.documents.items() if document.held and in_force(document, as_of)
        ]
        found = self._retriever.search(asked, documents=applying)
        best = next((one for one in found if not one.gap), None)
        its_own = best and best.document_id == note.document_id and best.start < note.end and note.start < best.end
        return bool(its_own) and not is_open(self._index, asked, found)


def plain_question(index: Index, note: Note) -> str:
    """Of a note's asks the plain one that says most in none but the document's own words; "" where none does."""
    headings = [node.heading for node in nodes_at(index, note.document_id, note.start) if node.heading]
    around = (p for p in index.passages(note.document_id) if p.start < note.end and note.start < p.end)
    clauses = (c.text for p in around for c in p.clauses if c.start < note.end and note.start < c.end)
    own = normalise(" ".join((*headings, *clauses)))
    told = {ask: _told(ask, own, headings) for ask in note.asks if _is_plain(ask)}
    best = max(told, key=lambda ask: (told[ask], -len(ask)), default="")
    return best.rstrip("？?") + "？" if best and told[best] >= _TELLING else ""


def _is_plain(ask: str) -> bool:
    asked = _FORM.fullmatch(ask) and (_ASKED.search(ask) or _MODAL.search(ask)) and not _TALK.search(ask)
    return bool(asked) and normalise(ask) == ask and bool(understand(ask).sought)


def _told(ask: str, own: str, headings: Sequence[str]) -> int:
    """How many content words an ask has; 0 where one of them is not of the document's own, or where it is too short to
    say what it is about."""
    terms = content_terms(_ASKED.sub(" ", normalise(ask)))
    modal = _MODAL.search(ask)
    named = any("".join(terms) in heading for heading in headings)
    if (len(ask) < _SHORT and not named) or (modal and modal[1] not in own):
        return 0
    single = set(words(own))  # 出 stands in 提出, and is another word
    return len(terms) if all(term in (own if len(term) > 1 else single) for term in terms) else 0
