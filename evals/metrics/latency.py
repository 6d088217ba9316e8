"""Latency: milliseconds from question to whole answer, as the one who asks sees them, failed calls left out.

p50, p95   the 50th and 95th percentile, linear between ranks (Hyndman and Fan 1996, type 7)
"""

from collections.abc import Iterable

import numpy as np

from evals.metrics.case import Case


def latency(cases: Iterable[Case]) -> dict[str, float]:
    """`p50` and `p95` in milliseconds; empty if nothing was answered."""
    times = [case.latency_ms for case in cases if case.answer]
    return {f"p{p}": float(np.percentile(times, p)) for p in (50, 95)} if times else {}
