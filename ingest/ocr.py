"""Read the picture of a page, on this machine: the models come with the package."""

import re
from functools import cache
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from rapidocr_onnxruntime import RapidOCR

from ingest.layout import Page, Piece

_SCALE = 2.0  # pixels a point: 144 dpi, at which printed text is read well
_LONGEST = 2400  # pixels a side, whatever size a page says it has
# In a document number the year stands in these brackets; read from a picture, either may come as one that looks alike.
_YEAR = re.compile(r"[〔\[【]((?:19|20)\d\d)[〕\]】](?=\d+号)")

_Corners = np.ndarray[Any, np.dtype[np.float64]]


def read_picture(page: pdfium.PdfPage) -> Page:
    """What stands on a page, read from its picture."""
    width, height = page.get_size()
    scale = min(_SCALE, _LONGEST / max(width, height))
    found, _ = _reader()(page.render(scale=scale).to_numpy())
    boxes = [(np.array(corners) / scale, text) for corners, text, _ in found or ()]
    upright = _turned([corners for corners, _ in boxes], np.array([width, height]) / 2)
    pieces = [_piece(corners, text) for corners, (_, text) in zip(upright, boxes, strict=True)]
    return Page(width, height, tuple(pieces), by_ocr=True)


def _turned(boxes: list[_Corners], middle: _Corners) -> list[_Corners]:
    """The boxes as they stand on the page when it lies straight: by the slope of the widest of them."""
    edges = sorted((box[1] - box[0] for box in boxes), key=lambda edge: -float(edge[0]))[: max(len(boxes) // 2, 1)]
    slope = float(np.median([edge[1] / edge[0] for edge in edges if edge[0] > 0] or [0.0]))
    turn = np.array([[1.0, -slope], [slope, 1.0]]) / np.hypot(1, slope)
    return [(box - middle) @ turn + middle for box in boxes]


def _piece(corners: _Corners, text: str) -> Piece:
    """A box of words; `corners` are four points from the top left one on, clockwise."""
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    text = _YEAR.sub(r"〔\1〕", text)
    return Piece(text, float(left), float(right), float(top + bottom) / 2, float(bottom - top))


@cache
def _reader() -> RapidOCR:
    return RapidOCR()
