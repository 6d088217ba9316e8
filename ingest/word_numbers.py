"""The numbers that Word counts by itself: they are no text of the paragraph, but rules that say what it is given."""

from collections import defaultdict
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from store.numerals import numeral

_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCountingThousand",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted: `text` is like 第%1条, %2 being the number on the second level."""

    start: int
    style: str
    text: str


class WordNumbers:
    """The numbers of a document's paragraphs, asked for in reading order."""

    def __init__(self, document: Document) -> None:
        related = document.part.rels.values()
        parts = [one.target_part for one in related if one.reltype == RELATIONSHIP_TYPE.NUMBERING]
        self._lists = _lists(parts[0].element) if parts else {}
        self._of_styles = {
            style.get(qn("w:styleId")): found
            for style in document.styles.element.iter(qn("w:style"))
            if (found := style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")) is not None
        }
        self._counted = defaultdict[str, dict[int, int]](dict)

    def next(self, paragraph: Element) -> str:
        """What stands before the paragraph's text: 第一条 , （二）, "" where it is not counted."""
        list_id, depth = self._place(paragraph)
        levels = self._lists.get(list_id, {})
        if depth not in levels:
            return ""
        counted = self._counted[list_id]
        counted[depth] = counted.get(depth, levels[depth].start - 1) + 1
        for deeper in [other for other in counted if other > depth]:
            del counted[deeper]
        if levels[depth].style in ("bullet", "none"):
            return ""
        text = levels[depth].text
        for other, level in levels.items():
            text = text.replace(f"%{other + 1}", _written(counted.get(other, level.start), level.style))
        return text + (" " if text.endswith(("条", "章", "节", "编")) else "")

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list that a paragraph is of, by itself or by its style, and how deep in it."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        own, style = properties.find(qn("w:numPr")), properties.find(qn("w:pStyle"))
        found = own if own is not None else self._of_styles.get("" if style is None else style.get(qn("w:val")))
        return ("", 0) if found is None else (_value(found, "numId", "0"), int(_value(found, "ilvl", "0")))


def _lists(numbering: Element) -> dict[str, dict[int, _Level]]:
    """The levels of each list by its id."""
    abstract = {one.get(qn("w:abstractNumId")): one for one in numbering.iter(qn("w:abstractNum"))}
    return {
        one.get(qn("w:numId")): {
            int(level.get(qn("w:ilvl"))): _Level(
                int(_value(level, "start", "1")), _value(level, "numFmt", "decimal"), _value(level, "lvlText", "")
            )
            for level in abstract[_value(one, "abstractNumId", "")].iter(qn("w:lvl"))
        }
        for one in numbering.iter(qn("w:num"))
        if _value(one, "abstractNumId", "") in abstract
    }


def _value(element: Element, child: str, default: str) -> str:
    found = element.find(qn(f"w:{child}"))
    return default if found is None else found.get(qn("w:val"), default)


def _written(number: int, style: str) -> str:
    return numeral(number) if style in _CHINESE else str(number)
