"""How sure a figure is.

Wilson's score interval for a share of n (Wilson 1927):

    centre ± z/(1 + z²/n) · √(p(1-p)/n + z²/4n²),   centre = (p + z²/2n)/(1 + z²/n),   z = 1.96 for 95 %

It is used for means of values between 0 and 1 too. Their variance is at most p(1-p), so it is then too wide, never too
narrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean of `n` values with its 95 % interval."""

    value: float
    low: float
    high: float
    n: int


def estimate(values: Sequence[float]) -> Estimate | None:
    """Mean and Wilson interval of values between 0 and 1; None for no values."""
    n = len(values)
    if not n:
        return None
    share = sum(values) / n
    scale = 1 + _Z**2 / n
    centre = (share + _Z**2 / (2 * n)) / scale
    half = _Z / scale * sqrt(share * (1 - share) / n + _Z**2 / (4 * n * n))
    return Estimate(share, max(0.0, centre - half), min(1.0, centre + half), n)
