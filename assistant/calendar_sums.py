"""Sums with days: a day plus a period that a clause sets, whether a day keeps to it, and the days between two days."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.days import after, on, written
from assistant.polarity import verdict_if
from assistant.question import Question
from assistant.sums import Calculation
from assistant.values import Value, find_values
from store.numerals import parse_number

_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|(?P<part>初|上旬|中旬|下旬|底|末))?"
)
# The last day that a vague one can mean, so that what keeps to a limit does so in any case; 31 is the month's last.
_PARTS = {"初": 5, "上旬": 10, "中旬": 20, "下旬": 31, "底": 31, "末": 31}
_BETWEEN = re.compile(
    r"隔|相差|差几天|差多少天|中间|之间|距离?|有?(?:几|多少)天(?:时间|工夫|准备)|从.{1,20}到.{1,24}(?:几|多少)天|how many days"
)
_FROM_TO = re.compile("从.+到")
_EXPIRES = re.compile(
    r"到期|期满|届满|过期|截止|最晚|最迟|什么时候|哪[一几]?[年天]|何时|几号|多久|\b(?:when|until|what date|by what|latest|deadline|expires?)\b"
)
_ON = r"(?P<day>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|初|上旬|中旬|下旬|底|末))"
_ACTS_ON = re.compile(
    _ON + r"(?!之?以?前|截止)[^，,。?？是]{0,14}?(?:交|报|送|递|寄|印|发|补|办|到(?![期\d])|来得及|赶得上)"
)
_LAST_DAY = re.compile(rf"{_ON}(?:之?以?前|截止)|截止(?:日期?|时间)?(?:是|为|到|在)?{_ON.replace('day', 'last')}")
# What is done now is done on the day that today is said to be: 今天12号，现在送去来得及吗.
_TODAY = re.compile(r"(?:今天|今儿|现在|眼下|目前)(?:都|已经?|是|才)*" + _ON + "(?!之?以?前|截止)")
_ENDS = re.compile(
    r"到期|期满|届满|过期|失效|(?:保护|管|有效|能用)到|为止|\b(?:expires?|lapses?|runs? out)\b"
)  # which only what lasts does
_EARLIEST = re.compile("最早|最快")
# 截止于绘者去世后第五十年的12月31日
_YEAR_END = re.compile("截止于[^，。；]*?后第([一二三四五六七八九十百]+)年的(12月31日)")
_A_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_TERM = re.compile(r"期限|有效期|期间|届满")
_LONGEST = 10_000  # months or days of a period
_NEIGHBOURS = 5  # stretches found, of which one sets the period that is meant
_SCHOOL_YEAR = 2001  # stands in where no year is said; it is no leap year, as most are not


@dataclass(frozen=True, slots=True)
class _Day:
    on: date
    text: str
    dated: bool  # whether a year is said


def sum_days(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """What the question's days and the clauses' days and periods make together; None where nothing is to be done."""
    if not stretches:
        return None
    return (
        _between(question, stretches)
        or _year_end(question, stretches[0])
        or _due(question, stretches)
        or _by_deadline(question, stretches[0])
    )


def _between(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    if not _BETWEEN.search(question.text) or ("天" not in question.text and "days" not in question.text):
        return None
    days = list(_days(question.text))
    told = len(days)
    for stretch in stretches[:6]:
        found = [day for day in _days(stretch) if all(day.text != other.text for other in days)]
        if len(days) < 2 and found:
            days.append(found[0])
    used = tuple(stretch for stretch in stretches[:6] if any(day.text in stretch for day in days[:2]))
    if len(days) != 2 or not used:
        return None
    first, second = _in_order(*days) if told == 2 and _FROM_TO.search(question.text) else _same_year(*days)
    count = abs((second - first).days)
    early, late = sorted(zip((first, second), (days[0].text, days[1].text), strict=True))
    return Calculation(f"{count}天", f"从{early[1]}到{late[1]}，{count}天", used)


def _due(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """The last day of a period that a clause sets from a day of the question's, and whether another of its days keeps to it."""
    days = list(_days(question.text))
    limits = [
        (stretch, period)
        for stretch in stretches[:_NEIGHBOURS]
        for period in find_values(stretch)
        if period.kind == "period" and period.size and period.size < _LONGEST and period.unit in ("月", "天")
    ]
    ends = bool(_ENDS.search(question.text))
    lasting = ends and any(_TERM.search(stretch) for stretch, _ in limits)
    if not days or not limits or (limits[0][0] != stretches[0] and not lasting):
        return None
    told = next(part for part in re.split("[,，。;；]", question.text) if days[0].text in part)
    earliest = bool(_EARLIEST.search(question.text))
    limits = [one for one in limits if (one[1].bound == "min") == earliest] or limits
    stretch, period = max(
        limits, key=lambda one: (lasting and bool(_TERM.search(one[0])), _alike(one[1], one[0], told))
    )
    if (period.bound != "max" and not earliest and not _TERM.search(stretch)) or (earliest and period.bound != "min"):
        return None
    if question.english and len({one[1].size for one in limits if one[0] == stretch}) > 1:
        return None  # which of them is meant is said in other words than the clause's
    start = days[0]
    began, planned = _in_order(start, days[1]) if len(days) > 1 else (start.on, start.on)
    due = after(began, period)
    last = _written(due, any(day.dated for day in days[:2]))
    shown = f"{start.text}＋{period.text}＝{last}"
    if question.yes_no and len(days) > 1:
        kept = planned <= due
        compared = f"{shown}，{days[1].text}{'不晚于' if kept else '晚于'}这一天"
        return Calculation(f"期限是{last}", compared, (stretch,), verdict_if(question, kept))
    if question.yes_no or not _EXPIRES.search(question.text) or not question.sought & {"date", "year"}:
        return None
    return Calculation(last, shown, (stretch,))


