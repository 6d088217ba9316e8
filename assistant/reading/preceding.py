"""Preceding: what a paragraph of an article leaves to another of the same (依照前款规定处罚, 有本条第一款规定的情形的), said beside it.

本法第七条 names its place by itself, and the reader can look it up.
"""

import re

from assistant.draft import Said
from assistant.reading.read import part_of_article, unnumbered
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.excerpt import telling_part
from assistant.understanding.question import Question
from store.index import Index
from store.numerals import parse_number
from store.records import Node

_BEFORE = re.compile("前款|(?:本条)第(?P<nth>[一二三四五六七八九])款(?=规定的[^，。；]{0,4}(?:情形|行为|情况))")
_LEAST = 30  # characters of room below which nothing that helps can be said


NEAR = 0.15  # behind the best


def with_referred_first(index: Index, question: Question, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with the paragraph first that the best one refers to by its number for its case, where that was found nearly as
    well: who asks what comes of the case is told by it. Who asks for a yes or a no may mean just what the best adds."""
    best = candidates[0] if candidates else None
    refers = _BEFORE.search(best.clauses[0].text) if best and best.clauses and not best.gap else None
    referred = _referred(index, best, refers) if best and refers and refers["nth"] and not question.yes_no else None
    if best is None or referred is None:
        return candidates
    near = (c for c in candidates[1:] if not c.gap and best.score - c.score < NEAR)
    first = next((c for c in near if c.document_id == best.document_id and _stands_in(c, referred)), None)
    return [first, *(c for c in candidates if c is not first)] if first else candidates


def _stands_in(candidate: Candidate, node: Node) -> bool:
    return node.start <= candidate.start and candidate.end <= node.end


def said_before(index: Index, question: Question, candidate: Candidate, text: str, room: int) -> Said | None:
    """What the paragraph before a candidate's, or one counted from the first, says to the question, in at most `room` characters,
    where `text`, what is said of the candidate, refers to it; else None."""
    refers = _BEFORE.search(text)
    before = _referred(index, candidate, refers) if refers and room >= _LEAST else None
    if before is None or refers is None:
        return None
    words = unnumbered(index.documents[before.document_id].text[before.start : before.end])
    name = f"第{refers['nth']}款" if refers["nth"] else "前款"
    said = telling_part(question, words, room - len(name) - 1)
    return Said(f"{name}：{said}", ((before.document_id, before.start, before.end),))


def _referred(index: Index, candidate: Candidate, refers: re.Match[str]) -> Node | None:
    """The paragraph that a candidate's refers to: the one before it, or one counted from the first."""
    node = part_of_article(index, candidate)
    if node is None:
        return None
    (paragraph,) = (
        [one for one in index.nodes(node.document_id) if one.path == node.parent] if node.kind == "item" else [node]
    )
    earlier = [
        one
        for one in index.nodes(node.document_id)
        if one.parent == paragraph.parent and one.kind == paragraph.kind and one.end <= paragraph.start
    ]
    place = int(parse_number(refers["nth"]) or 0) if refers["nth"] else len(earlier)
    return earlier[place - 1] if paragraph.kind == "paragraph" and 0 < place <= len(earlier) else None
