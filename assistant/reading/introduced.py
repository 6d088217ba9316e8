"""Lists that a sentence of a policy introduces (申请时应当提交下列材料：): the sentence, and the numbered parts behind it, which may
stand below it or beside it. Those of articles are in `assistant.reading.article_lists`."""

import re
from dataclasses import dataclass, replace

from assistant.retrieval.retrieve import Candidate
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from store.index import Index
from store.records import Clause, Node
from store.text import normalise

_FEWEST = 2  # items of a list
_ENDS = ("：", ":")
_COUNTER = re.compile(r"[\d一二三四五六七八九十百]+")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A list: the clause that introduces it, and its items."""

    lead: Clause
    items: tuple[Node, ...]


def list_of(index: Index, candidate: Candidate) -> Introduced | None:
    """The list whose introduction, or one of whose items, a candidate is; None where it is neither, or has a note, which
    says what of a list is told."""
    if candidate.note or not candidate.clauses:
        return None
    clauses = list(index.clauses(candidate.document_id))
    nodes = [node for node in index.nodes(candidate.document_id) if node.path]
    first = candidate.clauses[0]
    if introduces(first):
        return _behind(clauses, nodes, first)
    own = next((node for node in nodes if node.path == first.path), None)
    if own is None or not own.number:
        return None
    leads = (clause for clause in reversed(clauses) if clause.start < own.start and introduces(clause))
    found = _behind(clauses, nodes, lead) if (lead := next(leads, None)) else None
    return found if found and own in found.items else None


def _behind(clauses: list[Clause], nodes: list[Node], lead: Clause) -> Introduced | None:
    """The numbered parts that follow a clause without a gap, all counted alike and of one parent."""
    after = next((clause for clause in clauses if clause.start >= lead.end), None)
    first = next((node for node in nodes if after and node.start == after.start and node.number), None)
    if first is None:
        return None
    items = list[Node]()
    for node in nodes:
        if node.parent == first.parent and node.start >= first.start:
            if not node.number or _mark(node) != _mark(first):
                break
            items.append(node)
    return Introduced(lead, tuple(items)) if len(items) >= _FEWEST else None


def _mark(node: Node) -> str:
    return _COUNTER.sub("1", node.number)


def introduces(clause: Clause) -> bool:
    """Whether a clause ends as those do that introduce a list."""
    return clause.text.endswith(_ENDS)


def whole_of(index: Index, question: Question, item: Candidate) -> Candidate:
    """What introduces the list that a candidate is an item of, where all of that is asked for: nothing but a list is, and the item
    says nothing of the question's own which its introduction, or the document's title, does not. Else the candidate."""
    if question.sought - {"list"} or introduces(item.clauses[0]) or not (listed := list_of(index, item)):
        return item
    around = pairs(normalise(index.documents[item.document_id].title)) | pairs(normalise(listed.lead.text))
    said = pairs(normalise("".join(clause.text for clause in item.clauses)))
    if (pairs(question.text) & said) - around:
        return item
    return replace(item, start=listed.lead.start, end=listed.lead.end, clauses=(listed.lead,))
