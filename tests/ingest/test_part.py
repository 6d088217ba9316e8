"""Where the parts of a document belong that no number marks off."""

import pytest

from ingest.outline import outline
from store.records import Document


def _locators(number: str, *lines: str) -> list[str]:
    document = Document("x", "标题", "办法", "policy", number=number, text="\n".join(lines))
    return [node.locator.removeprefix("《办法》") for node in outline(document)[1:]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # sentences: what stands below the last of them is of the whole
            ("一、渡口", "（一）停靠客船；", "（二）停靠货船。", "以上渡口夜间关闭。"),
            ["一、", "一、（一）", "一、（二）", "一、第1段"],
        ),
        (  # names
            ("一、渡口", "1. 东渡口", "2. 西渡口", "东西渡口夜间关闭。", "冬季停航。"),
            ["一、", "一、1.", "一、2.", "一、第1段", "一、第2段"],
        ),
        (  # the outermost list
            ("一、客船每人3元。", "二、货船每吨9元。", "票价含保险。", "某局"),
            ["一、", "二、", "正文末段", "署名"],
        ),
        (("一、客船3元。", "二、货船9元。", "含保险。", "不退票。"), ["一、", "二、", "正文末第1段", "正文末第2段"]),
        (  # within an item of a list
            ("一、渡口", "（一）客船：", "1.快船；", "2.慢船。", "快慢船不同价。", "（二）货船。"),
            ["一、", "一、（一）", "一、（一）1.", "一、（一）2.", "一、（一）第1段", "一、（二）"],
        ),
        (  # others have text of their own
            ("一、渡口", "（一）东渡口。", "停客船。", "（二）西渡口。", "停货船。"),
            ["一、", "一、（一）", "一、（一）", "一、（二）", "一、（二）"],
        ),
        (  # headings, of which the last goes on
            ("一、渡口", "（一）东渡口。停客船，不停货船。", "（二）西渡口。停货船，不停客船。", "夜间不停。"),
            ["一、", "一、（一）", "一、（二）", "一、（二）"],
        ),
        (("一、渡口", "（一）西渡口。", "停货船。"), ["一、", "一、（一）", "一、（一）"]),  # no list
        (
            ("一、渡口", "（一）客船。", "（二）票价如下：", "成人3元。"),
            ["一、", "一、（一）", "一、（二）", "一、（二）"],
        ),
        (  # a table is of the item above it
            ("一、渡口", "（一）客船。", "（二）票价见表。", "票：成人，价：3元", "票：儿童，价：1元"),
            ["一、", "一、（一）", "一、（二）", "一、（二）表格第1行", "一、（二）表格第2行"],
        ),
    ],
)
def test_what_stands_below_a_list(lines: tuple[str, ...], expected: list[str]) -> None:
    assert _locators("1号", *lines) == expected


def test_the_number_in_other_brackets_and_the_day_in_chinese() -> None:
    lines = ("标题", "渡[2021]1号", "一、甲", "乙。", "某局", "二〇二一年一月一日")
    assert _locators("渡〔2021〕1号", *lines) == ["标题", "文号", "一、", "一、", "署名", "成文日期"]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (  # above the signature, and again where each begins
            ("附件：", "1. 船票", "2. 须知", "某局", "2021年1月1日", "附件1", "船票", "每人3元。"),
            ["附件说明第1段", "附件说明第2段", "附件说明第3段", "署名", "成文日期", "附件1", "附件1"],
        ),
        (  # names of files below the day, as on a page to download them from
            ("某局", "2021年1月1日", "附件：", "1. 船票.doc", "须知.PDF"),
            ["署名", "成文日期", "附件说明第1段", "附件说明第2段", "附件说明第3段"],
        ),
        (("某局", "2021年1月1日", "附件：", "1. 船票每人3元。"), ["署名", "成文日期", "附件", "附件1."]),
        (("某局", "2021年1月1日", "附件", "1. 船票", "2. 证件"), ["署名", "成文日期", "附件", "附件1.", "附件2."]),
    ],
)
def test_a_mark_with_a_list_below_it_begins_no_enclosure(below: tuple[str, ...], expected: list[str]) -> None:
    assert _locators("1号", "标题", "一、渡口", "夜间关闭。", *below) == ["标题", "一、", "一、", *expected]


def test_the_headings_of_a_table_of_contents_open_nothing() -> None:
    contents = ("目 录", "第一章 渡船…… 1", "第二章 附则 3")
    lines = (
        "标题",
        *contents,
        "第一章 渡船",
        "第一条 渡船夜间停航。",
        "第二章 附则",
        "第二条 本办法自2021年1月1日起施行。",
    )
    assert _locators("1号", *lines) == [
        "标题", "目录第1段", "目录第2段", "目录第3段", "第一章", "第一条", "第二章", "第二条",
    ]  # fmt: skip
    # What no later line repeats is no entry.
    assert _locators("1号", "标题", "目录", "一、甲", "乙。")[1:] == ["正文首段", "一、", "一、"]


def test_who_gets_a_copy_is_no_part_of_the_last_enclosure() -> None:
    below = ("附件", "船票", "每人3元。", "抄送：某厅，某会。", "某局办公室 2021年1月2日印发")
    assert _locators("1号", "标题", "一、渡口", "夜间关闭。", "某局", "2021年1月1日", *below) == [
        "标题", "一、", "一、", "署名", "成文日期", "附件", "附件", "抄送机关", "印发机关",
    ]  # fmt: skip


def test_marks_below_the_official_ones() -> None:
    lines = ("一、船票", "1）成人3元；", "2）儿童免票。", "二、时间", "①平日六时；", "②节日八时。", "冬季停航。")
    assert _locators("1号", *lines) == ["一、", "一、1）", "一、2）", "二、", "二、①", "二、②", "二、第1段"]


def test_a_figure_below_an_article_counts_its_items() -> None:
    lines = ("第一条 渡船分为：", "1.客船；", "2.货船。", "第二条 渡船应当：", "（一）检查：", "1.船体；")
    assert _locators("1号", *lines) == [
        "第一条", "第一条第1项", "第一条第2项", "第二条", "第二条第（一）项", "第二条第（一）项第1目",
    ]  # fmt: skip
