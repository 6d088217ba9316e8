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
_UNIT = re.compile(r"(.+?)（(?:单位：)?([^（）：]{0,3}[元%人件家个项年月日天亩米吨][^（）：]{0,8})）")
_UNIT_OF_ALL = re.compile(r".*(?:（(?:单位：)?|单位：)([^（）：]{0,3}[元%][^（）：]{0,8})）?：?")
_WIDE = str.maketrans("():", "（）：")  # what stands in a file, before it is cleaned
_NUMBER = re.compile(r"[\d,，.]+")
_TOTAL = re.compile(r"[合总小共]\s*计(?:数|金额)?")
_SENTENCE = re.compile("[。；！？：]")
# Columns whose figures are not in the unit that is said of the whole table.
_COUNTED_OTHERWISE = re.compile("序号|编号|代码|名次|年[份度]?$|月份?$|日期|期限|数量?$|率|比[例重]")
# What a column of figures is called, and how a figure begins; a form's values are hardly ever called so.
_MEASURE = re.compile("(?:额|额度|标准|比例|期限|年限|[上下]限|数量?|单价|价格|日期|时间)$")
_FIGURE = re.compile(r"[^第]{0,6}\d")
_LONGEST_NAME = 20  # characters of what a column is called


def spell_table(rows: Sequence[Sequence[str]], *, headed: bool = False, above: str = "") -> list[str]:
    """A line for each row: its cells called by their columns where the first row, or the first two, name them (补贴、
    上限), "" for these; else with marks between the cells. A row of a single cell is a line of text. `headed`: the
    file says that there is a head. `above`: the line before the table, which may name the unit of its figures."""
    first = next((n for n, row in enumerate(rows) if len(row) > 1), len(rows))  # below a caption
    double = _double_head(rows, first)
    last = first + bool(double)
    head: Sequence[str] = double or (rows[first] if first < len(rows) else ())
    body = [row for row in rows[last + 1 :] if len(row) > 1]
    if not head or not _is_head(head, body, headed or last > first):
        return [CELL_MARK.join(row) for row in rows]
    head = [name.translate(_WIDE) for name in head]
    unit = _UNIT_OF_ALL.fullmatch(above.strip().translate(_WIDE))
    return [
        ""
        if first <= n <= last
        else _spelled(head, row, unit[1] if unit else "")
        if len(row) == len(head)
        else CELL_MARK.join(row)
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
        above = next((line for line in reversed(told) if line.strip()), "")
        spelled = iter(spell_table(kept, headed=len(kept) < len(rows), above=above))
        told += [next(spelled) if row in kept else "" for row in rows]
    return told


def first_column(line: str) -> str:
    """What the first column is called of a row that is told as `spell_table` does; "" for a line that is none. What has
    no name goes on with the cell before it, which has a comma of its own."""
    pieces = [piece.partition("：") for piece in line.split("，")]
    names = [name for name, colon, _ in pieces if colon]
    is_row = len(names) > 1 and bool(pieces[0][1]) and all(_is_name(_UNIT.sub(r"\1", name)) for name in names)
    return names[0] if is_row else ""


def _cells(line: str) -> list[str]:
    """The cells of a row, a single one where the line is none."""
    return [cell.strip() for cell in line.strip().removeprefix(_MARK).removesuffix(_MARK).split(_MARK)]


def _double_head(rows: Sequence[Sequence[str]], first: int) -> list[str]:
    """The names of the columns where the first row names groups of them and the second, without a figure, each within
    its group: 补贴、比例. [] where it is otherwise."""
    if len(rows) < first + 3 or len(rows[first]) != len(rows[first + 1]):
        return []
    over, under = rows[first], rows[first + 1]
    names = [
        group if name in ("", group) else f"{group}、{name}" if group else name
        for group, name in zip(over, under, strict=True)
    ]
    grouped = any(name and over.count(name) > 1 for name in over) and len({*names}) == len(names)
    return (
        names
        if grouped and all(map(_is_name, (*over, *under))) and any(map(_NUMBER.match, rows[first + 2][1:]))
        else []
    )


def _spelled(head: Sequence[str], row: Sequence[str], unit: str) -> str:
    # A total goes across the columns that have no sum: 合计 is said once, of the first of them.
    goes_on = [_TOTAL.fullmatch(cell) and cell == before for before, cell in zip(["", *row], row, strict=False)]
    named = zip(head, row, goes_on, strict=True)
    return "，".join(_called(name, cell, unit) for name, cell, again in named if cell and not again)


def _called(name: str, cell: str, unit_of_all: str) -> str:
    """A cell behind its column's name; a bare number with the unit that the name has in brackets, or else that of all
    the table's figures: 补贴：800元/月."""
    unit = _UNIT.fullmatch(name)
    if unit and _NUMBER.fullmatch(cell):
        return f"{unit[1]}：{cell}{unit[2]}"
    if _NUMBER.fullmatch(cell) and not _COUNTED_OTHERWISE.search(name):
        cell += unit_of_all
    return f"{name}：{cell}" if name else cell


def _is_head(row: Sequence[str], body: Sequence[Sequence[str]], headed: bool) -> bool:
    """Whether a table's first row names its columns. Only the corner may be empty."""
    if not body or not all(row[1:]) or len({*row}) < len(row):
        return False
    if headed:
        return True
    if not all(map(_is_name, row)):
        return False
    if len(row) > 2:
        return True
    # Two columns without a head are a form, 联系人 | 张三; what stands in it is of one kind only by chance.
    figures = {bool(_DIGIT.search(row[-1])) for row in body}
    by_measure = names_figures(row) and any(_FIGURE.match(row[-1]) for row in body)
    return by_measure or (len(body) > 1 and len(figures) == 1)


def names_figures(head: Sequence[str]) -> bool:
    """Whether the second of two columns is called by what its figures measure."""
    return [bool(_MEASURE.search(_UNIT.sub(r"\1", name))) for name in head] == [False, True]


def _is_name(cell: str) -> bool:
    return len(cell) <= _LONGEST_NAME and not _SENTENCE.search(cell) and not _DIGIT.search(_YEAR.sub("", cell))
