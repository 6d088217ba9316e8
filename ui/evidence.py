"""Evidence cards: a citation with its locator, its quote, the text around it and the way to the document."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from assistant.answer import Citation
from assistant.retrieval.standing import full_title, standing
from assistant.verify import quote_holds
from store.index import Index
from store.records import Document
from ui.conversations_texts import TEXTS
from ui.library_texts import current_library_texts
from ui.markup import Span, citation_link, document_address, link, typeset
from ui.texts import Texts

AT_ONCE = 3  # cards shown before the rest is folded away


def cards(citations: Sequence[Citation], index: Index, texts: Texts, *, numbered: bool = True) -> str:
    """All `citations` as HTML, the first few at once, the others on demand. Without numbers for related clauses."""
    drawn = [card(citation, index, texts, n if numbered else None) for n, citation in enumerate(citations, 1)]
    shown = "".join(drawn[:AT_ONCE])
    if folded := drawn[AT_ONCE:]:
        summary = texts.more_evidence.format(count=len(folded))
        shown += f'<details class="more"><summary>{summary}</summary>{"".join(folded)}</details>'
    return shown


def card(citation: Citation, index: Index, texts: Texts, n: int | None) -> str:
    """One citation as HTML."""
    number = "" if n is None else f'<span class="n">{n}</span>'
    context = surroundings(citation, index)
    document = index.documents.get(citation.document_id)
    badge = ocr_badge(document, citation.start, citation.end)
    if document is not None:
        badge = f'<span class="badge kind">{texts.kinds[document.kind]}</span>{badge}'
    title = citation.document_title if document is None else full_title(document)
    return (
        f'<article class="card"><header>{number}<strong>{escape(citation.locator)}</strong>'
        f'<span class="title">{escape(title)}</span>{badge}</header>'
        f"<blockquote>{escape(citation.quote)}</blockquote>"
        + "".join(f'<p class="moved">{escape(told)}</p>' for told in _since_then(citation, index.documents, texts))
        + (f"<details><summary>{texts.context}</summary><p>{context}</p></details>" if context else "")
        + _way_to(citation, index.documents, texts)
        + "</article>"
    )


def _since_then(citation: Citation, documents: Mapping[str, Document], texts: Texts) -> list[str]:
    """What has become of the cited document since it was held as the citation has it."""
    document = documents.get(citation.document_id)
    if document is None:
        return [current_library_texts().deleted]
    told = [told for _, told in standing(document, documents, date.today(), texts.language).replaced]
    return told if quote_holds(citation, documents) else [*told, TEXTS[texts.language].moved_on]


def _way_to(citation: Citation, documents: Mapping[str, Document], texts: Texts) -> str:
    """The link to the quote, to the document where it has changed, none where it is no longer held."""
    if quote_holds(citation, documents):
        return citation_link(citation, texts.in_document, "open")
    if citation.document_id in documents:
        return link(document_address(citation.document_id), texts.in_document, "open")
    return ""


def ocr_badge(document: Document | None, start: int, end: int) -> str:
    """A mark for words of the document that were read from pictures of pages, "" for others."""
    if document is None or not document.is_scanned(start, end):
        return ""
    own = current_library_texts()
    return f'<span class="badge ocr" title="{escape(own.ocr_title)}">{own.ocr}</span>'


def surroundings(citation: Citation, index: Index) -> str:
    """The passages that hold the quote, as HTML with the quote highlighted.

    "" if there is no more than the quote, or if the index has moved on and the offsets mean something else now.
    """
    if not quote_holds(citation, index.documents):
        return ""
    document = index.documents[citation.document_id]
    start, end = _around(citation, document, index)
    if (start, end) == (citation.start, citation.end):
        return ""
    return typeset(document.text, start, end, [Span(citation.start, citation.end, "<mark>", "</mark>")])


def _around(citation: Citation, document: Document, index: Index) -> tuple[int, int]:
    touching = [p for p in index.passages(document.id) if p.start < citation.end and p.end > citation.start]
    start = min((p.start for p in touching), default=citation.start)
    end = max((p.end for p in touching), default=citation.end)
    return min(start, citation.start), max(end, citation.end)
