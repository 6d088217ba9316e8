"""Rows of tables, and what else stands beside others of its kind in a passage without notes: the figure of a year beside those
of other years, who is responsible for a task. Tells which of them a question means."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from assistant.contrast import pairs
from assistant.excerpt import within
from assistant.question import Question, content_terms
from assistant.retrieve import Candidate
from assistant.values import find_values
from store.index import Index
from store.records import Clause, Passage
from store.text import normalise

_BRACKET, _ENDS = re.compile("以上|以下|以内"), 2
_RESPONSIBLE = re.compile("(?:责任|牵头|负责|主管|主办|承办)(?:单位|部门)[：:]")
_YEAR, _SPAN, _OPENING = re.compile(r"(20\d\d)年"), re.compile("[—至到]20"), 12
_FEWEST = 2  # pairs of characters that tell what a clause is about
_CELLS = 2  # that a row has at least
_UNIT = re.compile("（[^（）]*）(?=：)")
_CELL, _KIND = re.compile("[，；]"), re.compile("[a-z一二三四五甲乙丙丁]类|第[一二三四五]档")


def row_meant(index: Index, question: Question, found: Candidate) -> Candidate:
    """The clause of the same passage that the question means rather than the one found: the row of a table that has its
    words for a column and a cell (租房补贴, 博士), or for a bracket that its amount falls into; who is responsible where it
    asks who. What was found where there is no other."""
    if found.note:
        return found
    clauses = _passage_of(index, found).clauses
    met = _rows_named(question, clauses)
    if not met and _bracketed(question, found.clauses[0].text) < 0:
        met = [clause for clause in clauses if _bracketed(question, clause.text) > 0]
    if not met:
        met = _of_year(index, question, found)
    if not met and "who" in question.sought:
        met = [clause for clause in clauses if _RESPONSIBLE.search(clause.text) and clause.start >= found.start][:1]
    return replace(found, start=met[0].start, end=met[0].end, clauses=(met[0],)) if len(met) == 1 else found


def _rows_named(question: Question, clauses: Iterable[Clause]) -> list[Clause]:
    """The rows of a table (级别：甲类，对象：博士，租房补贴：每月1000元) of which the question has the words of a column, and
    most of those in its other cells."""
    named = list[tuple[int, Clause]]()
    for clause in clauses:
        if clause.text.count("：") < _CELLS:
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


def rows_of_one_table(one: Candidate, other: Candidate) -> bool:
    """Whether two stretches are rows of a table with the same columns: what holds for one row does not for another."""
    columns = [
        [cell.partition("：")[0] for cell in _CELL.split(c.clauses[0].text) if "：" in cell] for c in (one, other)
    ]
    return len(columns[0]) > 1 and columns[0] == columns[1]


def _bracketed(question: Question, text: str) -> int:
    """1 where an amount of the question falls into the one bracket of a text (500万元以上1000万元以下), -1 where none does, 0
    where the text has none, or several."""
    own = [value for value in question.values if value.kind == "amount" and value.size]
    bounds = [v for v in find_values(text) if v.kind == "amount" and v.size and _BRACKET.match(text[v.end :])]
    least = max((v.size or 0 for v in bounds if v.bound == "min"), default=0)
    most = min((v.size or 0 for v in bounds if v.bound == "max"), default=None)
    if not own or not bounds or len(bounds) > _ENDS or (most is not None and least > most):
        return 0
    return 1 if any(all(within(value, bound) for bound in bounds) for value in own) else -1


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


def _passage_of(index: Index, found: Candidate) -> Passage:
    """The passage that a candidate without a note stands in."""
    passages = index.passages(found.document_id)
    return passages[bisect_right(passages, found.start, key=lambda passage: passage.start) - 1]
