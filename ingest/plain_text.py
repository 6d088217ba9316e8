"""Plain text as people have it: broken into lines of one width, or written with Markdown's marks."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from ingest.numbering import opens_part

_ENDS = ("。", "；", "：", "！", "？", ".", ";", ":")
_PUNCTUATION = re.compile("[，。；、,;]")
_BLANK = (" ", "\u3000", "\t")
_GAP = re.compile(r"\S(?:\t|[ \u3000]{2,})\S")  # between columns
_NARROWEST, _WIDEST = 36, 120  # columns that such a line takes; a Chinese character takes two
_RAGGED = 4  # columns that a full line may lack: what may not begin a line takes the character before it along
_LEAST = 3  # lines that go on

_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_MARKS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_QUOTED = re.compile(r">\s?")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines, those joined that a line's end only breaks. Where few are, nothing is."""
    widths = [_width(line) for line in lines]
    widest = max(widths, default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return [*lines]
    indented = any(line.startswith(_BLANK) for line in lines)
    full = [width > widest - _RAGGED and not _GAP.search(line) for width, line in zip(widths, lines, strict=True)]
    broken = [n for n in range(len(lines) - 1) if full[n] and _goes_on(lines[n], lines[n + 1], indented=indented)]
    mid_sentence = [n for n in broken if not lines[n].rstrip().endswith(_ENDS)]
    written = sum(bool(_PUNCTUATION.search(lines[n] + lines[n + 1])) for n in mid_sentence)
    if len(mid_sentence) < max(_LEAST, sum(full) / 2) or written < len(mid_sentence) * 2 / 3:
        return [*lines]
    joined: list[str] = []
    for n, line in enumerate(lines):
        if n - 1 in broken:
            joined[-1] = joined[-1].rstrip() + line
        else:
            joined.append(line)
    return joined


def _goes_on(line: str, below: str, *, indented: bool) -> bool:
    """Whether the line below belongs to the same paragraph; `indented`: paragraphs are."""
    apart = not below.strip() or below.startswith(_BLANK) or opens_part(below)
    return not apart and (indented or not line.rstrip().endswith(_ENDS))


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line.rstrip())


def without_marks(lines: Sequence[str]) -> tuple[list[str], dict[str, int]]:
    """The lines without Markdown's marks, and its headings with their levels; as they are where there is no heading."""
    if not any(_HEADING.fullmatch(line) for line in lines):
        return [*lines], {}
    headings: dict[str, int] = {}
    return [*_plain(lines, headings)], headings


def _plain(lines: Sequence[str], headings: dict[str, int]) -> Iterator[str]:
    for line in lines:
        plain = _MARKS.sub(r"\2", _QUOTED.sub("", line, count=1) if line.startswith(">") else line)
        if heading := _HEADING.fullmatch(plain):
            plain = heading[2]
            headings[plain] = len(heading[1])
        yield plain
