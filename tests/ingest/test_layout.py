"""From what stands on pages to paragraphs."""

import papers
import pytest

from ingest.layout import Page, Piece, paragraphs

LINES = [
    "关于示例工作的通知",
    "例办〔2021〕7号",
    *(
        f"{n}. 每个县支持30万元，用于培训、宣传和统计，不得用于装修，也不得用于发放工资，逾期不予受理。"
        for n in range(1, 31)
    ),
]


def page(*placed: papers.Placed) -> Page:
    pieces = (Piece(text, left, left + size * len(text), top + size / 2, size) for text, left, top, size in placed)
    return Page(papers.WIDTH, papers.HEIGHT, tuple(pieces))


def read(*pages: list[papers.Placed]) -> list[str]:
    return [text for text, _ in paragraphs([page(*placed) for placed in pages])]


def printed(lines: list[str], above: str, below: str) -> list[list[papers.Placed]]:
    """The pages with these words at their edges in place of the numbers that all such pages have."""
    pages = [placed[:-1] for placed in papers.typeset(lines)]
    for n, placed in enumerate(pages, start=1):
        placed.append((above.format(n, len(pages)), 30, 20, 9))
        placed.append((below.format(n, len(pages)), 30, 815, 9))
    return pages


@pytest.mark.parametrize("count", [4, len(LINES)])
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("11/29/26, 6:17 PM", "file:///tmp/示例.html {}/{}"),
        ("2026/11/29 下午6:17 示例", "https://example.org/a.html?b=1 {}/{}"),
        ("— {} —", "第 {} 页 共 {} 页"),
        ("- {} -", "第{}页，共{}页"),
        ("—{}一", "{}一"),  # as OCR reads dashes
        ("Page {} of {}", "{} / {}"),
    ],
)
def test_what_browsers_print_and_page_numbers_are_no_text(above: str, below: str, count: int) -> None:
    assert read(*printed(LINES[:count], above, below)) == LINES[:count]


@pytest.mark.parametrize(
    ("above", "below"), [("某局文件汇编（2021年）", "内部资料"), ("第{}页 示例汇编 共{}页", "示例 {}")]
)
def test_what_is_printed_at_the_edges_of_every_page_is_no_text(above: str, below: str) -> None:
    assert read(*printed(LINES, above, below)) == LINES


def test_what_differs_from_page_to_page_is_text() -> None:
    assert read([("甲", 80, 40, 16)], [("乙", 80, 40, 16)]) == ["甲乙"]
    assert read([("附件1", 80, 90, 16)], [("附件2", 80, 90, 16)]) == ["附件1附件2"]
    assert read([("30%。", 80, 800, 16)], [("5个", 80, 800, 16)]) == ["30%。5个"]


def test_the_numbers_of_a_table_are_no_page_numbers() -> None:
    rows = [[("2021", 80.0, 780.0, 16.0), ("2022", 300.0, 780.0, 16.0)], [("城市", 80.0, 750.0, 16.0)]]
    assert read(rows[0] + rows[1]) == ["城市", "2021 2022"]


@pytest.mark.parametrize("heading", ["第二节 示例", "二、示例", "（二）示例", "2. 示例", "第二条 示例"])
def test_a_heading_at_the_margin_opens_a_paragraph_below_a_full_line(heading: str) -> None:
    full = "每个县支持三十万元用于培训宣传和统计不得用于装修。"
    assert read([(full, 80, 200, 16), (heading, 80, 230, 16)]) == [full, heading]
    assert read([(full[:-1], 80, 200, 16), (heading, 80, 230, 16)]) == [full[:-1] + heading]


def test_a_mark_that_begins_no_line_takes_the_character_before_it_along() -> None:
    wide = "每个县支持三十万元用于培训宣传和统计不得用于装修工资"
    lines = [(wide, 80.0, 200.0 + 30 * n, 16.0) for n in range(12)]
    short = (wide[4:], 112, 600, 16)  # by two characters, behind an indent of two
    assert read([*lines, short, ("理。", 80, 630, 16)])[-1] == wide[4:] + "理。"
    assert read([*lines, short, ("其他", 80, 630, 16)])[-1] == "其他"


LEFT = [
    "第一条 渡口每日六时开放，夜间不停",
    "靠船只。",
    "第二条 客船应当报告，报告应当写明",
    "船名和时刻，并附乘客名单。",
]
RIGHT = ["第三条 货船应当预约，预约应当写明", "吨位和货名。", "第四条 渡口冬季停航，停航期间不收", "停靠费。"]


def columns(left: list[str], right: list[str]) -> list[papers.Placed]:
    """Two columns below a title."""
    title: list[papers.Placed] = [("渡口管理办法", 230, 60, 22)]
    for n, words in enumerate(zip(left, right, strict=True)):
        for text, edge in zip(words, (50, 310), strict=True):
            indent = 28 if text.startswith("第") else 0
            title.append((text, edge + indent, 120 + 25 * n, 13))
    return title


def test_two_columns_are_read_one_after_the_other() -> None:
    whole = ["".join(pair) for lines in (LEFT, RIGHT) for pair in zip(lines[::2], lines[1::2], strict=True)]
    assert read(columns(LEFT, RIGHT)) == ["渡口管理办法", *whole]


def test_the_cells_of_a_table_are_no_columns() -> None:
    fees = [("客船停靠", "每次二十元，夜间加倍"), ("货船停靠", "每吨一元"), ("渔船", "免收"), ("旅游船停靠", "五十元")]
    told = ["渡口管理办法", *(f"{kind} | {fee}" for kind, fee in fees)]
    assert read(columns(*map(list, zip(*fees, strict=True)))) == told


def test_a_bracket_that_is_open_goes_on_however_far_the_next_line_is_indented() -> None:
    full = "（2020年6月30日某市人民代表大会通过2020年"
    rest = ("7月31日某会批准）", 200, 230, 16)
    assert read([(full, 80, 200, 16), rest]) == [full + rest[0]]
    assert read([(full.replace("（", ""), 80, 200, 16), rest]) == [full.replace("（", ""), rest[0]]
