"""Refusals: "not in the documents" is said when, and only when, it is true.

    precision       unanswerable questions refused / questions refused
    recall          unanswerable questions refused / unanswerable questions
    false refusals  answerable questions refused / answerable questions    (lower is better)

A failed call is not a refusal. Source: the no-answer class of SQuAD 2.0 (Rajpurkar et al. 2018).
"""

from evals.metrics.case import Case


def refusal_precision(case: Case) -> float | None:
    """1.0 or 0.0; None where nothing was refused."""
    return float(not case.question.answerable) if case.refused else None


def refusal_recall(case: Case) -> float | None:
    """1.0 or 0.0; None for an answerable question."""
    return None if case.question.answerable else float(case.refused)


def false_refusal(case: Case) -> float | None:
    """1.0 or 0.0; None for an unanswerable question."""
    return float(case.refused) if case.question.answerable else None
