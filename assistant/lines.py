"""An answer line by line, as it is read: an English rendering by itself, a list with each item on a line of its own.

Nothing is added or left out: the lines are the statements, cut.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation, Statement, marked
from store.numerals import parse_number

# The sentences without a Chinese character that an answer to an English question begins with, or has behind the locator.
_LOCATOR = r"(?P<locator>(?:《[^》]+》[^：。]{0,30}：)?)"
_ENGLISH = r"(?P<english>[^\u4e00-\u9fff]*[A-Za-z][^\u4e00-\u9fff]*[^\s\u4e00-\u9fff（《“])"
_RENDERING = re.compile(rf"{_LOCATOR}{_ENGLISH} (?=\S*[\u4e00-\u9fff])")
_RENDERED_AFTER = re.compile(r"(?<=[\u4e00-\u9fff。；）”]) (?P<english>[A-Z“\"(][^\u4e00-\u9fff]{5,})$")
_HAN, _TITLE = re.compile("[\u4e00-\u9fff]"), re.compile("《[^》]*》(?:（[^）]*）)?")
_NUMBER = re.compile(r"(?<=[：；。])(?:(\d{1,2})\.|（([一二三四五六七八九十]{1,3})）)")
_FEWEST = 2  # items of a list
_OPENING = 4  # characters by which an item is known again in its quote


@dataclass(frozen=True, slots=True)
class Line:
    """Statements, or parts of one, that stand on one line. `rendering` says that they are an unofficial translation."""

    statements: tuple[Statement, ...]
    rendering: bool = False

    @property
    def text(self) -> str:
        """The line with its marks."""
        return marked(self.statements)


def lines(answer: Answer) -> list[Line]:
    """The lines of an answer. Plain statements follow each other on one line."""
    found: list[Line] = []
    plain: list[Statement] = []
    for statement in answer.statements:
        rendering, statement = _rendered(statement)
        parts = _parts(statement, answer.citations)
        if rendering or len(parts) > 1:
            found += [Line(tuple(plain))] if plain else []
            plain = []
        if rendering:
            found.append(Line((rendering,), rendering=" " in rendering.text))  # Yes. and No. translate nothing
        if len(parts) > 1:
            found += [Line((part,)) for part in parts]
        else:
            plain += parts
    return found + ([Line(tuple(plain))] if plain else [])


def _rendered(statement: Statement) -> tuple[Statement | None, Statement]:
    """The rendering that stands before the document's words or after them, if there is one, and these words; an English
    sentence that only names documents renders nothing."""
    if not _HAN.search(_TITLE.sub("", statement.text)):
        return None, statement
    after = _RENDERED_AFTER.search(statement.text)
    text = statement.text[: after.start()] if after else statement.text
    before = _RENDERING.match(text)
    english = " ".join(found["english"] for found in (before, after) if found)
    words = before["locator"] + text[before.end() :] if before else text
    return Statement(english) if english else None, replace(statement, text=words)


def _parts(statement: Statement, citations: Sequence[Citation]) -> list[Statement]:
    """What leads a list in and its items, each with its own citation if that is how they are cited, else the last with
    all; the statement itself where it is no list."""
    cuts = list(_items(statement.text))
    if len(cuts) < _FEWEST:
        return [statement]
    texts = [statement.text[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    cited: list[tuple[int, ...]] = [()] * (len(texts) - 1) + [statement.citations]
    if _each_its_own(texts, [citations[n].quote for n in statement.citations]):
        cited = [(n,) for n in statement.citations]
    return [
        Statement(text, own, statement.value if statement.value in text else "")
        for text, own in zip(texts, cited, strict=True)
    ]


def _items(text: str) -> Iterator[int]:
    """Where the items of a list begin, that are numbered from one on."""
    n = 1
    for found in _NUMBER.finditer(text):
        if parse_number(found[1] or found[2]) == n:
            yield found.start()
            n += 1


def _each_its_own(texts: Sequence[str], quotes: Sequence[str]) -> bool:
    """Whether the quotes are those of the lead and of each item, in this order."""
    items = [_NUMBER.sub("", f"：{text}", count=1)[1:].rstrip("；。…") for text in texts[1:]]
    return len(texts) == len(quotes) and all(
        item[:_OPENING] in quote for item, quote in zip(items, quotes[1:], strict=True)
    )
