"""Preceding: what a paragraph of an article leaves to the one before it (依照前款规定处罚), said beside it.

Knows 前款 only; 本法第七条 names its place by itself, and the reader can look it up.
"""

import re

from assistant.draft import Said
from assistant.reading.read import part_of_article, unnumbered
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.excerpt import telling_part
from assistant.understanding.question import Question
from store.index import Index

_BEFORE = re.compile("前款")
_LEAST = 30  # characters of room below which nothing that helps can be said


def said_before(index: Index, question: Question, candidate: Candidate, text: str, room: int) -> Said | None:
    """What the paragraph before a candidate's says to the question, in at most `room` characters, where `text`, what is said
    of the candidate, refers to it; else None."""
    node = part_of_article(index, candidate)
    if node is None or not _BEFORE.search(text) or room < _LEAST:
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
    before = earlier[-1]
    words = unnumbered(index.documents[node.document_id].text[before.start : before.end])
    said = telling_part(question, words, room - len("前款："))
    return Said(f"前款：{said}", ((node.document_id, before.start, before.end),))
