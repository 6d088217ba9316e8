"""Sums over the rows and columns of a table."""

import pytest

from assistant.figures.calculate import calculate
from assistant.figures.table_sums import table_sum
from assistant.understanding.question import understand

BOATS = (
    "船型：货船，停泊费：80元/天，押金：300元，检修费：120元",
    "船型：渔船，停泊费：50元/天，押金：200元，检修费：90元",
)
LOADS = ("装载量：不足10吨，补贴：每吨5元，结算：3日内", "装载量：10吨以上，补贴：每吨8元，结算：5日内")


@pytest.mark.parametrize(
    ("question", "rows", "result"),
    [
        ("两个船型押金一共多少", BOATS, "500元"),
        ("货船和渔船检修费加起来多少", BOATS, "210元"),
        ("货船的押金和检修费一共交多少", BOATS, "420元"),
        ("渔船停泊费停3天要多少钱", BOATS, "150元"),
        ("渔船停泊费停11天要多少钱", BOATS, "550元"),
        ("拉12吨一共补多少", LOADS, "96元"),
        ("渔船停3天，停泊费每天多少", BOATS, None),
        ("三个船型押金一共多少", BOATS, None),
        ("货船押金多少", BOATS, None),
        ("货船的停泊费和押金一共交多少", BOATS, None),  # a day's and what is paid once
        ("渔船停泊费停3天是150元吗", BOATS, None),
    ],
)
def test_what_is_summed_up_of_a_table(question: str, rows: tuple[str, ...], result: str | None) -> None:
    found = table_sum(understand(question), rows, lambda: rows)
    assert (found and found.result) == result


def test_a_table_is_summed_up_where_something_is_worked_out() -> None:
    found = calculate(understand("两个船型押金一共多少"), BOATS, lambda: BOATS)
    assert found is not None
    assert found.result == "500元"
