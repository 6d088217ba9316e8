"""How well the retriever finds what a retrieval set asks for: the product's own index and retriever on others' texts.

    R@k         right entries among the first k / right entries
    RR@10       1 / rank of the first right entry within 10, 0 if there is none (its mean is MRR@10)
    nDCG@10     Σ rel(i)/log2(i+1) over the first 10, divided by that of the best order
    document@1  whether the first entry is of a right entry's document } where entries are parts of documents
    node@5      whether a right entry is among the first five          }

by `ir-measures` (MacAvaney et al. 2022). The index is kept in the user's cache folder, outside the product's home; it
may be deleted, and is built again where it isn't there, which takes as long as embedding the set does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

import ir_measures
import platformdirs
from rich.console import Console
from rich.progress import track

from assistant.answer import Turn
from assistant.retrieval.retrieve import Retriever
from assistant.talk.conversation import rewrite, talk
from assistant.understanding.question import MAX_CHARACTERS, Question, understand
from evals.beir import Places, Query, RetrievalSet
from evals.metrics.intervals import Estimate, estimate
from ingest.progress import progress_bars
from store.builder import build_index
from store.index import Index
from store.records import Parsed
from store.settings import load_settings

MEASURES = ("nDCG@10", "R@5", "R@10", "R@100", "RR@10")
_DEPTH = 100


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: ids of entries, best first, and the seconds it took."""

    query: str
    entries: tuple[str, ...]
    seconds: float


def open_index(name: str, parsed: Sequence[Parsed]) -> Index:
    """The index of `parsed`, kept under `name` in the cache folder; what is new in it is embedded first."""
    home = platformdirs.user_cache_path("policy-assistant") / "benchmarks" / name
    settings = load_settings().model_copy(update={"home": home, "chroma_url": None})
    with progress_bars() as progress:
        build_index(parsed, settings, progress)
    return Index.open(settings)


def asked(query: Query) -> tuple[Question, str]:
    """A query as the chat puts it to the retriever: its last turn, rewritten, and what was said before."""
    history = [Turn(message.role, message.content) for message in query.history]
    return understand(rewrite(query.text, history)[:MAX_CHARACTERS]), talk(history)


def find(retriever: Retriever, places: Places, queries: Sequence[Query]) -> Iterator[Found]:
    """Asks each query."""
    for query in track(queries, "asking", console=Console(stderr=True)):
        began = perf_counter()
        question, before = asked(query)
        candidates = retriever.search(question, talk=before)
        took = perf_counter() - began
        entries = dict.fromkeys(places.entry_at(c.document_id, c.start) for c in candidates)
        yield Found(query.id, tuple(entries)[:_DEPTH], took)


def measure(of: RetrievalSet, found: Sequence[Found]) -> dict[str, Estimate]:
    """Each measure over the queries of `found`, with its 95 % interval."""
    qrels = {one.query: dict.fromkeys(of.relevant[one.query], 1) for one in found}
    run = {one.query: {entry: -float(rank) for rank, entry in enumerate(one.entries)} for one in found}
    values: dict[str, list[float]] = {name: [] for name in MEASURES}
    for metric in ir_measures.iter_calc([ir_measures.parse_measure(name) for name in MEASURES], qrels, run):
        values[str(metric.measure)].append(float(metric.value))
    document = {entry.id: entry.document for entry in of.entries}
    if any(document.values()):
        for one in found:
            right = of.relevant[one.query]
            first = {document[entry] for entry in one.entries[:1]}
            values.setdefault("document@1", []).append(float(bool(first & {document[entry] for entry in right})))
            values.setdefault("node@5", []).append(float(bool(right & {*one.entries[:5]})))
    return {name: figure for name, of_queries in values.items() if (figure := estimate(of_queries))}
