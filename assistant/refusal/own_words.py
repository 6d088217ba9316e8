"""Own words: those of what is claimed that a gap has and the best answer hasn't, and the other way round, each with the asks that
were thought of for it. Knows no thing that may be asked about."""

import re

from assistant.retrieval.retrieve import Candidate
from assistant.understanding.polarity import affirmed, claim_of
from assistant.understanding.question import Question, content_terms
from store.text import normalise

# Words by which anything may be asked for: 需要写, 可以写.
_MODAL = re.compile("需要|要求|可以|必须|应该|应当|能够|允许|一定|是否|有没有")
# That something is not among what a document lists.
_NOT_LISTED = re.compile("(?:没有|未)(?:提到|列[出明入]?|写明)这")


def has_more(question: Question, gap: Candidate, best: Candidate) -> bool:
    """Whether a gap has more words of the claim that the best answer has not, than this has that the gap has not."""
    gaps, answers = _own(question, gap, best)
    return len(gaps) > len(answers)


def is_listed(question: Question, gap: Candidate, best: Candidate) -> bool:
    """Whether a gap says that what is asked about is not among what is listed, where the clauses of the best answer name it, in
    asks no less like the question."""
    if not _NOT_LISTED.search(gap.gap) or best.document_id != gap.document_id:
        return False
    said = normalise(" ".join(clause.text for clause in best.clauses))
    asked = [term for term in _claimed(question) if term not in normalise(gap.gap)]
    named = bool(asked) and all(term in said for term in asked)
    return named and best.features.ask_vector >= gap.features.ask_vector


def _own(question: Question, gap: Candidate, best: Candidate) -> tuple[list[str], list[str]]:
    terms = _claimed(question)
    gaps, answers = (" ".join(one.note.askings if one.note else ()) for one in (gap, best))
    gaps, answers = normalise(gaps + gap.gap), normalise(answers + " ".join(clause.text for clause in best.clauses))
    only_gap = [term for term in terms if term in gaps and term not in answers]
    return only_gap, [term for term in terms if term in answers and term not in gaps]


def _claimed(question: Question) -> list[str]:
    """The words of what is claimed, but for those by which anything may be."""
    claim = _MODAL.sub("，", normalise(affirmed(claim_of(question))))
    return [term for term in content_terms(claim) if len(term) > 1]
