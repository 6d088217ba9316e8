"""问答: ask, read the answer with its marks, check the evidence under it."""

import time
from collections.abc import Iterator
from datetime import date
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.answer import Answer, Statement, Turn
from assistant.assistant import example_questions
from store.errors import QuestionError
from ui import browser, frame
from ui.evidence import cards
from ui.library import Library, open_library
from ui.markup import label, mark
from ui.texts import Texts, current_texts

PIECE = 4  # characters that appear at once while an answer streams
PAUSE = 0.012  # seconds between them


def page() -> None:
    """Draw the page. Raises StoreError if no index can be read."""
    texts = current_texts()
    library = open_library()
    conversation: list[Answer] = st.session_state.setdefault("conversation", [])
    rejected = _take_rejected()
    # Inside a container, so that Streamlit leaves scrolling to us: it would go to the end of an answer.
    chat, ask = st.container(key="chat"), st.container(key="ask")
    with ask:
        if rejected is not None:
            frame.error(rejected)
        typed = st.chat_input(texts.placeholder, key="question", submit_mode="disable")
    question = typed if typed is not None else st.session_state.pop("picked", None)

    with chat:
        frame.deadline_notes(library.held, date.today(), texts)
        if not conversation and question is None and rejected is None:
            _welcome(library, texts)
        for n, answer in enumerate(conversation):
            reply = _draw_question(n, answer.question)
            reply.html(_answer_html(answer, texts))
            reply.html(_evidence_html(answer, library, texts))
        if question is not None:
            _ask(question, library, conversation, texts)
        if conversation:
            _offer(texts.suggestions, conversation[-1].suggestions, f"suggestion-{len(conversation)}")
            st.button(texts.new_conversation, key="new", type="tertiary", on_click=conversation.clear)
        frame.foot()


def _ask(question: str, library: Library, conversation: list[Answer], texts: Texts) -> None:
    """Answer `question` on the page and add it to the conversation; a question that cannot be asked goes back."""
    n = len(conversation)
    history = [turn for answer in conversation for turn in _turns(answer)]
    reply = _draw_question(n, question)
    place = reply.empty()
    place.html(f'<p class="searching" role="status">{texts.searching}</p>')
    browser.scroll_to(f".st-key-exchange-{n}", f"asked-{n}", "nearest")
    try:
        answer = library.assistant.ask(question, history)
    except QuestionError as error:
        st.session_state.rejected = (question, str(error))
        st.rerun()
    conversation.append(answer)  # before it is drawn: whatever interrupts the drawing, it is kept
    for html in _stream(answer, texts):
        place.html(html)
        time.sleep(PAUSE)
    reply.html(_evidence_html(answer, library, texts))
    browser.scroll_to(f".st-key-exchange-{n}", f"answered-{n}", "nearest")


def _draw_question(n: int, question: str) -> DeltaGenerator:
    """The question; returns the place for the reply.

    A reply is two elements, answer and evidence, when new as when drawn again: else the page would jump.
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


def _turns(answer: Answer) -> tuple[Turn, Turn]:
    return Turn("user", answer.question), Turn("assistant", answer.text)


def _pick(question: str) -> None:
    st.session_state.picked = question


def _welcome(library: Library, texts: Texts) -> None:
    st.html(f'<div class="welcome"><h1>{texts.welcome}</h1><p>{texts.introduction}</p></div>')
    st.html(f'<h2 class="label">{texts.examples}</h2>')
    for topic, questions in example_questions(library.index).items():
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


def _stream(answer: Answer, texts: Texts) -> Iterator[str]:
    """The answer as it grows, each step the whole HTML so far; the last step is `_answer_html`."""
    shown = ""
    for piece in _pieces(answer, texts):
        shown += piece
        yield _around(answer, shown, texts)


def _answer_html(answer: Answer, texts: Texts) -> str:
    return _around(answer, "".join(_pieces(answer, texts)), texts)


def _around(answer: Answer, body: str, texts: Texts) -> str:
    """An answer's `body` with what stands over it: how it was understood, the verdict, how much is covered."""
    head = ""
    if answer.understood_as:
        head += f'<p class="understood">{texts.understood_as}{escape(answer.understood_as)}</p>'
    if answer.verdict is not None:
        verdict = texts.yes if answer.verdict == "yes" else texts.no
        head += f'<span class="badge verdict">{texts.conclusion}<b>{verdict}</b></span>'
    if answer.coverage != "complete":
        head += f'<span class="badge">{texts.none if answer.refused else texts.partial}</span>'
    return f'<div class="answer {answer.coverage}">{head}<p>{body}</p></div>'


def _pieces(answer: Answer, texts: Texts) -> Iterator[str]:
    """The statements as small pieces of HTML, none of which cuts an element or an escape in two."""
    for statement in answer.statements:
        before, value, after = _around_value(statement)
        yield from _chunks(before)
        if value:
            yield f"<strong>{escape(value)}</strong>"
        yield from _chunks(after)
        yield "".join(mark(answer.citations[n], n + 1, texts) for n in statement.citations)


def _around_value(statement: Statement) -> tuple[str, str, str]:
    if not statement.value:
        return statement.text, "", ""
    return statement.text.partition(statement.value)


def _chunks(text: str) -> Iterator[str]:
    for start in range(0, len(text), PIECE):
        yield escape(text[start : start + PIECE])
