"""Question sets as spreadsheets: CSV (UTF-8) and XLSX files, one question a row, the field names in the first row.

Cells that hold more than one thing:

- `facts`: `a|b; c` — either a or b, and also c. Full-width ｜ and ； do as well.
- `forbidden`: `x; y`.
- `history`: one message a line, `user: …` or `assistant: …`.
- `gold`: one clause a line, `document: words of the clause`, or `document § locator`.
- `answerable`: true or false, 1 or 0, 是 or 否.
"""

import csv
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from store.errors import DatasetError
from store.packed import parts_of

Row = dict[str, object]

_MAX_ROWS = 100_000  # a sheet of a few bytes may number its rows without end
_TRUTH = {"true": True, "1": True, "yes": True, "是": True, "false": False, "0": False, "no": False, "否": False}


def read_table(path: Path) -> Iterator[tuple[int, Row]]:
    """Row number, as the spreadsheet shows it, and the row in the shape of a JSONL line. Raises DatasetError."""
    rows = _xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    _, header = next(rows, (1, []))
    if "question" not in header:
        raise DatasetError(
            f"{path}, line 1: the first row must name the columns, one of them question.",
            f"{path} 第1行应当是列名，其中有 question 一列。",
        )
    for number, cells in rows:
        filled = {name: cell for name, cell in zip_longest(header, cells, fillvalue="") if cell}
        where = f"{path}, line {number}"
        if "" in filled:
            raise DatasetError(f"{where}: “{filled['']}” stands in a column that the first row does not name.")
        if filled:
            yield number, {name: read_cell(where, name, cell) for name, cell in filled.items()}


def _csv(path: Path) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for number, cells in enumerate(csv.reader(file), start=1):
                yield number, [cell.strip() for cell in cells]
    except UnicodeDecodeError as error:
        raise DatasetError(
            f"{path} is not UTF-8 text: save it as “CSV UTF-8”.", f"{path} 不是UTF-8文本，请另存为“CSV UTF-8”。"
        ) from error
    except csv.Error as error:
        raise DatasetError(f"{path}, line {number + 1} is not CSV: {error}; is a quotation mark missing?") from error
    except OSError as error:
        raise DatasetError(f"{path} cannot be read: {error.strerror}.") from error


def _xlsx(path: Path) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook  # a second of import that JSONL users need not wait for

    try:
        parts_of(path, str(path), DatasetError)
        sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
        sheet.reset_dimensions()  # else every row is as wide as the sheet says it is
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            if number > _MAX_ROWS:
                raise DatasetError(
                    f"{path} has more than {_MAX_ROWS:,} rows; split it.", f"{path} 超过{_MAX_ROWS}行，请拆分。"
                )
            yield number, ["" if cell is None else _printed(cell) for cell in cells]
    except DatasetError:
        raise
    except Exception as error:  # a damaged workbook fails wherever it is damaged: in zip, in XML, in openpyxl itself
        raise DatasetError(
            f"{path} is not an XLSX workbook, or is damaged.", f"{path} 不是XLSX文件，或已损坏。"
        ) from error


def _printed(cell: object) -> str:
    """A cell's content as text; a day without a time as YYYY-MM-DD."""
    return str(cell).removesuffix(" 00:00:00").strip()


def read_cell(where: str, name: str, cell: str) -> object:
    """What a cell of the column `name` says. Raises DatasetError, which names the place `where` it stands."""
    match name:
        case "answerable":
            # An unknown word is passed on, so that the schema names it.
            return _TRUTH.get(cell.lower(), cell)
        case "facts":
            return [_split(r"[|｜]", group) for group in _split("[;；]", cell)]
        case "forbidden":
            return _split("[;；]", cell)
        case "history":
            return [_message(where, line) for line in _split("\n", cell)]
        case "gold":
            return [_gold(where, line) for line in _split("\n", cell)]
        case _:
            return cell


def _split(pattern: str, cell: str) -> list[str]:
    return [part.strip() for part in re.split(pattern, cell) if part.strip()]


def _message(where: str, line: str) -> Row:
    if not (match := re.fullmatch(r"(user|assistant)\s*[:：]\s*(.+)", line)):
        raise DatasetError(f"{where}, field history: a line must start with “user:” or “assistant:”.")
    return {"role": match[1], "content": match[2]}


def _gold(where: str, line: str) -> Row:
    if match := re.fullmatch(r"([^:：§]+?)\s*§\s*(.+)", line):
        return {"document": match[1], "locator": match[2]}
    if match := re.fullmatch(r"([^:：§]+?)\s*[:：]\s*(.+)", line):
        return {"document": match[1], "quote": match[2]}
    raise DatasetError(f"{where}, field gold: a line must be “document: words” or “document § locator”.")
