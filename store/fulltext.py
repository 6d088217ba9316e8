"""Full text: BM25 (Lucene's variant, k1 1.5, b 0.75) over the words of one level's entries, kept in a folder.

Words, and pairs of characters and characters alone besides: lay words and official ones share these where they share no
word (房租 and 租金), and no cutting into words is always right.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from pathlib import Path

import bm25s  # type: ignore[import-untyped]
import numpy as np

from store.levels import Hit, LevelEntry, document_of
from store.text import normalise, words

_HAN = re.compile("[㐀-鿿]+")
_IDS = "ids.txt"  # of the entries, in their order, a line each: bm25s keeps them as JSON, which takes seconds to write


def write_full_text(folder: Path, entries: Sequence[LevelEntry]) -> None:
    """Indexes the words of `entries` into `folder`. Raises OSError where it cannot be written."""
    folder.mkdir(parents=True)
    if not entries:  # bm25s cannot index nothing
        return
    bm25 = bm25s.BM25()
    bm25.index([_terms(entry.text) for entry in entries], show_progress=False)
    bm25.save(folder, show_progress=False)
    (folder / _IDS).write_text("\n".join(entry.id for entry in entries), encoding="utf-8")


class FullText:
    """Opens what `write_full_text` wrote for `size` entries; ValueError, KeyError or OSError say that it is damaged."""

    def __init__(self, folder: Path, size: int) -> None:
        self._size = size
        self.documents: frozenset[str] = frozenset()  # those that have an entry
        if not size:
            return
        self._bm25 = bm25s.BM25.load(folder, show_progress=False)
        self._ids = (folder / _IDS).read_text(encoding="utf-8").split("\n")
        places = dict[str, int]()
        self._document_of = np.array([places.setdefault(document_of(id_), len(places)) for id_ in self._ids])
        self._documents = list(places)
        self.documents = frozenset(places)
        if not len(self._ids) == self._bm25.scores["num_docs"] == size:
            raise ValueError(f"{folder} does not hold {size} entries")

    def matches(self, query: str, k: int, documents: Collection[str] | None = None) -> list[Hit]:
        """The `k` entries (of `documents` only, if given) that share the weightiest terms with `query`, best first.

        Entries that share none are left out.
        """
        tokens = _terms(query)
        if not self._size or not tokens:
            return []
        mask = None
        if documents is not None:
            mask = np.array([document in documents for document in self._documents])[self._document_of]
        scores = self._bm25.get_scores(tokens, weight_mask=mask)
        held = np.flatnonzero(scores > 0)
        if len(held) > k:  # what can be among the best is put in order, not all of it
            least = np.partition(scores[held], len(held) - k)[len(held) - k]
            held = held[scores[held] >= least]
        # Stable, so that equal scores come in reading order, the same on every machine.
        best = held[np.argsort(-scores[held], kind="stable")][:k]
        return [Hit(self._ids[place], float(scores[place])) for place in best]


def _terms(text: str) -> list[str]:
    runs = _HAN.findall(normalise(text))
    pairs = [first + second for run in runs for first, second in pairwise(run)]
    return [*words(text), *pairs, *"".join(runs)]
