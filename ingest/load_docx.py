"""The text of a Word document, paragraphs and tables in the order of its body."""

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

from ingest.tables import spell_table
from ingest.word_headings import WordHeadings
from ingest.word_notes import WordNotes
from ingest.word_numbers import WordNumbers
from store.errors import SourceError
from store.packed import parts_of

# What the archive, the XML and python-docx raise, each with its own kind, where one byte is not as it was written.
_BROKEN = (
    ValueError, TypeError, AttributeError, KeyError, RuntimeError, EOFError, OSError,
    zlib.error, zipfile.BadZipFile, etree.XMLSyntaxError,
)  # fmt: skip

_P, _TABLE, _ROW, _CELL, _RUN, _TEXT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r", "t"))
_CELL_PROPERTIES = qn("w:tcPr")
_MOST_COLUMNS = 100  # that a cell is taken to go across, whatever it says
_TRANSPARENT = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BLANKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_docx(content: bytes, name: str) -> tuple[list[str], dict[str, int]]:
    """The paragraphs and rows, and those of them that are set as headings with their levels. Raises SourceError for
    what is no Word document, is damaged, or unpacks to too much."""
    try:
        _check(content, name)
        document = docx.Document(io.BytesIO(content))
        body = document.element.body
        # The same words again, for older readers; and what a tracked change has moved, where it was.
        etree.strip_elements(body, _FALLBACK, qn("w:moveFrom"), with_tail=False)
        reader = _Reader(WordNumbers(document), WordHeadings(document), WordNotes(document))
        return [*reader.blocks(body)], reader.headings
    except _BROKEN as error:
        raise SourceError(
            f"{name} is damaged or not complete; get it again.", f"“{name}”已损坏或不完整，请重新获取后再添加。"
        ) from error


def _check(content: bytes, name: str) -> None:
    names = parts_of(io.BytesIO(content), name, SourceError)
    if names & {"xl/workbook.xml", "ppt/presentation.xml"}:
        raise SourceError(
            f"{name} is a spreadsheet or a presentation; save it as a Word document (.docx) or PDF.",
            f"“{name}”是电子表格或演示文稿，请另存为Word文档（.docx）或PDF后再添加。",
        )
    if "word/document.xml" not in names:
        raise SourceError(
            f"{name} is an archive but no Word document; add the documents in it one by one.",
            f"“{name}”是压缩包而不是Word文档，请逐个添加其中的文件。",
        )


class _Reader:
    """Reads one document; `headings` are those that were read by then, with their levels."""

    def __init__(self, numbers: WordNumbers, levels: WordHeadings, notes: WordNotes) -> None:
        self._numbers, self._levels, self._notes = numbers, levels, notes
        self.headings: dict[str, int] = {}

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of what stands in `parent`, a body or something that merely encloses a part of one."""
        above = ""
        for child in parent:
            if child.tag == _P:
                yield self._paragraph(child)
                above = _text(child).strip() or above
                yield from self._notes.of(child)
            elif child.tag == _TABLE:
                yield from spell_table(_rows(child), headed=_is_headed(child), above=above)
                yield from self._notes.of(child)
            elif child.tag in _TRANSPARENT:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> str:
        text = _text(paragraph)
        if not text.strip() and _is_taken_out(paragraph):
            return ""
        number = self._numbers.next(paragraph)
        line = number + text if text.strip() else ""
        if line and (level := self._levels.level(paragraph)):
            self.headings[line] = level
        return line


def _is_taken_out(paragraph: Element) -> bool:
    """Whether a tracked change has deleted or moved away a paragraph, its end included."""
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return mark is not None and any(mark.find(qn(name)) is not None for name in ("w:del", "w:moveFrom"))


def _rows(table: Element) -> list[list[str]]:
    """The cells of each row; one that goes across columns or rows stands in each. A row that is one cell is a line."""
    rows: list[list[str]] = []
    above: list[str] = []
    for row in table.iterchildren(_ROW):
        cells: list[str] = []
        for cell in row.iterchildren(_CELL):
            words = above[len(cells)] if _goes_on(cell) and len(cells) < len(above) else _words(cell)
            cells += [words] * _width(cell)
        rows.append(cells if len(row.findall(_CELL)) > 1 else cells[:1])
        above = cells
    return rows


def _is_headed(table: Element) -> bool:
    """Whether the first row is set as a head: repeated on every page, or bold where the second is not."""
    rows = [*table.iterchildren(_ROW)][:2]
    if len(rows) < 2:
        return False
    first, second = rows
    return _is_on(first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) or (_is_bold(first) and not _is_bold(second))


def _is_bold(row: Element) -> bool:
    """Whether all the words of a row are set bold."""
    runs = [run for run in row.iter(_RUN) if _text(run).strip()]
    return bool(runs) and all(_is_on(run.find(f"{qn('w:rPr')}/{qn('w:b')}")) for run in runs)


def _is_on(toggle: Element | None) -> bool:
    """Whether a property is there and not switched off."""
    return toggle is not None and toggle.get(qn("w:val"), "true") not in ("0", "false", "off")


def _words(cell: Element) -> str:
    return " ".join(" ".join(_text(p) for p in cell.iter(_P)).split())


def _width(cell: Element) -> int:
    """The columns that a cell takes."""
    span = cell.find(f"{_CELL_PROPERTIES}/{qn('w:gridSpan')}")
    return min(int(span.get(qn("w:val"), "1")), _MOST_COLUMNS) if span is not None else 1


def _goes_on(cell: Element) -> bool:
    """Whether a cell is the lower part of the one above it."""
    merged = cell.find(f"{_CELL_PROPERTIES}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val"), "continue") == "continue"


def _text(paragraph: Element) -> str:
    """The words as they stand: what a tracked change adds is there, what it deletes (w:delText) is not."""
    return "".join(
        element.text or "" if element.tag == _TEXT else _BLANKS.get(element.tag, "") for element in paragraph.iter()
    )
