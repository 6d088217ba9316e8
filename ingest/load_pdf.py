"""The text of a PDF: from its characters where a page has them, by OCR where it is a picture. The lines drawn between
a table's columns part their words, however near these stand."""

import threading
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.layout import Page, Piece, beside, paragraphs
from ingest.ocr import read_picture
from ingest.pdf_cells import Rule, by_cells
from store.errors import SourceError

MAX_PAGES = 500
MAX_SCANNED = 100  # pages; each takes some seconds

_GAP = 1.5  # times the size of the characters: wider than any space within a sentence
_ENDS_WITHIN = 2048  # bytes from the end in which a complete file says so
_NO_LETTER = "\0\ufffd\ufffe\uffff"
_THIN = 2.5  # points: the most that a line is wide
_pdfium = threading.Lock()  # the library may be entered by one thread at a time


def read_pdf(content: bytes, name: str) -> list[tuple[str, bool]]:
    """The paragraphs, each with whether it was read by OCR. Raises SourceError for a file that is protected, damaged,
    not complete, or has too many pages."""
    if b"%%EOF" not in content[-_ENDS_WITHIN:]:
        raise SourceError(f"{name} is not complete; get it again.", f"“{name}”不完整，请重新获取后再添加。")
    with _pdfium:
        document = _open(content, name)
        try:
            return paragraphs([*_pages(document, name)])
        except pdfium.PdfiumError as error:  # a page that the file lists and doesn't have
            raise _damaged(name) from error
        finally:
            document.close()


def _open(content: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise SourceError(
                f"{name} is protected by a password; save it without one.", f"“{name}”设有密码，请去掉密码后再添加。"
            ) from error
        raise _damaged(name) from error


def _damaged(name: str) -> SourceError:
    return SourceError(f"{name} is damaged; get it again.", f"“{name}”已损坏，请重新获取后再添加。")


def _limit(count: int, most: int, name: str, english: str = "pages", chinese: str = "页") -> None:
    if count > most:
        raise SourceError(
            f"{name} has {count} {english}; the most is {most}. Split it.",
            f"“{name}”有{count}{chinese}，超过上限{most}{chinese}，请拆分后再添加。",
        )


def _pages(document: pdfium.PdfDocument, name: str) -> Iterator[Page]:
    _limit(len(document), MAX_PAGES, name)
    pages = [_typed(page) for page in document]
    pictures = [n for n, page in enumerate(pages) if page is None]
    _limit(len(pictures), MAX_SCANNED, name, "scanned pages", "页扫描件")
    for n, page in enumerate(pages):
        yield page or read_picture(document[n])


def _typed(page: pdfium.PdfPage) -> Page | None:
    """What a page says in characters. None where only its picture says it: it has none, or one of them is no letter of
    any script, as in fonts that were embedded without saying what their shapes mean."""
    width, height = page.get_size()
    text = page.get_textpage()
    rules = [*_rules(page, height)]
    upright, flat = ([rule for rule in rules if rule.is_upright == wanted] for wanted in (True, False))
    pieces: list[Piece] = []
    after_space = False
    for n in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, n))
        if char in _NO_LETTER:
            return None
        if char.isspace() or raw.FPDFText_IsGenerated(text, n) == 1:
            after_space = True
        elif char.isprintable():
            left, bottom, right, top = text.get_charbox(n, loose=True)
            if top <= bottom:  # squeezed to nothing: nobody sees it, and it stands on no line
                continue
            size = max(top - bottom, right - left)  # 一 is high as its stroke where the font doesn't say more
            piece = Piece(char, left, right, height - (bottom + top) / 2, size)
            if pieces and _follows(pieces[-1], piece) and not any(rule.parts(pieces[-1], piece) for rule in upright):
                pieces[-1] = _longer(pieces[-1], piece, after_space)
            else:
                pieces.append(piece)
            after_space = False
    return Page(width, height, tuple(by_cells(pieces, upright, flat))) if pieces or not _has_picture(page) else None


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))


def _rules(page: pdfium.PdfPage, height: float) -> Iterator[Rule]:
    """The lines that are drawn on a page itself, as those of a table are, upright or flat."""
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = drawn.get_bounds()
        if min(right - left, top - bottom) <= _THIN < max(right - left, top - bottom):
            yield Rule(left, right, height - top, height - bottom)


def _follows(piece: Piece, char: Piece) -> bool:
    size = max(char.size, piece.size)
    return beside(piece, char) and -size < char.left - piece.right < _GAP * size


def _longer(piece: Piece, char: Piece, after_space: bool) -> Piece:
    text = piece.text + (" " if after_space else "") + char.text
    tallest = max(piece, char, key=lambda one: one.size)
    return Piece(text, piece.left, char.right, tallest.middle, tallest.size)
