"""What only a script in the browser can do: name the page's language, scroll to a place in it, fill the clipboard."""

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

_remember = st.components.v2.component(
    "policy.remember",
    js="""
export default ({ data }) => {
    document.cookie = `${data.name}=1; path=/; max-age=31536000; SameSite=Lax`
}
""",
)

# navigator.clipboard is there on https and localhost alone; elsewhere the older way copies what is selected.
_copy = st.components.v2.component(
    "policy.copy",
    html='<button type="button" class="copy"></button>',
    css="""
.copy {
    padding: 0.25rem 0; border: 0; background: none; color: #5b6068;
    font: inherit; font-size: 0.88rem; cursor: pointer;
}
.copy:hover { color: #8f1d21; }
.copy:focus-visible { outline: 2px solid #8f1d21; outline-offset: 2px; border-radius: 2px; }
""",
    js="""
const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text)
    const area = document.body.appendChild(document.createElement("textarea"))
    area.value = text
    area.select()
    document.execCommand("copy")
    area.remove()
}
export default ({ data, parentElement }) => {
    const button = parentElement.querySelector("button")
    button.textContent = data.label
    button.onclick = async () => {
        await copy(data.text)
        button.textContent = data.done
        setTimeout(() => { button.textContent = data.label }, 2000)
    }
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


def remember(name: str) -> None:
    """Note in this session that the reader has said `name`; `remembered` writes it into a cookie when it next runs."""
    st.session_state[name] = True


def remembered(name: str) -> bool:
    """Whether the reader has said `name`, in this session or before, in this browser."""
    if st.context.cookies.get(name) == "1":
        return True
    if name in st.session_state:
        _remember(key=f"remember-{name}", data={"name": name}, height=0)
        return True
    return False


def copy_button(text: str, label: str, done: str, key: str) -> None:
    """A button that puts `text` on the reader's clipboard and then says `done` for a moment."""
    _copy(key=key, data={"text": text, "label": label, "done": done}, width="content")
