"""Standing: which version of a document it is, whether it applies on a day, and what stands in its place.

Answers and pages say it alike, always from the dates and the day asked about, so that none of them contradicts another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.understanding.days import written
from store.records import Document

State = Literal["coming", "in force", "closed", "lapsed"]


@dataclass(frozen=True, slots=True)
class _Words:
    """How a standing is said in one language."""

    states: Mapping[State, str]
    replaced: str
    to_be_replaced: str
    day: Callable[[date], str]


_WORDS: Mapping[Literal["zh", "en"], _Words] = {
    "zh": _Words(
        {"coming": "尚未施行", "in force": "现行有效", "closed": "申报期已过", "lapsed": "已失效"},
        "已被{title}代替",
        "将由{title}代替，自{day}起",
        written,
    ),
    "en": _Words(
        {
            "coming": "Not yet in force",
            "in force": "In force",
            "closed": "Applications closed",
            "lapsed": "No longer in force",
        },
        "Replaced by {title}",
        "To be replaced by {title} on {day}",
        date.isoformat,
    ),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands on a day: in a word, with the catalogue's remark; and what replaces it, each with the phrase
    that says so."""

    state: State
    word: str
    replaced: tuple[tuple[Document, str], ...]


def standing(
    document: Document, documents: Mapping[str, Document], as_of: date, language: Literal["zh", "en"] = "zh"
) -> Standing:
    """How `document` stands among `documents` on that day, told in that language."""
    words, replaced, state = _WORDS[language], [], _state(document, as_of)
    for newer in successors(document, documents):
        since = newer.in_force_from or newer.issued_on
        if since is not None and since > as_of:
            told = words.to_be_replaced.format(title=short_name(newer), day=words.day(since))
        else:
            told, state = words.replaced.format(title=short_name(newer)), "lapsed"
        replaced.append((newer, told))
    remark = f"（{document.remark}）" if document.remark else ""
    return Standing(state, words.states[state] + remark, tuple(replaced))


def _state(document: Document, as_of: date) -> State:
    """By its own dates."""
    if document.in_force_from and as_of < document.in_force_from:
        return "coming"
    if not in_force(document, as_of):
        return "lapsed"
    closed = document.status == "closed" or (document.deadline is not None and document.deadline.on < as_of)
    return "closed" if closed else "in force"


def in_force(document: Document, as_of: date) -> bool:
    """Whether a document applies on that day, as far as its dates are known; without an end, by its status."""
    begins, ends = document.in_force_from, document.in_force_until
    if ends is None and document.status == "lapsed":
        return False
    return (begins is None or begins <= as_of) and (ends is None or as_of <= ends)


def successors(document: Document, documents: Mapping[str, Document]) -> list[Document]:
    """What replaces `document`, now or later."""
    return [other for other in documents.values() if document.id in other.replaces]


def short_name(document: Document) -> str:
    """《商标法》（2019年修正）: the short title with what tells it from other versions."""
    return f"《{document.short_title}》{document.version}"


def full_title(document: Document) -> str:
    """The title, with the 文号 where it does not hold the version itself."""
    return document.title if document.title.endswith(document.version) else document.title + document.version
