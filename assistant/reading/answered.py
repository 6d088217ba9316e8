"""Questions that a document answers itself (问：能退票吗？ 答：不能。…): what its answer says, and the verdict of a yes-no question
that asks the same as the one above it."""

import re
from dataclasses import dataclass, replace

from assistant.answer import Verdict
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.contrast import pairs
from assistant.understanding.polarity import affirmed, claim_of, denies_asked
from assistant.understanding.question import Question, understand
from assistant.understanding.rule_words import ASKS_LEAVE, OMITS
from assistant.verdicts.lead import lead_of
from store.index import Index
from store.numerals import ANSWER
from store.records import Clause, Node
from store.text import normalise

# Likeness from which a question asks the same as the one above the answer.
SAME = 0.65
# The word that an answer begins with, alone (不能。…) or before more words (不需要另外预约).
_YES = "能够?|可以的?|是的?|需要|要|会|有|行|对|必须|允许"
_NO = "否|没有|不(?:能够?|可以|行|是|需要|用|必|要|会|得|允许)"
_WORD = re.compile(rf"(?:(?P<yes>{_YES})|(?P<no>{_NO}))(?P<alone>[。，；！,])?")

_PERMITS = re.compile(r"(?<!不)可以?(?![能行靠])|方可")
_FORBIDS = re.compile(r"不得|不能|不予|不可以|除外|暂不|禁止")


@dataclass(frozen=True, slots=True)
class Answered:
    """What a document answers to the very question asked: the verdict, the words that begin the answer, "" where its own first word
    says that, and what it says besides."""

    verdict: Verdict
    lead: str
    words: tuple[str, ...]
    clauses: tuple[Clause, ...]


def answer_below(index: Index, candidate: Candidate) -> tuple[Node, tuple[Clause, ...]] | None:
    """The question that stands above a candidate, or that it is, with the clauses of its answer; None where none does."""
    text = index.documents[candidate.document_id].text
    around = [n for n in index.nodes(candidate.document_id) if n.path and n.start <= candidate.start < n.end]
    node = next((n for n in reversed(around) if n.heading.endswith(("？", "?"))), None)
    if node is None or candidate.note:
        return None
    begins = text.find(node.heading, node.start) + len(node.heading)
    clauses = tuple(c for c in index.clauses(node.document_id) if begins <= c.start < node.end)
    return (node, clauses) if clauses else None


def own_answer(index: Index, question: Question, candidate: Candidate) -> Answered | None:
    """What the document itself answers to a yes-no question; None where it asks something else, does not answer by yes or no,
    or another sentence of the answer speaks of what the question has and the one above it has not."""
    below = answer_below(index, candidate) if question.yes_no and not question.english else None
    if below is None:
        return None
    node, clauses = below
    first = ANSWER.sub("", clauses[0].text).lstrip()
    word = _WORD.match(first)
    if word is None or not (word["alone"] or word["no"]) or _likeness(index, question.text, node.heading) < SAME:
        return None
    claim, above = affirmed(claim_of(question)), affirmed(claim_of(understand(node.heading)))
    if bool(OMITS.search(claim)) != bool(OMITS.search(above)):  # 可以不来吗 below 必须来吗
        return None
    same = denies_asked(claim) == denies_asked(above)
    verdict: Verdict = "yes" if bool(word["yes"]) == same else "no"
    if exception := _exception(question, node, clauses[1:], allowed=bool(word["yes"])):
        verdict = "no" if verdict == "yes" else "yes"
        return Answered(verdict, _lead(question, claim, verdict), (exception.text,), (exception,))
    rest = tuple(clause.text for clause in clauses[1:])
    begins = first[word.end() :] if word["alone"] and same and len(first) + sum(map(len, rest)) > word.end() else first
    lead = "" if same and not word["alone"] else _lead(question, claim, verdict)
    return Answered(verdict, lead, tuple(filter(None, (begins, *rest))), clauses)


def _lead(question: Question, claim: str, verdict: Verdict) -> str:
    """The words that begin the answer; who asks for leave gets it or not, whatever else he denies."""
    if ASKS_LEAVE.search(claim) and not denies_asked(claim):
        return "可以。" if verdict == "yes" else "不可以。"
    return lead_of(question, verdict)


def _exception(question: Question, node: Node, clauses: tuple[Clause, ...], *, allowed: bool) -> Clause | None:
    """The clause of an answer that says the contrary of its first word for what the question has and the one above has not."""
    own = pairs(question.text) - pairs(normalise(node.heading))
    for clause in clauses:
        contrary = (_FORBIDS if allowed else _PERMITS).search(clause.text)
        if contrary and own & pairs(normalise(clause.text[: contrary.start()])):
            return clause
    return None


def answer_to(index: Index, candidate: Candidate) -> Candidate:
    """A candidate that is a question of the document, by the clauses that answer it; any other as it is."""
    below = answer_below(index, candidate)
    if below is None or candidate.clauses[0].start >= below[1][0].start:
        return candidate
    return replace(candidate, clauses=below[1])


def whole_answer(index: Index, candidate: Candidate) -> Candidate:
    """A candidate that stands in a document's answer to a question, by all of the answer: what it adds behind a 但 turns what it
    says at first. Any other as it is."""
    below = answer_below(index, candidate)
    if below is None or candidate.start < below[1][0].start:
        return candidate
    return replace(candidate, start=below[1][0].start, end=below[1][-1].end, clauses=below[1])


def _likeness(index: Index, one: str, other: str) -> float:
    left, right = index.embed(one), index.embed(normalise(other))
    return sum(a * b for a, b in zip(left, right, strict=True))