def _year_end(question: Question, stretch: str) -> Calculation | None:
    """The last day of a year that a clause counts from the one that the question names."""
    years = set(_A_YEAR.findall(question.text))
    counted = {(parse_number(number), day) for number, day in _YEAR_END.findall(stretch)}
    if len(years) != 1 or len(counted) != 1 or question.yes_no or not question.sought & {"date", "year"}:
        return None
    (year,), ((number, day),) = years, counted
    if not number:
        return None
    last = f"{int(year) + int(number)}年"
    return Calculation(f"{last}{day}", f"{year}年＋{int(number)}年＝{last}", (stretch,))


def _by_deadline(question: Question, stretch: str) -> Calculation | None:
    """Whether the day on which somebody means to act keeps to the last day that the clause sets."""
    acts = list(_ACTS_ON.finditer(question.text)) or list(_TODAY.finditer(question.text))
    planned = [day for match in acts for day in _days(match["day"])]
    limits, taken = (
        [d for m in _LAST_DAY.finditer(text) for d in _days(m["day"] or m["last"])] for text in (stretch, question.text)
    )
    others = [day for day in _days(question.text) if day not in planned + taken]
    if not question.yes_no or len(planned) != 1 or len(limits) != 1 or others:
        return None
    own, last = _same_year(planned[0], limits[0])
    kept = own <= last
    wrong = f"，不是{taken[0].text}" if taken and taken[0].on != limits[0].on and not taken[0].dated else ""
    shown = f"{planned[0].text}{'不晚于' if kept else '晚于'}{limits[0].text}"
    return Calculation(f"期限是{limits[0].text}{wrong}", shown, (stretch,), verdict_if(question, kept))


def _days(text: str) -> Iterator[_Day]:
    """The days that a text names, a whole month left out."""
    for match in _DAY.finditer(text):
        month = int(match["month"])
        if not (match["day"] or match["part"]) or not 1 <= month <= 12:
            continue
        year = int(match["year"] or _SCHOOL_YEAR)
        last = calendar.monthrange(year, month)[1]
        day = int(match["day"]) if match["day"] else min(_PARTS[match["part"]], last)
        if 1 <= day <= last:
            yield _Day(date(year, month, day), match[0], bool(match["year"]))


def _same_year(first: _Day, second: _Day) -> tuple[date, date]:
    """Both days, one without a year taken to be of the other's."""
    if first.dated == second.dated:
        return first.on, second.on
    year = first.on.year if first.dated else second.on.year
    return _in_year(first.on, year), _in_year(second.on, year)


def _in_order(first: _Day, second: _Day) -> tuple[date, date]:
    """Both days, of which the first comes first: from 12月20日 to 1月5日 is into the next year where none is said."""
    start, end = _same_year(first, second)
    if end >= start or (first.dated and second.dated):
        return start, end
    return (_in_year(start, start.year - 1), end) if second.dated else (start, _in_year(end, end.year + 1))


def _in_year(day: date, year: int) -> date:
    return on(year, day.month, day.day)


def _alike(value: Value, stretch: str, told: str) -> int:
    """How much the words before a value, which say what it runs from, share with what is told of a day."""
    before = re.split("[，。；：]", stretch[: value.start])[-1]
    return len(set(before) & set(told))


def _written(day: date, dated: bool) -> str:
    return written(day) if dated else f"{day.month}月{day.day}日"
