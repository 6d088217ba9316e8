"""The third view of the library page: a file is read, what was guessed from it is corrected, and it is added."""

import hashlib
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from assistant.retrieval.standing import full_title
from ingest.catalog import Entry
from ingest.library import Proposal, add, corrected, propose
from store.errors import PolicyError
from store.records import Node, Parsed
from store.settings import load_settings
from ui import frame
from ui.as_of import EARLIEST, LATEST
from ui.library import Library
from ui.library_texts import LibraryTexts
from ui.texts import Texts

_TYPES = ["txt", "md", "html", "htm", "docx", "pdf"]
_PARTS = 300  # parts of an outline that are shown
_EXCERPT = 40  # characters of a part without a heading


def adding(library: Library, texts: Texts, own: LibraryTexts) -> None:
    """Draw the view."""
    turn = st.session_state.setdefault("upload_turn", 0)  # another key empties the uploader
    with st.container(key="library-file"):
        uploaded = st.file_uploader(own.file, _TYPES, key=f"upload-{turn}", max_upload_size=50)
    st.caption(own.formats)
    # The browser refuses some files itself, and the page is not told; the style shows this then.
    st.html(f'<div class="error refused" role="alert">{own.refused}</div>')
    if uploaded is None:
        return
    try:
        proposal = _proposal(uploaded.name, uploaded.getvalue(), own)
        fields = _form(proposal, library, own, texts)
        if fields is not None:
            _add(corrected(proposal, load_settings(), **fields), own)
    except PolicyError as error:
        frame.error(texts.explain(error))
    else:
        st.html(preview_html(proposal, own))


def _proposal(name: str, content: bytes, own: LibraryTexts) -> Proposal:
    """What is made of the file, read once while it is being looked at."""
    digest = hashlib.sha256(content).hexdigest()
    kept: tuple[str, Proposal] | None = st.session_state.get("proposal")
    if kept is None or kept[0] != digest:
        with st.spinner(own.reading):
            kept = digest, propose(content, name, load_settings())
        st.session_state.proposal = kept
    return kept[1]


def _form(proposal: Proposal, library: Library, own: LibraryTexts, texts: Texts) -> dict[str, Any] | None:
    """The fields of the entry to be confirmed; what they are once the reader confirms them."""
    with st.form(f"entry-{proposal.entry.id}"):
        st.html(f'<h2 class="label">{own.check}</h2>')
        fields = entry_fields(proposal.entry, library, own, texts)
        with st.container(horizontal=True):
            confirmed = st.form_submit_button(own.confirm, type="primary")
            discarded = st.form_submit_button(own.discard, type="tertiary")
    if discarded:
        _put_away()
    return fields if confirmed else None


def entry_fields(entry: Entry, library: Library, own: LibraryTexts, texts: Texts) -> dict[str, Any]:
    """What is known of a document as fields to be corrected; returns what the reader has made of them."""
    id_ = entry.id
    titles = {"": own.replaces_nothing} | {held.id: full_title(held) for held in library.index.held if held.id != id_}
    replaces = next((list(titles).index(old) for old in entry.replaces if old in titles), 0)
    title = st.text_input(own.document_title, entry.title, key=f"title-{id_}")
    left, right = st.columns(2)
    with left:
        short_title = st.text_input(own.short_title, entry.short_title, key=f"short-{id_}", help=own.short_title_help)
        number = st.text_input(texts.number, entry.number, key=f"number-{id_}")
        issuer = st.text_input(texts.issuer, entry.issuer, key=f"issuer-{id_}")
    with right:
        issued_on = _day(texts.issued_on, entry.issued_on, f"issued-{id_}")
        in_force_from = _day(texts.in_force_from, entry.in_force_from, f"force-{id_}")
        in_force_until = _day(texts.in_force_until, entry.in_force_until, f"until-{id_}")
        replaced = st.selectbox(
            own.replaced_document, list(titles), replaces, titles.__getitem__, key=f"replaces-{id_}"
        )
    return {
        "title": title,
        "short_title": short_title,
        "number": number,
        "issuer": issuer,
        "issued_on": issued_on,
        "in_force_from": in_force_from,
        "in_force_until": in_force_until,
        "replaces": (replaced,) if replaced else (),
    }


def _day(label: str, day: date | None, key: str) -> date | None:
    """The field of a day; empty where what was guessed is no day that the calendar has."""
    offered = day if day and EARLIEST <= day <= LATEST else None
    return st.date_input(label, offered, EARLIEST, LATEST, key=key, format="YYYY-MM-DD")


def _add(proposal: Proposal, own: LibraryTexts) -> None:
    """Index the document, showing how far that is, and begin again."""
    bar = st.progress(0.0, own.indexing)

    def progress(stage: str, done: int, total: int) -> None:
        bar.progress(done / total if total else 1.0, own.indexing)

    add(proposal, load_settings(), progress)
    count = len(proposal.parsed.passages)
    st.session_state.library_told = own.done.format(title=proposal.entry.title, count=count)
    _put_away()


def _put_away() -> None:
    """Forget the file, and draw the page anew."""
    st.session_state.upload_turn += 1
    st.session_state.pop("proposal", None)
    st.rerun()


def preview_html(proposal: Proposal, own: LibraryTexts) -> str:
    """The outline as it was recognised, and what in it is worth a second look."""
    notes = [
        (own.jump if jump.before else own.jump_first).format(before=jump.before, after=jump.after)
        for jump in proposal.jumps
    ]
    if proposal.parsed.document.scanned:
        notes.append(own.scanned_note)
    nodes = [node for node in proposal.parsed.nodes if node.path]
    parts = "".join(_part_html(node, proposal.parsed) for node in nodes[:_PARTS])
    if len(nodes) > _PARTS:
        parts += f"<li>{own.more_parts.format(count=len(nodes))}</li>"
    return (
        "".join(f'<div class="deadline" role="status">{escape(note)}</div>' for note in notes)
        + f'<section class="preview"><h2 class="label">{own.preview}</h2><ul>{parts}</ul></section>'
    )


def _part_html(node: Node, parsed: Parsed) -> str:
    depth = node.path.count(".") + 1
    words = parsed.document.text[node.start : node.end].partition("\n")[0]
    shown = words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"
    return f'<li class="depth-{min(depth, 4)}">{escape(shown)}</li>'
