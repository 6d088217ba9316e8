"""How the product grows with its library: the notice alone, the default corpus, and every statute of the data package.

What the corpus holds has the vectors that come with it; the statutes that it doesn't hold get some drawn around those,
which spares an hour or two of embedding; questions are embedded as ever. So a question has neighbours among all texts
as it has with their own vectors, and searches take as long. Each size is built and asked in a process of its own.
"""

import json
import tempfile
from collections.abc import Sequence

import numpy as np

from evals.processes import run_module

COLUMNS = ("held", "docs", "articles", "passages", "index s", "p50 ms", "p95 ms", "memory MB")
SIZES = (("notice", "policies"), ("default", "default corpus"), ("all", "all statutes"))


def measure_growth(questions: Sequence[str]) -> list[tuple[str, ...]]:
    """A row for each size: its name, documents, articles, passages, seconds to index without embedding, p50 and p95 in
    milliseconds, memory in MB. Raises PolicyError."""
    rows = []
    for size, name in SIZES:
        with tempfile.TemporaryDirectory() as home:
            held = json.loads(run_module(home, "evals.sized", size))
            asked = json.loads(run_module(home, "evals.timed", given=json.dumps([(one, []) for one in questions])))
        took = np.array(asked["took"]) * 1000
        counts = (str(held[count]) for count in ("documents", "articles", "passages"))
        p50, p95 = np.percentile(took, [50, 95])
        rows.append((name, *counts, f"{held['built']:.0f}", f"{p50:.0f}", f"{p95:.0f}", f"{asked['peak']:.0f}"))
    return rows
