"""问答: ask, read the answer with its marks, check the evidence under it."""

import time
from datetime import date
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.answer import Answer
from assistant.saying.suggest import example_questions
from store.errors import ModelError, QuestionError
from store.records import Document
from ui import browser, frame
from ui.answer_actions import answer_actions
from ui.answer_view import answer_html, stream
from ui.answering import answers, mode_switch
from ui.as_of import as_of_picker, chosen_day, other_day
from ui.conversation_menu import conversation_menu
from ui.conversations_texts import current_conversation_texts
from ui.current import Current, add, current, start_anew
from ui.evidence import cards
from ui.library import Library, open_library
from ui.markup import label
from ui.recent import recent
from ui.texts import Texts, current_texts

PAUSE = 0.012  # seconds between the pieces of an answer that streams


def page() -> None:
    """Draw the page. Raises StoreError if no index can be read."""
    texts = current_texts()
    library = open_library()
    shown = current(current_conversation_texts())
    rejected = _take_rejected()
    # Inside a container, so that Streamlit leaves scrolling to us: it would go to the end of an answer.
    chat, ask = st.container(key="chat"), st.container(key="ask")
    with ask:
        if rejected is not None:
            frame.error(rejected)
        with st.container(key="choices", horizontal=True, horizontal_alignment="right", gap="small"):
            anew = st.container(width="content")
            mode_switch(texts)
            as_of_picker(texts)
        typed = st.chat_input(texts.placeholder, key="question", submit_mode="disable")
    question = typed if typed is not None else st.session_state.pop("picked", None)

    with chat:
        notes = st.container()
        if not shown.exchanges and question is None and rejected is None:
            if shown.problem:
                frame.note(shown.problem)
            _welcome(library, texts)
        for n, exchange in enumerate(shown.exchanges):
            reply = _draw_question(n, exchange.answer.question)
            reply.html(answer_html(exchange.answer, texts, exchange.as_of, library.index.documents))
            _draw_under(reply, n, shown, library, texts)
        if question is not None:
            _ask(question, library, shown, texts)
        with notes:
            frame.deadline_notes(_concerned(shown, library), date.today(), texts)
        if shown.exchanges:
            anew.button(texts.new_conversation, key="new", type="tertiary", on_click=start_anew)
            if shown.problem:
                frame.note(shown.problem)
            _offer(texts.suggestions, shown.exchanges[-1].answer.suggestions, f"suggestion-{len(shown.exchanges)}")
            if shown.id is not None:
                with st.container(key="closing", horizontal=True, horizontal_alignment="right"):
                    conversation_menu(shown.id, shown.title, library, texts)
        frame.foot()
    recent(page)


def _concerned(shown: Current, library: Library) -> list[Document]:
    """The documents held that the answers cite; all of them before anything is asked."""
    cited = {citation.document_id for exchange in shown.exchanges for citation in exchange.answer.citations}
    return [document for document in library.index.held if document.id in cited or not shown.exchanges]


def _ask(question: str, library: Library, shown: Current, texts: Texts) -> None:
    """Answer `question` on the page and add it to the conversation; a question that cannot be asked goes back."""
    n = len(shown.exchanges)
    history = [turn for exchange in shown.exchanges for turn in exchange.turns]
    reply = _draw_question(n, question)
    place = reply.empty()
    place.html(f'<p class="searching" role="status">{texts.searching}</p>')
    browser.scroll_to(f".st-key-exchange-{n}", f"asked-{n}", "nearest")
    try:
        for answer in answers(question, history, library, chosen_day()):
            if answer.mode == "generative":
                place.html(answer_html(answer, texts, other_day()))
    except (QuestionError, ModelError) as error:
        st.session_state.rejected = (question, texts.explain(error))
        st.rerun()
    answer = library.assistant.with_suggestions(answer, chosen_day())
    add(shown, answer, library.index, current_conversation_texts())  # before it is drawn, which may be interrupted
    if answer.mode == "extractive":
        for html in stream(answer, texts, other_day()):
            place.html(html)
            time.sleep(PAUSE)
    _draw_under(reply, n, shown, library, texts)
    browser.scroll_to(f".st-key-exchange-{n}", f"answered-{n}", "nearest")


def _draw_question(n: int, question: str) -> DeltaGenerator:
    """The question; returns the place for the reply.

    A reply is the answer and what `_draw_under` draws, when new as when drawn again: else the page would jump.
    """
    with st.container(key=f"exchange-{n}"):
        with st.chat_message("user"):
            st.html(f'<p class="question">{escape(question)}</p>')
        return st.chat_message("assistant")


def _take_rejected() -> str | None:
    """Why the last question could not be asked; its words go back into the input, which must not be drawn yet."""
    if "rejected" not in st.session_state:
        return None
    question, message = st.session_state.pop("rejected")
    st.session_state.question = question
    return str(message)


def _draw_under(reply: DeltaGenerator, n: int, shown: Current, library: Library, texts: Texts) -> None:
    """What stands under an answer: its evidence, and what can be done with it."""
    reply.html(_evidence_html(shown.exchanges[n].answer, library, texts))
    with reply:
        answer_actions(n, shown.exchanges, library.index.documents, texts)


def _pick(question: str) -> None:
    st.session_state.picked = question


def _welcome(library: Library, texts: Texts) -> None:
    st.html(f'<div class="welcome"><h1>{texts.welcome}</h1><p>{texts.introduction}</p></div>')
    st.html(f'<h2 class="label">{texts.examples}</h2>')
    for topic, questions in example_questions(library.index, texts.language == "en").items():
        _offer(topic, questions, f"example-{topic}")


def _offer(heading: str, questions: tuple[str, ...], key: str) -> None:
    """Questions as buttons that ask them."""
    if not questions:
        return
    with st.container(gap="xsmall"):
        st.html(f'<h3 class="label">{escape(heading)}</h3>')
        with st.container(key=f"offer-{key}", horizontal=True, gap="small"):
            for n, question in enumerate(questions):
                st.button(label(question), key=f"{key}-{n}", on_click=_pick, args=(question,), wrap=True)


def _evidence_html(answer: Answer, library: Library, texts: Texts) -> str:
    """The cards under an answer; near clauses under one that could not be given in full."""
    listed = {
        texts.evidence: cards(answer.citations, library.index, texts),
        texts.related: cards(answer.related, library.index, texts, numbered=False),
    }
    return (
        '<div class="evidence">'
        + "".join(f'<h3 class="label">{heading}</h3>{drawn}' for heading, drawn in listed.items() if drawn)
        + "</div>"
    )
