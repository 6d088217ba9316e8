"""The day whose law answers: today, unless the reader picks another."""

from datetime import date

import streamlit as st

from ui.texts import Texts

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)  # what the calendars of all pages offer


def as_of_picker(texts: Texts) -> None:
    """A small button that says the day, with the calendar behind it."""
    day = chosen_day()
    with st.popover(texts.as_of.format(day=texts.day(day)), type="tertiary", help=texts.as_of_help):
        st.date_input(texts.as_of_label, value=date.today(), min_value=EARLIEST, max_value=LATEST, key="as_of")


def chosen_day() -> date:
    """The day picked in this session, today by default."""
    day = st.session_state.get("as_of")
    return day if isinstance(day, date) else date.today()
