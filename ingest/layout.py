"""From what stands on printed pages to paragraphs: which line goes on with the one before it, what is a table, and what
is printed at the edges of every page.

For pages of one column, as official documents are, or of two beside each other, as in gazettes. Lengths are in points,
from a page's top left corner.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from ingest.numbering import opens_part

CELL_MARK = " | "  # between the cells of a table's row

_DASHES = r"[-—–－―一·•.\s]*"  # OCR takes a dash for 一
_PAGE_NUMBER = re.compile(
    rf"{_DASHES}(?:第\s*)?\d{{1,4}}(?:\s*页)?{_DASHES}"
    r"|第?\s*\d{1,4}\s*页?\s*[,，/]?\s*[共/]\s*\d{1,4}\s*页?|(?i:page)\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
# What browsers print above and below a page: the time, the address.
_BROWSER = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? (?:[上下]午)?\d{1,2}:\d\d\b.*|(?:file|https?)://\S+(?: \d+/\d+)?"
)
_ENDS = ("。", "；", "：", "！", "？")
_NEVER_FIRST = "。，、；：？！）》”’」』】〉〕"
_OPEN = re.compile("[（(《][^）)》]{0,100}$")  # a bracket that is not closed
_LATIN = re.compile("[A-Za-z]{2}")
_MARGIN = 0.12  # of the page's height, above and below, where its number may stand
_EDGE = 0.08  # and where headers and footers may: text that begins so high has hardly any margin
_INDENT = 1.2  # times the size of the characters: less than the two by which a paragraph is indented
_RAGGED = 1.5  # a line that ends so much before the margin is full all the same: the next word had no room
_LARGER = 1.3  # times the size of the text: a title; OCR sees sizes that differ by less in one paragraph
_LEAST_OF_COLUMN = 4  # lines
_NARROWEST = 9  # times the size of the characters: a column that holds sentences
_ENOUGH = 10  # lines from which a page shows its own margins


@dataclass(frozen=True, slots=True)
class Piece:
    """Words without a wide gap between them. `size` is that of their characters."""

    text: str
    left: float
    right: float
    middle: float  # of their height
    size: float
    in_cell: bool = False  # all that stands in a cell of a ruled table


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page; `by_ocr` where it was read from a picture."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    by_ocr: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """Pieces beside each other, from left to right."""

    pieces: tuple[Piece, ...]
    by_ocr: bool
    size: float
    left: float
    right: float
    page_middle: float
    from_edge: float  # how far, in heights of the page, from the nearer of its top and bottom
    in_column: bool = False  # of two beside each other; `page_middle` is the column's then

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Measure:
    """Where lines begin and end, and how large their characters are."""

    left: float
    right: float
    size: float


def beside(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand on one line. The larger one tells: 一 and 。 are as low as their strokes, and stand in
    the middle or at the foot of what is beside them."""
    return abs(one.middle - other.middle) < max(one.size, other.size) / 2


def paragraphs(pages: Sequence[Page]) -> list[tuple[str, bool]]:
    """The paragraphs and tables' rows in reading order, each with whether any of it was read by OCR."""
    blocks = [block for lines in _bodies(pages) for block in _blocks(lines) if block]
    if not blocks:
        return []
    whole = _measure([line for lines in blocks for line in lines])
    measured = [
        (line, measure)
        for lines in blocks
        for measure in [_measure(lines) if len(lines) >= _ENOUGH or lines[0].in_column else whole]
        for line in lines
    ]
    found: list[tuple[str, bool]] = []
    before: tuple[_Line, _Measure] | None = None
    for n, (line, measure) in enumerate(measured):
        counts = [len(other.pieces) for other, _ in measured[max(n - 1, 0) : n + 2]]
        is_row = len(line.pieces) > 1 and sum(count > 1 for count in counts) > 1
        text = CELL_MARK.join(piece.text for piece in line.pieces) if is_row else line.text
        if before and not is_row and _goes_on(*before, line, measure, is_open=bool(_OPEN.search(found[-1][0]))):
            found[-1] = _join(found[-1][0], text), found[-1][1] or line.by_ocr
        else:
            found.append((text, line.by_ocr))
        before = None if is_row else (line, measure)
    return found


def _bodies(pages: Sequence[Page]) -> list[list[_Line]]:
    """The lines of each page, without its number and what is printed at the edges of most pages."""
    by_page = [list(_lines(page)) for page in pages]
    shown = Counter(
        words for n, lines in enumerate(by_page) for words in {w for line in lines for w in _at_edge(line, n)}
    )
    for n, lines in enumerate(by_page):
        for outermost in (0, -1):
            while lines and _is_furniture(lines[outermost], n, shown, len(pages)):
                del lines[outermost]
    return by_page


