"""What stands before a clause and belongs to it: who it speaks of where the sentence before it said so (馆长要巡查…；
要登记…), what a scale is about whose brackets it is one of (工作满1年的，…；满10年的，…), and the words that introduce the list it
stands in (有下列情形之一的…)."""

import re

from assistant.reading.article_lists import lead_in
from assistant.reading.introduced import list_of
from assistant.reading.read import clause_text, part_of_article, unnumbered
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question
from store.index import Index
from store.records import Clause

_MODAL = "要|应当|应|须|必须|将|可以|可|不得"
# A clause that goes on about whoever the one before it spoke of.
_GOES_ON = re.compile(rf"(?:并|还|同时)?(?:{_MODAL})(?![求素件])")
_OPENS_BRACKET = re.compile(r"(?:[不未]?满|超过|不足|不到)[\d一二两三四五六七八九十百]")
_ABOUT = re.compile("[一-鿿]{1,12}")
INTRODUCES = re.compile("(?:下列|以下|如下)[^，。]{0,8}(?:中|之一|选择)")
_SUBJECT = re.compile(rf"(?:[一二三四五六七八九十]是|——)?([一-鿿、]{{2,24}}?)(?:{_MODAL}|是|负责)(?![求素件])")


def subject_of(index: Index, question: Question, candidate: Candidate) -> tuple[str, tuple[int, int]] | None:
    """Whom the candidate's clause is about, and the span of the clause that names them; None where it says so itself or
    nobody is asked for. Of a bracket of a scale what the scale is about, whatever is asked for."""
    first = candidate.clauses[0]
    if not candidate.note and _OPENS_BRACKET.match(first.text):
        return _scaled(index, first)
    if "who" not in question.sought or not _GOES_ON.match(first.text):
        return None
    passage = next(p for p in index.passages(first.document_id) if p.start <= first.start < p.end)
    for clause in reversed([clause for clause in passage.clauses if clause.end <= first.start]):
        if not _GOES_ON.match(clause.text) and (match := _SUBJECT.match(clause.text)):
            return match[1], (clause.start, clause.end)
    return None


def _scaled(index: Index, bracket: Clause) -> tuple[str, tuple[int, int]] | None:
    """What a scale is about, by the clause that its brackets go on from; None where they go on from none."""
    passage = next(p for p in index.passages(bracket.document_id) if p.start <= bracket.start < p.end)
    for clause in reversed([clause for clause in passage.clauses if clause.end <= bracket.start]):
        opens = _OPENS_BRACKET.search(clause.text)
        if not opens or not clause.text.rstrip().endswith("；"):
            return None
        if opens.start():
            about = unnumbered(clause.text[: opens.start()])
            return (about, (clause.start, clause.end)) if _ABOUT.fullmatch(about) else None
    return None


def with_lead_in(index: Index, candidate: Candidate) -> str:
    """A candidate's clauses behind the words that introduce the list they stand in, whose force is theirs."""
    start, end = introduction(index, candidate) or (0, 0)
    return index.documents[candidate.document_id].text[start:end] + clause_text(candidate)


def introduction(index: Index, candidate: Candidate) -> tuple[int, int] | None:
    """The span of the words that introduce the list a candidate stands in: 有下列情形之一的… of an article's items, 从下列工作中
    选择… of a passage's; None where it stands in none."""
    node = part_of_article(index, candidate)
    if node is not None:
        return lead_in(index, node) if node.kind == "item" else None
    if listed := list_of(index, candidate):
        return listed.lead.start, listed.lead.end
    first = candidate.clauses[0]
    passage = next(p for p in index.passages(first.document_id) if p.start <= first.start < p.end)
    before = (clause for clause in passage.clauses if clause.end <= first.start)
    return next(((clause.start, clause.end) for clause in before if INTRODUCES.search(clause.text)), None)
