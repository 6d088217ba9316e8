"""Whose words answer: the documents' own or, where a model is set and the reader chooses it, the model's, checked."""

from collections.abc import Iterator, Sequence
from datetime import date

import streamlit as st

from assistant.answer import Answer, Mode, Turn
from assistant.generation.generative import GenerativeAssistant
from store.settings import load_settings
from ui.library import Library
from ui.texts import Texts


def mode_switch(texts: Texts) -> None:
    """The switch; nothing where no model is set."""
    if not load_settings().llm_model:
        return
    names: dict[Mode, str] = {"extractive": texts.extractive, "generative": texts.generative}
    st.segmented_control(
        texts.mode,
        options=list(names),
        default="extractive",
        format_func=names.__getitem__,
        key="mode",
        label_visibility="collapsed",
        required=True,
    )


def answers(question: str, history: Sequence[Turn], library: Library, as_of: date) -> Iterator[Answer]:
    """The answer as it grows, the whole one last. Raises QuestionError, and ModelError if no client can be made."""
    if load_settings().llm_model and st.session_state.get("mode") == "generative":
        yield from GenerativeAssistant.open(library.assistant, load_settings()).stream(question, history, as_of)
    else:
        yield library.assistant.ask(question, history, as_of)
