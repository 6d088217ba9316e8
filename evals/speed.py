"""How fast and how large the product is on this machine: what `make bench` prints.

Every figure is taken in a fresh process over a throw-away home folder, so that nothing is warm that a user's is not.
"""

import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from evals.dataset import load_questions
from evals.processes import run_module


def measure(datasets: Sequence[Path]) -> list[tuple[str, str, str]]:
    """Rows of (figure, value, target) over the questions of `datasets`. Raises PolicyError."""
    questions = [
        (question.question, [(turn.role, turn.content) for turn in question.history])
        for question in load_questions(datasets)
    ]
    with tempfile.TemporaryDirectory() as home:
        # In two steps, as `make run` does: questions can be asked after the first.
        first_indexed, rest_indexed = _build(home, "--first"), _build(home)
        began = time.time()
        asked = json.loads(run_module(home, "evals.timed", given=json.dumps(questions)))
    took, embedding = np.array(asked["took"]) * 1000, np.array(asked["embedding"]) * 1000
    return [
        ("questions asked", f"{len(questions)}", ""),
        ("a question answered, p50", f"{np.percentile(took, 50):.0f} ms", "60 ms"),
        ("a question answered, p95", f"{np.percentile(took, 95):.0f} ms", "150 ms"),
        ("of which one embedding, p50", f"{np.percentile(embedding, 50):.0f} ms", ""),
        ("policies indexed from nothing", f"{first_indexed:.1f} s", "15 s"),
        ("the statutes after them", f"{rest_indexed:.1f} s", ""),
        ("process start to first answer", f"{asked['first'] - began:.1f} s", "6 s"),
        ("peak memory while answering", f"{asked['peak']:.0f} MB", "1200 MB"),
    ]


def _build(home: str, *options: str) -> float:
    """Seconds that `ingest build` takes."""
    began = time.time()
    run_module(home, "ingest", "build", *options)
    return time.time() - began


def show(rows: Sequence[tuple[str, str, str]]) -> None:
    """Print the rows as a table."""
    table = Table("figure", "value", "at most")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
