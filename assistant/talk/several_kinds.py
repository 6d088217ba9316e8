"""Whether the parts of a message ask for several kinds of things: a choice (交原件还是复印件), a figure, a body, a yes or a no. One of
them may be left open where another is answered."""

import re
from collections.abc import Sequence

from assistant.understanding.asking import ASKS, VALUE_KINDS
from assistant.understanding.question import is_yes_no, understand
from store.text import normalise

# 是不是优先, 交原件还是复印件; but 不知道是不是优先, 我们还是想要, 不管交原件还是复印件.
_CHOICE = re.compile(
    "^(?!.*(?:不管|不论|无论|知道|清楚|确定|想问|判断|查|[我咱他她])).{2,}(?:是不是|(?<!该)还是(?![想得挺有没不觉会能要可应该]))"
)


def leaves_choice(piece: str) -> bool:
    """Whether a piece asks which of two things is so, or whether one thing is."""
    return bool(_CHOICE.search(normalise(piece)))


def seeks_value(piece: str) -> bool:
    """Whether a piece asks for a figure, a day or a body."""
    asked = understand(piece)
    return bool(asked.measures or asked.sought & {*VALUE_KINDS, "who"})


def asks_each(parts: tuple[str, ...]) -> bool:
    """Whether each of several parts says of itself what it asks for, so that it's no one question in two breaths."""
    return all(ASKS.search(plain := normalise(part)) or is_yes_no(plain) or leaves_choice(part) for part in parts)


def apart(parts: Sequence[str]) -> bool:
    """Whether each of several parts asks for another kind of thing (由谁办, 办多少年), or only one of them whether something is so."""
    sought = [understand(part).sought - {"yes-no"} or {"yes-no"} for part in parts]
    return sum(map(len, sought)) == len(frozenset[str]().union(*sought))
