"""A document's canonical text and outline as HTML: headings by depth, the quote highlighted, repairs marked."""

from collections.abc import Iterator, Sequence
from html import escape

from store.records import Document, Node, Repair
from ui.markup import Span, typeset
from ui.texts import Texts

QUOTED = "quoted"  # id of the element at which the highlighted quote begins
OUTLINE_DEPTH = 3
_OPENING = 200  # characters in which a title of several lines stands


def outline_html(document: Document, nodes: Sequence[Node], texts: Texts) -> str:
    """The headed nodes as links into the text of `document_html`."""
    listed = "".join(
        f'<li class="depth-{_depth(node)}"><a href="#{_anchor(node)}" target="_self">'
        f"{escape(document.text[node.start : _heading_end(document.text, node)])}</a></li>"
        for node in nodes
        if 0 < _depth(node) <= OUTLINE_DEPTH and node.heading
    )
    return f'<nav aria-label="{texts.outline}"><ul>{listed}</ul></nav>'


def document_html(document: Document, nodes: Sequence[Node], quote: tuple[int, int] | None, texts: Texts) -> str:
    """The whole canonical text, a block a line; `quote` is the span to highlight. Every character is shown once."""
    inline = [_repair_span(repair, texts) for repair in document.repairs] + list(_quote_spans(quote))
    starting = {node.start: node for node in nodes if node.path}  # of nodes with one start, the innermost
    blocks = (_block(document, start, end, starting, inline) for start, end in _lines(document.text) if end > start)
    return f'<article class="document" lang="zh-CN">{_repairs_html(document, texts)}{"".join(blocks)}</article>'


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _block(document: Document, start: int, end: int, starting: dict[int, Node], inline: list[Span]) -> str:
    """One line of the text: a heading, the title, or a paragraph with run-in headings in bold."""
    text = document.text
    node = starting.get(start)
    anchor = "" if node is None else f' id="{_anchor(node)}"'
    if node is not None and _heading_end(text, node) >= end:
        level = min(_depth(node) + 1, 6)
        return f"<h{level}{anchor}>{typeset(text, start, end, inline)}</h{level}>"
    line = text[start:end]
    css_class = "title" if _in_title(line, start, document) else "number" if line == document.number else ""
    run_in = [
        Span(inner.start, _heading_end(text, inner), "<b>", "</b>")
        for inner in (starting[at] for at in range(start, end) if at in starting)
        if inner.heading
    ]
    return f'<p{anchor} class="{css_class}">{typeset(text, start, end, [*run_in, *inline])}</p>'


def _in_title(line: str, start: int, document: Document) -> bool:
    """Whether the line is the title, or one of the first lines on which a long one stands."""
    return line == document.title or (start < _OPENING and len(line) > 1 and line in document.title)


def _heading_end(text: str, node: Node) -> int:
    """Where the node's number and heading end; its start if it has no heading."""
    at = text.find(node.heading, node.start, node.end) if node.heading else -1
    return node.start if at < 0 else at + len(node.heading)


def _depth(node: Node) -> int:
    return node.path.count(".") + 1 if node.path else 0


def _anchor(node: Node) -> str:
    return f"node-{node.path}"


def _quote_spans(quote: tuple[int, int] | None) -> Iterator[Span]:
    """The quote, its first character apart, so that the place to scroll to exists once whatever cuts the quote."""
    if quote is not None:
        start, end = quote
        yield Span(start, start + 1, f'<mark id="{QUOTED}">', "</mark>")
        if end > start + 1:
            yield Span(start + 1, end, "<mark>", "</mark>")


def _repair_span(repair: Repair, texts: Texts) -> Span:
    tooltip = texts.repair_tooltip.format(received=repair.received, reason=repair.reason)
    return Span(repair.start, repair.end, f'<span class="repair" title="{escape(tooltip)}">', "</span>")


def _repairs_html(document: Document, texts: Texts) -> str:
    """The legend: every repair with what was received and why, for those who cannot hover."""
    if not document.repairs:
        return ""
    listed = "".join(
        f'<li><span class="repair">{escape(document.text[repair.start : repair.end])}</span> '
        f"<small>{escape(texts.repair_tooltip.format(received=repair.received, reason=repair.reason))}</small></li>"
        for repair in document.repairs
    )
    legend = texts.repairs.format(count=len(document.repairs))
    return (
        f'<details class="repairs"><summary><span class="repair">{legend}</span></summary>'
        f"<p>{texts.repair_list}</p><ol>{listed}</ol></details>"
    )
