"""Gates: conditions that a run must meet, read from a TOML file such as `evals/gates.toml`.

require = [
    "citation_precision >= 0.95",                                a figure, by its mean
    "latency_p95 <= 200",
    "no significant regression against BASELINE",                of right answers
    "no significant regression in citation_recall against BASELINE",
]

BASELINE is the run given on the command line, and the condition is skipped without one; any other word there is the
name of a run. Where no figure is named it is `right`, which counts every question once: of all figures together, each
tested at 95 %, one or other falls by chance in most runs.
"""

import operator
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from evals.compare import compare, pair
from evals.metrics.table import METRICS
from evals.score import Scored, summarise
from store.errors import DatasetError

_LIMIT = re.compile(r"(\w+)\s*(>=|<=)\s*(\d+(?:\.\d+)?)")
_REGRESSION = re.compile(r"no significant regression(?: in (\w+))?(?: against (\S+))?")
_CONDITIONS = TypeAdapter(list[str])
_HOLDS = {">=": operator.ge, "<=": operator.le}

Runs = Callable[[str], Sequence[Scored] | None]
"""The scores of the run of a name; None for BASELINE where none is given."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a condition is met, and the figure that says so. `passed` is None for a condition that was skipped."""

    condition: str
    passed: bool | None
    found: str


def load_gates(path: Path) -> list[str]:
    """The conditions of a gate file. Raises DatasetError."""
    try:
        return _CONDITIONS.validate_python(tomllib.loads(path.read_text(encoding="utf-8")).get("require"))
    except OSError as error:
        raise DatasetError(f"{path} is not there.") from error
    except ValueError as error:  # no UTF-8, no TOML, or no list of words
        raise DatasetError(f'{path} is not a gate file: it needs `require = ["…"]`.') from error


def check(conditions: Sequence[str], run: Sequence[Scored], runs: Runs) -> list[Outcome]:
    """One outcome for each condition. A figure that applies to no question fails its condition.

    Raises DatasetError if a condition cannot be understood.
    """
    return [_check(condition, run, runs) for condition in conditions]


def _check(condition: str, run: Sequence[Scored], runs: Runs) -> Outcome:
    if match := _LIMIT.fullmatch(condition):
        name, sign, limit = match.groups()
        summary = summarise(run)
        figures = {rate: estimate.value for rate, estimate in summary.rates.items()} | summary.quantities
        if name not in figures:
            if name not in METRICS:
                raise DatasetError(f"There is no figure named {name}: “{condition}”.")
            return Outcome(condition, False, "applies to no question")
        return Outcome(condition, _HOLDS[sign](figures[name], float(limit)), f"{figures[name]:.4g}")
    if (match := _REGRESSION.fullmatch(condition)) and (name := match[1] or "right") in METRICS:
        baseline = runs(match[2] or "BASELINE")
        if baseline is None:
            return Outcome(condition, None, "no baseline")
        change = next((d for d in compare(pair(baseline, run)) if d.metric == name), None)
        if change is None:
            return Outcome(condition, False, "applies to no question")
        return Outcome(condition, not change.is_regression, f"{change.a:.4g} → {change.b:.4g}")
    raise DatasetError(f"The gate “{condition}” cannot be understood.")
