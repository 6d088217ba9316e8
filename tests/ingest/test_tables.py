"""Tables, row by row."""

import io

import docx
import papers
import pytest
from docx.oxml import OxmlElement
from hypothesis import given
from hypothesis import strategies as st

from ingest.clauses import clause_spans
from ingest.load import read_source
from ingest.tables import _double_head, spell_lines, spell_table

HEAD = ["档次", "金额", "比例"]
BODY = [["第一档", "500万元以下（含500万元；不含利息）", "50%"], ["第二档", "500万元以上", "40%"]]
TOLD = [
    "档次：第一档，金额：500万元以下（含500万元；不含利息），比例：50%",
    "档次：第二档，金额：500万元以上，比例：40%",
]


def lines_of(content: bytes) -> list[str]:
    return [line for line in read_source(content, "file").text.split("\n") if line.strip()]


def test_a_row_is_one_clause_in_which_each_cell_is_called_by_its_column() -> None:
    assert spell_table([HEAD, *BODY]) == ["", *TOLD]
    for line in TOLD:
        assert clause_spans(line, ()) == [(0, len(line))]


@pytest.mark.parametrize(
    "rows",
    [
        [["第一档", "50%", "1万元"], ["第二档", "40%", "2万元"]],  # no head
        [["联系人", "张三"], ["电话", "12345678"], ["地址", "甲路"]],  # a form
        [["联系人", "张三"], ["电话", "12345678"]],
        [["摊位名称", "修车铺"], ["年租金额", "3万元"]],
        [["收费标准", "营业额"], ["每月", "3万元"]],
        [["事项", "收费标准"], ["依据", "第3号文件"]],
        [HEAD],
        [["补贴", "补贴", "对象"], ["比例", "上限", "企业"]],  # two lines of heads
        [["要求", "说明：", "对象"], ["甲", "乙", "丙"]],
    ],
)
def test_without_a_head_rows_stay_as_they_are(rows: list[list[str]]) -> None:
    assert spell_table(rows) == [" | ".join(row) for row in rows]


def test_captions_and_notes_are_lines_and_empty_cells_say_nothing() -> None:
    rows = [["表1"], ["", "2024年", "2025年"], ["甲市", "3", ""], ["注：以实际为准。"], ["乙市", "4", "5"]]
    assert spell_table(rows) == ["表1", "", "甲市，2024年：3", "注：以实际为准。", "乙市，2024年：4，2025年：5"]


def test_typed_tables() -> None:
    typed = ["| 城市 | 年份 |", "|---|:-:|", "| 甲市 | 2024 |", "正文。", "城市 | 金额 | 上限", "甲市 | 3 | 4"]
    assert spell_lines(typed) == ["", "", "城市：甲市，年份：2024", "正文。", "", "城市：甲市，金额：3，上限：4"]
    assert lines_of("\n".join(typed).encode()) == [line for line in spell_lines(typed) if line]
    assert lines_of("首页 | 新闻\n正文。".encode()) == ["首页 | 新闻", "正文。"]


def test_the_line_above_a_typed_table_names_the_unit_of_its_figures() -> None:
    typed = ["停靠费如下(单位:元/次):", "", "船只 | 平日 | 押金(百元)", "客船 | 30 | 6", "正文。"]
    assert spell_lines(typed) == [*typed[:2], "", "船只：客船，平日：30元/次，押金：6百元", "正文。"]


cells = st.text(alphabet="甲乙12%（）；。", max_size=8).map(str.strip)


@given(st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=5)))
def test_no_cell_is_lost(rows: list[list[str]]) -> None:
    told = spell_table(rows)
    assert len(told) == len(rows)
    body = 0 if told[0] else 2 if _double_head(rows, 0) else 1
    assert "" not in told[body:] or any(not any(row) for row in rows[body:])
    for row, line in zip(rows[body:], told[body:], strict=True):
        assert all(cell in line for cell in row)


def test_two_rows_are_a_head_only_where_a_group_has_a_name() -> None:
    rows = [["", "船票", ""], ["", "", "成人"], ["", "", "3"]]
    assert "成人" in "".join(spell_table(rows))
    assert spell_table([["", "2元", "2元"], ["", "快船", "慢船"], ["", "1", "3"]])[1] != ""


def test_merged_cells_of_word_stand_in_every_row() -> None:
    document = docx.Document()
    table = document.add_table(4, 3)
    for row, texts in zip(table.rows, [HEAD, *BODY, ["注：另行通知", "", ""]], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(2, 2).text = ""
    table.cell(1, 2).merge(table.cell(2, 2))
    table.cell(3, 0).merge(table.cell(3, 2))
    file = io.BytesIO()
    document.save(file)
    assert lines_of(file.getvalue()) == [TOLD[0], TOLD[1].replace("40%", "50%"), "注：另行通知"]


@pytest.mark.parametrize(
    "rows",
    [
        [["车型", "押金额"], ["童车", "30元"]],
        [["车型", "押金额（元）"], ["童车", "30元"], ["货车", "另行确定"]],
        [["场馆", "开放时间"], ["阅览室", "每日9时至21时"]],
        [["证件", "借书数量"], ["儿童证", "最多4册"], ["成人证", "不限"]],
    ],
)
def test_a_second_column_that_is_called_by_a_measure_has_its_figures(rows: list[list[str]]) -> None:
    (subject, measure), *body = rows
    assert spell_table(rows) == ["", *(f"{subject}：{name}，{measure}：{figure}" for name, figure in body)]


ODD_HEAD = [["车型", "押金额（高于30元的分3期）"], ["童车", "30元"]]


@pytest.mark.parametrize(
    ("repeated", "bold", "headed"),
    [(True, (), True), (False, (0,), True), (False, (0, 1), False), (False, (), False)],
)
def test_a_row_that_word_sets_as_a_head_names_the_columns(repeated: bool, bold: tuple[int, ...], headed: bool) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for n, (row, texts) in enumerate(zip(table.rows, ODD_HEAD, strict=True)):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text).bold = n in bold
    if repeated:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    file = io.BytesIO()
    document.save(file)
    told = ["车型：童车，押金额（高于30元的分3期）：30元"]
    assert lines_of(file.getvalue()) == (told if headed else spell_table(ODD_HEAD))


