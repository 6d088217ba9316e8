"""The notes of a Word document, at the foot of its pages or at its end: they stand in a part of their own."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

_KINDS = ("footnote", "endnote")


class WordNotes:
    """The notes, asked for in reading order; each is told once, as 注1：…, below what refers to it."""

    def __init__(self, document: Document) -> None:
        self._texts: dict[tuple[str, str | None], str] = {}
        self._told = 0
        for part in (related.target_part for related in document.part.rels.values() if not related.is_external):
            for kind in _KINDS:
                if part.partname.endswith(f"/{kind}s.xml"):
                    notes = parse_xml(part.blob).iter(qn(f"w:{kind}"))
                    self._texts |= {(kind, note.get(qn("w:id"))): _text(note) for note in notes}

    def of(self, block: Element) -> Iterator[str]:
        """The notes that a paragraph or a table refers to."""
        for kind in _KINDS:
            for reference in block.iter(qn(f"w:{kind}Reference")):
                if text := self._texts.pop((kind, reference.get(qn("w:id"))), ""):
                    self._told += 1
                    yield f"注{self._told}：{text}"


def _text(note: Element) -> str:
    return " ".join("".join(text.text or "" for text in note.iter(qn("w:t"))).split())
