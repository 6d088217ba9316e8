"""Understand a question: its language, what kind of value it asks for, the values it names.

Knows how people ask, not what the documents say: no term here belongs to a particular policy.
"""

import re
from dataclasses import dataclass

from assistant.understanding.asking import (
    ASKS,
    ATTRIBUTE,
    CONTROL,
    DECIDED,
    ENGLISH,
    ENGLISH_MEASURE,
    HAN,
    MEASURE,
    OTHERWISE_ASKED,
    SOUGHT_PATTERNS,
    STATED,
    STOP,
    UNITS_OF,
    VALUE_KINDS,
    YES_NO,
    Sought,
)
from assistant.understanding.courtesy import without_courtesy
from assistant.understanding.framing import without_frame
from assistant.understanding.in_mandarin import in_mandarin
from assistant.understanding.in_numbers import in_numbers
from assistant.understanding.numbered import unnumbered_questions
from assistant.understanding.values import Value, ValueKind, find_values
from store.errors import QuestionError
from store.text import normalise, words

MAX_CHARACTERS = 1000
# A claim put as the denial of it: 押金不是300元吗, 不是说能摆三天吗.
_PUT_AS_DENIAL = re.compile(
    r"(?:难道)?(?<!是)不(?:就|都|应该?|该)*是(?:说好?的?)?(?P<claimed>[^,。;?吗嘛]*)[吗嘛么](?=[,。;?]|$)"
)
# What is asked for by wondering at its denial: 难道不能赊账吗, 难道不用盖章吗.
_WONDERS = re.compile(
    r"难道(?P<about>[^,，。;?不]{0,8})(?:就|都|也|还|真的?)?不(?P<asked>能|可以|行|准|用|要|需要|得|必须|必|应该|该|算|会)(?P<rest>[^,，。;?]*[吗嘛么](?=[,。;?]|$))"
)
_WONDERED = re.compile("难道(?:说)?")
_OF_DUTY = {"必": "必须", "用": "要", "得": "要"}
# Of whom something is asked, and not what is claimed: 不是100人以上的企业能报吗.
_OF_WHOM = re.compile(r"能|可以|算|要|会|有")
_IS_IT_NOT = re.compile(r"(?:^|(?<=[.,:;!?] ))(?P<is>is|are|was|were|do|does|did|should|must|has|have|ca|wo)n't\b")
_WHOLE = {"ca": "can", "wo": "will"}
RAMBLING = 60  # characters; a longer message tells a story before it asks


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. `text` is normalised; `original` is what the user typed, without
    what is said out of courtesy around it and its numbers of questions."""

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
    original = without_courtesy(without_frame(unnumbered_questions(as_typed(text))))
    if not original:
        raise QuestionError("Ask a question.", "请输入一个问题。")
    if len(original) > MAX_CHARACTERS:
        raise QuestionError(
            f"The question has {len(original)} characters, and {MAX_CHARACTERS} at most are read; shorten it.",
            f"问题有{len(original)}个字，最多{MAX_CHARACTERS}个字，请缩短后再问。",
        )
    plain = normalise(original)
    english = len(ENGLISH.findall(plain)) > len(HAN.findall(plain))
    plain = _as_claim(in_numbers(in_mandarin(plain)))
    sought: set[Sought] = {name for name, pattern in SOUGHT_PATTERNS if pattern.search(plain)}
    if is_yes_no(plain) or (STATED.search(plain) and not OTHERWISE_ASKED.search(plain)):
        sought.add("yes-no")
    return Question(
        original,
        plain,
        frozenset(sought),
        tuple(find_values(plain)),
        english,
        frozenset(ATTRIBUTE.findall(asking_part(plain))),
        # 复印几页书要付钱吗 asks for no number of pages.
        frozenset(() if "yes-no" in sought else _measures(plain)),
    )


def _measures(plain: str) -> list[str]:
    return MEASURE.findall(plain) + [UNITS_OF[one] for one in ENGLISH_MEASURE.findall(plain)]


def as_typed(text: str) -> str:
    """A message without control characters and the space around it."""
    return CONTROL.sub("", text).strip()


def _as_claim(text: str) -> str:
    """`text` with a figure claimed outright that is claimed by the denial of it, which asks to have it confirmed: 押金是300元,对吧
    for 押金不是300元吗."""
    text = _IS_IT_NOT.sub(lambda asked: _WHOLE.get(asked["is"], asked["is"]), _PUT_AS_DENIAL.sub(_claimed, text))
    return _WONDERED.sub("", _WONDERS.sub(_wondered, text))


def _wondered(denial: re.Match[str]) -> str:
    asked = denial["asked"]
    return f"{denial['about']}{_OF_DUTY.get(asked, asked)}{denial['rest']}"


def _claimed(denial: re.Match[str]) -> str:
    claimed = denial["claimed"]
    values = [value for value in find_values(claimed) if value.size is not None or value.kind == "date"]
    if not values or _OF_WHOM.search(claimed[values[-1].end :]):
        return denial[0]
    return f"{'' if values[0].start else '是'}{claimed},对吧"


def is_yes_no(text: str) -> bool:
    """Whether normalised `text` asks for a yes or a no."""
    return bool(YES_NO.search(DECIDED.sub("", text)))


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
