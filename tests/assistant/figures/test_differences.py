"""By how much one figure is more than another."""

import pytest

from assistant.figures.calculate import calculate
from assistant.understanding.question import understand

RATES = "客流年均增幅20%以上；货运量年均增幅35%以上"
BERTHS = "建成渔船泊位60个以上"
YACHTS = "建成游艇泊位25个以上"


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("货运量的增幅比客流高几个百分点", "15个百分点"),
        ("客流增幅比货运量高多少", "少15个百分点"),
        ("渔船泊位比游艇泊位多多少个", "35个"),
        ("60个渔船泊位、25个游艇泊位，渔船泊位比游艇泊位多几个", "35个"),
    ],
)
def test_the_difference_of_two_figures_is_worked_out(question: str, result: str) -> None:
    found = calculate(understand(question), (RATES, BERTHS, YACHTS))
    assert found is not None
    assert found.result == result


def test_a_figure_that_is_not_stated_has_no_difference() -> None:
    assert calculate(understand("货运量的增幅比停车场高几个百分点"), (RATES,)) is None
    assert calculate(understand("渔船泊位比货运量多多少"), (RATES, BERTHS)) is None


@pytest.mark.parametrize(
    ("question", "result"),
    [("三项增幅里哪一项最高", "货运量年均增幅35%以上"), ("哪个的增幅最低，是多少", "客流年均增幅20%以上")],
)
def test_the_utmost_of_several_figures_is_told(question: str, result: str) -> None:
    found = calculate(understand(question), (RATES, BERTHS))
    assert found is not None
    assert found.result == result
    assert calculate(understand("哪个泊位最高"), (RATES, BERTHS)) is None
