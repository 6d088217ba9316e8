"""Tables in plain texts."""

import pytest

from ingest.load import read_source


def lines_of(*lines: str) -> list[str]:
    return [line for line in read_source("\n".join(lines).encode(), "a.txt").text.split("\n") if line.strip()]


@pytest.mark.parametrize("gap", ["   ", "\t", " \t", "\u3000\u3000"])
def test_columns_that_are_set_apart_by_gaps_are_named_in_each_row(gap: str) -> None:
    rows = [["车型", "每日租金", "押金"], ["童车（5岁以下）", "3.5元", "30元"], ["货车", "9元", "不收"]]
    told = ["车型：童车（5岁以下），每日租金：3.5元，押金：30元", "车型：货车，每日租金：9元，押金：不收"]
    typed = ["    " + gap.join(row) for row in rows]
    assert lines_of("第二条 租金如下：", *typed, "第三条 当日结清。") == [
        "第二条 租金如下：",
        *told,
        "第三条 当日结清。",
    ]


def test_two_columns_are_a_table_where_the_second_is_a_measure() -> None:
    assert lines_of("证件   借书数量", "儿童证   4册") == ["证件：儿童证，借书数量：4册"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            ("车型 租金（元） 押金", "童车 3 30元", "货车 9 不收"),
            ["车型：童车，租金：3元，押金：30元", "车型：货车，租金：9元，押金：不收"],
        ),
        (("证件 借书数量", "儿童证 4册", "成人证 6册"), ["证件：儿童证，借书数量：4册", "证件：成人证，借书数量：6册"]),
        (
            ("时间 内容 地点", "8:30 签到 大厅", "9:00 参观，提问 二楼"),
            ["时间：8:30，内容：签到，地点：大厅", "时间：9:00，内容：参观，提问，地点：二楼"],
        ),
        (("序号 车型 车位", "1 童车 甲区", "2 货车 乙区"), None),  # nothing but the rows' count
        (("车型 租金 押金", "童车 3元 30元"), None),  # a single row
        (("车型 租金 押金", "童车租金如下： 3元 30元", "货车租金如下： 9元 90元"), None),
        (("第一章 总则 1", "第二章 租金 3", "第三章 押金 7"), None),
        (("姓名 张三", "电话 123", "手机 456"), None),
        (("某局 某厅", "2021年4月2日 2021年4月3日", "2021年5月2日 2021年5月3日"), None),
        (("a b c", "1 2 3", "4 5 6"), None),
    ],
)
def test_columns_set_apart_by_single_spaces_where_every_line_reads_as_a_row(
    typed: tuple[str, ...], told: list[str] | None
) -> None:
    assert lines_of("租车须知", *typed, "当日结清。") == ["租车须知", *(told or typed), "当日结清。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("姓名  张三", "电话  123", "手机  456"),  # a form
        ("联系人：张三    电话：123", "联系人：李四    电话：456"),
        ("张三   李四   王五", "赵六   孙七   周八"),  # names
        ("东县文化局    西县文化局    南县文化局", "北县文化局    中县文化局    新县文化局"),
        ("第一章  总则", "第一条  每辆车收租金3元。"),
        ("第一章  总则  1", "第二章  租金  3"),
        ("一、  收费标准", "1.  每人3元"),
        ("车型   租金   押金",),
        ("车型   租金   押金", "童车   3元"),
        ("1   2   3", "4   5   6"),
        ("某局    某厅", "2021年4月2日    2021年4月3日"),
    ],
)
def test_other_lines_with_gaps_stay_as_they_are(lines: tuple[str, ...]) -> None:
    assert lines_of(*lines) == [*lines]


def test_columns_that_a_single_space_sets_apart_are_named_in_each_row_with_the_unit_said_above() -> None:
    rows = ["船员 近海 远洋 夜班", "大副 300 500 80", "水手 180 260 60"]
    assert lines_of("2.1 出海补贴如下(单位:元/天):", *rows, "2.2 当月发放.") == [
        "2.1 出海补贴如下(单位:元/天):",
        "船员：大副，近海：300元/天，远洋：500元/天，夜班：80元/天",
        "船员：水手，近海：180元/天，远洋：260元/天，夜班：60元/天",
        "2.2 当月发放.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("张三 李四 王五", "赵六 孙七 周八", "吴九 郑十 冯一"),  # names
        ("甲队 3比1 乙队", "丙队 2比0 丁队", "戊队 1比1 己队"),  # no head
        ("每人 自带 雨具。", "每船 限乘 20人。", "每日 开航 3次。"),
        ("船员 近海 远洋", "大副 300 500"),  # one row tells nothing
        ("the fare is", "paid on 3", "or on 5"),
    ],
)
def test_other_lines_with_single_spaces_stay_as_they_are(lines: tuple[str, ...]) -> None:
    assert lines_of(*lines) == [*lines]
