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

_BEFORE = re.compile("前款|(?:本条)第(?P<nth>[一二三四五六七八九])款(?=规定的[^，。；]{0,4}(?:情形|行为|情况))")
_LEAST = 30  # characters of room below which nothing that helps can be said


def said_before(index: Index, question: Question, candidate: Candidate, text: str, room: int) -> Said | None:
    """What the paragraph before a candidate's, or one counted from the first, says to the question, in at most `room` characters,
    where `text`, what is said of the candidate, refers to it; else None."""
    node, refers = part_of_article(index, candidate), _BEFORE.search(text)
    if node is None or refers is None or room < _LEAST:
        return None
    (paragraph,) = (
        [one for one in index.nodes(node.document_id) if one.path == node.parent] if node.kind == "item" else [node]
    )
    earlier = [
        one
        for one in index.nodes(node.document_id)
        if one.parent == paragraph.parent and one.kind == paragraph.kind and one.end <= paragraph.start
    ]
    if not earlier or paragraph.kind != "paragraph":
        return None
    place = int(parse_number(refers["nth"]) or 0) if refers["nth"] else len(earlier)
    if not 0 < place <= len(earlier):
        return None
    before = earlier[place - 1]
    words = unnumbered(index.documents[node.document_id].text[before.start : before.end])
    name = f"第{refers['nth']}款" if refers["nth"] else "前款"
    said = telling_part(question, words, room - len(name) - 1)
    return Said(f"{name}：{said}", ((node.document_id, before.start, before.end),))
