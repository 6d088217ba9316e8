"""Understand a question: its language, what kind of value it asks for, the values it names.

Knows how people ask, not what the documents say: no term here belongs to a particular policy.
"""

import re
from dataclasses import dataclass

from assistant.asking import (
    AND,
    ASKS,
    ATTRIBUTE,
    CONTROL,
    EACH_OF,
    ENGLISH,
    HAN,
    MEASURE,
    OTHERWISE_ASKED,
    SOUGHT_PATTERNS,
    SPLIT,
    STATED,
    STOP,
    VALUE_KINDS,
    YES_NO,
    Sought,
)
from assistant.values import Value, ValueKind, find_values
from store.errors import QuestionError
from store.text import normalise, words

MAX_CHARACTERS = 1000
_SHORT_LEAD = 12  # characters before the first of several questions that say what all are about
_SHORT_NAMES = 14  # characters of a piece that may be no more than names
_PREDICATE = re.compile("能|可以|要|有|是|用|得|行|给|算|会|管|准|让|够|对|在|到|包|含|属")
_A_NOT_A = re.compile(r"([要能会行用得])不\1|是否|可否|有没有")
_EACH = re.compile("各自|分别|各")
RAMBLING = 60  # characters; a longer message tells a story before it asks


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. `text` is normalised; `original` is what the user typed, trimmed."""

    original: str
    text: str
    sought: frozenset[Sought]
    values: tuple[Value, ...]
    english: bool
    attributes: frozenset[str] = frozenset()  # what is wanted of a thing: 邮箱, 处罚 …
    measures: frozenset[str] = frozenset()  # the unit asked for: 分 in 多少分

    @property
    def yes_no(self) -> bool:
        """Whether a verdict is expected."""
        return "yes-no" in self.sought

    @property
    def value_kinds(self) -> frozenset[ValueKind]:
        """The kinds of value that would answer."""
        return frozenset().union(*(kinds for sought, kinds in VALUE_KINDS.items() if sought in self.sought))


def understand(text: str) -> Question:
    """Understand one self-contained question. Raises QuestionError when it is empty or too long."""
    original = CONTROL.sub("", text).strip()
    if not original:
        raise QuestionError("Ask a question.", "请输入一个问题。")
    if len(original) > MAX_CHARACTERS:
        raise QuestionError(
            f"The question has {len(original)} characters, and {MAX_CHARACTERS} at most are read; shorten it.",
            f"问题有{len(original)}个字，最多{MAX_CHARACTERS}个字，请缩短后再问。",
        )
    plain = normalise(original)
    sought: set[Sought] = {name for name, pattern in SOUGHT_PATTERNS if pattern.search(plain)}
    if is_yes_no(plain) or (STATED.search(plain) and not OTHERWISE_ASKED.search(plain)):
        sought.add("yes-no")
    english = len(ENGLISH.findall(plain)) > len(HAN.findall(plain))
    return Question(
        original,
        plain,
        frozenset(sought),
        tuple(find_values(plain)),
        english,
        frozenset(ATTRIBUTE.findall(asking_part(plain))),
        frozenset(MEASURE.findall(plain)),
    )


def is_yes_no(text: str) -> bool:
    """Whether normalised `text` asks for a yes or a no."""
    return bool(YES_NO.search(text))


def asking_part(text: str) -> str:
    """The pieces of normalised `text` that ask, without the story told around them; all of it where none is marked."""
    pieces = re.split(r"(?<=[,.;!?。;])", text)
    asking = [piece for piece in pieces if ASKS.search(piece) or is_yes_no(piece)]
    return "".join(asking) or text


def content_terms(text: str) -> tuple[str, ...]:
    """The content words of normalised `text`, each once, in order."""
    return tuple(dict.fromkeys(word for word in words(text) if word not in STOP))


def focus(question: Question) -> str:
    """The part of a long-winded message that asks, with what stands just before it; the whole of a short one."""
    pieces = [piece for piece in re.split(r"(?<=[。！!；;，,？?])", question.original) if piece.strip()]
    if len(question.original) <= RAMBLING or len(pieces) < 4:
        return question.original
    asking = [n for n, piece in enumerate(pieces) if ASKS.search(normalise(piece)) or is_yes_no(normalise(piece))]
    if not asking:
        return question.original
    return "".join(pieces[max(0, asking[-1] - 2) : asking[-1] + 1])


def split_parts(question: Question) -> tuple[str, ...]:
    """The questions within one message, in order, each behind the few words that lead up to all of them; a single one
    where it does not fall apart into askings."""
    pieces = [piece.strip(" ,，。?？;；") for piece in SPLIT.split(question.original)]
    pieces = [piece for piece in pieces if piece]
    lead = ""
    if len(pieces) > 2 and len(pieces[0]) <= _SHORT_LEAD and not ASKS.search(normalise(pieces[0])):
        lead = f"{pieces.pop(0)}，"
    asking = [piece for piece in pieces if ASKS.search(plain := normalise(piece)) or _A_NOT_A.search(plain)]
    tells = all(content_terms(normalise(piece)) for piece in pieces)  # 分别是啥 asks nothing of its own
    if 1 < len(pieces) == len(asking) <= 3 and tells and not _only_names(pieces[-1]):
        return tuple(lead + piece for piece in pieces)
    return _each_of(question.original)


def _only_names(piece: str) -> bool:
    """Whether a last piece only offers an answer to the one before it: 谁来评，财政部吗."""
    return is_yes_no(piece) and len(piece) <= _SHORT_NAMES and not _PREDICATE.search(piece)


def _each_of(text: str) -> tuple[str, ...]:
    """The same question of each of several things (转让和质押，每年各要涨多少), or `text` alone."""
    match = EACH_OF.match(text)
    things = [thing.strip() for thing in AND.split(match["things"])] if match else []
    if not match or not 1 < len(things) <= 3 or min(map(len, things)) < 2:
        return (text,)
    asked = _EACH.sub("", match["asked"])
    return tuple(thing + asked for thing in things)
