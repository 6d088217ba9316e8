"""Scores: every metric on every case, means with intervals, over all and by category."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from evals.causes import Cause, cause
from evals.metrics.agreement import agreement
from evals.metrics.case import Case
from evals.metrics.consistency import consistent, repeatable
from evals.metrics.intervals import Estimate, estimate
from evals.metrics.latency import latency
from evals.metrics.table import METRICS


@dataclass(frozen=True)
class Scored:
    """A case, its value for each metric that applies, and what went wrong ("" if nothing)."""

    case: Case
    values: dict[str, float]
    cause: Cause


@dataclass(frozen=True)
class Summary:
    """Figures of many cases. `quantities` are means of metrics that are no shares, and latency percentiles in ms."""

    n: int
    rates: dict[str, Estimate]
    quantities: dict[str, float]
    causes: dict[Cause, int]


def score(case: Case) -> Scored:
    """Every metric on one case. Raises DatasetError if a gold clause is not in the corpus."""
    measured = {name: metric.measure(case) for name, metric in METRICS.items()}
    return Scored(case, {name: value for name, value in measured.items() if value is not None}, cause(case))


def summarise(scored: Sequence[Scored]) -> Summary:
    """Means and intervals of what `scored` holds; a metric that applies nowhere is left out."""
    values = defaultdict(list)
    for one in scored:
        for name, value in one.values.items():
            values[name].append(value)
    cases = [one.case for one in scored]
    rates = {name: estimate(values[name]) for name, metric in METRICS.items() if metric.is_rate}
    rates |= {"consistent": consistent(cases), "repeatable": repeatable(cases)}
    means = {name: sum(values[name]) / len(values[name]) for name in values if not METRICS[name].is_rate}
    kappa = agreement(cases)
    quantities = {} if kappa is None else {"judge_agreement": kappa}
    return Summary(
        len(scored),
        {name: rate for name, rate in rates.items() if rate},
        quantities | means | {f"latency_{name}": value for name, value in latency(cases).items()},
        dict(Counter(one.cause for one in scored if one.cause).most_common()),
    )


def by_category(scored: Iterable[Scored]) -> dict[str, list[Scored]]:
    """Categories in the order in which they first occur."""
    groups = defaultdict(list)
    for one in scored:
        groups[one.case.question.category].append(one)
    return dict(groups)


def as_json(scored: Sequence[Scored]) -> dict[str, object]:
    """What `scores.json` holds: the summary, the summary of each category, and every question's values."""
    return {
        "all": asdict(summarise(scored)),
        "categories": {name: asdict(summarise(group)) for name, group in by_category(scored).items()},
        "questions": [
            {"id": s.case.question.id, "repeat": s.case.repeat, "cause": s.cause, **s.values} for s in scored
        ],
    }
