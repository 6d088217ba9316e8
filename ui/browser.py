"""The two things that only a script in the browser can do: name the page's language, scroll to a place in it."""

from typing import Literal

import streamlit as st

_set_language = st.components.v2.component(
    "policy.language",
    js="export default ({ data }) => { document.documentElement.lang = data.language }",
)

# The text may be drawn after this script runs, and Streamlit itself scrolls a fresh page to its top: so wait for the
# element, and for one more frame after it.
_scroll_to = st.components.v2.component(
    "policy.scroll",
    js="""
export default ({ data }) => {
    const deadline = Date.now() + 5000
    let timer
    const look = () => {
        const element = document.querySelector(data.selector)
        if (element) timer = setTimeout(() => element.scrollIntoView({ block: data.block }), 50)
        else if (Date.now() < deadline) timer = setTimeout(look, 50)
    }
    look()
    return () => clearTimeout(timer)
}
""",
)


def set_language(language: str) -> None:
    """Tell the browser (screen readers, hyphenation, choice of glyphs) the page's language."""
    _set_language(key="page_language", data={"language": "zh-CN" if language == "zh" else language}, height=0)


def scroll_to(selector: str, occasion: str, block: Literal["center", "nearest"]) -> None:
    """Bring the first element that matches the CSS `selector` into view, once for each `occasion`.

    "center" puts it in the middle; "nearest" moves as little as shows the whole of it, or its beginning if it is long.
    """
    _scroll_to(key=f"scroll-{occasion}", data={"selector": selector, "block": block}, height=0)
