"""The parts of a document in the making: where each belongs in the tree, and what those without a number are called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from store.numerals import numeral
from store.records import NodeKind

SENTENCE_MARKS = re.compile("[，。；：！？]")
_ENDS_ITEM = ("。", "；")


@dataclass(slots=True)
class Part:
    """A node in the making."""

    kind: NodeKind
    start: int
    end: int
    number: str = ""
    heading: str = ""
    name: str = ""  # what a locator adds for it to its parent's
    depth: float = 0  # of the numbering: 0 is the root's, 1 the outermost level's; between them that of a style
    row_of: str = ""  # of a row of a table, what its first column is called
    last: str = ""  # the character that its line ends with
    children: list["Part"] = field(default_factory=list)


def attach(root: Part, part: Part) -> None:
    """Put a line's part where it belongs: below the last part of a shallower level; a paragraph below the last section
    or article; what is counted in an article below its last paragraph."""
    parent = root
    while last := _holder(parent, part):
        parent = last
    if parent.kind == "article" and part.kind == "paragraph":
        part.heading = ""  # a 款 has none, however short its first sentence
    if parent.kind == "paragraph":
        part.name = part.name.replace("目", "项")  # 1. counts 目 only below 项
    parent.children.append(part)


def _holder(parent: Part, part: Part) -> Part | None:
    """The last child of `parent` that `part` can stand below, if there is one."""
    kinds: tuple[NodeKind, ...] = ("section", "article")
    if part.kind == "item" and parent.kind in ("article", "paragraph"):
        kinds = ("paragraph",) if parent.kind == "article" else ("item",)
    last = next((child for child in reversed(parent.children) if child.kind in kinds), None)
    return last if last and (part.kind == "paragraph" or last.depth < part.depth) else None


def part_from_lists(parent: Part) -> None:
    """Put what stands below the last item of a list beside it: it is of all of them. (What follows is no item more.)"""
    if parent.children and _ends_list(parent.children):
        last = parent.children[-1]
        parent.children += last.children
        last.children = []
    for child in parent.children:
        part_from_lists(child)


def _ends_list(parts: Sequence[Part]) -> bool:
    """Whether the last of the parts is the last item of a list with nothing but paragraphs below it: items are several
    sentences or several names, and none before it has a paragraph of its own."""
    *before, last = parts
    before = [part for part in before if part.kind == "section" and part.depth == last.depth]
    if (
        last.kind != "section"
        or not before
        or any(child.kind != "paragraph" or child.row_of for child in last.children)
    ):
        return False
    if any(child.kind == "paragraph" for part in before for child in part.children):
        return False
    items = [*before, last]
    sentences = last.last in _ENDS_ITEM and not any(item.heading for item in items)
    names = all(item.heading and not SENTENCE_MARKS.match(item.last) for item in items)
    return sentences or (names and not any(item.children for item in before))


def close(part: Part) -> None:
    """Let every part end where its last child ends. An article of a single paragraph is that paragraph."""
    for child in part.children:
        close(child)
    if part.kind == "article" and len(part.children) == 1:
        part.end, part.children = part.children[0].end, part.children[0].children
    if part.children:
        part.end = max(part.end, part.children[-1].end)


def name_by_position(parent: Part) -> None:
    """Name the parts that no mark names by their place among their like; the only paragraph of a section is cited as
    the section."""
    alone = parent.kind == "section" and len(parent.children) == 1
    _name_rows(parent)
    for kind, unit in (("paragraph", "款" if parent.kind == "article" else "段"), ("item", "项"), ("section", "问")):
        unnamed = [child for child in parent.children if child.kind == kind and not child.name]
        if kind == "section":
            unnamed = [child for child in unnamed if child.number]  # what a notice issues has neither
        for n, child in enumerate(unnamed, start=1):
            place = numeral(n) if unit == "款" else n
            child.name = "" if alone and kind == "paragraph" else f"第{place}{unit}"
    for child in parent.children:
        name_by_position(child)


def _name_rows(parent: Part) -> None:
    """Name the rows of each table below a part by their place in it, tables in order where there are several."""
    tables = [[*rows] for head, rows in groupby(parent.children, key=lambda part: part.row_of) if head]
    tables = [rows for rows in tables if len(rows) > 1]
    for table, rows in enumerate(tables, start=1):
        for n, row in enumerate(rows, start=1):
            row.name = f"表格{table if len(tables) > 1 else ''}第{n}行"
