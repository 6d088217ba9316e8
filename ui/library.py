"""The index and the assistant that all pages of this process share."""

from dataclasses import dataclass

import streamlit as st

from assistant.assistant import Assistant
from store.index import Index
from store.records import Document
from store.settings import load_settings
from store.version import current_version


@dataclass(frozen=True, slots=True)
class Library:
    """One version of the index, opened, and the assistant over it."""

    index: Index
    assistant: Assistant

    @property
    def held(self) -> list[Document]:
        """The documents whose text is held, in the catalogue's order."""
        return [document for document in self.index.documents.values() if document.held]


@st.cache_resource(max_entries=1, show_spinner=False)
def _open(version: str | None) -> Library:
    """Opened once for each version, so that a rebuilt index is noticed at the next click."""
    index = Index.open(load_settings())
    return Library(index, Assistant(index))


def open_library() -> Library:
    """The library as it is now. Raises StoreError if no index can be read."""
    return _open(current_version(load_settings()))
