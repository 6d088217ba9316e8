"""What went wrong with an answer: one cause each, the first that applies, in the order of the answering steps."""

from typing import Literal

from evals.metrics.case import Case
from evals.metrics.citations import cited_any
from evals.metrics.facts import fact_accuracy
from evals.metrics.verdict import verdict_accuracy

Cause = Literal[
    "",
    "error",
    "missing refusal",
    "wrong refusal",
    "not retrieved",
    "wrong clause read",
    "fact not said",
    "wrong verdict",
    "citation",
]


def cause(case: Case) -> Cause:
    """Why the answer is wrong; "" if it is right.

    Right is: a refusal of an unanswerable question; for an answerable one all facts within 600 characters, the expected
    verdict, and at least one gold clause cited, each as far as the question expects it.
    """
    if case.answer is None:
        return "error"
    if not case.question.answerable:
        return "" if case.refused else "missing refusal"
    if case.refused:
        return "wrong refusal"
    said, agreed, cited = fact_accuracy(case, limit=600) != 0, verdict_accuracy(case) != 0, cited_any(case) != 0
    if said and agreed:
        return "" if cited else "citation"
    if not cited:
        return "wrong clause read" if _retrieved(case) else "not retrieved"
    return "wrong verdict" if said else "fact not said"


def is_right(case: Case) -> float:
    """1.0 if nothing went wrong, else 0.0: the figure that counts every question once."""
    return float(cause(case) == "")


def _retrieved(case: Case) -> bool:
    """Whether a gold clause is at least among the clauses that the answer shows as related."""
    assert case.answer is not None
    shown = [c for c in (*case.answer.citations, *case.answer.related) if case.checkable(c)]
    return any(case.is_cited(gold, shown) for gold in case.gold)
