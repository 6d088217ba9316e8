"""Files as people have them, made of the lines of a document: Word, PDF with characters, PDF of pictures."""

import io
import re
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import docx
import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 80, 515, 90, 760
BODY, TITLE, LEADING = 16, 22, 28

Placed = tuple[str, float, float, float]  # text, left, top, size


@cache
def font_file() -> Path:
    """A font with Chinese characters."""
    found = subprocess.run(["fc-match", "-f", "%{file}", ":lang=zh-cn"], capture_output=True, text=True, check=True)
    return Path(found.stdout)


@cache
def _font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(), size)


def word(lines: Sequence[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document, a paragraph a line, a table last."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        rows = document.add_table(len(table), len(table[0])).rows
        for row, cells in zip(rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def typeset(lines: Sequence[str], *, indented: bool = True) -> list[list[Placed]]:
    """Pages as an official document is set: title and number in the middle, paragraphs indented, a number a page."""
    pages: list[list[Placed]] = [[]]
    top = TOP
    for line in lines:
        centred = line == lines[0] or line == lines[1]
        size = TITLE if line == lines[0] else BODY
        indent = 2 * BODY if indented and not centred and not line.endswith("：") else 0
        for n, words in enumerate(_broken(line, size, indent)):
            if top > BOTTOM:
                pages.append([])
                top = TOP
            left = LEFT + (indent if n == 0 else 0)
            if centred:
                left = (WIDTH - _length(words, size)) / 2
            pages[-1].append((words, left, top, size))
            top += LEADING
    for n, page in enumerate(pages, start=1):
        page.append((f"— {n} —", WIDTH / 2 - 15, 800, 12))
    return pages


def _broken(line: str, size: float, indent: float) -> Iterator[str]:
    """The line as it fills the page."""
    words, room = "", RIGHT - LEFT - indent
    for char in line:
        if _length(words + char, size) > room:
            yield words
            words, room = "", RIGHT - LEFT
        words += char
    yield words


def _length(words: str, size: float) -> float:
    return size * sum(0.5 if char.isascii() else 1 for char in words)


def typed_pdf(
    pages: Sequence[Sequence[Placed]],
    *,
    said: str = "",
    rules: Sequence[tuple[float, float, float]] = (),
    flat: Sequence[tuple[float, float, float]] = (),
) -> bytes:
    """A PDF with characters, in a font that every reader knows. Of those in `said`, what they are is said beside them,
    as browsers do where a shape is that of another character too; then only their strokes have a height. `rules` are
    upright lines on every page: how far from its left, from where, and to where; `flat` those that are: how far from
    its top, from where, and to where."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts ["
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 >> >>] >>"
    )
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        font,
    ]
    for placed in pages:
        lines = (f"{left} {HEIGHT - bottom} 0.7 {bottom - top} re f" for left, top, bottom in rules)
        lines = (*lines, *(f"{left} {HEIGHT - top} {right - left} 0.7 re f" for top, left, right in flat))
        shown = (
            f"BT /F {size} Tf {left:.1f} {HEIGHT - top - size:.1f} Td {_shown(text, said)} ET"
            for text, left, top, size in placed
        )
        drawn = "\n".join((*lines, *shown))
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        ]
    return _numbered(objects)


def _shown(text: str, said: str) -> str:
    """What shows the text, those characters in `said` one by one."""
    parts = re.split(f"([{said}])", text) if said else [text]
    shown = [f"<{part.encode('utf-16-be').hex()}> Tj" for part in parts]
    return " ".join(
        f"/Span << /ActualText <feff{part.encode('utf-16-be').hex()}> >> BDC {one} EMC" if part in said else one
        for part, one in zip(parts, shown, strict=True)
        if part
    )


def _numbered(objects: Sequence[str]) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    file, places = "%PDF-1.4\n", []
    for n, content in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{n} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        f"{file}xref\n0 {count}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n"
    ).encode("latin-1")


def scanned_pdf(pages: Sequence[Sequence[Placed]], before: bytes) -> bytes:
    """The PDF `before` with pictures of the pages behind it."""
    scale = 2
    document = pdfium.PdfDocument(before)
    for placed in pages:
        picture = Image.new("RGB", (WIDTH * scale, HEIGHT * scale), "white")
        drawing = ImageDraw.Draw(picture)
        for text, left, top, size in placed:
            drawing.text((left * scale, top * scale), text, fill="black", font=_font(size * scale))
        page = document.new_page(WIDTH, HEIGHT)
        image = pdfium.PdfImage.new(document)
        image.set_bitmap(pdfium.PdfBitmap.from_pil(picture))
        image.set_matrix(pdfium.PdfMatrix().scale(WIDTH, HEIGHT))
        page.insert_obj(image)
        page.gen_content()
    return _saved(document)


def blank_pdf(pages: int) -> bytes:
    """A PDF of so many empty pages."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(WIDTH, HEIGHT)
    return _saved(document)


def _saved(document: pdfium.PdfDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
