"""Tables in plain texts, whose columns are set apart by tabs or by wide gaps of spaces; or by single spaces, where
every line reads as a row."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.layout import CELL_MARK
from ingest.numbering import opens_part
from ingest.tables import names_figures, spell_table

_GAP = re.compile(r"[ \u3000]*\t\s*|[ \u3000]{2,}")
_DIGIT = re.compile(r"\d")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_SENTENCE = re.compile(r"[。；：！？;!?]|:(?!\d)|[,，、]$")
_COUNTED = re.compile(r"\d{1,3}[.、]?")  # what rows are counted by
_LONGEST_CELL = 25  # characters of what stands between single spaces


def mark_columns(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those of tables with marks between their cells."""
    for _, wide in groupby(lines, key=lambda line: len(_cells(line))):
        typed = [*wide]
        rows = [_cells(line) for line in typed]
        if _is_table(rows):
            yield from map(CELL_MARK.join, rows)
        elif len(rows[0]) > 1:
            yield from typed
        else:
            yield from _mark_single_spaces(typed)


def _mark_single_spaces(lines: Sequence[str]) -> Iterator[str]:
    for count, group in groupby(lines, key=lambda line: len(line.split())):
        typed = [*group]
        rows = [line.split() for line in typed]
        yield from map(CELL_MARK.join, rows) if count > 1 and _reads_as_table(rows) else typed


def _reads_as_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether lines of as many words are a table all the same: two rows below the head at least, no cell that is a
    sentence or opens a part, and a column that has a figure in every row."""
    head, *body = rows
    if len(body) < 2 or not _is_table(rows) or not all(map(_CHINESE.search, head)):
        return False
    if any(opens_part(" ".join(row)) for row in rows) or any(
        len(cell) > _LONGEST_CELL or _SENTENCE.search(cell) for row in rows for cell in row
    ):
        return False
    first, *others = zip(*body, strict=True)
    counted = all(map(_COUNTED.fullmatch, first))
    return any(all(map(_DIGIT.search, column)) for column in (others if counted else (first, *others)))


def _cells(line: str) -> list[str]:
    """The cells of a row, a single one where the line is none, or opens a part: 第一条  为了…."""
    words = line.strip()
    return [words] if opens_part(words) else _GAP.split(words)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether lines of as many cells are a table with a head: with figures below it, as names in rows of three have
    none, and where there are two columns only, the second is called by a measure, as no entry of a form is."""
    head, *body = rows
    if len(head) < 2 or not any(_DIGIT.search(cell) for row in body for cell in row):
        return False
    return not spell_table(rows)[0] and (len(head) > 2 or names_figures(head))