def _is_furniture(line: _Line, page: int, shown: Counter[str], pages: int) -> bool:
    if line.from_edge < _MARGIN and _PAGE_NUMBER.fullmatch(line.text):
        return len(line.pieces) == 1 or "页" in line.text
    repeated = any(shown[words] > max(pages / 2, 1) for words in _at_edge(line, page))
    return repeated or (line.from_edge < _EDGE and bool(_BROWSER.fullmatch(line.text)))


def _at_edge(line: _Line, page: int) -> Iterator[str]:
    """The words of a line where headers and footers stand, and with each of its numbers counted from the page's."""
    if line.from_edge < _EDGE:
        yield line.text
        for number in re.finditer(r"\d{1,4}", line.text):
            yield f"{line.text[: number.start()]}\0{int(number[0]) - page}{line.text[number.end() :]}"


def _lines(page: Page) -> Iterator[_Line]:
    """The lines from top to bottom."""
    rest = sorted(page.pieces, key=lambda piece: piece.middle)
    while rest:
        tallest = max((piece for piece in rest if beside(piece, rest[0])), key=lambda piece: piece.size)
        line = sorted((piece for piece in rest if beside(piece, tallest)), key=lambda piece: piece.left)
        rest = [piece for piece in rest if not beside(piece, tallest)]
        from_edge = min(tallest.middle, page.height - tallest.middle) / page.height
        yield _Line(tuple(line), page.by_ocr, tallest.size, line[0].left, line[-1].right, page.width / 2, from_edge)


def _blocks(lines: Sequence[_Line]) -> list[Sequence[_Line]]:
    """The lines of a page in reading order: what stands above two columns, the left one, the right one, and what stands
    below them; all in one where there are none."""
    if not lines:
        return []
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    parted = [_parted(line, middle) for line in lines]
    runs = [[*run] for beside, run in groupby(range(len(lines)), key=lambda n: bool(parted[n])) if beside]
    run = max(runs, key=len, default=[])
    run = run[next((n for n, at in enumerate(run) if all(parted[at])), len(run)) :]
    columns = [[column for at in run if (column := parted[at][side])] for side in (0, 1)]
    if not all(map(_is_column, columns)):
        return [lines]
    return [lines[: run[0]], *columns, lines[run[-1] + 1 :]]


def _parted(line: _Line, middle: float) -> list[_Line | None]:
    """What of a line stands on either side of the middle; nothing at all where a piece goes across it."""
    if any(piece.left < middle < piece.right or piece.in_cell for piece in line.pieces):
        return []
    sides = [[p for p in line.pieces if p.right <= middle], [p for p in line.pieces if p.left >= middle]]
    return [
        replace(line, pieces=tuple(side), left=side[0].left, right=side[-1].right, in_column=True) if side else None
        for side in sides
    ]


def _is_column(lines: Sequence[_Line]) -> bool:
    """Whether lines below each other are a column of text, of which many are as wide as it, and no cells of a table."""
    if len(lines) < _LEAST_OF_COLUMN:
        return False
    left, right, size = min(line.left for line in lines), max(line.right for line in lines), lines[0].size
    full = sum(line.right > right - _RAGGED * size and line.left < left + 3 * size for line in lines)
    return right - left > _NARROWEST * size and full > len(lines) / 4


def _measure(lines: Sequence[_Line]) -> _Measure:
    """The margins as the lines show them; one line in twenty may stick out."""
    stray = len(lines) // 20
    left = sorted(line.left for line in lines)[stray]
    right = sorted(line.right for line in lines)[-1 - stray]
    return _Measure(left, right, median(line.size for line in lines))


def _goes_on(before: _Line, its: _Measure, line: _Line, measure: _Measure, *, is_open: bool) -> bool:
    """Whether a line belongs to the paragraph of the one before it; `is_open`: a bracket is open at that one's end."""
    if not 1 / _LARGER < line.size / before.size < _LARGER:
        return False
    if line.size > measure.size * _LARGER:
        return _centred(before) and _centred(line)
    if before.text.endswith(_ENDS) and opens_part(line.text):
        return False  # a heading that is not indented
    # What may not begin a line takes the character before it along to the next: 行。
    taken = line.text[1:2] != "" and line.text[1:2] in _NEVER_FIRST and not opens_part(line.text)
    full = before.right > its.right - (_RAGGED + taken) * before.size
    return full and (is_open or line.left < measure.left + _INDENT * line.size)


def _centred(line: _Line) -> bool:
    return abs((line.left + line.right) / 2 - line.page_middle) < line.size


def _join(text: str, more: str) -> str:
    """One text of two; Latin letters keep the space that the line's end was."""
    return text + (" " if _LATIN.fullmatch(text[-1:] + more[:1]) else "") + more
