"""Whether words occur in a text, however they are written: the comparison that all metrics share."""

import re
import unicodedata
from functools import cache

import opencc

# What may stand between two characters without making a difference: spaces and punctuation, but neither a decimal
# point nor a percent sign, which change what a number says.
_GAP = r"(?:[^\w.%]|_|(?<!\d)\.|\.(?!\d))*"

_MARK = re.compile(r"\[\d+\]")


@cache
def _to_simplified() -> opencc.OpenCC:
    # Script only. `store.text` also swaps Taiwan's words for the mainland's; a metric must not be that lenient.
    return opencc.OpenCC("t2s")


def plain(text: str) -> str:
    """Simplified characters, NFKC (half-width letters and digits), lower case."""
    return unicodedata.normalize("NFKC", _to_simplified().convert(text)).lower()


@cache
def pattern(words: str) -> re.Pattern[str]:
    """Finds `words` in a text without regard to spaces and punctuation.

    A number is not found within a longer one: 5 is neither in 15 nor in 0.5 nor in 5.2. Raises ValueError if
    `words` has nothing but punctuation.
    """
    kept = re.findall(r"(?<=\d)\.(?=\d)|%|[^\W_]", words)
    if not kept:
        raise ValueError(f"{words!r} holds nothing to compare")
    before = r"(?<!\d)(?<!\d\.)" if kept[0].isdigit() else ""
    after = r"(?!\d|\.\d)" if kept[-1].isdigit() else ""
    return re.compile(before + _GAP.join(map(re.escape, kept)) + after)


def without_marks(text: str) -> str:
    """An answer's text without the marks of its citations, [1]."""
    return _MARK.sub("", text)


def says(text: str, words: str) -> bool:
    """Whether `text`, already made `plain`, says `words`."""
    return pattern(plain(words)).search(text) is not None
