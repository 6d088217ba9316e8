"""What is indexed: whole nodes where they fit a token budget, parts of them where they don't."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.clauses import clause_spans, ends_sentence
from store.records import Clause, Document, Node, Passage, Span
from store.text import count_tokens

BUDGET = 320  # tokens (cl100k); a little over half of what the embedding model reads


def passages(document: Document, nodes: Sequence[Node], budget: int = BUDGET) -> tuple[Passage, ...]:
    """The passages in reading order: disjoint, and every character but spaces and line ends is in one.

    A passage is over `budget` tokens only where a single clause is.
    """
    return _Cutter(document, nodes, budget).passages()


class _Cutter:
    """Cuts one document along its outline."""

    def __init__(self, document: Document, nodes: Sequence[Node], budget: int) -> None:
        self._document, self._nodes, self._budget = document, nodes, budget
        self._by_path = {node.path: node for node in nodes}
        self._children: dict[str, list[Node]] = {node.path: [] for node in nodes}
        for node in nodes:
            if node.parent is not None:
                self._children[node.parent].append(node)
        self._clauses = clause_spans(document.text, (node.start for node in nodes))

    def passages(self) -> tuple[Passage, ...]:
        root = self._by_path[""]
        return tuple(self._passage(node, *span) for node, span in self._cut(root, root.start))

    def _cut(self, node: Node, start: int) -> Iterator[tuple[Node, Span]]:
        """The spans of a node's passages, each with the node it is called after.

        `start` is before the node's own where headings above it have nothing of their own to stand with: they open its
        first passage, as they do on the page.
        """
        children = self._children[node.path]
        # Articles and questions are cited and asked for one by one, so none shares a passage with another.
        if node.path and not self._holds_cited(node) and self._fits(start, node.end):
            yield node, (start, node.end)
            return
        if not children:
            yield from ((node, span) for span in self._pack(start, node.end))
            return
        intro = children[0].start
        if not self._only_heading(node, intro):
            yield from ((node, span) for span in self._pack(start, intro))
            start = intro
        for child in children:
            yield from self._cut(child, start if child is children[0] else child.start)

    def _holds_cited(self, node: Node) -> bool:
        return any(
            child.kind == "article" or child.heading.endswith(("？", "?")) or self._holds_cited(child)
            for child in self._children[node.path]
        )

    def _only_heading(self, node: Node, end: int) -> bool:
        """Whether a node says nothing but its number and heading before `end`."""
        own = self._document.text[node.start : end].rstrip("。 \n")
        return own in ("", node.number) or (bool(node.heading) and own.endswith(node.heading))

    def _clauses_in(self, start: int, end: int) -> list[Span]:
        first = bisect_left(self._clauses, (start, 0))
        return self._clauses[first : bisect_left(self._clauses, (end, 0))]

    def _fits(self, start: int, end: int) -> bool:
        return count_tokens(self._document.text[start:end]) <= self._budget

    def _pack(self, start: int, end: int) -> Iterator[Span]:
        """Spans within the budget, of whole sentences, or of whole clauses where a sentence is over the budget."""
        open_span: Span | None = None
        for piece in self._pieces(start, end):
            if open_span and self._fits(open_span[0], piece[1]):
                open_span = open_span[0], piece[1]
                continue
            if open_span:
                yield open_span
            open_span = piece
        if open_span:
            yield open_span

    def _pieces(self, start: int, end: int) -> Iterator[Span]:
        for sentence in _sentences(self._document.text, self._clauses_in(start, end)):
            whole = sentence[0][0], sentence[-1][1]
            yield from [whole] if self._fits(*whole) else sentence

    def _passage(self, node: Node, start: int, end: int) -> Passage:
        spans = self._clauses_in(start, end)
        start, end = spans[0][0], spans[-1][1]
        return Passage(
            self._document.id, node.path, start, end, node.locator, self._headings(node),
            self._document.text[start:end], tuple(self._clause(*span) for span in spans),
        )  # fmt: skip

    def _clause(self, start: int, end: int) -> Clause:
        node = innermost(self._nodes, start)
        return Clause(node.document_id, node.path, start, end, node.locator, self._document.text[start:end])

    def _headings(self, node: Node) -> tuple[str, ...]:
        paths = [node.path]
        while (parent := self._by_path[paths[0]].parent) is not None:
            paths.insert(0, parent)
        return tuple(heading for path in paths if (heading := self._by_path[path].heading))


def innermost(nodes: Sequence[Node], at: int) -> Node:
    """The deepest node that holds the character at `at`; `nodes` in reading order, the root first."""
    before = bisect_right(nodes, at, key=lambda node: node.start)
    return next(node for node in reversed(nodes[:before]) if at < node.end)


def _sentences(text: str, clauses: Sequence[Span]) -> Iterator[list[Span]]:
    """The clauses, grouped into sentences."""
    sentence = 0

    def number(clause: Span) -> int:
        nonlocal sentence
        current = sentence
        sentence += ends_sentence(text, *clause)
        return current

    for _, group in groupby(clauses, key=number):
        yield list(group)
