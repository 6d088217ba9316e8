"""The day whose law answers: today, unless the reader picks another."""

from datetime import date

import streamlit as st

from ui.texts import Texts

FIRST = date(1985, 4, 1)  # before it no statute of the library was in force in any version
LAST = date(2049, 12, 31)


def as_of_picker(texts: Texts) -> None:
    """A small button that says the day, with the calendar behind it."""
    day = chosen_day()
    with st.popover(texts.as_of.format(day=texts.day(day)), type="tertiary", help=texts.as_of_help):
        st.date_input(texts.as_of_label, value=date.today(), min_value=FIRST, max_value=LAST, key="as_of")


def chosen_day() -> date:
    """The day picked in this session, today by default."""
    day = st.session_state.get("as_of")
    return day if isinstance(day, date) else date.today()
