"""Answer length: characters of what a user reads, [n] marks left out. Applies to every answer that is not a refusal.

Reported beside the accuracies, because a longer answer says more facts by chance.
"""

from evals.matching import without_marks
from evals.metrics.case import Case


def answer_length(case: Case) -> float | None:
    """Characters; None for a refusal."""
    return float(len(without_marks(case.replied.text))) if case.replied else None
