"""What a document says of itself: title, number, issuer, dates. Guesses, for a person to confirm.

Where these stand follows 《党政机关公文格式》 (GB/T 9704-2012): the number above or below the title, signature and date
last; a law or regulation has its dates in brackets below the title.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from pypinyin import lazy_pinyin

from store.numerals import parse_number
from store.records import STATE, Kind

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[（【](?:19|20)\d\d[〕\]）】](?:第)?\d{1,5}号")
_KINDS = (
    "通知|意见|办法|规定|条例|法|决定|决议|方案"
    "|细则|公告|通告|规划|纲要|规则|指南|标准|章程|制度|函|批复|报告|要求|措施|政策|预案"
)
_TITLE = re.compile(rf"[^。；！？]{{2,100}}(?:{_KINDS})(?:（[^（）]*）)?")
# A line that a title goes on after: it has not yet come to what it is about, or to what kind of document it is.
_UNFINISHED = re.compile(r"[^。；！？：，]{0,60}(?:关于|转发|印发)[^。；！？：，》]{0,60}")
_BODY = re.compile(r"[^。；！？：，《》〔]{1,30}(?:部|厅|局|委|办|委员会|办公室|政府|院|署|会|中心|银行)")
_HEADED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第.{1,6}[编章节条]"
)
_WRAPPED = re.compile(r".*关于印发《(.+)》的通知")
_ISSUED_BY = re.compile(r"(.{2,60}?)关于")
_SIGNATURE = re.compile("[^。；：！？]{2,60}")
_BODIES = re.compile(r"[、，\s]+")
_DAY = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
_CHINESE_DAY = re.compile(
    r"([一二][〇○零Oo0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_IN_FORCE = re.compile(r"自(?:(.{8,12}日)|(?:发布|公布|印发)之日)起(?:施行|实施|执行|生效)")
_UNTIL = re.compile(r"有效期限?(?:自[^，。；]{8,20})?[至到](.{8,12}日)|自.{8,12}日起[^，。；]{2,8}至(.{8,12}日)止")
_YEARS = re.compile(r"有效期限?为?([一二三四五六七八九十\d]{1,2})年")
_DIGITS = {digit: n for n, digits in enumerate(["〇○零Oo0", *"一二三四五六七八九"]) for digit in digits}
_OPENING = 15  # lines in which a title and number stand
_MOST_LINES = 3  # that a title takes
_LONGEST_TITLE = 60  # characters, of a text that has none
_LONGEST_NAME = 20  # characters of a name that is said in full in a locator
_EARLIEST, _LATEST = date(1900, 1, 1), date(2099, 12, 31)  # all of which the library page takes


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


def guess(text: str) -> Guess:
    """The guesses from a canonical text."""
    lines = text.split("\n")
    title = _title(lines[:_OPENING])
    issued_on = _issued_on(lines)
    in_force_from = _in_force_from(text, issued_on)
    kind: Kind = "statute" if _is_statute(title) else "policy"
    return Guess(
        title=title,
        short_title=short_title(title),
        kind=kind,
        number=_number(lines),
        issuer=_issuer(title, lines),
        issued_on=issued_on,
        in_force_from=in_force_from,
        in_force_until=_in_force_until(text, in_force_from or issued_on),
    )


def short_title(title: str) -> str:
    """How a locator names the document: the name within 关于印发《…》的通知, or the title without its issuer."""
    wrapped = _WRAPPED.fullmatch(title)
    name = wrapped[1] if wrapped else title
    if len(name) > _LONGEST_NAME:
        name = name.rpartition("关于")[2].removeprefix("进一步").removeprefix("做好").removeprefix("开展")
    return name.removeprefix(STATE)


def document_id(title: str, number: str, taken: Collection[str]) -> str:
    """A new id, of the initials of the number or else the title: 财办建〔2020〕40号 is cbj-2020-40."""
    words = re.findall(r"[\u4e00-\u9fff]+|[A-Za-z0-9]+", number.removesuffix("号") or title)
    parts = (word if word.isascii() else "".join(syllable[0] for syllable in lazy_pinyin(word)) for word in words)
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
    bodies = [*takewhile(_BODY.fullmatch, reversed(above))] if title.startswith(("关于", "印发", "转发")) else []
    return " ".join(reversed(bodies)) + title


def _number(lines: Sequence[str]) -> str:
    """The number where it stands by itself, or in a short line with the signatory's name."""
    for line in lines[:_OPENING]:
        found = _NUMBER.search(line)
        if found and len(line) < len(found[0]) + _LONGEST_NAME and "《" not in line:
            return found[0].translate(str.maketrans("[]【】（）", "〔〕〔〕〔〕"))
    return ""


def _issuer(title: str, lines: Sequence[str]) -> str:
    """Who the title names before 关于, or who signed above the date."""
    if named := _ISSUED_BY.match(title):
        return "、".join(_BODIES.split(named[1].strip()))
    dated = next((n for n, line in enumerate(lines) if n and _only_day(line)), 0)
    signature = lines[dated - 1] if dated else ""
    return "、".join(_BODIES.split(signature)) if _SIGNATURE.fullmatch(signature) else ""


def _issued_on(lines: Sequence[str]) -> date | None:
    """The first day that stands by itself: what follows it are enclosures. Else the last one in brackets below the
    title, on which this version was adopted."""
    for line in lines:
        if day := _only_day(line):
            return day
    return next((days[-1] for line in lines[:_OPENING] if line.startswith("（") and (days := _days(line))), None)


def _in_force_from(text: str, issued_on: date | None) -> date | None:
    """What the last sentence of that kind says; it is the document's own, others may speak of another."""
    found = [*_IN_FORCE.finditer(text)]
    if not found:
        return None
    return _only_day(found[-1][1]) if found[-1][1] else issued_on


def _in_force_until(text: str, since: date | None) -> date | None:
    """The day that ends the validity, as said or as so many years from `since`."""
    for found in _UNTIL.finditer(text):
        if (until := _only_day(found[1] or found[2])) is not None:
            return until
    years = _YEARS.search(text)
    if years is None or since is None:
        return None
    with suppress(ValueError):  # the 29th of February
        return since.replace(year=since.year + int(parse_number(years[1]) or 0)) - timedelta(days=1)
    return None


def _only_day(text: str) -> date | None:
    """The day, where the text is nothing else."""
    days = _days(text) if _DAY.fullmatch(text) or _CHINESE_DAY.fullmatch(text) else []
    return days[0] if days else None


def _days(text: str) -> list[date]:
    """The days that the text names, that the calendar has and a document may be of, those in digits first."""
    digits = [[int(part) for part in found.groups()] for found in _DAY.finditer(text)]
    chinese = [
        [
            int("".join(str(_DIGITS[digit]) for digit in year)),
            int(parse_number(month) or 0),
            int(parse_number(day) or 0),
        ]
        for year, month, day in _CHINESE_DAY.findall(text)
    ]
    days = []
    for year, month, day in digits + chinese:
        with suppress(ValueError):
            days.append(date(year, month, day))
    return [day for day in days if _EARLIEST <= day <= _LATEST]


def _is_statute(title: str) -> bool:
    """Whether a law of the National People's Congress or a regulation of the State Council, by its name."""
    return title.startswith(STATE) and title.rstrip("）").endswith(("法", "条例", "法典"))
