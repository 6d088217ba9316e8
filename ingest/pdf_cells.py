"""Ruled tables on printed pages: what stands between the same four lines is one cell, however many lines of text it is.

Lengths are in points, from a page's top left corner.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.layout import Piece

_NEAR = 3.0  # points within which lines are one
_FULL = 2  # times the size of the characters: a line that ends so near the cell's edge goes on


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that is drawn, upright or flat."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        return self.bottom - self.top > self.right - self.left

    def parts(self, piece: Piece, char: Piece) -> bool:
        """Whether it stands in the gap between a piece and what comes next, be the gap no wider than a space."""
        return piece.right <= self.left and self.right <= char.left and self.top <= char.middle <= self.bottom


@dataclass(frozen=True, slots=True)
class _Cell:
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def is_beside(self, other: "_Cell") -> bool:
        """Whether the other one is the next to the right."""
        return abs(self.right - other.left) <= 2 * _NEAR and self.top < other.bottom and other.top < self.bottom


def by_cells(pieces: Sequence[Piece], upright: Sequence[Rule], flat: Sequence[Rule]) -> list[Piece]:
    """The pieces, those of a table's cell as one, which stands in each row that the cell goes down."""
    held = defaultdict[_Cell, list[Piece]](list)
    free: list[Piece] = []
    for piece in pieces:
        cell = _cell_of(piece, upright, flat)
        (held[cell] if cell else free).append(piece)
    tabled = {cell for cell in held for other in held if cell.is_beside(other) or other.is_beside(cell)}
    found = free + [piece for cell in held if cell not in tabled for piece in held[cell]]
    for cell in tabled:
        rows = [other.middle for other in tabled if cell.top < other.middle < cell.bottom and _is_row(other, tabled)]
        for middle in sorted({round(row / _NEAR): row for row in rows}.values()) or [cell.middle]:
            found.append(replace(_whole(held[cell], cell), middle=middle))
    return found


def _is_row(cell: _Cell, cells: Iterable[_Cell]) -> bool:
    """Whether no cell is lower and stands within its height, beside it."""
    return not any(
        cell.top - _NEAR < other.top and other.bottom < cell.bottom + _NEAR
        and other.bottom - other.top < cell.bottom - cell.top - _NEAR
        for other in cells
    )  # fmt: skip


def _cell_of(piece: Piece, upright: Sequence[Rule], flat: Sequence[Rule]) -> _Cell | None:
    """The four lines around a piece, None where there are not four."""
    across = (piece.left + piece.right) / 2
    beside = [rule for rule in upright if rule.top - _NEAR < piece.middle < rule.bottom + _NEAR]
    over = [rule for rule in flat if rule.left - _NEAR < across < rule.right + _NEAR]
    left = max((rule.right for rule in beside if rule.right < across), default=None)
    right = min((rule.left for rule in beside if rule.left > across), default=None)
    top = max((rule.bottom for rule in over if rule.bottom < piece.middle), default=None)
    bottom = min((rule.top for rule in over if rule.top > piece.middle), default=None)
    if left is None or right is None or top is None or bottom is None:
        return None
    return _Cell(*(round(edge / _NEAR) * _NEAR for edge in (left, right, top, bottom)))


def _whole(pieces: Sequence[Piece], cell: _Cell) -> Piece:
    """What stands in a cell, as one: lines that fill it go on on the next."""
    ordered = sorted(pieces, key=lambda piece: (piece.middle, piece.left))
    text = ordered[0].text
    for before, piece in pairwise(ordered):
        full = before.right > cell.right - _FULL * before.size - _NEAR and piece.middle > before.middle
        text += ("" if full else " ") + piece.text
    left, right = min(piece.left for piece in ordered), max(piece.right for piece in ordered)
    return Piece(text, left, right, cell.middle, max(piece.size for piece in ordered), in_cell=True)
