"""Lists in articles: which of their items a question is about, and what introduces them. An article that names deeds item by
item and what is done about them before is told by its beginning and the one deed that is meant."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.asked_for import PENAL, asks_consequence
from assistant.contrast import pairs
from assistant.question import Question, content_terms
from assistant.retrieve import Candidate
from assistant.values import find_values
from store.index import Index
from store.records import Clause, Node, Passage
from store.text import normalise

_BRACKET, _ENDS = re.compile("以上|以下|以内"), 2
_RESPONSIBLE = re.compile("(?:责任|牵头|负责|主管|主办|承办)(?:单位|部门)[：:]")
_YEAR, _SPAN, _OPENING = re.compile(r"(20\d\d)年"), re.compile("[—至到]20"), 12
_FEWEST = 2  # pairs of characters that tell what a clause is about
_UNIT = re.compile("（[^（）]*）(?=：)")
_CELL, _KIND = re.compile("[，；]"), re.compile("[a-z一二三四五甲乙丙丁]类|第[一二三四五]档")
_VALUE = 2  # pairs of characters that a value of the kind told is worth


def item_of_list(question: Question, whole: Candidate, other: Candidate) -> bool:
    """Whether a value of the kind asked for stands in one item of a list, the other candidate, and none before the items."""
    values = [value for value in find_values(whole.clauses[0].text) if value.kind in question.value_kinds]
    inside = whole.document_id == other.document_id and {c.id for c in other.clauses} < {c.id for c in whole.clauses}
    stated = any(v.kind in question.value_kinds for clause in other.clauses for v in find_values(clause.text))
    return inside and stated and not values and other.clauses[0].start > whole.clauses[0].start


def item_meant(index: Index, question: Question, found: Candidate) -> Candidate:
    """Where what was found only introduces a list (应当具备下列条件：), or is an item without a value of the kind that the
    question tells, and no list is asked for, the one item that shares most with the question; else what was found."""
    lead = found.clauses[-1]
    if found.note or not question.sought - {"list", "count", "how", "figure"}:
        return found
    if not lead.text.rstrip().endswith("："):
        return _with_value(index, question, found)
    items = [clause for clause in _clauses(index, found.document_id) if clause.path.startswith(f"{lead.path}.")]
    asked = pairs(question.text) - pairs(lead.text)
    kinds = {value.kind for value in question.values}
    shared = [
        (len(asked & pairs(clause.text)) + _VALUE * any(v.kind in kinds for v in find_values(clause.text)), clause)
        for clause in items
        if clause.start > lead.start
    ]
    most = max((share for share, _ in shared), default=0)
    best = [clause for share, clause in shared if share == most]
    if not most or len(best) > 1:
        return found
    return replace(found, start=best[0].start, end=best[0].end, clauses=(best[0],))


def _with_value(index: Index, question: Question, found: Candidate) -> Candidate:
    """The one other item of the list, if what was found is an item, that states a value of a kind that the question tells
    and the item found does not."""
    kinds, (first, *_) = {value.kind for value in question.values}, found.clauses
    item = next(
        (node for node in index.nodes(found.document_id) if node.path == first.path and node.kind == "item"), None
    )
    if item is None or not kinds or any(value.kind in kinds for value in find_values(first.text)):
        return found
    beside = [c for c in _clauses(index, found.document_id) if c.path.rpartition(".")[0] == item.parent]
    stating = [c for c in beside if any(value.kind in kinds for value in find_values(c.text))]
    told = [clause for clause in stating if pairs(clause.text) & pairs(question.text)]
    return replace(found, start=told[0].start, end=told[0].end, clauses=(told[0],)) if len(told) == 1 else found


def row_meant(index: Index, question: Question, found: Candidate) -> Candidate:
    """The clause of the same passage that the question means rather than the one found: the row of a table that has its
    words for a column and a cell (租房补贴, 博士), or for a bracket that its amount falls into; who is responsible where it
    asks who. What was found where there is no other."""
    if found.note:
        return found
    clauses = passage_of(index, found).clauses
    met = rows_named(question, clauses)
    if not met and _bracketed(question, found.clauses[0].text) < 0:
        met = [clause for clause in clauses if _bracketed(question, clause.text) > 0]
    if not met:
        met = _of_year(index, question, found)
    if not met and "who" in question.sought:
        met = [clause for clause in clauses if _RESPONSIBLE.search(clause.text) and clause.start >= found.start][:1]
    return replace(found, start=met[0].start, end=met[0].end, clauses=(met[0],)) if len(met) == 1 else found


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
        for clause in _clauses(index, found.document_id)
        if clause.path in paragraphs and any(value.size for value in find_values(clause.text))
    ]
    most = max((shared for shared, _ in told), default=0)
    best = [clause for shared, clause in told if shared == most]
    return best if most >= max(_FEWEST, len(asked & pairs(normalise(found.clauses[0].text)))) else []


def passage_of(index: Index, found: Candidate) -> Passage:
    """The passage that a candidate without a note stands in."""
    return next(p for p in index.passages(found.document_id) if p.start <= found.start < p.end)


def rows_named(question: Question, clauses: Iterable[Clause]) -> list[Clause]:
    """The rows of a table (级别：甲类，对象：博士，租房补贴：每月1000元) of which the question has the words of a column, and
    most of those in its other cells."""
    named = list[tuple[int, Clause]]()
    for clause in clauses:
        cells = [normalise(_UNIT.sub("", cell)).partition(":") for cell in _CELL.split(clause.text) if "：" in cell]
        asked = [column for column, _, _ in cells if len(column) > 1 and column in question.text]
        others = " ".join(value for column, _, value in cells if column not in asked)
        shared = sum(len(term) for term in (*content_terms(others), *_KIND.findall(others)) if term in question.text)
        if len(cells) > 1 and asked and shared:
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
    own = [value.size for value in question.values if value.kind == "amount" and value.size]
    bounds = [v for v in find_values(text) if v.kind == "amount" and v.size and _BRACKET.match(text[v.end :])]
    least = max((v.size or 0 for v in bounds if v.bound == "min"), default=0)
    most = min((v.size or 0 for v in bounds if v.bound == "max"), default=None)
    if not own or not bounds or len(bounds) > _ENDS or (most is not None and least > most):
        return 0
    return 1 if any(least <= size and (most is None or size <= most) for size in own) else -1


def _clauses(index: Index, document_id: str) -> list[Clause]:
    return [clause for passage in index.passages(document_id) for clause in passage.clauses]


def lead_in(index: Index, item: Node) -> tuple[int, int]:
    """The span of the words that introduce the list an item stands in: 有下列情形之一的，处五万元以下罚款："""
    siblings = [node for node in index.nodes(item.document_id) if node.parent == item.parent and node.kind == "item"]
    (above,) = [node for node in index.nodes(item.document_id) if node.path == item.parent]
    return above.start, siblings[0].start


def fined_alike(question: Question, text: str, items: list[Node]) -> bool:
    """Whether the question asks what comes of a deed, and the items are the deeds that it comes of."""
    return asks_consequence(question) and not any(PENAL.search(text[item.start : item.end]) for item in items)


def of_list(question: Question, clauses: tuple[Clause, ...], items: list[Node], limit: int) -> tuple[Clause, ...]:
    """Of the clauses of a list too long to be said, its beginning and the items that share most with the question."""
    listed = [clause for clause in clauses if items and clause.start >= items[0].start]
    fits = sum(len(clause.text) for clause in clauses) <= limit
    if len(listed) < 2 or len(listed) == len(clauses) or fits or question.sought & {"list", "count"}:
        return clauses
    beginning = tuple(clause for clause in clauses if clause not in listed)
    asked = pairs(question.text) - pairs("".join(clause.text for clause in beginning))
    shared = {clause.id: len(asked & pairs(clause.text)) for clause in listed}
    most = max(shared.values())
    if not most:
        return beginning if asks_consequence(question) else clauses
    return (*beginning, *(clause for clause in listed if shared[clause.id] == most))
