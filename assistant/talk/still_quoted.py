"""Still quoted: when a message that could stand alone is yet meant of the clause just quoted.

Who was told who registers a pledge and asks 什么时候设立 means that pledge, although another clause speaks of when things are set up,
too. So the message leans on the talk where, read so, it is told by the clause just quoted, and by as many of its own words.
"""

from collections.abc import Sequence

from assistant.answer import Turn
from assistant.reading.read import candidate_text
from assistant.retrieval.retrieve import Candidate
from assistant.talk.context import Context
from assistant.understanding.question import Question, content_terms, understand
from assistant.understanding.topic import EMPTY
from store.index import Index
from store.text import normalise

# How much liker a message is to what it finds by itself, where that is meant.
LIKER = 0.03


def is_liker(alone: Candidate, leaning: Candidate) -> bool:
    """Whether a message is clearly liker to what is found for it `alone` than with its topic to what is found so."""
    return alone.features.ask_vector - leaning.features.ask_vector > LIKER


def still_meant(index: Index, question: Question, alone: Candidate, leaning: Candidate, context: Context) -> bool:
    """Whether what is found for a message that leans on the talk is meant, and not what is found for it `alone`: the clause just
    quoted states the kind of value asked for, which nobody asked of it before; or, where a yes or no is asked for, says more
    of the message's words."""
    if context.quotes(alone) or not context.quotes(leaning) or leaning.gap or is_liker(alone, leaning):
        return False
    terms = [term for term in content_terms(question.text) if len(term) > 1 and not EMPTY.fullmatch(term)]
    told = next((turn.content for turn in reversed(context.history) if turn.role == "assistant"), "")
    there = _said_of(candidate_text(index, alone), terms)
    here = _said_of(candidate_text(index, leaning) + told, terms)  # an item was quoted with what introduces its list
    if there - here:
        return False  # what the message names the clause just quoted does not: another right, another body
    if question.value_kinds:
        return leaning.features.kind > 0 and bool(here) and not _asked_before(question, context.history)
    return question.yes_no and len(here) > len(there)


def _asked_before(question: Question, history: Sequence[Turn]) -> bool:
    """Whether the last question asked for the same kind of value already."""
    asked = next((turn.content for turn in reversed(history) if turn.role == "user"), "")
    return not asked.strip() or bool(understand(asked).value_kinds & question.value_kinds)


def _said_of(text: str, terms: Sequence[str]) -> set[str]:
    said = normalise(text)
    return {term for term in terms if term in said}
