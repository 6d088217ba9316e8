"""Sums over a table told row by row: a column over the rows that a question names or counts, the columns of one row that it names,
and so much for each of a thing (80元/天, 每吨15元) times how many it tells. Knows how tables are told, not any table."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.figures.sums import Calculation, plain
from assistant.figures.table_cells import bracketed, cell_asked, cells_of, columns_of, is_row, is_total, most_shared
from assistant.understanding.question import Question
from store.numerals import parse_number

_TOGETHER = re.compile("一共|总共|合计|总计|共计|加起来|加在一起|合起来|共(?=[要有需交付得给拨是]?多少)")
_COUNTED = "([两二三四五六七八九十]|\\d{1,2})个?"
_ASIDE = re.compile("（[^（）]*）")
_QUANTITY = re.compile(r"(\d[\d,]*(?:\.\d+)?)([一-鿿㎡a-zA-Z]+(?:/[一-鿿]+)?)")
_RATE = re.compile(r"每([一-鿿]{1,3}?)(\d+(?:\.\d+)?)((?:百|千|万)?元)|(\d+(?:\.\d+)?)((?:百|千|万)?元)/([一-鿿]{1,3})")
_SEVERAL = 2
_MANY = r"(\d+(?:\.\d+)?|[两二三四五六七八九十百]+)个?"


def table_sum(
    question: Question, stretches: tuple[str, ...], known: Callable[[], Sequence[str]] = tuple
) -> Calculation | None:
    """What the question asks to have summed up or multiplied of the table that the best stretch is a row of; None where it does not,
    or the rows or columns that it means cannot be told."""
    if question.yes_no or not stretches or not is_row(stretches[0]):
        return None
    columns = columns_of(stretches[0])
    rows = [row for row in known() if is_row(row) and columns_of(row) == columns and not is_total(row)]
    if len(rows) != len(dict.fromkeys(rows)):
        return None
    added = (
        _of_rows(question, rows, columns[0]) or _of_columns(question, rows) if _TOGETHER.search(question.text) else None
    )
    return added or _times(question, rows)


def _of_rows(question: Question, rows: Sequence[str], key: str) -> Calculation | None:
    """A column over all rows, where the question counts them (两个标段), or over those whose first cells it names."""
    counted = re.search(_COUNTED + re.escape(key), question.text)
    if counted and parse_number(counted[1]) == len(rows):
        meant = list(rows)
    else:
        meant = [row for row in rows if cells_of(row)[0][1] in question.text]
    cells = [cell_asked(question, row).partition("：") for row in meant]
    if len(meant) < _SEVERAL or len({column for column, *_ in cells}) > 1:
        return None
    return _added([words for *_, words in cells], meant)


def _of_columns(question: Question, rows: Sequence[str]) -> Calculation | None:
    """The columns that a question names in full, of the row that it means."""
    row = _row_meant(question, rows)
    cells = [cell for cell in cells_of(row)[1:] if _ASIDE.sub("", cell[0]) in question.text] if row else []
    return _added([words for _, words in cells], [row]) if len(cells) >= _SEVERAL else None


def _added(words: Sequence[str], rows: Sequence[str]) -> Calculation | None:
    """The sum of quantities that are all in one unit."""
    told = [_QUANTITY.fullmatch(one) for one in words]
    quantities = [one for one in told if one]
    if len(quantities) < len(told) or len({one[2] for one in quantities}) != 1:
        return None
    whole = sum((Decimal(one[1].replace(",", "")) for one in quantities), Decimal(0))
    result = f"{plain(whole)}{quantities[0][2]}"
    return Calculation(result, f"{'+'.join(words)}＝{result}", tuple(rows))


def _times(question: Question, rows: Sequence[str]) -> Calculation | None:
    """What the row that a question means has for each of a thing, times how many it tells, unless it asks for that of one."""
    row = _row_meant(question, rows)
    asked = cell_asked(question, row).partition("：")[2] if row else ""
    rates = [rate for _, words in cells_of(row) if asked in ("", words) and (rate := _RATE.fullmatch(words))]
    if len(rates) != 1:
        return None
    (rate,) = rates
    thing, size, unit = rate[1] or rate[6], Decimal(rate[2] or rate[4]), rate[3] or rate[5]
    of_one = re.search(f"(?:每|(?<![\\d十])[一1]){re.escape(thing)}|多少钱?一?{re.escape(thing)}", question.text)
    told = re.findall(_MANY + re.escape(thing), question.text)
    many = parse_number(told[0]) if len(told) == 1 else None
    if of_one or many is None or many <= 1:
        return None
    result = f"{plain(size * many)}{unit}"
    return Calculation(result, f"{plain(size)}{unit}×{plain(many)}＝{result}", (row,))


def _row_meant(question: Question, rows: Sequence[str]) -> str:
    """The one row into whose bracket the question's figure falls, or whose first cell it names most; "" where none does, or
    several do."""
    held = [row for row in rows if bracketed(question, row) > 0]
    held = held or most_shared(question, [(cells_of(row)[0][1], row) for row in rows])
    return held[0] if len(held) == 1 else ""
