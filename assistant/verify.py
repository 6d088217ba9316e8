"""Verify: nothing is said that its citations do not hold.

Every quote is the document's text at its offsets, and every value a statement names (number, date, share, amount,
document number, title) occurs in the quotes it cites.
"""

import re
from collections.abc import Iterable, Mapping

from assistant.answer import Citation
from assistant.understanding.values import Value, find_values
from store.records import Document
from store.text import normalise

_DASH = re.compile(r"(?<=\d)[—–~-]+(?=\d)")  # 2017—2019年 is 2017–2019 in English
_SPACE = re.compile(r"[\s,，]+")


def quote_holds(citation: Citation, documents: Mapping[str, Document]) -> bool:
    """Whether the quote stands in its document at its offsets, to the letter."""
    document = documents.get(citation.document_id)
    return document is not None and document.text[citation.start : citation.end] == citation.quote != ""


def unsupported(statement: str, quotes: Iterable[str], allowed: Iterable[str] = ()) -> list[Value]:
    """The values of `statement` that neither the quotes nor `allowed` texts (a question's own words, a calculation's
    result, a locator) state."""
    texts = [_squeeze(text) for text in (*quotes, *allowed)]
    sizes = {(v.kind, v.unit, v.size) for text in texts for v in find_values(text) if v.size is not None}
    return [
        value
        for value in find_values(statement)
        if not any(_occurs(_squeeze(value.text), text) for text in texts)
        and (value.size is None or (value.kind, value.unit, value.size) not in sizes)
    ]


def _occurs(value: str, text: str) -> bool:
    """Whether `value` stands in `text`, and not as the end of a longer number: 500万元 is not in 1500万元."""
    return bool(re.search(rf"(?<![\d.]){re.escape(value)}" if value[:1].isdigit() else re.escape(value), text))


def _squeeze(text: str) -> str:
    return _DASH.sub("-", _SPACE.sub("", normalise(text)))
