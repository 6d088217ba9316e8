"""Documents without notes, such as users add: what tells that a question is about one of them, and about which clause.

A note's asks are nearer to a question than any clause is, whatever document the question means. The words themselves
tell: a document that holds more of them than all with notes do is the one that is meant.
"""

import math
import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher

from assistant.understanding.question import content_terms
from store.index import Index
from store.levels import Level
from store.records import Document, Passage
from store.text import normalise

_HITS = 100
# Lead of a document that holds more of the words, and for each e-fold of BM25 by which it does.
_AHEAD, _WORDY = 1.0, 2.0
_MOST = 0.5  # share of the content words
# Words that ask, and of one character, which stand in many others; what a rule need not repeat to answer.
_ASKING = re.compile(r"^.$|[几多哪谁怎啥咋么不]|负责|达到|处理|以后|要交|比例|金额|时间|日期")
_WORD = 3  # characters of a title that stand in its every part
_SUBJECT = 4  # characters of a title that name its subject
_LEVELS: tuple[Level, ...] = ("passage", "clause")
# The thing asked for: 要什么证件, 证件有哪些.
_THING = re.compile(r"(?:什么|哪些|啥)([一-鿿]{2,4})[?？]?$|([一-鿿]{2})(?:有|包括|是|都有)?(?:哪些|什么)[?？]?$")


def leads(index: Index, text: str, documents: Collection[str], noted: Collection[str]) -> dict[str, float]:
    """How far each of `documents` is ahead of all that are `noted` in what one passage or clause holds of normalised
    `text`; those behind are left out."""
    if not documents or not noted:
        return {}
    hits = index.matches("passage", text, _HITS, documents)
    speak = {index.passage(hit.id).document_id for hit in hits if _speaks(index, index.passage(hit.id), text)}
    found: dict[str, float] = {}
    for level in _LEVELS if speak else ():
        others = max((hit.score for hit in index.matches(level, text, 1, noted)), default=0.0)
        for hit in index.matches(level, text, _HITS, speak):
            id_ = hit.id.rpartition(":")[0]
            if hit.score > others:
                by = math.log(hit.score / others) if others else 1.0  # where no other holds any word
                found[id_] = max(found.get(id_, 0.0), _AHEAD + _WORDY * by)
    return found


def _speaks(index: Index, passage: Passage, text: str) -> bool:
    """Whether a passage, with its document's title, holds most of what `text` asks of the document's subject."""
    title = normalise(index.documents[passage.document_id].title)
    asked = telling_terms(without_subject(text, title, _SUBJECT))
    own = title + normalise(passage.text)
    return sum(term in own for term in asked) > _MOST * len(asked)


def telling_terms(text: str) -> list[str]:
    """The words of normalised `text` that a clause which answers it may repeat."""
    return [term for term in content_terms(text) if not _ASKING.search(term)]


def share_said(documents: Iterable[Document], text: str) -> float:
    """Share of the telling words of normalised `text` that one of the documents says; 0 where it has none."""
    asked = telling_terms(text)
    said = (normalise(document.title + document.text) for document in documents)
    return max((sum(term in own for term in asked) / len(asked) for own in said), default=0.0) if asked else 0.0


def without_subject(text: str, title: str, least: int = _WORD) -> str:
    """Normalised `text` without the words of a document's normalised `title`, which stand in its every part; all of it
    where these are fewer than `least` characters, or nothing else is said; beside a single word, next to nothing."""
    run = SequenceMatcher(None, text, title, autojunk=False).find_longest_match()
    if run.size < least:
        return text
    rest = (text[: run.a] + text[run.a + run.size :]).removeprefix("的")
    return rest if len(content_terms(rest)) > (run.size < _SUBJECT) else text


def names_thing(text: str, clause: str) -> bool:
    """Whether a clause names the thing that normalised `text` asks for."""
    thing = _THING.search(text)
    return thing is not None and (thing[1] or thing[2]) in clause
