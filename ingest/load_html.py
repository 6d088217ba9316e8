"""The text of a web page: what it is about, without menus and advertising; tables row by row."""

import re
from configparser import ConfigParser
from functools import cache

import trafilatura
from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, builder, document_fromstring, tostring
from trafilatura.settings import use_config

from ingest.frame import FILE_NAME
from ingest.guess_dates import KINDS
from ingest.page_facts import page_facts
from ingest.tables import spell_table
from store.numerals import ENUMERATOR

_IS_TITLE = re.compile(rf"[^。；！？]{{4,100}}(?:{KINDS})(?:（[^（）]*）)?")
# Where a page says that it stands on the site: 当前位置：首页 > 新闻.
_STEP = r"\s*[>＞»›]+\s*"
_WAY_TO_PAGE = re.compile(
    rf"(?:[您你当前现目在所处的页面]{{1,8}}位置(?:是|为)?\s*[：:]\s*[^>。]{{1,20}}|(?:网站|返回)?[首主]页)"
    rf"(?:{_STEP}[^>＞»›。]{{0,60}})+"
)
_BULLET = re.compile(rf"(?m)^- (?={ENUMERATOR.pattern})")  # of an item that has a number of its own
_BREAK = "\u23ce"  # stands for a line's end, which extraction would not always keep
_OPENING = 5  # lines in which a title stands
_LONGEST_CELL = 200  # characters; what has a longer one is a page laid out as a table
_MOST_SPANNED = 100  # rows or columns that a cell is taken to go across, whatever it says


def read_html(page: str) -> tuple[list[str], dict[str, str]]:
    """The lines of a page, none where it has no element at all; and what a table of the site's says of the document,
    by the fields of its entry."""
    try:
        tree = document_fromstring(page.encode(), parser=HTMLParser(encoding="utf-8"))
    except ParserError:
        return [], {}
    about = {"title": title} if (title := _title(tree)) else {}
    for table in list(tree.iter("table")):
        about |= _taken_out(table) or {}
    for table in list(tree.iter("table")):
        _flatten(table)
    for laid_out in list(tree.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th")):
        laid_out.tag = "div"  # a page's layout; taken for a table, it would lose its paragraphs
    for line_break in list(tree.iter("br")):
        line_break.tail = _BREAK + (line_break.tail or "")
        line_break.drop_tag()
    for link in list(tree.iter("a")):
        if FILE_NAME.search(str(link.get("href") or "")) or FILE_NAME.search(_text(link)):
            link.drop_tag()  # a list of enclosures is the document's; of links alone it is taken for a menu
    for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        heading.tag = "p"  # in a short page, headings are taken for the site's and left out
    page = tostring(tree, encoding="unicode")
    text = trafilatura.extract(page, include_comments=False, favor_recall=True, config=_config())
    lines = [
        line
        for line in re.split(rf"\n|{_BREAK}", _BULLET.sub("", text or ""))
        if not _WAY_TO_PAGE.fullmatch(line.strip("- "))
    ]
    # A heading that stands apart from the text is left out with the site's own.
    return ([title, *lines] if title and title not in "".join(lines[:_OPENING]) else lines), about


def _title(tree: HtmlElement) -> str:
    """The one heading of the page that is a document's title; "" where none is, or several are."""
    headings = {_text(heading) for level in ("h1", "h2") for heading in tree.iter(level)}
    titles = [words for words in headings if _IS_TITLE.fullmatch(words)]
    return titles[0] if len(titles) == 1 else ""


@cache
def _config() -> ConfigParser:
    """By default, of a page with less than a few hundred characters the menus are taken as well."""
    config = use_config()
    for name in ("MIN_EXTRACTED_SIZE", "MIN_OUTPUT_SIZE"):
        config.set("DEFAULT", name, "1")
    return config


def _taken_out(table: HtmlElement) -> dict[str, str] | None:
    """What a table says of the document if it is one that does; it is no more on the page then."""
    if next(table.iterdescendants("table"), None) is not None or table.getparent() is None:
        return None
    facts = page_facts(_rows(table))
    if facts is not None:
        table.drop_tree()
    return facts


def _flatten(table: HtmlElement) -> None:
    """Make each row a paragraph. A table that holds tables, or long texts, is layout."""
    if next(table.iterdescendants("table"), None) is not None or table.getparent() is None:
        return
    rows = _rows(table)
    if _text(table).replace(" ", "") == "".join(map(_text, table.iter("a"))).replace(" ", ""):
        return  # a menu
    if not any(len(row) > 1 for row in rows) or any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return
    first = next(table.iter("tr"))
    headed = next(first.iter("th"), None) is not None and next(first.iter("td"), None) is None
    flat = builder.DIV(*(builder.P(line) for line in spell_table(rows, headed=headed, above=_above(table)) if line))
    flat.tail = table.tail
    table.getparent().replace(table, flat)


def _above(table: HtmlElement) -> str:
    """The words right before a table."""
    before = table.getprevious()
    return _text(before) if before is not None and not (before.tail or "").strip() else ""


def _rows(table: HtmlElement) -> list[list[str]]:
    """The cells of each row with words; one that goes across columns or rows stands in each. A row that is one cell is
    a line."""
    rows: list[list[str]] = []
    hanging: dict[int, tuple[int, str]] = {}  # by column: how many more rows a cell goes down, and its words
    for row in table.iter("tr"):
        cells: list[str] = []
        own = [*row.iter("td", "th")]
        for cell in own:
            _hang(cells, hanging)
            words, down = _text(cell), _span(cell, "rowspan") - 1
            for _ in range(_span(cell, "colspan")):
                if down:
                    hanging[len(cells)] = down, words
                cells.append(words)
        _hang(cells, hanging)
        if any(cells):
            rows.append(cells if len(own) > 1 or len({*cells}) > 1 else cells[:1])
    return rows


def _hang(cells: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    """Add the cells that come down from rows above to those of a row."""
    while len(cells) in hanging:
        left, words = hanging.pop(len(cells))
        if left > 1:
            hanging[len(cells)] = left - 1, words
        cells.append(words)


def _span(cell: HtmlElement, name: str) -> int:
    """How many columns or rows a cell takes."""
    said = str(cell.get(name) or "")
    return min(max(int(said), 1), _MOST_SPANNED) if said.isascii() and said.isdigit() else 1


def _text(cell: HtmlElement) -> str:
    return " ".join(str(cell.text_content()).split())
