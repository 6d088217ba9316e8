"""The page in the browser: `python -m ui` serves this file."""

import logging

import streamlit as st

from store.errors import PolicyError
from ui import chat, conversations, document, evaluation, feedback_page, frame, library_page
from ui.conversations_texts import current_conversation_texts
from ui.evaluation_texts import current_evaluation_texts
from ui.feedback_texts import current_feedback_texts
from ui.library import open_library
from ui.library_texts import current_library_texts
from ui.texts import current_texts


def main() -> None:
    """Set the page up and run the one that the address names."""
    texts = current_texts()
    st.set_page_config(page_title=texts.product, layout="wide", initial_sidebar_state="collapsed")
    pages = [
        st.Page(chat.page, title=texts.chat, url_path="chat", default=True),
        st.Page(document.page, title=texts.document, url_path="document"),
        st.Page(library_page.page, title=current_library_texts().title, url_path="library"),
        st.Page(evaluation.page, title=current_evaluation_texts().title, url_path="evaluation"),
        st.Page(conversations.page, title=current_conversation_texts().conversations, url_path="conversations"),
        st.Page(feedback_page.page, title=current_feedback_texts().feedback, url_path="feedback"),
    ]
    page = st.navigation(pages, position="hidden")
    frame.tab_title(page.title)
    try:
        frame.masthead(pages, policy_number())
        page.run()
    except PolicyError as error:
        frame.error(texts.explain(error))
    except Exception:  # whatever else happens, a reader gets a sentence and the log the trace
        logging.getLogger(__name__).exception("The page could not be drawn")
        frame.error(texts.unexpected)


def policy_number() -> str:
    """文号 of the policy that this product is about: the catalogue's first. "" while no index can be read."""
    try:
        return next((document.number for document in open_library().index.held if document.kind == "policy"), "")
    except PolicyError:
        return ""  # the page itself says what is wrong, below the masthead


main()
