"""What OCR has found on a page that was not laid straight."""

import numpy as np

from ingest.ocr import _turned


def test_boxes_of_a_slanted_page_stand_level() -> None:
    level = [
        np.array([(80.0, y), (right, y), (right, y + 16), (80.0, y + 16)])
        for y, right in ((100, 500), (130, 500), (160, 300))
    ]
    middle, slope = np.array([300.0, 400.0]), np.tan(np.radians(1.5))
    turn = np.array([[1.0, slope], [-slope, 1.0]]) / np.hypot(1, slope)
    slanted = [(box - middle) @ turn + middle for box in level]
    assert abs(slanted[0][0][1] - slanted[0][1][1]) > 10
    for box, straight in zip(_turned(slanted, middle), level, strict=True):
        assert np.allclose(box, straight)


def test_a_page_without_words_stays_as_it_is() -> None:
    assert _turned([], np.array([300.0, 400.0])) == []
