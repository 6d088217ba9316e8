"""The conversation that the chat page shows: in the session, in the database, in the address (`?conversation=ID`)."""

from dataclasses import dataclass, field

import streamlit as st

from assistant.answer import Answer
from assistant.kept import Exchange, exchange, keep, reopen
from store.conversations import Conversations, kept_title
from store.errors import NotFoundError, PolicyError
from store.feedback import FeedbackBook
from store.index import Index
from store.settings import load_settings
from store.userdata import UserData
from ui.as_of import other_day
from ui.conversations_texts import ConversationTexts
from ui.texts import current_texts


@dataclass
class Current:
    """What is shown. `id` is None until the first answer is kept; `problem` says why an answer could not be."""

    id: str | None = None
    title: str = ""
    exchanges: list[Exchange] = field(default_factory=list)
    problem: str = ""


def open_conversations() -> Conversations:
    """All conversations. Raises UserDataError where the database cannot be used."""
    return Conversations(UserData(load_settings()))


def open_feedback() -> FeedbackBook:
    """All feedback. Raises UserDataError where the database cannot be used."""
    return FeedbackBook(UserData(load_settings()))


def current(own: ConversationTexts) -> Current:
    """The conversation that the address names, else the session's; the address is made to name it.

    A conversation that cannot be opened leaves an empty one with the sentence that says why.
    """
    shown: Current = st.session_state.setdefault("current", Current())
    asked = st.query_params.get("conversation")
    if asked is not None and asked != shown.id:
        shown = _reopened(asked, own)
        st.session_state.current = shown
    _name_in_address(shown)
    return shown


def start_anew() -> None:
    """Callback: the chat page shows an empty conversation."""
    st.session_state.current = Current()
    st.query_params.pop("conversation", None)


def renamed(conversation_id: str, title: str) -> None:
    """Take over a new title, if it is that conversation that is shown."""
    shown = st.session_state.get("current", Current())
    if shown.id == conversation_id:
        shown.title = title


def close(conversation_id: str) -> None:
    """Show that conversation no longer, if it is the one shown."""
    if st.session_state.get("current", Current()).id == conversation_id:
        start_anew()


def add(shown: Current, answer: Answer, index: Index, own: ConversationTexts) -> None:
    """Adds an answer to what is shown, and keeps it. An answer that cannot be kept is shown all the same."""
    said = exchange(answer, index.documents, index.version, other_day())
    try:
        conversations = open_conversations()
        if shown.id is None:
            shown.id, shown.title = conversations.begin(answer.question), kept_title(answer.question)
        said = keep(conversations, shown.id, said)
        shown.problem = ""
    except PolicyError as error:
        shown.problem = own.not_kept + current_texts().explain(error)
    shown.exchanges.append(said)
    _name_in_address(shown)


def _reopened(conversation_id: str, own: ConversationTexts) -> Current:
    try:
        title, exchanges = reopen(open_conversations(), conversation_id)
    except NotFoundError:
        return Current(problem=own.gone)
    except PolicyError as error:
        return Current(problem=current_texts().explain(error))
    return Current(conversation_id, title, exchanges)


def _name_in_address(shown: Current) -> None:
    if shown.id is not None:
        st.query_params["conversation"] = shown.id
    else:
        st.query_params.pop("conversation", None)
