"""The judge, and whether to believe it.

    judged      1 if the language model says that the answer is right, else 0; applies to answers that were judged
    agreement   κ = (pₒ - pₑ) / (1 - pₑ) between the judge and `right` over those answers, where
                pₒ is the share on which they agree, and pₑ the share on which they would by chance:
                p(right)·p(judged) + (1 - p(right))·(1 - p(judged))

κ is 1 for full agreement, 0 for what chance gives; above 0.8 is commonly taken as good enough to stand in. It is not
defined where both always say the same one thing. Source: Cohen 1960.
"""

from collections.abc import Iterable

from evals.causes import is_right
from evals.metrics.case import Case


def judged(case: Case) -> float | None:
    """1.0 or 0.0; None for an answer that was not judged."""
    return None if case.judged is None else float(case.judged)


def agreement(cases: Iterable[Case]) -> float | None:
    """Cohen's κ, at most 1; None if nothing was judged, or where it is not defined."""
    pairs = [(is_right(case), float(case.judged)) for case in cases if case.judged is not None]
    if not pairs:
        return None
    right, said = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    by_chance = right * said + (1 - right) * (1 - said)
    observed = sum(a == b for a, b in pairs) / len(pairs)
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
