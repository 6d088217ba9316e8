"""Cut a text into clauses: sentences and semicolon parts, their end mark included."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_CLAUSE_END = re.compile("[。！？；]+[”’」』]*")
_SENTENCE_END = re.compile("[。！？][”’」』]*$")
_PAIRS = {"（": "）", "《": "》", "“": "”", "‘": "’", "「": "」", "『": "』", "〔": "〕", "【": "】", "〈": "〉"}


def clause_spans(text: str, bounds: Iterable[int]) -> list[tuple[int, int]]:
    """The clauses of a canonical text, in order, without the spaces around them. Every other character is in one.

    A line's end and each of `bounds`, where nodes start, end a clause too; a mark inside brackets or quotes does not.
    """
    cuts = {*bounds, *_clause_ends(text), len(text)}
    pieces = (_trimmed(text, first, last) for first, last in pairwise(sorted(cuts)))
    return [(first, last) for first, last in pieces if first < last]


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the clause text[start:end] is the last of its sentence or of its line."""
    return bool(_SENTENCE_END.search(text[start:end])) or text[end : end + 1] in ("", "\n")


def _clause_ends(text: str) -> Iterator[int]:
    """Where lines start and clauses end."""
    at = 0
    for line in text.split("\n"):
        yield at
        inside = _inside_pairs(line)
        yield from (at + mark.end() for mark in _CLAUSE_END.finditer(line) if not inside[mark.end() - 1])
        at += len(line) + 1


def _inside_pairs(line: str) -> list[bool]:
    """For each character, whether a pair of brackets or quotes is open after it. What is never closed opens nothing."""
    inside: list[bool] = []
    awaited: list[str] = []
    for at, char in enumerate(line):
        if awaited and char == awaited[-1]:
            awaited.pop()
        elif char in _PAIRS and _PAIRS[char] in line[at:]:
            awaited.append(_PAIRS[char])
        inside.append(bool(awaited))
    return inside


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
