"""Days: those that a text names, one after a period, one in another year, one as officials write it."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.understanding.values import Value
from store.text import normalise

_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|(?P<part>初|上旬|中旬|下旬|底|末))?"
)
# The last day that a vague one can mean, so that what keeps to a limit does so in any case; 31 is the month's last.
_PARTS = {"初": 5, "上旬": 10, "中旬": 20, "下旬": 31, "底": 31, "末": 31}
_SCHOOL_YEAR = 2001  # stands in where no year is said; it is no leap year, as most are not
_BARE_DAY = re.compile(r"(?<![月\d第])(\d{1,2})[日号](?![线院楼店])")
_MONTH = re.compile(r"(\d{1,2})月(?:\d{1,2}[日号])?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names, as it names it; `dated` where it says the year."""

    on: date
    text: str
    dated: bool


def days_in(text: str) -> Iterator[Day]:
    """The days that a text names, a whole month left out."""
    for match in _DAY.finditer(text):
        month = int(match["month"])
        if not (match["day"] or match["part"]) or not 1 <= month <= 12:
            continue
        year = int(match["year"] or _SCHOOL_YEAR)
        last = calendar.monthrange(year, month)[1]
        day = int(match["day"]) if match["day"] else min(_PARTS[match["part"]], last)
        if 1 <= day <= last:
            yield Day(date(year, month, day), match[0], bool(match["year"]))


def with_month(text: str, *said: str) -> str:
    """A text with the month that is spoken of in what was said before its bare days: 8号 after 9月3日 is 9月8号."""
    months = {month for one in said for month in _MONTH.findall(normalise(one))}
    if len(months) != 1 or "月" in text:
        return text
    return _BARE_DAY.sub(lambda day: f"{months.copy().pop()}月{day[0]}", text)


def same_year(first: Day, second: Day) -> tuple[date, date]:
    """Both days, one without a year taken to be of the other's."""
    if first.dated == second.dated:
        return first.on, second.on
    year = first.on.year if first.dated else second.on.year
    return in_year(first.on, year), in_year(second.on, year)


def in_year(day: date, year: int) -> date:
    """The same day of another year."""
    return on(year, day.month, day.day)


def on(year: int, month: int, day: int) -> date:
    """A day, the month's last where the month is shorter: 29 February is the 28th in most years."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def after(start: date, period: Value) -> date:
    """The day that comes a period, of days or months, after another."""
    size = int(period.size or 0)
    if period.unit == "天":
        return start + timedelta(days=size)
    months = start.month - 1 + size
    return on(start.year + months // 12, months % 12 + 1, start.day)


def written(day: date) -> str:
    """2031年4月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def in_english(day: date) -> str:
    """5 April."""
    return f"{day.day} {calendar.month_name[day.month]}"
