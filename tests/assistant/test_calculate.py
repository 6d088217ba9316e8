import pytest

from assistant.calculate import calculate
from assistant.question import understand

TOTAL = "中央财政对每个城市补助2000万元，其中首年拨付1500万元"
SHARE = "用于隔离设施的资金比例不得低于30%"


@pytest.mark.parametrize(
    ("question", "stretches", "result"),
    [
        ("总额减去首年的，还剩多少钱？", (TOTAL, SHARE), "500万元"),
        ("按2000万元算，隔离设施至少要花多少钱？", (SHARE, TOTAL), "600万元"),
        ("隔离设施至少要花多少钱？", (SHARE, TOTAL), "600万元"),
        ("每年增长10%，三年后是基数的多少倍？", ("年均增幅10%以上",), "1.33倍"),
        ("2021年3月31日下达资金，细则最晚什么时候印发？", ("资金下达的3个月内，城市印发实施细则",), "2021年6月30日"),
    ],
)
def test_sums_that_clauses_define(question: str, stretches: tuple[str, ...], result: str) -> None:
    found = calculate(understand(question), stretches)
    assert found is not None
    assert found.result == result


def test_nothing_to_work_out() -> None:
    assert calculate(understand("申报材料有哪些？"), (TOTAL, SHARE)) is None
