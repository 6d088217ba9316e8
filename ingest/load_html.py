"""The text of a web page: what it is about, without menus and advertising; tables keep their rows."""

from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache

import trafilatura
from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, builder, document_fromstring, tostring
from trafilatura.settings import use_config

from ingest.layout import CELL_MARK

_LONGEST_CELL = 200  # characters; what has a longer one is a page laid out as a table


def read_html(page: str) -> Iterator[str]:
    """The lines of a page, none where it has no element at all."""
    try:
        tree = document_fromstring(page.encode(), parser=HTMLParser(encoding="utf-8"))
    except ParserError:
        return
    for table in list(tree.iter("table")):
        _flatten(table)
    for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        heading.tag = "p"  # in a short page, headings are taken for the site's and left out
    page = tostring(tree, encoding="unicode")
    text = trafilatura.extract(page, include_comments=False, favor_recall=True, config=_config())
    yield from (text or "").split("\n")


@cache
def _config() -> ConfigParser:
    """By default, of a page with less than a few hundred characters the menus are taken as well."""
    config = use_config()
    for name in ("MIN_EXTRACTED_SIZE", "MIN_OUTPUT_SIZE"):
        config.set("DEFAULT", name, "1")
    return config


def _flatten(table: HtmlElement) -> None:
    """Make each row a paragraph, cells side by side. A table that holds tables, or long texts, is layout."""
    rows = [[_text(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    if next(table.iterdescendants("table"), None) is not None or table.getparent() is None:
        return
    if not any(len(row) > 1 for row in rows) or any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return
    flat = builder.DIV(*(builder.P(CELL_MARK.join(row)) for row in rows if any(row)))
    flat.tail = table.tail
    table.getparent().replace(table, flat)


def _text(cell: HtmlElement) -> str:
    return " ".join(str(cell.text_content()).split())
