"""Beside: what is said beside the stretch that answers best, where that alone may not tell all.

More stretches where a list, a count or a contact is asked for; another paragraph of the same article where it is about as
likely to be meant. How close each must come was chosen on the development halves of evals/datasets.
"""

from collections.abc import Iterator, Sequence

from assistant.reading.read import counted_node, has_list, headed_node, nodes_at
from assistant.retrieval.retrieve import MEANT, Candidate
from assistant.understanding.question import Question
from store.index import Index
from store.text import normalise

LISTED = 0.25
CONTACT = 0.4  # who wants a telephone number, and nothing else, is told of all there are
SIBLING = 0.2
LESS_ALIKE = 0.1  # likeness to the question
_NEXT = 4  # candidates


def said_beside(index: Index, question: Question, candidates: Sequence[Candidate], alone: bool) -> Iterator[Candidate]:
    """The candidates that may be said beside the first; `alone` says that nothing else is asked in the message."""
    best = candidates[0]
    head = headed_node(index, best)
    if head and has_list(index, head) and normalise(head.heading) in question.text:
        return  # the list is under the very heading that is named
    if counted_node(index, question, best):
        return  # all parts of which the number is said are told
    reach = CONTACT if "contact" in question.sought and alone else LISTED
    several = bool(question.sought & {"list", "count", "contact"})
    for other in candidates[1 : 1 + _NEXT]:
        behind = best.score - other.score
        if other.document_id != best.document_id or other.shares_clause(best):
            continue
        listed = several and behind <= reach and _is_meant(index, question, other)
        listed = listed and not ("list" in question.sought and _has_items(best) and _is_less_alike(other, best))
        if listed or (not question.yes_no and behind <= SIBLING and _of_one_article(index, best, other)):
            yield other


def _is_meant(index: Index, question: Question, other: Candidate) -> bool:
    """Whether a candidate is like the question, and no list of its own that the question does not name."""
    heads = headed_node(index, other)
    named = heads is None or normalise(heads.heading) in question.text
    return named and ("contact" in question.sought or other.features.ask_vector >= MEANT)


def _has_items(candidate: Candidate) -> bool:
    return candidate.note is not None and len(candidate.note.points) > 1


def _is_less_alike(other: Candidate, best: Candidate) -> bool:
    """Whether a candidate was found by its words, and the best by what is asked."""
    return best.features.ask_vector - other.features.ask_vector > LESS_ALIKE


def _of_one_article(index: Index, one: Candidate, other: Candidate) -> bool:
    articles = [
        {node.path for node in nodes_at(index, c.document_id, c.start) if node.kind == "article"} for c in (one, other)
    ]
    return bool(articles[0] & articles[1])
