"""What can be done with an answer: copy it with its citations, say whether it is right."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assistant.export import as_text
from assistant.kept import Exchange, pack
from store.errors import PolicyError, UserDataError
from store.feedback import Opinion
from store.records import Document
from ui import browser, frame
from ui.conversations_texts import ConversationTexts, current_conversation_texts, export_words
from ui.current import open_feedback
from ui.texts import Texts, current_texts


def answer_actions(n: int, exchanges: Sequence[Exchange], documents: Mapping[str, Document], texts: Texts) -> None:
    """The line under the `n`th answer of a conversation; `documents` are those in use now."""
    own = current_conversation_texts()
    with st.container(key=f"actions-{n}", horizontal=True, gap="small", vertical_alignment="center"):
        text = as_text(exchanges[n], documents, export_words(texts))
        browser.copy_button(text, own.copy, own.copied, key=f"copy-{n}")
        if _judged(n, exchanges):
            st.html(f'<span class="thanks" role="status">{own.thanks}</span>', width="content")
        else:
            with st.popover(own.feedback, type="tertiary"):
                _feedback_form(n, exchanges, own)


def _feedback_form(n: int, exchanges: Sequence[Exchange], own: ConversationTexts) -> None:
    name = _name(n, exchanges)
    with st.form(f"feedback-{name}", border=False):
        judgement = st.radio(own.judgement, own.judgements, index=None, format_func=own.judgements.__getitem__)
        note = st.text_area(own.note, placeholder=own.note_hint, max_chars=2000, height=80)
        if st.form_submit_button(own.send):
            if judgement is None:
                frame.error(own.judgement_missing)
                return
            try:
                _give(judgement, note, n, exchanges)
            except PolicyError as error:
                frame.error(current_texts().explain(error))
            else:
                st.session_state[f"judged-{name}"] = True
                st.rerun()


def _judged(n: int, exchanges: Sequence[Exchange]) -> bool:
    """Whether feedback on the answer was given: in this session, or before, which the database is asked once."""
    key = f"judged-{_name(n, exchanges)}"
    if key not in st.session_state:
        try:
            given = open_feedback().since(exchanges[n].asked_at)
        except UserDataError:
            return False  # the page says so where something is kept
        st.session_state[key] = pack(exchanges[n])["answer"] in [feedback.answer["answer"] for feedback in given]
    return bool(st.session_state[key])


def _give(judgement: Opinion, note: str, n: int, exchanges: Sequence[Exchange]) -> None:
    history = [{"role": turn.role, "content": turn.content} for earlier in exchanges[:n] for turn in earlier.turns]
    open_feedback().give(judgement, note, exchanges[n].index_version, history, pack(exchanges[n]))


def _name(n: int, exchanges: Sequence[Exchange]) -> str:
    """Names an answer within the session, in whatever conversation it stands."""
    return f"{n}-{exchanges[n].asked_at.timestamp()}"
