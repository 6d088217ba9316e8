"""The day whose law answers: today, unless the reader picks another."""

from contextlib import suppress
from datetime import date

import streamlit as st

from ui.texts import Texts

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)  # what the calendars of all pages offer


def as_of_picker(texts: Texts) -> None:
    """A small button that says the day, with the calendar behind it. A day that is not today is put in the address."""
    st.session_state.setdefault("as_of", chosen_day())
    with st.popover(texts.as_of.format(day=texts.day(chosen_day())), type="tertiary", help=texts.as_of_help):
        st.date_input(texts.as_of_label, min_value=EARLIEST, max_value=LATEST, key="as_of")
    if (other := other_day()) is not None:
        st.query_params["as_of"] = other.isoformat()
    else:
        st.query_params.pop("as_of", None)


def chosen_day() -> date:
    """The day picked in this session, else the one in the address, which a reload keeps; today by default."""
    day = st.session_state.get("as_of")
    if isinstance(day, date):
        return day
    with suppress(ValueError):
        day = date.fromisoformat(st.query_params.get("as_of", ""))
        if EARLIEST <= day <= LATEST:
            return day
    return date.today()


def other_day() -> date | None:
    """The day picked, None where it is today."""
    day = chosen_day()
    return None if day == date.today() else day
