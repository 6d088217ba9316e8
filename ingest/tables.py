"""Rows of tables, told so that each is understood alone: 档次：第一档，金额：500万元以下.

A row is one line and, its cells being parted by commas, one clause. What the columns are called is said in every row
and on no line of its own.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from ingest.layout import CELL_MARK

_MARK = CELL_MARK.strip()
_RULE = re.compile(":?-+:?")  # a cell of the line between head and body, where a table is typed
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_UNIT = re.compile(r"(.+?)（(?:单位：)?([^（）：]{0,3}[元%人件家个项年月日天亩米吨][^（）：]{0,3})）")
_NUMBER = re.compile(r"[\d,，.]+")
_SENTENCE = re.compile("[。；！？：]")
_LONGEST_NAME = 20  # characters of what a column is called


def spell_table(rows: Sequence[Sequence[str]], *, headed: bool = False) -> list[str]:
    """A line for each row: its cells called by their columns where the first row names them, "" for that row; else
    with marks between the cells. A row of a single cell is a line of text. `headed`: the file says that there is a
    head."""
    first = next((n for n, row in enumerate(rows) if len(row) > 1), len(rows))  # below a caption
    head, body = [*rows[first : first + 1]], [row for row in rows[first + 1 :] if len(row) > 1]
    if not head or not _is_head(head[0], body, headed):
        return [CELL_MARK.join(row) for row in rows]
    return [
        "" if n == first else _spelled(head[0], row) if len(row) == len(head[0]) else CELL_MARK.join(row)
        for n, row in enumerate(rows)
    ]


def spell_lines(lines: Sequence[str]) -> list[str]:
    """The lines, tables among them told row by row: lines in succession with as many marks between cells. There are as
    many lines as before; that of a head, and of the rule below it, is empty."""
    told: list[str] = []
    for width, group in groupby(lines, key=lambda line: len(_cells(line))):
        typed = [*group]
        if width == 1:
            told += typed
            continue
        rows = [_cells(line) for line in typed]
        kept = [row for row in rows if not all(map(_RULE.fullmatch, row))]
        spelled = iter(spell_table(kept, headed=len(kept) < len(rows)))
        told += [next(spelled) if row in kept else "" for row in rows]
    return told


def _cells(line: str) -> list[str]:
    """The cells of a row, a single one where the line is none."""
    return [cell.strip() for cell in line.strip().removeprefix(_MARK).removesuffix(_MARK).split(_MARK)]


def _spelled(head: Sequence[str], row: Sequence[str]) -> str:
    return "，".join(_called(name, cell) for name, cell in zip(head, row, strict=True) if cell)


def _called(name: str, cell: str) -> str:
    """A cell behind its column's name; a bare number with the unit that the name has in brackets: 补贴：800元/月."""
    unit = _UNIT.fullmatch(name)
    if unit and _NUMBER.fullmatch(cell):
        return f"{unit[1]}：{cell}{unit[2]}"
    return f"{name}：{cell}" if name else cell


def _is_head(row: Sequence[str], body: Sequence[Sequence[str]], headed: bool) -> bool:
    """Whether a table's first row names its columns. Only the corner may be empty."""
    if not body or not all(row[1:]) or len({*row}) < len(row):
        return False
    if headed:
        return True
    if not all(map(_is_name, row)):
        return False
    # Two columns without a head are a form, 联系人 | 张三; what stands in it is of one kind only by chance.
    return len(row) > 2 or (len(body) > 1 and len({bool(_DIGIT.search(row[-1])) for row in body}) == 1)


def _is_name(cell: str) -> bool:
    return len(cell) <= _LONGEST_NAME and not _SENTENCE.search(cell) and not _DIGIT.search(_YEAR.sub("", cell))
