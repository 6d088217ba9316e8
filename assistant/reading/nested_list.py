"""A list with what stands under each of its items, for who asks for the details of every one (每项具体包括什么).

Two levels and no more; a part is named by its heading, not told in full.
"""

import re

from assistant.reading.read import Reading, headed_node, heading_span, listed_children
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question
from store.index import Index
from store.records import Node

_DETAILS = re.compile(
    "具体(?:的?内容|的?要求|措施|事项|包[括含])|详细|细项|细分|展开|逐[项条个一]|[每各]一?[项条个]|[一二三]是|(?:下面|里面)(?:又|还|再)?有|in detail|each of"
)
_STOP = re.compile("[，。；：\n]")


def read_nested(index: Index, question: Question, candidate: Candidate, limit: int) -> Reading | None:
    """Of a candidate that heads a list all items with their parts, in twice `limit` characters at most; None
    where no details are asked for, or most items have none."""
    node = headed_node(index, candidate)
    if node is None or not _DETAILS.search(question.text):
        return None
    items = {item: listed_children(index, item) for item in listed_children(index, node)}
    if 2 * sum(bool(parts) for parts in items.values()) <= len(items):
        return None
    words = index.documents[node.document_id].text
    count = f"{len(items)}项"
    told = [
        f"{n}.{_name(item, words)}"
        + (f"（{'，'.join(part.number + _name(part, words) for part in parts)}）" if parts else "")
        for n, (item, parts) in enumerate(items.items(), start=1)
    ]
    text = f"{node.heading}共{count}：{'；'.join(told)}。"
    if len(text) > 2 * limit:
        return None
    spans = (heading_span(node, words), *((item.start, item.end) for item in items))
    return Reading(text, spans, count=count)


def _name(node: Node, words: str) -> str:
    """A node's heading, or its own words up to their first stop."""
    return node.heading or _STOP.split(words[node.start + len(node.number) : node.end], maxsplit=1)[0]
