"""What a document says of itself: title, number, issuer, dates. Guesses, for a person to confirm.

Where these stand follows 《党政机关公文格式》 (GB/T 9704-2012): the number above or below the title, signature and date
last; a law or regulation has its dates in brackets below the title.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, takewhile

from ingest.frame import YEAR_BRACKETS, issued_title
from ingest.guess_dates import (
    KINDS,
    ends,
    in_force_from,
    in_force_until,
    issued_on,
    named_day,
    noted_beginning,
    noted_end,
    notes,
    only_day,
    signed_line,
)
from ingest.guess_issuer import BETWEEN_BODIES, BODY, adopted_by, issuer_named
from ingest.page_facts import line_facts
from store.records import STATE, Kind
from store.sound import syllable

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[（【](?:19|20)\d\d[〕\]）】](?:第)?\d{1,5}号")
# An order or announcement is counted through the year, or altogether: 某市人民政府令第4号, 2024年第6号.
_COUNTED = re.compile(r"(?:[\u4e00-\u9fff 、]{2,30}(?:令|公告) ?)?(?:(?:19|20)\d\d年)?第 ?\d{1,4} ?号")
_ORDERED = re.compile(r"日([\u4e00-\u9fff]{2,30}令第\d{1,4}号)")
_TITLE = re.compile(rf"[^。；！？]{{2,100}}(?:{KINDS})(?:（[^（）]*）)?")
# A line that a title goes on after: it has not yet come to what it is about, or to what kind of document it is.
_UNFINISHED = re.compile(r"[^。；！？：，]{0,60}(?:关于|转发|印发)[^。；！？：，》]{0,60}")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,7}?(?:省|自治区|市|县|区|州|盟|旗)(?![省市县区场])")
# The documents that end with this one: 《…》（number）、《…》同时废止.
_ENDED = re.compile(
    r"((?:原?《[^《》]+》(?:（[^（）]*）)?(?:、|和|及|以及)?)+)(?:均|同时|自行|即行|相应|予以)*(?:废止|失效|停止执行)(?=[。；，\n]|$)"
)
_NAMED = re.compile(r"《([^《》]+)》(?:（([^（）]*)）)?")
_HEADED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第.{1,6}[编章节条]"
)
_ISSUED_BY = re.compile(r"(.{2,60}?)关于")
_OWN_NUMBER = re.compile(r"[A-Za-z0-9\u4e00-\u9fff〔〕（）/.\-—_]{2,30}")
_SIGNATURE = re.compile("[^。；：！？]{2,60}")
_OPENING = 15  # lines in which a title and number stand
_CLOSING = 5  # lines at the end that may say so as well
_MOST_LINES = 3  # that a title takes
_LONGEST_TITLE = 60  # characters, of a text that has none
_LONGEST_NAME = 20  # characters of a name that is said in full in a locator


@dataclass(frozen=True, slots=True)
class Guess:
    """What a text seems to be. Empty where nothing says so."""

    title: str
    short_title: str
    kind: Kind
    number: str
    issuer: str
    issued_on: date | None
    in_force_from: date | None
    in_force_until: date | None
    ended: tuple[tuple[str, str], ...] = ()  # titles and numbers of documents that end with it


def guess(text: str, about: Mapping[str, str] | None = None) -> Guess:
    """The guesses from a canonical text, and, where that doesn't say, from what its web page says `about` it or lines
    of labels do (see `page_facts`); how the document is called, the page knows for certain."""
    lines = text.split("\n")
    said = [facts for line in (*lines[:_OPENING], *lines[-_CLOSING:]) if (facts := line_facts(line))]
    about = {field: value for facts in reversed(said) for field, value in facts.items()} | dict(about or {})
    lines = [line for line in lines if line_facts(line) is None]
    title = about.get("title") or _title(lines[:_OPENING])
    issued = issued_on(lines, _OPENING) or named_day(about.get("issued_on") or about.get("published_on", ""))
    noted = notes(lines, _OPENING)
    since = in_force_from(text, issued) or noted_beginning(noted) or named_day(about.get("in_force_from", ""))
    until = in_force_until(text, since or issued) or noted_end(noted, since or issued)
    labelled = about.get("in_force_until", "") if since or issued else ""
    number = _number(lines) or _number([about.get("number", "")]) or _own_number(about.get("number", ""))
    kind: Kind = "statute" if _is_statute(title) else "policy"
    return Guess(
        title=title,
        short_title=short_title(title),
        kind=kind,
        number=number,
        issuer=_issuer(title, number, lines)
        or "、".join(BETWEEN_BODIES.split(about.get("issuer", "")))
        or issuer_named(title),
        issued_on=issued,
        in_force_from=since,
        in_force_until=until or named_day(labelled) or ends(labelled, since or issued),
        ended=tuple(named for ended in _ENDED.findall(text) for named in _NAMED.findall(ended)),
    )


def short_title(title: str) -> str:
    """How a locator names the document: the name within 关于印发《…》的通知, or the title; of a longer one with no more
    of its issuer than the place."""
    name = issued_title(title) or title
    if len(name) > _LONGEST_NAME and "关于" in name:
        issuer, _, name = name.rpartition("关于")
        name = name.removeprefix("进一步").removeprefix("做好").removeprefix("开展")
        place = _PLACE.match(issuer)
        name = place[0] + name if place and place[0] not in name else name
    return name.removeprefix(STATE)


def document_id(title: str, number: str, taken: Collection[str]) -> str:
    """A new id, of the initials of the number or else the title: 财办建〔2020〕40号 is cbj-2020-40."""
    words = re.findall(r"[\u4e00-\u9fff]+|[A-Za-z0-9]+", number.removesuffix("号") or title)
    parts = (word if word.isascii() else "".join(syllable(char)[0] for char in word) for word in words)
    name = re.sub("[^a-z0-9]+", "-", "-".join(parts).lower()).strip("-")[:40].rstrip("-") or "document"
    return next(free for free in _numbered(name) if free not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    n = 2
    while True:
        yield f"{name}-{n}"
        n += 1


def _title(opening: Sequence[str]) -> str:
    """The first lines that read like a title, who issued it in front, else the beginning of the text."""
    for n, line in enumerate(opening):
        title = line
        for following in [*opening[n + 1 : n + _MOST_LINES], ""]:
            if _TITLE.fullmatch(title) and not title.endswith("文件") and not _HEADED.match(title):
                return _with_issuers(title, opening[:n])
            if not _UNFINISHED.fullmatch(title):
                break
            title += following
    return next((line[:_LONGEST_TITLE].rstrip("。；：，") for line in opening if len(line) > 1), "")


def _with_issuers(title: str, above: Sequence[str]) -> str:
    """A title that begins with 关于 or 印发 goes on from the bodies above it, a line each."""
    bodies = [*takewhile(BODY.fullmatch, reversed(above))] if title.startswith(("关于", "印发", "转发")) else []
    return " ".join(reversed(bodies)) + title


def _number(lines: Sequence[str]) -> str:
    """The number where it stands by itself, or in a short line with the signatory's name."""
    for line in lines[:_OPENING]:
        found = _NUMBER.search(line)
        alone = found and (len(line) < len(found[0]) + _LONGEST_NAME or notes([line], 1))
        if found and alone and "《" not in line:
            return found[0].translate(YEAR_BRACKETS)
    counted = (_counted(above, line) for above, line in pairwise(["", *lines[:_OPENING]]))
    ordered = (found[1] for note in notes(lines, _OPENING) if (found := _ORDERED.search(note)))
    return next((number for number in (*counted, *ordered) if number), "")


