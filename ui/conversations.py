"""对话记录: the conversations kept, last used first; search, open, rename, export, delete."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from store.conversations import Conversation
from store.errors import UserDataError
from ui import chat, frame
from ui.conversation_menu import conversation_menu
from ui.conversations_texts import current_conversation_texts
from ui.current import open_conversations
from ui.library import Library, open_library
from ui.recent import conversation_link
from ui.texts import Texts, current_texts

AT_ONCE = 20  # conversations listed before more are asked for


def page() -> None:
    """Draw the page. Raises StoreError if no index can be read."""
    texts = current_texts()
    own = current_conversation_texts()
    library = open_library()
    with st.container(key="conversations"):
        st.html(f'<h1 class="page">{own.conversations}</h1>')
        pages = st.session_state.setdefault("conversation_pages", 1)
        words = st.text_input(own.search, placeholder=own.search, label_visibility="collapsed", key="search")
        try:
            found = open_conversations().find(words, AT_ONCE * pages + 1)
        except UserDataError as error:
            frame.error(texts.explain(error))
            found = []
        else:
            if not found:
                frame.note(own.none_found.format(words=words) if words else own.none_yet)
        _draw_list(found[: AT_ONCE * pages], library, texts)
        if len(found) > AT_ONCE * pages and st.button(own.more, key="more"):
            st.session_state.conversation_pages = pages + 1
            st.rerun()
        frame.foot()


def _draw_list(found: Sequence[Conversation], library: Library, texts: Texts) -> None:
    for conversation in found:
        with st.container(key=f"kept-{conversation.id}", horizontal=True, vertical_alignment="center"):
            with st.container(gap=None):
                conversation_link(conversation, chat.page)
                st.html(f'<p class="when">{escape(_when(conversation, texts))}</p>')
            conversation_menu(conversation.id, conversation.title, library, texts)


def _when(conversation: Conversation, texts: Texts) -> str:
    """When it was last used, by this machine's clock, and how much is in it."""
    used_at = conversation.used_at.astimezone()
    count = current_conversation_texts().questions.format(count=conversation.exchanges)
    return f"{texts.day(used_at)} {used_at:%H:%M} · {count}"
