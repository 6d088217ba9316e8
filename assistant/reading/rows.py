"""Rows of tables, and what else stands beside others of its kind in a passage without notes: the figure of a year beside those
of other years, who is responsible for a task. Tells which of them a question means."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.figures.table_cells import bracketed, cells_of, columns_of, is_row, is_total, most_shared, shared_with
from assistant.reading.steps import step_met
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.asking import VALUE_KINDS
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question, content_terms
from assistant.understanding.values import find_values, without_values
from store.index import Index
from store.records import Clause, Passage
from store.text import normalise

_RESPONSIBLE = re.compile("(?:责任|牵头|负责|主管|主办|承办)(?:单位|部门)[：:]")
_YEAR, _SPAN, _OPENING = re.compile(r"(20\d\d)年"), re.compile("[—至到]20"), 12
_FEWEST = 2  # pairs of characters that tell what a clause is about
_CELLS = 2  # that a row has at least
_CLEARLY = 2  # pairs of characters by which a clause beside another must have more
_BELOW = re.compile("(?:[不未]满|不足|不到|少于|低于)$")
_UNIT = re.compile("（[^（）]*）(?=：)")
_ASKS_TOTAL = re.compile(r"总(?!部)|[合共小]计|一共|全部|加起来|共(?=有?多少|有?几)|\btotal\b|altogether|\bin all\b")
_CELL, _KIND = re.compile("[，；]"), re.compile("[a-z一二三四五甲乙丙丁]类|第[一二三四五]档")


def row_meant(index: Index, question: Question, found: Candidate) -> Candidate:
    """The clause of the same passage that the question means rather than the one found: the row of a table that has its
    words for a column and a cell (租房补贴, 博士), or for a bracket that its amount falls into; who is responsible where it
    asks who. What was found where there is no other."""
    if found.note:
        return found
    clauses = _fitting(question, _rows_or_passage(index, found))
    met = _total_of(question, found.clauses[0], clauses)
    met = met or _rows_named(question, clauses) or _row_keyed(question, found.clauses[0], clauses)
    if not met and bracketed(question, found.clauses[0].text) < 0:
        met = [clause for clause in clauses if bracketed(question, clause.text) > 0]
    if not met and bracketed(question, found.clauses[0].text) > 0:
        met = _narrowest(question, found.clauses[0], clauses)
    if not met and (step := step_met(question, [one for one in clauses if one.path == found.clauses[0].path])):
        met = [step.clause]
    if not met and bracketed(question, found.clauses[0].text) <= 0:
        met = _closest(question, found.clauses[0], clauses)
    if not met:
        met = _of_age(index, question, found)
    if not met:
        met = _of_year(index, question, found)
    if not met and "who" in question.sought:
        met = [clause for clause in clauses if _RESPONSIBLE.search(clause.text) and clause.start >= found.start][:1]
    return replace(found, start=met[0].start, end=met[0].end, clauses=(met[0],)) if len(met) == 1 else found


def _closest(question: Question, found: Clause, clauses: Sequence[Clause]) -> list[Clause]:
    """The clause beside one found that states a value as asked for, too, and has clearly more of the question's words; none for a row,
    and for several."""
    kinds = question.value_kinds
    if question.yes_no or is_row(found.text) or not kinds:
        return []
    about = pairs(question.text)
    told = {
        clause.id: len(about & pairs(normalise(clause.text)))
        for clause in clauses
        if clause.path == found.path and any(value.kind in kinds for value in find_values(clause.text))
    }
    most = max(told.values(), default=0)
    met = [clause for clause in clauses if told.get(clause.id) == most]
    return met if found.id in told and most > told[found.id] + _CLEARLY else []


def _narrowest(question: Question, found: Clause, clauses: Sequence[Clause]) -> list[Clause]:
    """The clause beside one found that sets the least of several upper limits below which the question's time is (不满一年的 beside
    不满三年的); none where that is the one found."""
    limits = dict[str, Decimal]()
    for clause in (one for one in clauses if one.path == found.path and bracketed(question, one.text) > 0):
        periods = [value for value in find_values(clause.text) if value.kind == "period"]
        if len(periods) == 1 and periods[0].size is not None and _BELOW.search(clause.text[: periods[0].start]):
            limits[clause.id] = periods[0].size
    least = min(limits, key=lambda id_: limits[id_], default=found.id)
    return [clause for clause in clauses if clause.id == least != found.id and found.id in limits]


def _rows_or_passage(index: Index, found: Candidate) -> Sequence[Clause]:
    """What stands in the passage of a candidate; of a row that is alone in its own, the rows of its table, one behind the
    other."""
    clauses = passage_of(index, found).clauses
    row = found.clauses[0]
    if len(clauses) > 1 or not is_row(row.text):
        return clauses
    around = list(index.clauses(found.document_id))
    place, columns = bisect_right(around, row.start, key=lambda clause: clause.start) - 1, columns_of(row.text)
    alike = [columns_of(clause.text) == columns for clause in around]
    first = max((n + 1 for n in range(place) if not alike[n]), default=0)
    last = next((n for n in range(place, len(around)) if not alike[n]), len(around))
    return around[first:last]


def _fitting(question: Question, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, of a table that has rows for the question's amount, age or time without those whose bracket does not
    hold it: they share words with it, 万元 if nothing else."""
    holding = [
        columns_of(clause.text) for clause in clauses if is_row(clause.text) and bracketed(question, clause.text) > 0
    ]
    return [
        clause for clause in clauses if columns_of(clause.text) not in holding or bracketed(question, clause.text) >= 0
    ]


