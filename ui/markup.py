"""Text into HTML, always escaped: whatever a user, a document or a model wrote is shown, never rendered.

Answers go to `st.html` rather than Markdown, because Streamlit's Markdown changes text even where it is escaped
(`:smile:`, `--`, `www.` are rewritten after parsing) and a quote must be shown to the character.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from urllib.parse import urlencode

from assistant.answer import Citation
from assistant.verify import quote_holds
from store.records import Document
from ui.texts import Texts, language_parameter

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_WORD_JOINER = "\u2060"  # invisible; parts what Streamlit would join into an emoji, an arrow or a web address


def label(text: str) -> str:
    """`text` for the places where Streamlit takes Markdown only: labels of buttons, boxes."""
    return _PUNCTUATION.sub(rf"\\\1{_WORD_JOINER}", " ".join(text.split()))


def document_address(document_id: str, start: int | None = None, end: int | None = None) -> str:
    """Relative address of the document page, of the span `start` to `end` on it where one is given."""
    parameters: dict[str, str | int] = {"document": document_id}
    if start is not None and end is not None:
        parameters |= {"start": start, "end": end}
    return "document?" + urlencode(parameters | language_parameter())


def link(address: str, text: str, css_class: str = "", title: str = "") -> str:
    """A link that opens beside the conversation, which lives only as long as its own window."""
    return (
        f'<a href="{escape(address)}" target="_blank" class="{css_class}"'
        + (f' title="{escape(title)}" aria-label="{escape(title)}"' if title else "")
        + f">{escape(text)}</a>"
    )


def citation_link(citation: Citation, text: str, css_class: str = "", title: str = "") -> str:
    """A link to `citation`'s quote in its document."""
    return link(document_address(citation.document_id, citation.start, citation.end), text, css_class, title)


def mark(citation: Citation, n: int, texts: Texts, documents: Mapping[str, Document] | None = None) -> str:
    """The inline [n] behind a statement. Of the `documents` now held, one that has changed since is led to at its
    beginning, and to one that is gone no way leads; without them the citation is taken to be new."""
    title = texts.mark.format(n=n, locator=citation.locator)
    if documents is None or quote_holds(citation, documents):
        return citation_link(citation, f"[{n}]", "mark", title)
    if citation.document_id in documents:
        return link(document_address(citation.document_id), f"[{n}]", "mark", title)
    return f'<span class="mark" title="{escape(citation.locator)}">[{n}]</span>'


@dataclass(frozen=True, slots=True)
class Span:
    """An HTML element around the characters `start` to `end` of a text."""

    start: int
    end: int
    opening: str
    closing: str


def typeset(text: str, start: int, end: int, spans: Iterable[Span]) -> str:
    """`text[start:end]`, escaped, inside its spans. Spans may overlap: each is cut where another begins or ends."""
    inside = [span for span in spans if span.start < end and span.end > start]
    cuts = sorted({start, end, *(min(max(cut, start), end) for span in inside for cut in (span.start, span.end))})
    return "".join(_pieces(text, cuts, inside))


def _pieces(text: str, cuts: list[int], spans: list[Span]) -> Iterator[str]:
    for start, end in pairwise(cuts):
        around = [span for span in spans if span.start <= start and span.end >= end]
        yield "".join(span.opening for span in around)
        yield escape(text[start:end])
        yield "".join(span.closing for span in reversed(around))
