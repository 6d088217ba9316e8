"""Where a document's numbering jumps: something may be missing, or may not have been recognised."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from store.numerals import parse_number
from store.records import Node

_NUMERALS = re.compile(r"[一二三四五六七八九十百千零〇]+|\d+")


@dataclass(frozen=True, slots=True)
class Jump:
    """A part whose number does not follow the one before it, "" where the first part is not number one."""

    before: str  # locator
    after: str


def jumps(nodes: Sequence[Node]) -> tuple[Jump, ...]:
    """All jumps in reading order. A series that starts again from one is another series; one that goes on from part to
    part, as questions may, is the same."""
    last = defaultdict[tuple[str, str], tuple[int, str]](lambda: (0, ""))
    latest: dict[str, int] = {}
    found: list[Jump] = []
    for node in nodes:
        printed = _NUMERALS.findall(node.number)
        if not printed or "之" in node.number or node.number.endswith("是"):
            continue
        value = int(parse_number(printed[-1]) or 0)
        # Articles are counted through the document, whatever they stand in; all else within its parent.
        mark = _NUMERALS.sub("", node.number)
        series = "" if node.kind == "article" else node.parent or "", mark
        before, locator = last[series]
        if value not in (before + 1, 1) and value != latest.get(mark, 0) + 1:
            found.append(Jump(locator, node.locator))
        last[series] = value, node.locator
        latest[mark] = value
    return tuple(found)
