"""What every page has around it: the style, the masthead, the boxes for notes and errors, the foot."""

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from store.records import Document
from ui import browser
from ui.markup import document_address, link
from ui.texts import Texts, current_texts, language_parameter, switch_language

STYLE = Path(__file__).with_name("style.css")


def masthead(pages: Sequence[Page], number: str) -> None:
    """The product's name, the 文号 of the policy it is about, the pages, the language switch."""
    texts = current_texts()
    st.html(STYLE)
    browser.set_language(texts.language)
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(
            f'<div class="brand"><span class="name">{texts.product}</span>'
            f'<span class="of">{escape(number)}</span></div>',
            width="content",
        )
        with st.container(key="pages", horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            for page in pages:
                st.page_link(page, query_params=language_parameter())
            st.button(texts.other_language, key="switch_language", type="tertiary", on_click=switch_language)


def tab_title(title: str) -> None:
    """What the browser's tab says: the page, or what is on it, then the product."""
    st.set_page_config(page_title=f"{title} · {current_texts().product}")


def foot() -> None:
    """The closing line: what answers are, and that the official document prevails."""
    st.html(f'<footer class="foot">{current_texts().footer}</footer>')


def note(message: str, css_class: str = "note", more: str = "") -> None:
    """A calm box with one sentence, shown as text; `more` is HTML that follows it."""
    st.html(f'<div class="{css_class}" role="status">{escape(message)} {more}</div>')


def error(message: str) -> None:
    """A box with one sentence about what went wrong, shown as text."""
    st.html(f'<div class="error" role="alert">{escape(message)}</div>')


def deadline_notes(documents: Sequence[Document], today: date, texts: Texts) -> None:
    """Say of each document whose own offer has closed that it has, until the reader has had enough of it."""
    for document in documents:
        deadline, dismissed = document.deadline, f"dismissed-{document.id}"
        if deadline is None or deadline.on >= today or browser.remembered(dismissed):
            continue
        with st.container(key=f"deadline-{document.id}", horizontal=True, vertical_alignment="center", gap=None):
            number = f"（{document.number}）" if document.number else ""
            sentence = texts.deadline.format(title=document.short_title, number=number, day=texts.day(deadline.on))
            place = document_address(document.id, deadline.start, deadline.end)
            note(sentence, "deadline", link(place, texts.deadline_link))
            if st.button("✕", key=f"dismiss-{document.id}", type="tertiary", help=texts.dismiss):
                browser.remember(dismissed)
                st.rerun()
