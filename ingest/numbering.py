"""How documents number their parts: one table per kind of document, nothing else knows the marks."""

import re
from dataclasses import dataclass

from store.records import Kind, NodeKind

_NUMERAL = "[一二三四五六七八九十百]{1,4}"

# A line such as 「（一）项所列的材料」 goes on with a reference to a number; it is not that number's heading.
_NO_REFERENCE = r"(?!\s*(?:[条款项目](?:、|和|或|的|所|中|规定)|的|所[列述称指]|中[的所]|规定的))"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: what a line of it starts with, the mark printed included. Deeper levels come later."""

    kind: NodeKind
    mark: re.Pattern[str]
    counts: bool = True  # False for a mark like ——: headings have none, locators give the position among siblings


@dataclass(frozen=True, slots=True)
class Numbering:
    """The levels that start a line, outermost first, and the marks that count within a paragraph."""

    levels: tuple[Level, ...]
    run_in: re.Pattern[str] | None = None


def _line_mark(mark: str) -> re.Pattern[str]:
    return re.compile(f"({mark}){_NO_REFERENCE}")


NUMBERINGS: dict[Kind, Numbering] = {
    # 一、→（一）→ 1. →（1） as in 《党政机关公文格式》 GB/T 9704-2012, 7.3.3; —— and 一是 are customary.
    "policy": Numbering(
        levels=(
            Level("section", _line_mark(f"{_NUMERAL}、")),
            Level("section", _line_mark(f"（{_NUMERAL}）")),
            Level("section", _line_mark(r"\d{1,2}[.．、](?!\d)")),
            Level("section", _line_mark(r"（\d{1,2}）")),
            Level("item", _line_mark("——"), counts=False),
        ),
        run_in=re.compile(rf"(?:(?<=[。；：，])|^)({_NUMERAL})是"),
    ),
}

_ORDER = "一二三四五六七八九"


def numeral(number: int) -> str:
    """1 to 99 in Chinese: 十二 for 12."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _ORDER[tens - 1]) + ("十" if tens else "") + (_ORDER[ones - 1] if ones else "")