def _counted(above: str, line: str) -> str:
    """The number that a line is, with the name of what is counted where that is the line `above`."""
    if not _COUNTED.fullmatch(line):
        return ""
    return above + line if line.startswith("第") and above.endswith(("令", "公告")) else line


def _issuer(title: str, number: str, lines: Sequence[str]) -> str:
    """Who the title names before 关于, or whose order it is, or who signed above or beside the date, or who adopted it,
    or who stands alone near the title."""
    if named := _ISSUED_BY.match(title):
        return "、".join(BETWEEN_BODIES.split(named[1].strip()))
    if (by_order := number.partition("令第"))[1]:
        return by_order[0]
    dated = next((n for n, line in enumerate(lines) if n and only_day(line)), 0)
    signature = lines[dated - 1] if dated else ""
    if _SIGNATURE.fullmatch(signature) and signature != title:
        return "、".join(BETWEEN_BODIES.split(" ".join(_signatories(title, lines[:dated]))))
    if by_day := signed_line(lines):
        return "、".join(BETWEEN_BODIES.split(by_day[0]))
    if adopted := adopted_by(notes(lines, _OPENING)):
        return adopted
    alone = [line.removesuffix("文件") for line in lines[:_OPENING] if BODY.fullmatch(line) and line != title]
    return "、".join(BETWEEN_BODIES.split(alone[0])) if alone else ""


def _signatories(title: str, lines: Sequence[str]) -> list[str]:
    """The last line, and the bodies above it that signed as well, a line each."""
    above = reversed(lines[:-1]) if BODY.fullmatch(lines[-1]) else ()
    signed_too = takewhile(lambda line: BODY.fullmatch(line) and line != title and not _HEADED.match(line), above)
    return [*reversed([*signed_too]), lines[-1]]


def _own_number(number: str) -> str:
    """A number that is none of an official document's: HY-HR-2024-03."""
    return number if _OWN_NUMBER.fullmatch(number) else ""


def _is_statute(title: str) -> bool:
    """Whether a law of the National People's Congress or a regulation of the State Council, by its name."""
    return title.startswith(STATE) and title.rstrip("）").endswith(("法", "条例", "法典"))
