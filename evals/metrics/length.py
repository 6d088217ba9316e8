"""Answer length: characters of what a user reads, [n] marks left out. Applies to every answer that is not a refusal.

Reported beside the accuracies, because a longer answer says more facts by chance.
"""

import re

from evals.metrics.case import Case

_MARK = re.compile(r"\[\d+\]")


def answer_length(case: Case) -> float | None:
    """Characters; None for a refusal."""
    return float(len(_MARK.sub("", case.replied.text))) if case.replied else None
