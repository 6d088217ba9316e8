"""Cut a text into clauses: sentences and semicolon parts, their end mark included."""

from collections.abc import Collection, Iterator
from itertools import pairwise

_SENTENCE_ENDS = "。！？"
_CLAUSE_ENDS = _SENTENCE_ENDS + "；"
_PAIRS = {"（": "）", "《": "》", "“": "”", "‘": "’", "「": "」", "『": "』", "〔": "〕", "【": "】", "〈": "〉"}
_CLOSERS = frozenset(_PAIRS.values())


def clause_spans(text: str, start: int, end: int, bounds: Collection[int]) -> list[tuple[int, int]]:
    """The clauses of text[start:end], in order, without the spaces around them. Every other character is in one.

    A line's end and each of `bounds`, where nodes start, end a clause too; a mark inside brackets or quotes does not.
    """
    cuts = {start, end, *(at for at in bounds if start < at < end), *_clause_ends(text, start, end)}
    pieces = (_trimmed(text, first, last) for first, last in pairwise(sorted(cuts)))
    return [(first, last) for first, last in pieces if first < last]


def ends_sentence(text: str, end: int) -> bool:
    """Whether a sentence or a line ends before `end`, closing quotes and brackets apart."""
    return text[:end].rstrip("".join(_CLOSERS)).endswith(tuple(_SENTENCE_ENDS)) or text[end : end + 1] in ("", "\n")


def _clause_ends(text: str, start: int, end: int) -> Iterator[int]:
    at = start
    for line in text[start:end].split("\n"):
        yield at
        yield from (at + offset for offset in _ends_in_line(line))
        at += len(line) + 1


def _ends_in_line(line: str) -> Iterator[int]:
    """Where the clauses of one line end: after an end mark that stands in no pair of brackets or quotes."""
    awaited: list[str] = []
    for at, char in enumerate(line):
        if awaited and char == awaited[-1]:
            awaited.pop()
        elif char in _PAIRS and _PAIRS[char] in line[at:]:  # one that is never closed opens nothing
            awaited.append(_PAIRS[char])
        ended = char in _CLAUSE_ENDS or (char in _CLOSERS and line[at - 1 : at] and line[at - 1] in _SENTENCE_ENDS)
        followed = line[at + 1 : at + 2]
        if ended and not awaited and followed not in _CLOSERS and not (followed and followed in _CLAUSE_ENDS):
            yield at + 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
