"""Cells of tables told row by row."""

import pytest

from assistant.figures.table_cells import bracketed, cell_asked, cells_of, none_cell
from assistant.understanding.question import understand
from assistant.verdicts.told import told_verdict

ROW = "对象：最低工资职工、学徒，摊位租金：8元/平方米，减免比例：90%"
CHANGED = "年龄段：60—69周岁，原标准：50元，调整后标准：80元"


def test_the_cells_of_a_row() -> None:
    assert cells_of("档次：甲，条件：满3年，且无欠费；")[1] == ("条件", "满3年，且无欠费")
    assert cells_of("答：可以，电话：123") == [("电话", "123")]


@pytest.mark.parametrize(
    ("question", "row", "cell"),
    [
        ("学徒一平米多少钱", ROW, "摊位租金：8元/平方米"),
        ("学徒能减免几成", ROW, "减免比例：90%"),
        ("65岁现在领多少", CHANGED, "调整后标准：80元"),
        ("65岁原来领多少", CHANGED, "原标准：50元"),
        ("学徒有哪些规定", ROW, ""),
        ("75岁现在领多少", CHANGED, ""),
        ("学徒减免九成吗", ROW, ""),
        ("第一批上船的有哪些人", "（一）第一批：老人、孩子；\n（二）第二批：女客、船工。", ""),
    ],
)
def test_the_cell_that_is_asked_for(question: str, row: str, cell: str) -> None:
    assert cell_asked(understand(question), row) == cell


@pytest.mark.parametrize(
    ("question", "text", "inside"),
    [
        ("60岁领多少", CHANGED, 1),
        ("69岁领多少", CHANGED, 1),
        ("70岁领多少", CHANGED, -1),
        ("领多少", CHANGED, 0),
        ("18岁领多少", "未满18周岁的，30元", -1),
        ("17岁领多少", "未满18周岁的，30元", 1),
        ("90岁领多少", "年龄段：90周岁以上，标准：9元", 1),
    ],
)
def test_the_bracket_that_an_age_falls_into(question: str, text: str, inside: int) -> None:
    assert bracketed(understand(question), text) == inside


NONE = "对象：学徒，租房补贴：80元/月，一次性购车补贴（万元）：/"


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("学徒一次性购车补贴多少", "一次性购车补贴：无（表中为“/”）"),
        ("学徒买车补多少", "一次性购车补贴：无（表中为“/”）"),
        ("学徒租房补贴多少", "租房补贴：80元/月"),
    ],
)
def test_a_cell_may_say_that_there_is_none(question: str, cell: str) -> None:
    assert cell_asked(understand(question), NONE) == cell


@pytest.mark.parametrize(
    ("question", "verdict"),
    [("学徒有购车补贴吗", "no"), ("学徒没有购车补贴吧", "yes"), ("学徒有租房补贴吗", None)],
)
def test_nobody_gets_what_a_cell_says_that_there_is_none_of(question: str, verdict: str | None) -> None:
    assert told_verdict(understand(question), NONE) == verdict
    assert none_cell(understand("学徒租房"), NONE) == ""


LARGE, MIDDLE = "棚型：大棚（40座以上），每年补助：4万元。", "棚型：中棚（20至39座），每年补助：3万元。"


@pytest.mark.parametrize(
    ("question", "text", "inside"),
    [
        ("30座的棚补多少", MIDDLE, 1),
        ("30座的棚补多少", LARGE, -1),
        ("45座的棚补多少", LARGE, 1),
        ("45座的棚补多少", MIDDLE, -1),
        ("30户的市场补多少", MIDDLE, 0),
        ("投资2000万元补多少", "档次：第一档，投资额：300万元以上不足1000万元，比例：8%", -1),
        ("投资800万元补多少", "档次：第一档，投资额：300万元以上不足1000万元，比例：8%", 1),
    ],
)
def test_the_bracket_that_a_count_or_an_amount_falls_into(question: str, text: str, inside: int) -> None:
    assert bracketed(understand(question), text) == inside


def test_the_cell_of_the_bracket_is_not_the_one_asked_for() -> None:
    row = "档次：第一档，投资额：300万元以上不足1000万元，最高补助：70万元"
    assert cell_asked(understand("投资800万元补多少"), row) == "最高补助：70万元"
    assert cell_asked(understand("投资800万元补多少"), row.replace("，最高", "，补助比例：8%，最高")) == ""
