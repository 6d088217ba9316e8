"""Two runs on the same questions: what changed, and whether chance explains it.

Each figure is compared on the questions to which it applies in both runs.

    difference   mean of (B - A) over questions
    interval     95 % percentile bootstrap over clusters (questions on the same gold clauses are drawn together, because
                 they succeed and fail together): Efron and Tibshirani 1993; Field and Welsh 2007
    p            exact McNemar test on the questions that flipped (McNemar 1947), for figures that are right or wrong
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np
from scipy.stats import binomtest

from evals.metrics.table import METRICS
from evals.score import Scored
from store.errors import DatasetError

_RESAMPLES = 2000

Pair = tuple[Scored, Scored]


@dataclass(frozen=True, slots=True)
class Difference:
    """How one figure changed from run A to run B. `p` is None for figures that are not merely right or wrong."""

    metric: str
    n: int
    a: float
    b: float
    low: float
    high: float
    p: float | None

    @property
    def change(self) -> float:
        """B minus A."""
        return self.b - self.a

    @property
    def is_significant(self) -> bool:
        """Whether the interval of the difference leaves zero out."""
        return self.low > 0 or self.high < 0

    @property
    def is_regression(self) -> bool:
        """Whether B is worse, and significantly so."""
        return self.is_significant and (self.change < 0) == METRICS[self.metric].higher_is_better


def pair(a: Iterable[Scored], b: Iterable[Scored]) -> list[Pair]:
    """The questions that both runs asked. Raises DatasetError if there are none, or if they expect different things."""
    first = {(one.case.question.id, one.case.repeat): one for one in a}
    pairs = [(first[key], one) for one in b if (key := (one.case.question.id, one.case.repeat)) in first]
    if not pairs:
        raise DatasetError("The two runs have no question in common.")
    for one, other in pairs:
        if one.case.question != other.case.question:
            raise DatasetError(
                f"Question {one.case.question.id} is not the same in both runs: run both on the same dataset."
            )
    return pairs


def compare(pairs: Sequence[Pair]) -> list[Difference]:
    """The change of every figure that applies to at least one question in both runs."""
    return [difference for metric in METRICS if (difference := _difference(metric, pairs))]


def flipped(pairs: Sequence[Pair]) -> list[Pair]:
    """The questions that only one of the runs answered right; those that B lost first."""
    lost = [(one, other) for one, other in pairs if not one.cause and other.cause]
    return lost + [(one, other) for one, other in pairs if one.cause and not other.cause]


def _difference(metric: str, pairs: Sequence[Pair]) -> Difference | None:
    applies = [(one, other) for one, other in pairs if metric in one.values and metric in other.values]
    if not applies:
        return None
    a = np.array([one.values[metric] for one, _ in applies])
    b = np.array([other.values[metric] for _, other in applies])
    low, high = _interval(b - a, [one.case.question.cluster for one, _ in applies])
    binary = METRICS[metric].is_rate and set(a) | set(b) <= {0.0, 1.0}
    return Difference(
        metric, len(applies), float(a.mean()), float(b.mean()), low, high, _mcnemar(a, b) if binary else None
    )


def _mcnemar(a: np.ndarray, b: np.ndarray) -> float:
    gained, lost = int((b > a).sum()), int((b < a).sum())
    return float(binomtest(gained, gained + lost).pvalue) if gained + lost else 1.0


def _interval(differences: np.ndarray, clusters: Sequence[str]) -> tuple[float, float]:
    """Percentile bootstrap of the mean; NaN for a single cluster, which says nothing about chance."""
    names, member = np.unique(np.array(clusters), return_inverse=True)
    if len(names) < 2:
        return nan, nan
    sums, sizes = np.bincount(member, weights=differences), np.bincount(member)
    # A fixed seed, so that the same runs give the same interval.
    drawn = np.random.default_rng(0).integers(len(sums), size=(_RESAMPLES, len(sums)))
    means = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)
