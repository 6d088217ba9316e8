"""资料库: all documents, what is in force and what replaces what; search in them; add, replace and remove one's own."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

import streamlit as st

from assistant.retrieval.standing import Standing, full_title, short_name, standing
from ingest.shelves import load_shelf
from store.index import Index
from store.records import Document, Passage
from store.settings import load_settings
from store.text import words
from ui import frame
from ui.evidence import ocr_badge
from ui.library import Library, open_library
from ui.library_adding import adding
from ui.library_changing import added_actions
from ui.library_texts import LibraryTexts, current_library_texts
from ui.markup import Span, document_address, link, typeset
from ui.texts import Texts, current_texts

_HITS = 20
_BEFORE, _AFTER = 40, 160  # characters of a passage around the first word that was found


def page() -> None:
    """Draw the page. Raises StoreError if no index can be read, CatalogError if the library's catalogue cannot."""
    texts, own = current_texts(), current_library_texts()
    library = open_library()
    st.html(f'<div class="welcome"><h1>{own.title}</h1><p>{own.introduction}</p></div>')
    if told := st.session_state.pop("library_told", ""):
        frame.note(told)
    views: dict[str, Callable[[], None]] = {
        own.documents: lambda: _documents(library, texts, own),
        own.search: lambda: _search(library.index, texts, own),
        own.add: lambda: adding(library, texts, own),
    }
    for tab, draw in zip(st.tabs(list(views), key="library_view", on_change="rerun"), views.values(), strict=True):
        if tab.open:
            with tab:
                draw()
    frame.foot()


def _documents(library: Library, texts: Texts, own: LibraryTexts) -> None:
    """The documents in the catalogue's order; those that were added can be corrected and removed."""
    documents = library.index.documents
    added = {entry.id: entry for entry in load_shelf(load_settings().library).document}
    choices: dict[str, list[Document]] = {
        own.every: list(documents.values()),
        own.held: library.index.held,
        own.not_held: [document for document in documents.values() if not document.held],
        own.added: [document for document in documents.values() if document.id in added],
    }
    counted = {name: f"{name} {len(choice)}" for name, choice in choices.items()}
    chosen = st.pills(
        own.filter, list(choices), default=own.every, required=True, format_func=counted.__getitem__,
        key=f"shown-{texts.language}", label_visibility="collapsed",
    )  # fmt: skip
    shown = choices[chosen or own.every]
    if not shown:
        frame.note(own.no_documents)
    for document in shown:
        st.html(document_html(document, library.index, texts, own))
        if document.id in added:
            added_actions(added[document.id], library, texts, own)


def document_html(document: Document, index: Index, texts: Texts, own: LibraryTexts) -> str:
    """A document as the list shows it: title, state, and what is known of it."""
    badge = "" if document.held else f'<span class="badge">{own.not_held}</span>'
    now = standing(document, index.documents, date.today(), texts.language)
    facts = [document.number, document.issuer]
    if document.issued_on:
        facts.append(f"{texts.issued_on} {texts.day(document.issued_on)}")
    if document.in_force_from:
        facts.append(f"{texts.in_force_from} {texts.day(document.in_force_from)}")
    if document.in_force_until:
        facts.append(own.until.format(day=texts.day(document.in_force_until)))
    if document.held:
        facts.append(own.passages.format(count=len(index.passages(document.id))))
    shown = "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    if not document.held:
        for address, word in ((document.address, own.official), (document.site, own.official_site)):
            if address.startswith(("https://", "http://")):
                shown += link(address, word)
    return (
        f'<article class="listed"><h3>{link(document_address(document.id), document.title)}</h3>'
        f'<p class="state">{badge}<span class="badge">{escape(now.word)}</span>'
        f"{_succession(document, now, index, own)}</p>"
        f'<p class="facts-line">{shown}</p></article>'
    )


def _succession(document: Document, now: Standing, index: Index, own: LibraryTexts) -> str:
    """What the document replaces and what replaces it, as links."""
    older = [index.documents[id_] for id_ in document.replaces if id_ in index.documents]
    lines = [(one, own.replaces.format(title=short_name(one))) for one in older]
    lines += now.replaced
    return "".join(f"<span>{link(document_address(one.id), told)}</span>" for one, told in lines)


def _search(index: Index, texts: Texts, own: LibraryTexts) -> None:
    """Passages that have the words, in all documents."""
    query = st.text_input(own.query, key="library_query", placeholder=own.query, label_visibility="collapsed")
    if not query.strip():
        return
    hits = index.matches("passage", query, _HITS)
    if not hits:
        frame.note(own.nothing_found)
        return
    st.html(f'<p class="label">{own.found.format(count=len(hits))}</p>')
    wanted = words(query)
    st.html("".join(hit_html(index.passage(hit.id), wanted, index, texts) for hit in hits))


def hit_html(passage: Passage, wanted: Sequence[str], index: Index, texts: Texts) -> str:
    """A passage that was found: where it stands, and the words around the first of those that were searched for."""
    document = index.documents[passage.document_id]
    found = [match.span() for word in wanted for match in re.finditer(re.escape(word), passage.text, re.IGNORECASE)]
    first = min(found, default=(0, 0))[0]
    start = max(first - _BEFORE, 0)
    end = min(start + _BEFORE + _AFTER, len(passage.text))
    snippet = typeset(passage.text, start, end, [Span(*span, "<mark>", "</mark>") for span in _merged(found)])
    return (
        f'<article class="card"><header><strong>{escape(passage.locator)}</strong>'
        f'<span class="title">{escape(full_title(document))}</span>{ocr_badge(document, passage.start, passage.end)}'
        f"</header><blockquote>{'…' if start else ''}{snippet}{'…' if end < len(passage.text) else ''}</blockquote>"
        + link(document_address(document.id, passage.start, passage.end), texts.in_document, "open")
        + "</article>"
    )


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without overlaps, in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
