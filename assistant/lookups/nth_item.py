"""The nth item under a heading (摊位布置第二项是什么, 布置要求的最后一条), or that there are not so many."""

import re
from collections.abc import Sequence

from assistant.draft import Draft, Said, placed
from assistant.lookups.locate import ASKED
from assistant.reading.read import LIMIT, listed_children, read_node
from assistant.retrieval.named import NUMERAL
from assistant.understanding.question import Question
from store.index import Index
from store.numerals import parse_number
from store.records import Document, Node
from store.text import normalise

_SHORTEST, _FEWEST = 3, 2  # characters of a heading that nobody says by chance, and items of a list
_NTH = re.compile(
    rf"(?:这一?|那一?)?(?:部分)?(?:里面?|中)?的?(?:(?P<from_end>倒数)?第(?P<number>{NUMERAL})|最后一?)"
    rf"个?(?:项|条|点|任务|要求|目标)?{ASKED}$"
)


def say_nth(index: Index, meant: Sequence[Document], question: Question) -> Draft | None:
    """The item of the number that a question names under a heading of the one document meant, or how many there are; None where
    it names none, or asks for more than what the item says."""
    match = _NTH.search(question.text)
    if match is None or len(meant) != 1:
        return None
    heading = re.sub(f"^{re.escape(normalise(meant[0].short_title))}[里中]?的?", "", question.text[: match.start()])
    named = (one for one in index.nodes(meant[0].id) if len(heading) >= _SHORTEST and normalise(one.heading) == heading)
    node = next(named, None)
    items = listed_children(index, node) if node else []
    if node is None or len(items) < _FEWEST:
        return None
    number = int(parse_number(match["number"]) or 0) if match["number"] else 1
    if not 0 < number <= len(items):
        return _too_few(index, node)
    last = match["from_end"] or not match["number"]
    return _told(index, node, items[-number if last else number - 1])


def _told(index: Index, node: Node, item: Node) -> Draft:
    place = f"{item.locator}："
    reading = read_node(index, item, LIMIT - len(place))
    said = Said(place + reading.text, placed(node.document_id, reading.spans), count=reading.count)
    return Draft((said,), allowed=(item.locator,))


def _too_few(index: Index, node: Node) -> Draft:
    reading = read_node(index, node, LIMIT)
    return Draft((Said(f"没有这一项。{reading.text}"),), refused=True, related=placed(node.document_id, reading.spans))
