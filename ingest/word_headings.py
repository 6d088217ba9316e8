"""Which paragraphs of a Word document are set as headings, and of which level."""

import re

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

_NAME = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_MOST = 9  # levels; one deeper is the body's


class WordHeadings:
    """The levels of a document's paragraphs, by their styles or their own outline level."""

    def __init__(self, document: Document) -> None:
        styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
        self._of_styles = {name: _of_style(name, styles) for name in styles}

    def level(self, paragraph: Element) -> int:
        """1 for the outermost; 0 for what is no heading."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return 0
        style = properties.find(qn("w:pStyle"))
        own = _outlined(properties)
        return self._of_styles.get(style.get(qn("w:val")), 0) if own is None and style is not None else own or 0


def _of_style(name: str | None, styles: dict[str | None, Element]) -> int:
    """The level of a style, its own or that of one it is based on."""
    seen = set[str | None]()
    while name in styles and name not in seen:
        seen.add(name)
        style = styles[name]
        called = style.find(qn("w:name"))
        if called is not None and (named := _NAME.fullmatch(called.get(qn("w:val"), ""))):
            return int(named[1])
        properties = style.find(qn("w:pPr"))
        if properties is not None and (level := _outlined(properties)) is not None:
            return level
        based = style.find(qn("w:basedOn"))
        name = None if based is None else based.get(qn("w:val"))
    return 0


def _outlined(properties: Element) -> int | None:
    """The outline level that properties set, 0 where it is the body's; None where they set none."""
    found = properties.find(qn("w:outlineLvl"))
    level = int(found.get(qn("w:val"), str(_MOST))) + 1 if found is not None else None
    return level if level is None or level <= _MOST else 0
