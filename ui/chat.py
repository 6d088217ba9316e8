"""问答: ask, read the answer with its marks, check the evidence under it."""

import time
from collections.abc import Iterator
from datetime import date
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.answer import Answer, Statement
from assistant.suggest import example_questions
from assistant.verify import quote_holds
from store.errors import ModelError, QuestionError
from ui import browser, frame
from ui.answer_actions import answer_actions
from ui.answering import answers, mode_switch
from ui.as_of import as_of_picker, chosen_day
from ui.conversation_menu import conversation_menu
from ui.conversations_texts import current_conversation_texts
from ui.current import Current, add, current, start_anew
from ui.evidence import cards
from ui.library import Library, open_library
from ui.markup import label, mark
from ui.recent import recent
from ui.texts import Texts, current_texts

PIECE = 4  # characters that appear at once while an answer streams
PAUSE = 0.012  # seconds between them


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
            mode_switch(texts)
            as_of_picker(texts)
        typed = st.chat_input(texts.placeholder, key="question", submit_mode="disable")
    question = typed if typed is not None else st.session_state.pop("picked", None)

    with chat:
        frame.deadline_notes(library.held, date.today(), texts)
        if not shown.exchanges and question is None and rejected is None:
            _welcome(library, texts)
        for n, exchange in enumerate(shown.exchanges):
            reply = _draw_question(n, exchange.answer.question)
            reply.html(_answer_html(exchange.answer, texts, _moved(exchange.answer, library)))
            _draw_under(reply, n, shown, library, texts)
        if question is not None:
            _ask(question, library, shown, texts)
        if shown.problem:
            frame.note(shown.problem)
        if shown.exchanges:
            _offer(texts.suggestions, shown.exchanges[-1].answer.suggestions, f"suggestion-{len(shown.exchanges)}")
            with st.container(key="closing", horizontal=True, horizontal_alignment="right"):
                if shown.id is not None:
                    conversation_menu(shown.id, shown.title, library, texts)
                st.button(texts.new_conversation, key="new", type="tertiary", on_click=start_anew)
        frame.foot()
    recent(page)


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
                place.html(_answer_html(answer, texts))
    except (QuestionError, ModelError) as error:
        st.session_state.rejected = (question, texts.explain(error))
        st.rerun()
    add(shown, answer, library.index, current_conversation_texts())  # before it is drawn, which may be interrupted
    if answer.mode == "extractive":
        for html in _stream(answer, texts):
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


def _moved(answer: Answer, library: Library) -> frozenset[int]:
    """The positions of the citations whose document has changed since the answer was given."""
    return frozenset(n for n, c in enumerate(answer.citations) if not quote_holds(c, library.index.documents))


def _pick(question: str) -> None:
    st.session_state.picked = question


def _welcome(library: Library, texts: Texts) -> None:
    st.html(f'<div class="welcome"><h1>{texts.welcome}</h1><p>{texts.introduction}</p></div>')
    st.html(f'<h2 class="label">{texts.examples}</h2>')
    for topic, questions in example_questions(library.index).items():
        _offer(texts.topics.get(topic, topic), questions, f"example-{topic}")


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


def _answer_html(answer: Answer, texts: Texts, moved: frozenset[int] = frozenset()) -> str:
    return _around(answer, "".join(_pieces(answer, texts, moved)), texts)


def _around(answer: Answer, body: str, texts: Texts) -> str:
    """An answer's `body` with what stands over it: how it was understood, the verdict, how much is covered."""
    head = ""
    if answer.understood_as:
        head += f'<p class="understood">{texts.understood_as}{escape(answer.understood_as)}</p>'
    if answer.note:
        head += f'<p class="understood">{escape(answer.note)}</p>'
    if answer.verdict is not None:
        verdict = texts.yes if answer.verdict == "yes" else texts.no
        head += f'<span class="badge verdict">{texts.verdict}<b>{verdict}</b></span>'
    if answer.coverage != "complete":
        head += f'<span class="badge">{texts.none if answer.refused else texts.partial}</span>'
    return f'<div class="answer {answer.coverage}">{head}<p>{body}</p></div>'


def _pieces(answer: Answer, texts: Texts, moved: frozenset[int] = frozenset()) -> Iterator[str]:
    """The statements as small pieces of HTML, none of which cuts an element or an escape in two."""
    for statement in answer.statements:
        before, value, after = _around_value(statement)
        yield from _chunks(before)
        if value:
            yield f"<strong>{escape(value)}</strong>"
        yield from _chunks(after)
        yield "".join(mark(answer.citations[n], n + 1, texts, moved=n in moved) for n in statement.citations)


def _around_value(statement: Statement) -> tuple[str, str, str]:
    if not statement.value:
        return statement.text, "", ""
    return statement.text.partition(statement.value)


def _chunks(text: str) -> Iterator[str]:
    for start in range(0, len(text), PIECE):
        yield escape(text[start : start + PIECE])