def _rows_named(question: Question, clauses: Iterable[Clause]) -> list[Clause]:
    """The rows of a table (级别：甲类，对象：博士，租房补贴：每月1000元) of which the question has the words of a column, and
    most of those in its other cells."""
    named = list[tuple[int, Clause]]()
    for clause in clauses:
        if not is_row(clause.text):
            continue
        cells = [normalise(_UNIT.sub("", cell)).partition(":") for cell in _CELL.split(clause.text) if "：" in cell]
        asked = [column for column, _, _ in cells if len(column) > 1 and column in question.text]
        if len(cells) < _CELLS or not asked:
            continue
        others = " ".join(value for column, _, value in cells if column not in asked)
        if shared := sum(
            len(term) for term in (*content_terms(others), *_KIND.findall(others)) if term in question.text
        ):
            named.append((shared, clause))
    most = max((shared for shared, _ in named), default=0)
    return [clause for shared, clause in named if shared == most]


def _row_keyed(question: Question, found: Clause, clauses: Iterable[Clause]) -> list[Clause]:
    """The row of the table that a row found is of whose first cell the question names most, in full or shortened (社保 for
    社会保险费); [] where that is no other's."""
    if not is_row(found.text):
        return []
    rows = _rows_beside(found, clauses)
    meant = most_shared(question, [(cells_of(row.text)[0][1], row) for row in rows])
    return meant if found not in meant else []


def _total_of(question: Question, found: Clause, clauses: Iterable[Clause]) -> list[Clause]:
    """The row that sums up the table that a row found is of, where a total is asked for and none of its other rows is named."""
    if not is_row(found.text) or not _ASKS_TOTAL.search(question.text):
        return []
    rows = [row for row in clauses if is_row(row.text) and set() < {*columns_of(row.text)} <= {*columns_of(found.text)}]
    named = any(shared_with(question, cells_of(row.text)[0][1]) for row in rows if not is_total(row.text))
    return [] if named else [row for row in rows if is_total(row.text)]


def row_kept(index: Index, question: Question, candidates: Sequence[Candidate], said: str) -> list[Candidate]:
    """The candidates, with the row first that `said`, the answer before, told (学徒的租金多少, 押金呢), where the best is a row of
    the same table and the question names the first cell of none, nor more of what stands in the best than in it."""
    best = candidates[0] if candidates else None
    if best is None or best.note or not best.clauses or not is_row(best.clauses[0].text):
        return list(candidates)
    rows = _rows_beside(best.clauses[0], index.clauses(best.document_id))
    told = [row for row in rows if row.text.rstrip("。；\n") in said]
    if len(told) != 1 or any(shared_with(question, cells_of(row.text)[0][1]) for row in rows):
        return list(candidates)
    if _named_of(question, best.clauses[0]) > _named_of(question, told[0]):
        return list(candidates)
    return [replace(best, start=told[0].start, end=told[0].end, clauses=(told[0],)), *candidates[1:]]


