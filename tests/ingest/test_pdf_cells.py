"""Ruled tables of printed pages."""

from collections.abc import Sequence

import papers

from ingest.load import read_source

ABOVE = [("停靠费如下：", 80.0, 70.0, 16.0)]
CELLS = [
    *[("船只", 84.0, 104.0, 16.0), ("停靠费", 184.0, 104.0, 16.0), ("须知", 294.0, 104.0, 16.0)],
    ("客船", 84.0, 158.0, 16.0),  # in the middle of two rows
    *[("每次30元", 184.0, 142.0, 16.0), ("靠泊前须向渡口", 294.0, 132.0, 16.0), ("报告", 294.0, 152.0, 16.0)],
    *[("夜间60元", 184.0, 182.0, 16.0), ("须预约", 294.0, 182.0, 16.0)],
]
UPRIGHT = [(left, 100.0, 206.0) for left in (80.0, 180.0, 290.0, 440.0)]
FLAT = [(100.0, 80.0, 440.0), (126.0, 80.0, 440.0), (174.0, 180.0, 440.0), (206.0, 80.0, 440.0)]


def read(
    placed: Sequence[papers.Placed],
    rules: Sequence[tuple[float, float, float]] = UPRIGHT,
    flat: Sequence[tuple[float, float, float]] = FLAT,
) -> list[str]:
    text = read_source(papers.typed_pdf([placed], rules=rules, flat=flat), "a.pdf").text
    return [line for line in text.split("\n") if line]


def test_a_cell_of_several_lines_is_one_and_stands_in_each_row_that_it_goes_down() -> None:
    assert read([*ABOVE, *CELLS]) == [
        "停靠费如下：",
        "船只：客船，停靠费：每次30元，须知：靠泊前须向渡口报告",
        "船只：客船，停靠费：夜间60元，须知：须预约",
    ]


def test_lines_that_do_not_fill_a_cell_stay_apart() -> None:
    short = [("先报告" if text == "靠泊前须向渡口" else text, *place) for text, *place in CELLS]
    assert "须知：先报告 报告" in read([*ABOVE, *short])[1]


def test_a_frame_around_text_makes_no_table_of_it() -> None:
    lines = [("渡口每日六时开放，开放以前不得靠泊，冬季另定。", 84.0, 110.0, 14.0), ("夜间不停。", 112.0, 140.0, 14.0)]
    told = ["渡口每日六时开放，开放以前不得靠泊，冬季另定。", "夜间不停。"]
    assert read(lines, UPRIGHT[::3], FLAT[::3]) == told
