"""Special cases: a sentence that takes some out of the general one before it (残疾人免缴押金。 自用的车辆，不适用本办法。) decides for who is one
of them, and for nobody else. Knows the words of exceptions, not any exception."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question, content_terms
from store.index import Index
from store.records import Clause
from store.text import normalise

_EXCEPTS = re.compile(
    r"免[收缴交征予除于]|(?P<outside>不适用本)|不受[^，。；]{1,12}(?:限制|约束)|[暂尚](?:不|未)[^，。；]{1,6}|不在此限|无需|无须"
)
# Before these a question says whom it is about.
_ASKS = re.compile(r"要|需|能|可以|可不|是否|该|用不|会|算|受")
# Candidates among which an exception is looked for: it shares little with a question on the general thing.
_AMONG = 8


def special_case(index: Index, question: Question, candidates: Sequence[Candidate]) -> Candidate | None:
    """The sentence on a special case that a yes-no question is about, behind the best candidate or found near it; the general one
    where the best is on a case that the question is not about; None where there is neither, or the best has a note, which was
    chosen for what it says."""
    best = candidates[0]
    if not question.yes_no or best.note:
        return None
    found = {c.clauses[-1].id for c in candidates[:_AMONG] if c.document_id == best.document_id}
    for general, special in pairwise(index.clauses(best.document_id)):
        excepts = _EXCEPTS.search(special.text) if general.path == special.path else None
        if excepts is None or _EXCEPTS.search(general.text):
            continue
        meant = general
        if is_one_of(question.text, normalise(special.text[: excepts.start()]), normalise(general.text)):
            meant = special
        outside = excepts["outside"] and special.id in found and meant is special
        if outside or best.clauses[-1].id == (general if meant is special else special).id:
            return _at(best, meant)
    return None


def is_one_of(question: str, whom: str, general: str = "") -> bool:
    """Whether a question tells of one of those whom a rule names, maybe in short (低保 for 最低生活保障家庭), and the `general` rule does
    not. What they are all called (家庭) tells of none of them."""
    asks = _ASKS.search(question)
    told = question[: asks.start()] if asks and asks.start() else question
    named = whom.rstrip("，,的")
    return any(
        term not in general and not named.endswith(term) and _in_short(term[:2], whom)
        for term in content_terms(told)
        if len(term) > 1
    )


def _in_short(term: str, words: str) -> bool:
    """Whether the characters of a term stand in words in their order."""
    rest = iter(words)
    return all(char in rest for char in term)


def _at(candidate: Candidate, clause: Clause) -> Candidate:
    return replace(candidate, start=clause.start, end=clause.end, clauses=(clause,))