def _named_of(question: Question, row: Clause) -> int:
    """How much of what stands in the cells of a row a question names."""
    return sum(shared_with(question, words) for _, words in cells_of(row.text))


def without_totals(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without the rows that sum up a table (对象：合计，金额：900元), unless a total is asked for."""
    if _ASKS_TOTAL.search(question.text):
        return list(candidates)
    return [c for c in candidates if c.note or not c.clauses or not is_total(c.clauses[0].text)]


def _rows_beside(row: Clause, clauses: Iterable[Clause]) -> list[Clause]:
    """The rows of the table that a row is of, itself among them."""
    columns = columns_of(row.text)
    return [clause for clause in clauses if columns and columns_of(clause.text) == columns]


def rows_around(index: Index, found: Candidate) -> list[Clause]:
    """The rows of the table that a row found is of, as far as they stand in its passage, or each in its own."""
    return _rows_beside(found.clauses[0], _rows_or_passage(index, found))


def rows_of_one_table(one: Candidate, other: Candidate) -> bool:
    """Whether two stretches are rows of a table with the same columns: what holds for one row does not for another."""
    columns = [
        [cell.partition("：")[0] for cell in _CELL.split(c.clauses[0].text) if "：" in cell] for c in (one, other)
    ]
    return len(columns[0]) > 1 and columns[0] == columns[1]


def _of_year(index: Index, question: Question, found: Candidate) -> list[Clause]:
    """Of the paragraphs that begin with the one year asked about (到2026年，…), the clause with a value that says most of what
    is asked, if one says as much of it as the one found."""
    years = set(_YEAR.findall(question.text))
    if len(years) != 1 or _SPAN.search(question.text):
        return []
    asked = pairs(_YEAR.sub("", question.text))
    text = index.documents[found.document_id].text
    paragraphs = {
        node.path
        for node in index.nodes(found.document_id)
        if years == set(_YEAR.findall(text[node.start : node.end][:_OPENING]))
    }
    told = [
        (len(asked & pairs(normalise(clause.text))), clause)
        for clause in index.clauses(found.document_id)
        if clause.path in paragraphs and any(value.size for value in find_values(clause.text))
    ]
    most = max((shared for shared, _ in told), default=0)
    best = [clause for shared, clause in told if shared == most]
    return best if most >= max(_FEWEST, len(asked & pairs(normalise(found.clauses[0].text)))) else []


def _of_age(index: Index, question: Question, found: Candidate) -> list[Clause]:
    """The clauses of the document that state a figure as asked for the bracket into which an age of the question falls, those
    that with the words above their table say most of what it is about."""
    kinds = (question.value_kinds or VALUE_KINDS["figure"]) - {"age"}
    stated = any(value.kind in kinds for value in find_values(found.clauses[0].text))
    if question.yes_no or (stated and bracketed(question, found.clauses[0].text) > 0):
        return []
    about = pairs(without_values(question.text, "，"))
    told = [
        (len(about & pairs(normalise(_above(index, found.document_id, clause) + clause.text))), clause)
        for clause in index.clauses(found.document_id)
        if bracketed(question, clause.text) > 0 and any(value.kind in kinds for value in find_values(clause.text))
    ]
    most = max((shared for shared, _ in told), default=0)
    own = len(about & pairs(normalise(found.clauses[0].text))) if stated else 0
    return [clause for shared, clause in told if shared == most >= max(_FEWEST, own)]


def _above(index: Index, document_id: str, clause: Clause) -> str:
    """The last line before a row of a table that is none, such as the table's caption; "" for what is no row."""
    if not is_row(clause.text):
        return ""
    lines = index.documents[document_id].text[: clause.start].splitlines()
    return next((line for line in reversed(lines) if line and not is_row(line)), "")


def passage_of(index: Index, found: Candidate) -> Passage:
    """The passage that a candidate without a note stands in."""
    passages = index.passages(found.document_id)
    return passages[bisect_right(passages, found.start, key=lambda passage: passage.start) - 1]
