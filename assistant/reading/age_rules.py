"""Ages: the clause by which somebody of the age that a question tells is shut out, or that lets him in in spite of it, where
another was found. Knows how rules speak of ages, not any rule."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.figures.table_cells import age_ends, bracketed, is_row
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question, content_terms
from assistant.understanding.values import find_values, without_values
from store.index import Index
from store.records import Clause
from store.text import normalise

_FEWEST = 2  # pairs of characters that a clause must share with the question to be about the same
_ASKED_OF_ALL = re.compile("可以|申请|办理|享受|领取|老人|老年人|人员")  # which say nothing of what is asked for
_LIMIT = re.compile("不(?:得|能)?(?:超过|高于|大于)|以下")
_EXEMPT = re.compile("([^。；]+?)(?:的|的?人员|者)?，?(?:可以)?不受[^，。；]{0,6}限制")


def by_age(index: Index, question: Question, found: Candidate) -> Candidate:
    """The clause of the document that decides by the age in a question, rather than the one found: the one that asks for another
    age, or of more of what the question says than was found for this very age; and rather than that the next one, where it
    exempts those of whom the question tells."""
    ages = [value.size for value in question.values if value.kind == "age" and value.size is not None]
    own = found.clauses[0]
    if found.note or len(ages) != 1 or question.english or (is_row(own.text) and bracketed(question, own.text) > 0):
        return found
    about = pairs(_ASKED_OF_ALL.sub("，", without_values(question.text, "，")))
    clauses = tuple(index.clauses(found.document_id))
    if is_row(own.text) or not _shuts_out(own, ages[0]):
        own = _deciding(about, ages[0], found, clauses) or _only_one(question, own, clauses) or own
    decides = _exempting(question, own, clauses) if _shuts_out(own, ages[0]) else None
    decides = decides or own
    if decides == found.clauses[0]:
        return found
    return replace(found, start=decides.start, end=decides.end, clauses=(decides,))


def _deciding(about: frozenset[str], age: Decimal, found: Candidate, clauses: tuple[Clause, ...]) -> Clause | None:
    """Of the clauses that shut an age out, or else let it in, the one that shares most with what the question is about, and
    enough of it; the first of several that ask for the same age."""

    def shared(clause: Clause) -> int:
        return len(about & pairs(normalise(clause.text)))

    own = found.clauses[0]
    states = age_ends(own.text) is not None and not is_row(own.text)
    for decides, least in ((_shuts_out, shared(own) + 1 if states else 0), (_lets_in, shared(own) + 1)):
        told = [(shared(clause), clause) for clause in clauses if decides(clause, age)]
        most = max((share for share, _ in told), default=0)
        meant = [clause for share, clause in told if share == most >= max(_FEWEST, least)]
        if len({age_ends(clause.text) for clause in meant}) == 1:
            return meant[0]
    return None


def _only_one(question: Question, own: Clause, clauses: tuple[Clause, ...]) -> Clause | None:
    """The only clause that sets an age, where a yes-no question tells no other time and what was found is on the years of a thing,
    which decide nothing for somebody's age."""
    kinds = {value.kind for value in find_values(own.text)}
    told = {value.kind for value in question.values}
    if not question.yes_no or "period" not in kinds or "age" in kinds or "period" in told:
        return None
    aged = [clause for clause in clauses if any(value.kind == "age" for value in find_values(clause.text))]
    return aged[0] if len(aged) == 1 and age_ends(aged[0].text) is not None else None


def _shuts_out(clause: Clause, age: Decimal) -> bool:
    """Whether a clause asks for those who are older, or no older than they may be."""
    ends = None if is_row(clause.text) else age_ends(clause.text)
    return ends is not None and (age < ends[0] or (age > ends[1] and bool(_LIMIT.search(clause.text))))


def _lets_in(clause: Clause, age: Decimal) -> bool:
    ends = None if is_row(clause.text) else age_ends(clause.text)
    return ends is not None and ends[0] <= age <= ends[1]


def _exempting(question: Question, clause: Clause, clauses: tuple[Clause, ...]) -> Clause | None:
    """The clause right behind another that exempts from its limit those of whom the question tells."""
    behind = next((one for one in clauses if one.start >= clause.end), None)
    exempt = _EXEMPT.search(behind.text) if behind and behind.path == clause.path else None
    told = {term for term in content_terms(question.text) if len(term) > 1 and term not in normalise(clause.text)}
    named = {term for term in content_terms(normalise(exempt[1])) if len(term) > 1} if exempt else set()
    return behind if {term[0] for term in told} & {term[0] for term in named} else None  # 离婚 is named by 离异
