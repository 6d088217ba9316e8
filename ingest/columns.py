"""Tables in plain texts, whose columns are set apart by tabs or by wide gaps of spaces."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.layout import CELL_MARK
from ingest.numbering import opens_part
from ingest.tables import names_figures, spell_table

_GAP = re.compile(r"[ \u3000]*\t\s*|[ \u3000]{2,}")
_DIGIT = re.compile(r"\d")


def mark_columns(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those of tables with marks between their cells."""
    for _, group in groupby(lines, key=lambda line: len(_cells(line))):
        typed = [*group]
        rows = [_cells(line) for line in typed]
        yield from (CELL_MARK.join(row) for row in rows) if _is_table(rows) else typed


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
