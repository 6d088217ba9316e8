"""How fast and how large the product is on this machine: what `make bench` prints.

Every figure is taken in a fresh process over a throw-away home folder, so that nothing is warm that a user's is not.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from evals.dataset import load_questions
from store.settings import ROOT

# Runs in the fresh process: index, first answer, then every question; prints one JSON object.
_ASK = """
import json, resource, sys, time
from assistant.answer import Turn
from assistant.assistant import Assistant
from store.index import Index
from store.settings import load_settings
index = Index.open(load_settings())
assistant = Assistant(index)
questions = json.load(sys.stdin)
assistant.ask(questions[0][0])
print(json.dumps({"first": time.time()}), flush=True)
took, embedding = [], []
for question, history in questions:
    began = time.perf_counter()
    index.embed(question)
    embedded = time.perf_counter()
    assistant.ask(question, [Turn(*turn) for turn in history])
    embedding.append(embedded - began)
    took.append(time.perf_counter() - embedded)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"took": took, "embedding": embedding, "peak": peak}))
"""


def measure(datasets: Sequence[Path]) -> list[tuple[str, str, str]]:
    """Rows of (figure, value, target) over the questions of `datasets`."""
    questions = [
        (question.question, [(turn.role, turn.content) for turn in question.history])
        for question in load_questions(datasets)
    ]
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"POLICY_HOME": home}
        # In two steps, as `make run` does: questions can be asked after the first.
        first_indexed, rest_indexed = _build(environment, "--first"), _build(environment)
        began = time.time()
        asked = subprocess.run(
            [sys.executable, "-c", _ASK],
            input=json.dumps(questions),
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
    first, rest = (json.loads(line) for line in asked.stdout.splitlines())
    took, embedding = np.array(rest["took"]) * 1000, np.array(rest["embedding"]) * 1000
    return [
        ("questions asked", f"{len(questions)}", ""),
        ("a question answered, p50", f"{np.percentile(took, 50):.0f} ms", "60 ms"),
        ("a question answered, p95", f"{np.percentile(took, 95):.0f} ms", "150 ms"),
        ("of which one embedding, p50", f"{np.percentile(embedding, 50):.0f} ms", ""),
        ("policies indexed from nothing", f"{first_indexed:.1f} s", "15 s"),
        ("the statutes after them", f"{rest_indexed:.1f} s", ""),
        ("process start to first answer", f"{first['first'] - began:.1f} s", "6 s"),
        ("peak memory while answering", f"{rest['peak']:.0f} MB", "1200 MB"),
    ]


def _build(environment: Mapping[str, str], *options: str) -> float:
    """Seconds that `ingest build` takes."""
    began = time.time()
    subprocess.run(
        [sys.executable, "-m", "ingest", "build", *options],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.time() - began


def show(rows: Sequence[tuple[str, str, str]]) -> None:
    """Print the rows as a table."""
    table = Table("figure", "value", "at most")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
