"""An answer as HTML, whole or as it grows: what stands over it, then its lines with their marks."""

from collections.abc import Iterator, Mapping
from datetime import date
from html import escape

from assistant.answer import Answer, Statement
from assistant.lines import lines
from store.records import Document
from ui.markup import mark
from ui.texts import Texts

Documents = Mapping[str, Document] | None
PIECE = 4  # characters that appear at once while an answer streams


def stream(answer: Answer, texts: Texts, as_of: date | None = None) -> Iterator[str]:
    """The answer as it grows, each step the whole HTML so far; the last step is `answer_html`."""
    shown = ""
    for piece in _pieces(answer, texts):
        shown += piece
        yield _around(answer, shown, texts, as_of)


def answer_html(answer: Answer, texts: Texts, as_of: date | None = None, documents: Documents = None) -> str:
    """The whole answer. `as_of` is the day whose law it is by, None for the day it was asked; `documents` are those
    held now, None for an answer just given."""
    return _around(answer, "".join(_pieces(answer, texts, documents)), texts, as_of)


def _around(answer: Answer, body: str, texts: Texts, as_of: date | None) -> str:
    """An answer's `body` with what stands over it: day, how it was understood, the verdict, how much is covered; and
    under it what to do about a document that is not held."""
    head = ""
    if as_of is not None:
        head += f'<p class="understood">{texts.as_of.format(day=texts.day(as_of))}</p>'
    if answer.understood_as:
        head += f'<p class="understood">{texts.understood_as}{escape(answer.understood_as)}</p>'
    if answer.note:
        head += f'<p class="understood">{escape(texts.note(answer.note))}</p>'
    if answer.verdict is not None:
        verdict = texts.yes if answer.verdict == "yes" else texts.no
        head += f'<span class="badge verdict">{texts.verdict}<b>{verdict}</b></span>'
    if answer.coverage != "complete":
        head += f'<span class="badge">{texts.none if answer.refused else texts.partial}</span>'
    tail = f'<p class="understood">{texts.missing}</p>' if answer.missing else ""
    return f'<div class="answer {answer.coverage}">{head}<p>{body}</p>{tail}</div>'


def _pieces(answer: Answer, texts: Texts, documents: Documents = None) -> Iterator[str]:
    """The lines as small pieces of HTML, none of which cuts an element or an escape in two."""
    if answer.refused and texts.refusal:
        yield f"{texts.refusal}\n"
    for n, line in enumerate(lines(answer)):
        if n:
            yield "\n"
        if line.rendering:
            yield f'<span class="rendering" lang="en"><small>{texts.rendering}</small>{escape(line.text)}</span>'
            continue
        for statement in line.statements:
            before, value, after = _around_value(statement)
            yield from _chunks(before)
            if value:
                yield f"<strong>{escape(value)}</strong>"
            yield from _chunks(after)
            yield "".join(mark(answer.citations[c], c + 1, texts, documents) for c in statement.citations)


def _around_value(statement: Statement) -> tuple[str, str, str]:
    if not statement.value:
        return statement.text, "", ""
    return statement.text.partition(statement.value)


def _chunks(text: str) -> Iterator[str]:
    for start in range(0, len(text), PIECE):
        yield escape(text[start : start + PIECE])
