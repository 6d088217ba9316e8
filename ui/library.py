"""The index and the assistant that all pages of this process share."""

import weakref
from dataclasses import dataclass

import streamlit as st

from assistant.assistant import Assistant
from store.index import Index
from store.settings import load_settings
from store.version import current_version


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Library:
    """One version of the index, opened, and the assistant over it."""

    index: Index
    assistant: Assistant


@st.cache_resource(max_entries=1, show_spinner=False)
def _open(version: str | None) -> Library:
    """Opened once for each version, so that a rebuilt index is noticed at the next click.

    The one before is closed once no page uses it: Chroma would keep what it read of it for as long as the process runs.
    """
    index = Index.open(load_settings())
    library = Library(index, Assistant(index))
    weakref.finalize(library, index.close).atexit = False
    return library


def open_library() -> Library:
    """The library as it is now. Raises StoreError if no index can be read."""
    return _open(current_version(load_settings()))
