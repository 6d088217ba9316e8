"""Several rows of one table: those of the class that a question names (童车, of 车铺 and of 学校) where it sets none apart from the
others, and all of them where it asks for each."""

import re
from dataclasses import replace

from assistant.draft import Draft, Said, placed
from assistant.figures.table_cells import bracketed, cells_of, is_row, is_total, shared_with
from assistant.reading.read import part_of_article
from assistant.reading.rows import rows_around
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question
from store.index import Index
from store.records import Clause
from store.text import normalise

_EACH = re.compile("分别|各(?!位)")
_FEWEST = 2  # rows


def say_rows(index: Index, question: Question, found: Candidate, limit: int) -> Draft | None:
    """The rows that are meant together with the one found, one after the other, or what stands in their first column where
    that is asked for; None where one row is meant, or they are too long."""
    if question.yes_no or question.english or found.note or not is_row(found.clauses[0].text):
        return None
    rows = [row for row in rows_around(index, found) if not is_total(row.text)]
    if len(rows) < _FEWEST:
        return None
    meant = _of_class(question, found.clauses[0], rows) or _each(question, rows)
    kinds = [] if meant else _kinds(question, rows)
    meant, count = (rows, f"{len(kinds)}项") if kinds else (meant, "")
    if len(meant) < _FEWEST:
        return None
    words = "；".join(row.text.rstrip("。；\n") for row in meant)
    if kinds:
        words = f"{cells_of(rows[0].text)[0][0]}（共{count}）：{'、'.join(kinds)}"
    node = part_of_article(index, replace(found, clauses=tuple(meant)))
    text = (f"{node.locator}：" if node else "") + f"{words}。"
    places = placed(found.document_id, tuple((row.start, row.end) for row in meant))
    return Draft((Said(text, places, count=count),)) if len(text) <= limit else None


def _kinds(question: Question, rows: list[Clause]) -> list[str]:
    """What stands in the first column of the rows, where the question asks what there is by the column's name."""
    column = cells_of(rows[0].text)[0][0]
    if (
        "list" not in question.sought
        or not column
        or normalise(column) not in question.text
        or _any_named(question, rows)
    ):
        return []
    return [*dict.fromkeys(cells_of(row.text)[0][1] for row in rows)]


def _each(question: Question, rows: list[Clause]) -> list[Clause]:
    """All rows, where a question asks for each and names none."""
    return [] if not _EACH.search(question.text) or _any_named(question, rows) else rows


def _any_named(question: Question, rows: list[Clause]) -> bool:
    """Whether a question names the first cell of a row, or has an amount, an age or a time that the row is for."""
    return any(shared_with(question, cells_of(row.text)[0][1]) or bracketed(question, row.text) > 0 for row in rows)


def _of_class(question: Question, found: Clause, rows: list[Clause]) -> list[Clause]:
    """The rows that have the first cell of the row found, which the question names, and of which it says nothing else that
    is not said of all of them."""
    column, name = cells_of(found.text)[0]
    if normalise(name) not in question.text:
        return []
    same = [row for row in rows if cells_of(row.text)[0] == (column, name)]
    told = {
        (sum(shared_with(question, words) for _, words in cells_of(row.text)[1:]), bracketed(question, row.text))
        for row in same
    }
    return same if len(told) == 1 else []
