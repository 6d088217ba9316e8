"""The nth item under a heading (摊位布置第二项是什么, 第二个布置要求, 布置要求的最后一条), or that there are not so many.

Items are the parts of the outline, or what an editor made points of where the text runs on.
"""

import re
from collections.abc import Sequence

from assistant.draft import Draft, Said, placed
from assistant.lookups.locate import ASKED
from assistant.reading.read import LIMIT, listed_children, read_node
from assistant.retrieval.named import NUMERAL
from assistant.understanding.excerpt import sentence, shorten
from assistant.understanding.question import Question
from store.index import Index
from store.numerals import parse_number
from store.records import Document, Node
from store.text import normalise

_SHORTEST, _FEWEST = 3, 2  # characters of a heading that nobody says by chance, and items of a list
_WHICH = rf"(?:(?P<from_end>倒数)?第(?P<number>{NUMERAL})|最后一?)个?"
# What asks for the item itself, or for what stands under it: 第一项下面有几条.
_ASKED = rf"(?:{ASKED}|(?:下面|里面?|下)(?:又|还|都)?(?:有|分|包括)(?:几|哪|多少|什么|啥)[条项点个些][^,，。?？]{{0,4}}[?？。]*)"
_BEHIND = re.compile(rf"(?:这一?|那一?)?(?:部分)?(?:里面?|中)?的?{_WHICH}(?:项|条|点|任务|要求|目标)?{_ASKED}$")
_BEFORE = re.compile(rf"{_WHICH}(?P<heading>[^,，。?？]{{3,20}}[?？。]*)$")


def say_nth(index: Index, meant: Sequence[Document], question: Question) -> Draft | None:
    """The item of the number that a question names under a heading of the one document meant, or how many there are; None where
    it names none, or asks for more than what the item says."""
    if len(meant) != 1:
        return None
    named = {normalise(node.heading): node for node in reversed(index.nodes(meant[0].id)) if node.heading}
    text = re.sub(f"^{re.escape(normalise(meant[0].short_title))}[里中]?的?", "", question.text)
    if match := _BEHIND.search(text):
        node = named.get(heading) if len(heading := text[: match.start()]) >= _SHORTEST else None
    elif match := _BEFORE.match(text):
        asked = match["heading"]
        headings = (one for one in named if len(one) >= _SHORTEST and asked.startswith(one))
        node = next((named[one] for one in headings if re.fullmatch(_ASKED, asked[len(one) :])), None)
    else:
        return None
    return _item(index, node, match) if node else None


def _item(index: Index, node: Node, match: re.Match[str]) -> Draft | None:
    """The item of that number under a node; None where nothing stands under it one by one."""
    items = listed_children(index, node)
    points = () if len(items) >= _FEWEST else _points(index, node)
    several = len(items) if not points else len(points)
    if several < _FEWEST:
        return None
    number = int(parse_number(match["number"]) or 0) if match["number"] else 1
    if not 0 < number <= several:
        return _too_few(index, node)
    at = -number if match["from_end"] or not match["number"] else number - 1
    return _told_point(index, node, points[at]) if points else _told(index, node, items[at])


def _points(index: Index, node: Node) -> tuple[tuple[int, int], ...]:
    """What an editor made points of who asks for what stands under the node by its heading; () where none did."""
    heading = normalise(node.heading)
    notes = (note for note in index.notes(node.document_id) if node.start <= note.start < node.end and not note.gap)
    asked = (note for note in notes if any(heading in normalise(ask) for ask in note.asks))
    return next((note.points for note in asked if len(note.points) >= _FEWEST), ())


def _told_point(index: Index, node: Node, point: tuple[int, int]) -> Draft:
    clauses = (clause for passage in index.passages(node.document_id) for clause in passage.clauses)
    start, end = next(((one.start, one.end) for one in clauses if one.start <= point[0] < one.end), point)
    place = f"{node.locator}："
    words = shorten(sentence(index.documents[node.document_id].text[start:end]), LIMIT - len(place))
    return Draft((Said(place + words, placed(node.document_id, ((start, end),))),), allowed=(node.locator,))


def _told(index: Index, node: Node, item: Node) -> Draft:
    place = f"{item.locator}："
    reading = read_node(index, item, LIMIT - len(place))
    said = Said(place + reading.text, placed(node.document_id, reading.spans), count=reading.count)
    return Draft((said,), allowed=(item.locator,))


def _too_few(index: Index, node: Node) -> Draft:
    reading = read_node(index, node, LIMIT)
    return Draft((Said(f"没有这一项。{reading.text}"),), refused=True, related=placed(node.document_id, reading.spans))
