"""What can be done with a document that was added: correct what is said of it, or remove it."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from ingest.catalog import Entry
from ingest.library import edit, remove
from store.errors import PolicyError
from store.settings import load_settings
from ui import frame
from ui.library import Library
from ui.library_adding import entry_fields
from ui.library_texts import LibraryTexts
from ui.texts import Texts, current_texts


def added_actions(entry: Entry, library: Library, texts: Texts, own: LibraryTexts) -> None:
    """The line under an added document in the list."""
    with st.container(key=f"removal-{entry.id}", horizontal=True):
        with st.popover(own.edit, type="tertiary", width="content"), st.form(f"edit-{entry.id}", border=False):
            fields = entry_fields(entry, library, own, texts)
            if st.form_submit_button(own.save, key=f"save-{entry.id}", type="primary"):
                _do(partial(edit, entry.id, fields, load_settings()), own.edited.format(title=fields["title"]), own)
        with st.popover(own.remove, type="tertiary", width="content"):
            st.html(f"<p>{own.sure}</p>")
            if st.button(own.remove_for_good, key=f"remove-{entry.id}", type="primary"):
                _do(partial(remove, entry.id, load_settings()), own.removed.format(title=entry.title), own)


def _do(change: Callable[[], object], told: str, own: LibraryTexts) -> None:
    """Change the library and say what was done, or what went wrong."""
    try:
        with st.spinner(own.indexing):
            change()
    except PolicyError as error:
        frame.error(current_texts().explain(error))
    else:
        st.session_state.library_told = told
        st.rerun()
