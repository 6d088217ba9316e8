"""What can be done with a conversation as a whole: rename it, export it, delete it."""

from functools import partial
from html import escape

import streamlit as st

from assistant.export import as_docx, as_markdown, file_name
from assistant.kept import reopen
from store.conversations import TITLE_CHARACTERS
from store.errors import PolicyError
from ui import frame
from ui.conversations_texts import ConversationTexts, current_conversation_texts, export_words
from ui.current import close, open_conversations, renamed
from ui.library import Library
from ui.markup import label
from ui.texts import Texts, current_texts

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def conversation_menu(conversation_id: str, title: str, library: Library, texts: Texts) -> None:
    """A button that opens the menu."""
    own = current_conversation_texts()
    with st.popover(own.menu, type="tertiary", key=f"menu-{conversation_id}"):
        # Cleared: where blanks were entered, the field goes back to the title, which is kept.
        with st.form(f"rename-{conversation_id}", clear_on_submit=True, border=False):
            new = st.text_input(own.title, title, max_chars=TITLE_CHARACTERS)
            if st.form_submit_button(own.rename):
                _rename(conversation_id, new)
        # Made when they are asked for: a list of conversations need not read them all.
        st.download_button(
            own.export_docx,
            partial(_docx, conversation_id, library, texts),
            file_name(title, ".docx"),
            _DOCX,
            key=f"docx-{conversation_id}",
            on_click="ignore",
            width="stretch",
        )
        st.download_button(
            own.export_markdown,
            partial(_markdown, conversation_id, library, texts),
            file_name(title, ".md"),
            "text/markdown",
            key=f"markdown-{conversation_id}",
            on_click="ignore",
            width="stretch",
        )
        if st.button(own.delete, key=f"delete-{conversation_id}", width="stretch"):
            _confirm_delete(conversation_id, title, own)


def _docx(conversation_id: str, library: Library, texts: Texts) -> bytes:
    title, exchanges = reopen(open_conversations(), conversation_id)
    return as_docx(title, exchanges, library.index.documents, export_words(texts))


def _markdown(conversation_id: str, library: Library, texts: Texts) -> str:
    title, exchanges = reopen(open_conversations(), conversation_id)
    return as_markdown(title, exchanges, library.index.documents, export_words(texts))


def _rename(conversation_id: str, title: str) -> None:
    try:
        kept = open_conversations().rename(conversation_id, title)
    except PolicyError as error:
        frame.error(current_texts().explain(error))
    else:
        renamed(conversation_id, kept)
        st.rerun()


def _confirm_delete(conversation_id: str, title: str, own: ConversationTexts) -> None:
    """Ask before anything is lost."""

    @st.dialog(own.delete)
    def confirm() -> None:
        st.html(f'<p class="ask">{escape(own.delete_question.format(title=title))}</p>')
        with st.container(horizontal=True, horizontal_alignment="right"):
            cancelled = st.button(own.cancel, key="cancel_delete")
            deleted = st.button(
                own.delete_confirm, key="confirm_delete", type="primary", on_click=_delete, args=(conversation_id,)
            )
        if cancelled or deleted:
            st.rerun()  # closes the dialog

    confirm()


def _delete(conversation_id: str) -> None:
    """Callback: delete it, here and in the database."""
    try:
        open_conversations().delete(conversation_id)
    except PolicyError as error:
        st.toast(label(current_texts().explain(error)))
    else:
        close(conversation_id)
