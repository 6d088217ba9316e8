"""反馈: what users said of answers, reviewed into test cases for the evaluators."""

from html import escape

import streamlit as st

from assistant.kept import unpack
from evals.candidates import propose, read_case
from evals.corpus import corpus_of
from store.errors import PolicyError
from store.feedback import Feedback, FeedbackBook, Review
from ui import frame
from ui.conversations_texts import ConversationTexts, current_conversation_texts
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
    own, said = current_feedback_texts(), current_conversation_texts()
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
            for feedback in listed[:AT_ONCE]:
                _draw(feedback, book, library, texts)
        except PolicyError as error:
            frame.error(said.explain(error))
        else:
            if not listed:
                frame.note(own.empty.format(review=own.reviews[review]))
            elif len(listed) > AT_ONCE:
                frame.note(own.more.format(count=len(listed) - AT_ONCE))
        frame.foot()


def _draw(feedback: Feedback, book: FeedbackBook, library: Library, texts: Texts) -> None:
    """One piece: the judgement and the question at once, all the rest on demand."""
    own, said = current_feedback_texts(), current_conversation_texts()
    answer = unpack(feedback.answer, feedback.index_version, feedback.given_at).answer
    with st.expander(label(f"{said.judgements[feedback.judgement]}：{answer.question}"), key=f"of-{feedback.id}"):
        st.html(
            _given_html(feedback, own)
            + f'<p class="question">{escape(answer.question)}</p>'
            + f'<div class="answer {answer.coverage}"><p>{escape(answer.text)}</p></div>'
            + f'<div class="evidence">{cards(answer.citations, library.index, texts)}</div>'
        )
        if feedback.review != "open":
            if st.button(own.reopen, key=f"reopen-{feedback.id}"):
                book.reopen(feedback.id)
                st.rerun()
        else:
            _review_form(feedback, book, library, own, said)


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


def _review_form(
    feedback: Feedback, book: FeedbackBook, library: Library, own: FeedbackTexts, said: ConversationTexts
) -> None:
    """The case that follows from the feedback, to be corrected."""
    proposed = propose(feedback)
    with st.form(f"case-{feedback.id}", border=False):
        cells = {
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
        with st.container(horizontal=True):
            accepted = st.form_submit_button(own.accept, type="primary")
            rejected = st.form_submit_button(own.reject)
        try:
            if accepted:
                corpus = corpus_of((document, library.index.nodes(document.id)) for document in library.held)
                book.accept(feedback.id, read_case(feedback, cells, corpus).model_dump(mode="json"))
            if rejected:
                book.reject(feedback.id)
        except PolicyError as error:
            frame.error(said.explain(error))
        else:
            if accepted or rejected:
                st.rerun()