def test_merged_cells_of_a_page_stand_in_every_row() -> None:
    page = (
        "<html><body><p>正文在此，说明如下。</p><table><tr><th>档次</th><th>金额</th></tr>"
        "<tr><td rowspan=2>第一档</td><td>甲</td></tr><tr><td>3</td></tr>"
        "<tr><td colspan=2>注：另行通知</td></tr><tr><td rowspan='x' colspan=-1>第二档</td><td>乙</td></tr>"
        "</table></body></html>"
    )
    assert lines_of(page.encode()) == [
        "正文在此，说明如下。", "档次：第一档，金额：甲", "档次：第一档，金额：3", "注：另行通知",
        "档次：第二档，金额：乙",
    ]  # fmt: skip


def test_a_table_on_a_printed_page() -> None:
    table = [HEAD, *([*row[:1], "500万元", *row[2:]] for row in BODY)]
    placed = [
        (cell, 80.0 + 150 * column, 300.0 + 30 * n, 14.0)
        for n, row in enumerate(table)
        for column, cell in enumerate(row)
    ]
    assert lines_of(papers.typed_pdf([[("正文如下：", 80, 200, 14), *placed]])) == [
        "正文如下：", "档次：第一档，金额：500万元，比例：50%", "档次：第二档，金额：500万元，比例：40%",
    ]  # fmt: skip


def test_lines_between_columns_part_what_stands_close_together() -> None:
    table = [["车型", "载重范围", "租金"], ["童车", "二十公斤以上", "3元"], ["货车", "五十公斤以上", "9元"]]
    lefts = [80.0, 120.0, 300.0]
    placed = [
        (cell, lefts[column], 300.0 + 30 * n, 14.0) for n, row in enumerate(table) for column, cell in enumerate(row)
    ]
    told = ["车型：童车，载重范围：二十公斤以上，租金：3元", "车型：货车，载重范围：五十公斤以上，租金：9元"]
    assert lines_of(papers.typed_pdf([placed], rules=[(114.0, 295.0, 380.0)])) == told
    assert lines_of(papers.typed_pdf([placed], rules=[(114.0, 95.0, 180.0)])) != told  # beside other lines
    # Between characters that touch there is no column's end.
    sentence = [("每辆车按日收取租金。", 80.0, 300.0, 14.0)]
    assert lines_of(papers.typed_pdf([sentence], rules=[(107.7, 295.0, 380.0)])) == ["每辆车按日收取租金。"]


def test_a_bare_number_takes_the_unit_of_its_column() -> None:
    rows = [["类别", "对象", "租房补贴（元/月）"], ["甲类", "博士", "2000"], ["乙类", "硕士", "另定"]]
    assert spell_table(rows) == [
        "",
        "类别：甲类，对象：博士，租房补贴：2000元/月",
        "类别：乙类，对象：硕士，租房补贴（元/月）：另定",
    ]


def test_a_head_of_two_rows_names_each_column_with_its_group() -> None:
    rows = [
        ["等级", "学员", "学员", "教练", "教练"],
        ["等级", "平日", "周末", "平日", "周末"],
        ["初级", "7", "9", "4", ""],
    ]
    told = "等级：初级，学员、平日：7元/次，学员、周末：9元/次，教练、平日：4元/次"
    assert spell_table(rows, above="表2 场地费（单位：元/次）") == ["", "", told]
    page = (
        "<p>表2 场地费（元/次）</p>"
        "<table><tr><th rowspan=2>等级</th><th colspan=2>学员</th><th colspan=2>教练</th></tr>"
        "<tr><th>平日</th><th>周末</th><th>平日</th><th>周末</th></tr>"
        "<tr><td>初级</td><td>7</td><td>9</td><td>4</td><td></td></tr></table>"
    )
    assert told in lines_of(f"<html><body>{page}</body></html>".encode())


def test_the_unit_of_all_figures_is_none_of_what_is_counted_otherwise() -> None:
    rows = [["序号", "项目", "金额"], ["1", "甲", "30"]]
    assert spell_table(rows, above="单位：万元") == ["", "序号：1，项目：甲，金额：30万元"]
    assert spell_table(rows, above="见下表") == ["", "序号：1，项目：甲，金额：30"]
    assert spell_table([["项目", "租金（元/平方米·月）", "说明"], ["甲", "2.4", "按月"]]) == [
        "",
        "项目：甲，租金：2.4元/平方米·月，说明：按月",
    ]


def test_a_total_that_goes_across_columns_is_said_once() -> None:
    head, body = ["品种", "摊主", "租金（元）"], ["合 计", "合 计", "90"]
    assert spell_table([head, ["茶", "茶", "90"], body]) == [
        "",
        "品种：茶，摊主：茶，租金：90元",
        "品种：合 计，租金：90元",
    ]
