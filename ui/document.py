"""文件原文: one document in full, at an address that can be sent to a colleague.

`?document=ID` names the document, `&start=…&end=…` the span of its canonical text to highlight and scroll to.
"""

import re
from datetime import date
from html import escape

import streamlit as st

from assistant.retrieval.standing import Standing, full_title, standing
from store.records import Document
from ui import browser, frame
from ui.document_view import QUOTED, document_html, outline_html
from ui.library import Library, open_library
from ui.library_texts import current_library_texts
from ui.markup import document_address, link
from ui.texts import Texts, current_texts

_PLACE = r"\d{1,9}"  # int() refuses to read thousands of digits


def page() -> None:
    """Draw the page. Raises StoreError if no index can be read."""
    texts = current_texts()
    library = open_library()
    document = _document(library, texts)
    frame.tab_title(f"《{document.short_title}》")
    quote = _quote(document, texts)
    _choose(library, document, texts)
    now = standing(document, library.index.documents, date.today(), texts.language)
    st.html(_facts_html(document, now, texts))
    for newer, told in now.replaced:
        frame.note(told, more=link(document_address(newer.id), texts.successor))
    if not document.held:
        frame.note(texts.not_held)
    else:
        nodes = library.index.nodes(document.id)
        outline = outline_html(document, nodes, texts)
        st.html(
            f'<div class="reader"><details class="outline narrow"><summary>{texts.outline}</summary>{outline}</details>'
            f'<aside class="outline wide"><h2 class="label">{texts.outline}</h2>{outline}</aside>'
            f"{document_html(document, nodes, quote, texts)}</div>"
        )
    frame.foot()
    if quote is not None:
        browser.scroll_to(f"#{QUOTED}", f"{document.id}-{quote[0]}-{quote[1]}", "center")


def _document(library: Library, texts: Texts) -> Document:
    """The document that the address names; the first one, with a sentence, where it names none that exists."""
    asked = st.query_params.get("document")
    first = library.index.held[0]
    if asked is None:
        return first
    if asked in library.index.documents:
        return library.index.documents[asked]
    frame.note(texts.bad_document.format(id=asked[:80], title=first.short_title))
    return first


def _quote(document: Document, texts: Texts) -> tuple[int, int] | None:
    """The span that the address names, None if it names none; a span outside the text is said to be so."""
    start, end = st.query_params.get("start"), st.query_params.get("end")
    named = st.query_params.get("document") == document.id  # a span of another document means nothing in this one
    if (start is None and end is None) or not named or not document.held:
        return None
    places = [int(place) for place in (start, end) if place and re.fullmatch(_PLACE, place)]
    if len(places) == 2 and places[0] < places[1] <= len(document.text):
        return places[0], places[1]
    frame.note(texts.bad_span)
    return None


def _choose(library: Library, document: Document, texts: Texts) -> None:
    """Where more than one document is held, a way to the others."""
    if len(library.index.held) < 2:
        return
    titles = {one.id: full_title(one) for one in (*library.index.held, document)}
    here = list(titles).index(document.id)
    chosen = st.selectbox(texts.choose_document, titles, here, titles.__getitem__, key=f"of-{document.id}")
    if chosen != document.id:
        st.query_params["document"] = chosen
        for name in ("start", "end"):
            st.query_params.pop(name, None)
        st.rerun()


def _facts_html(document: Document, now: Standing, texts: Texts) -> str:
    """What is known of the document and how it stands, as a list of terms."""
    own = current_library_texts()
    days = {
        texts.issued_on: document.issued_on,
        texts.in_force_from: document.in_force_from,
        texts.in_force_until: document.in_force_until,
    }
    facts = {
        texts.number: document.number,
        texts.issuer: document.issuer,
        **{term: texts.day(day) for term, day in days.items() if day is not None},
        texts.status: now.word,
        texts.source: document.source,
        own.scanned: own.ocr_title if document.scanned else "",
        texts.why_related: document.related,
    }
    entries = [(term, escape(fact)) for term, fact in facts.items() if fact]
    for term, address in ((texts.address, document.address), (texts.site, document.site)):
        if address.startswith(("https://", "http://")):
            entries.append((term, link(address, address)))
    listed = "".join(f"<div><dt>{term}</dt><dd>{fact}</dd></div>" for term, fact in entries)
    return f'<section class="facts"><h1>{escape(document.title)}</h1><dl>{listed}</dl></section>'
