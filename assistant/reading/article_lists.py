"""Lists in articles: which of their items a question is about, and what introduces them. An article that names deeds item by
item and what is done about them before is told by its beginning and the one deed that is meant."""

from dataclasses import replace

from assistant.retrieval.retrieve import Candidate
from assistant.understanding.asked_for import PENAL, asks_consequence
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from assistant.understanding.values import find_values
from store.index import Index
from store.records import Clause, Node

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
    items = [clause for clause in index.clauses(found.document_id) if clause.path.startswith(f"{lead.path}.")]
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
    beside = [c for c in index.clauses(found.document_id) if c.path.rpartition(".")[0] == item.parent]
    stating = [c for c in beside if any(value.kind in kinds for value in find_values(c.text))]
    told = [clause for clause in stating if pairs(clause.text) & pairs(question.text)]
    return replace(found, start=told[0].start, end=told[0].end, clauses=(told[0],)) if len(told) == 1 else found


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
