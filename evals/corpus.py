"""The canonical texts that gold clauses and citations are checked against."""

import bisect
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.answer import Citation
from evals.dataset import Gold
from evals.matching import pattern
from store.errors import DatasetError
from store.records import Document, Node, Span


@dataclass(frozen=True)
class CorpusText:
    """One document as far as scoring needs it: canonical text, and locator and span of each node of its outline."""

    id: str
    title: str
    text: str
    nodes: tuple[tuple[str, int, int], ...] = ()

    def find(self, words: str) -> list[Span]:
        """Where `words` occur, spaces and punctuation apart."""
        return [match.span() for match in pattern(words).finditer(self.text)]

    def at(self, locator: str) -> list[Span]:
        """The node with this locator; the document's own name in 《》 before it may be left out."""
        wanted = _address(locator)
        return [(start, end) for name, start, end in self.nodes if wanted in (_address(name), _address(_bare(name)))]

    def home(self, span: Span) -> Span:
        """The stretch of outline that `span` stands in: from the last edge of a node before it to the next after it.

        For a clause in a leaf that is the leaf; in the opening words of a section it is those words, without the
        section's children.
        """
        edges = self._edges
        return edges[bisect.bisect_right(edges, span[0]) - 1], edges[bisect.bisect_left(edges, span[1])]

    @cached_property
    def _edges(self) -> list[int]:
        return sorted({0, len(self.text), *(edge for _, start, end in self.nodes for edge in (start, end))})


Corpus = Mapping[str, CorpusText]


def corpus_of(documents: Iterable[tuple[Document, Iterable[Node]]]) -> dict[str, CorpusText]:
    """The texts of held documents, each given with the nodes of its outline, by id."""
    return {
        document.id: CorpusText(
            document.id, document.title, document.text, tuple((node.locator, node.start, node.end) for node in nodes)
        )
        for document, nodes in documents
    }


def locate_gold(gold: Gold, corpus: Corpus) -> list[Span]:
    """Every place that `gold` may mean. Raises DatasetError if there is none."""
    if gold.document not in corpus:
        raise DatasetError(f"Gold document {gold.document} is not in the corpus.")
    document = corpus[gold.document]
    spans = document.find(gold.quote) if gold.quote else document.at(gold.locator or "")
    if not spans:
        raise DatasetError(f"Gold clause “{gold.quote or gold.locator}” is not in {gold.document}.")
    return spans


def is_verbatim(citation: Citation, corpus: Corpus) -> bool:
    """Whether the quote is what the document says at its offsets."""
    if not citation.quote or citation.document_id not in corpus:
        return False
    return corpus[citation.document_id].text[citation.start : citation.end] == citation.quote


def _bare(locator: str) -> str:
    return re.sub(r"^《[^》]*》", "", locator)


def _address(locator: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", locator)).rstrip(".")
