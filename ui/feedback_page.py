"""反馈: what users said of answers, reviewed into test cases for the evaluators."""

from html import escape

import streamlit as st

from assistant.kept import unpack
from evals.candidates import accepted_lines, propose, read_case
from evals.corpus import corpus_of
from store.errors import PolicyError, UserDataError
from store.feedback import Feedback, FeedbackBook, Review
from ui import frame
from ui.conversations_texts import current_conversation_texts
from ui.current import open_feedback
from ui.evidence import cards
from ui.feedback_texts import FeedbackTexts, current_feedback_texts
from ui.library import Library, open_library
from ui.markup import label
from ui.texts import Texts, current_texts

AT_ONCE = 20  # pieces of feedback shown


def page() -> None:
    """Draw the page. Raises StoreError if no index can be read."""
    texts = current_texts()
    library = open_library()
    own = current_feedback_texts()
    with st.container(key="feedback-page"):
        st.html(f'<h1 class="page">{own.feedback}</h1><p class="lead">{own.introduction}</p>')
        review: Review = st.segmented_control(
            own.feedback,
            own.reviews,
            default="open",
            format_func=own.reviews.__getitem__,
            required=True,
            label_visibility="collapsed",
            key="review",
        )
        try:
            book = open_feedback()
            listed = book.list(review)
        except UserDataError as error:
            frame.error(texts.explain(error))
        else:
            if review == "accepted" and listed:
                cases = accepted_lines(listed)
                st.download_button(own.download, cases, "candidates.jsonl", "application/jsonl", on_click="ignore")
            for feedback in listed[:AT_ONCE]:
                _draw(feedback, book, library, texts)
            if not listed:
                frame.note(own.empty.format(review=own.reviews[review]))
            elif len(listed) > AT_ONCE:
                frame.note(own.more.format(count=len(listed) - AT_ONCE))
        frame.foot()


def _draw(feedback: Feedback, book: FeedbackBook, library: Library, texts: Texts) -> None:
    """One piece: judgement and question at once, the rest on demand; what is wrong with it is said in its place."""
    own, judgements = current_feedback_texts(), current_conversation_texts().judgements
    try:
        answer = unpack(feedback.answer, feedback.index_version, feedback.given_at).answer
        with st.expander(label(f"{judgements[feedback.judgement]}：{answer.question}"), key=f"of-{feedback.id}"):
            st.html(
                _given_html(feedback, own)
                + f'<p class="question">{escape(answer.question)}</p>'
                + f'<div class="answer {answer.coverage}"><p>{escape(answer.text)}</p></div>'
                + f'<div class="evidence">{cards(answer.citations, library.index, texts)}</div>'
            )
            if feedback.review == "open":
                _review_form(feedback, book, library, own)
            elif st.button(own.reopen, key=f"reopen-{feedback.id}"):
                book.reopen(feedback.id)
                st.rerun()
    except PolicyError as error:
        frame.error(texts.explain(error))


def _given_html(feedback: Feedback, own: FeedbackTexts) -> str:
    """When it was given, the user's note, the turns before."""
    given_at = own.given_at.format(
        time=f"{feedback.given_at.astimezone():%Y-%m-%d %H:%M}", version=feedback.index_version
    )
    turns = "".join(f"<p>{escape(turn['content'])}</p>" for turn in feedback.history)
    return (
        f'<p class="when">{escape(given_at)}</p>'
        + (f'<p class="said">{own.note}{escape(feedback.note)}</p>' if feedback.note else "")
        + (f"<details><summary>{own.history}</summary>{turns}</details>" if turns else "")
    )


def _review_form(feedback: Feedback, book: FeedbackBook, library: Library, own: FeedbackTexts) -> None:
    """The case that follows from the feedback, to be accepted as corrected, or rejected. Raises PolicyError."""
    with st.form(f"case-{feedback.id}", border=False):
        cells = _cells(propose(feedback), own)
        with st.container(horizontal=True):
            accepted = st.form_submit_button(own.accept, type="primary")
            rejected = st.form_submit_button(own.reject)
    if accepted:
        corpus = corpus_of((document, library.index.nodes(document.id)) for document in library.index.held)
        book.accept(feedback.id, read_case(feedback, cells, corpus).model_dump(mode="json"))
    if rejected:
        book.reject(feedback.id)
    if accepted or rejected:
        st.rerun()


def _cells(proposed: dict[str, str], own: FeedbackTexts) -> dict[str, str]:
    """A field for each cell of the case; returns what the reviewer has made of them."""
    return {
        "question": st.text_area(own.question, proposed["question"], height=70),
        "gold": st.text_area(own.gold, proposed["gold"], help=own.gold_help, height=110),
        "facts": st.text_input(own.facts, proposed["facts"], help=own.facts_help),
        "forbidden": st.text_input(own.forbidden, proposed["forbidden"], help=own.forbidden_help),
        "category": st.text_input(own.category, proposed["category"]),
        "verdict": st.selectbox(
            own.verdict,
            own.verdicts,
            list(own.verdicts).index(proposed["verdict"]),
            format_func=own.verdicts.__getitem__,
        ),
        "answerable": "true" if st.checkbox(own.answerable, proposed["answerable"] == "true") else "false",
    }
