"""The conversations last used, beside the one that is open, where the window is wide enough for them."""

from collections.abc import Callable

import streamlit as st

from store.conversations import Conversation
from store.errors import UserDataError
from ui.conversations_texts import current_conversation_texts
from ui.current import open_conversations
from ui.markup import label
from ui.texts import language_parameter

AT_ONCE = 8


def recent(chat_page: Callable[[], None]) -> None:
    """Links to the last conversations; nothing while there are none, or none can be read."""
    try:
        found = open_conversations().find(limit=AT_ONCE)
    except UserDataError:
        return  # the page says so where something is kept
    if found:
        with st.container(key="recent", gap=None):
            st.html(f'<h2 class="label">{current_conversation_texts().recent}</h2>')
            for conversation in found:
                conversation_link(conversation, chat_page)


def conversation_link(conversation: Conversation, chat_page: Callable[[], None]) -> None:
    """The conversation's title, which opens it."""
    st.page_link(
        st.Page(chat_page, url_path="chat", default=True),
        label=label(conversation.title),
        query_params={"conversation": conversation.id} | language_parameter(),
    )
