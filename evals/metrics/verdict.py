"""Verdict accuracy: the yes or no of an answer against the expected one.

    1 if verdict(answer) = verdict(question), else 0.

Applies to answerable questions with an expected verdict. Source: accuracy on BoolQ (Clark et al. 2019).
"""

from evals.metrics.case import Case


def verdict_accuracy(case: Case) -> float | None:
    """1.0 or 0.0; None if no verdict is expected."""
    if not case.question.answerable or case.question.verdict is None:
        return None
    return float(case.replied is not None and case.replied.verdict == case.question.verdict)
