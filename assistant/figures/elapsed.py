"""The time gone by since an event that a question dates, against the period that a clause counts from it.

「去年三月就知道了，现在起诉晚了吗」: the month plus the clause's three years is set against today.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.figures.periods import Rule, rules_meant, verdict_by
from assistant.figures.sums import Calculation
from assistant.understanding.days import after, written
from assistant.understanding.question import Question
from assistant.understanding.values import find_values
from store.numerals import parse_number

_NUMBER = r"[\d一二两三四五六七八九十]+"
_WHEN = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)年|(?P<this>今年|本年)|(?P<last>去年|上一年)|(?P<before>前年)|(?P<ago>{_NUMBER})年(?:以|之)?前的?)"
    rf"(?:(?P<month>{_NUMBER})月(?:份|(?P<day>{_NUMBER})[日号])?)?"
    rf"|(?P<last_month>上个?月)(?P<its_day>{_NUMBER})?(?:[日号])?"
    rf"|(?P<bare_month>{_NUMBER})月(?P<bare_day>{_NUMBER})[日号]"
)
_NOW = re.compile(r"现在|今天|目前|如今|眼下|至今|到今|还|晚|迟|来得及|赶得上|过[了期]|到期|失效|有效|作废|超期")
# What somebody dates, and does not name a policy by the year of: 2019年申请的.
_HAPPENED = re.compile(
    r"知道|得知|发现|申请|收到|拿到|注册|核准|登记|去世|死亡|过世|发表|出版|完成|拍|写|录|签|授权|授予|发生|公告|公布|通知|成立"
)
_MEANT_LATER = re.compile(r"打算|准备|计划|想在|将在|预计|如果|假如")
_YEARS_END = re.compile(r"截止于[^，。；]*第[^，。；]*年的12月31日")
_GRACE = re.compile("([一二两三四五六七八九十]+个月)的宽[展限]期")
_RENEWS = re.compile("续|宽[展限]|来得及|补")
_PIECE = re.compile(r"[^,，。;；?？]+")


@dataclass(frozen=True, slots=True)
class _Event:
    """An event somewhere between two days, which are the same where its day is told; `text` is how it is told."""

    first: date
    last: date
    text: str


def since_event(question: Question, stretches: tuple[str, ...], as_of: date) -> Calculation | None:
    """The last day of the clause's period from the one event that the question dates, and the verdict as things stand on
    `as_of`; None where the day isn't told closely enough."""
    if not stretches or not question.yes_no or not _NOW.search(question.text) or _MEANT_LATER.search(question.text):
        return None
    told = (
        match for piece in _PIECE.findall(question.text) if _HAPPENED.search(piece) for match in _WHEN.finditer(piece)
    )
    events = [event for match in told if (event := _event(match, as_of))]
    if len(events) != 1 or events[0].last > as_of:
        return None
    event = events[0]
    now = _then(question, event, as_of) or _Event(as_of, as_of, "")
    found = [_judged(question, rule, event, stretches[0], now) for rule in _counted(question, stretches[0])]
    return found[0] if found and len({one.verdict if one else None for one in found}) == 1 else None


def _then(question: Question, event: _Event, as_of: date) -> _Event | None:
    """The one later day that a question tells besides an event, on which it is to be judged: 2004年申请，到2025年还有效吗."""
    told = [found for match in _WHEN.finditer(question.text) if (found := _event(match, as_of))]
    later = [one for one in told if one.text != event.text and one.first >= event.last]
    return later[0] if len(later) == 1 else None


def _counted(question: Question, stretch: str) -> list[Rule]:
    """The rules meant whose period runs from something that has happened."""
    return [rule for rule in rules_meant(question, stretch) if rule.limit.unit in ("月", "天") and not _ahead(rule)]


def _ahead(rule: Rule) -> bool:
    """Whether a period is one before an event and not after it: 提前六十日."""
    return rule.over and not rule.consequence


def _judged(question: Question, rule: Rule, event: _Event, stretch: str, now: _Event) -> Calculation | None:
    grace = _GRACE.search(stretch) if _RENEWS.search(question.text) else None
    first, last = (_due(day, rule, stretch, grace) for day in (event.first, event.last))
    over = {day > due for due in (first, last) for day in (now.first, now.last)}
    if len(over) != 1:
        return None
    met = over.pop() == rule.over
    verdict = verdict_by(question, rule, met)
    if verdict is None:
        return None
    due = _written(first, last)
    passed = "已过" if met == rule.over else "未到"
    added = f"＋{grace[1]}" if grace else ""
    shown = f"{event.text}＋{rule.limit.text}{added}＝{due}，到{_written(now.first, now.last)}{passed}"
    return Calculation(f"期限到{due}", shown, (stretch,), verdict)


def _due(start: date, rule: Rule, stretch: str, grace: re.Match[str] | None) -> date:
    """The last day of a rule's period from a day, and of the grace allowed after it."""
    due = after(start, rule.limit)
    if grace:
        due = after(due, find_values(grace[1])[0])
    return date(due.year, 12, 31) if _YEARS_END.search(stretch) else due


def _event(match: re.Match[str], as_of: date) -> _Event | None:
    """The event that a text dates: a day, a month or a year, of this year where none is told, or of the last if that is to come."""
    told = match.groupdict()
    if told["last_month"]:
        before = as_of.replace(day=1) - timedelta(days=1)
        return _spanned(before.year, before.month, _int(told["its_day"]), match[0])
    if told["bare_month"]:
        event = _spanned(as_of.year, _int(told["bare_month"]), _int(told["bare_day"]), match[0])
        later = event and event.last > as_of
        return _spanned(as_of.year - 1, _int(told["bare_month"]), _int(told["bare_day"]), match[0]) if later else event
    back = 1 if told["last"] else 2 if told["before"] else _int(told["ago"]) or 0
    if told["ago"] and not told["month"]:
        return None  # 三年前 is a time gone by, and no date
    year = int(told["year"]) if told["year"] else as_of.year - back
    return _spanned(year, _int(told["month"]), _int(told["day"]), match[0])


def _spanned(year: int, month: int | None, day: int | None, text: str) -> _Event | None:
    """A day, or the whole month or year where no closer is told; None where there is no such day."""
    try:
        last_month = month or 12
        last_day = day or calendar.monthrange(year, last_month)[1]
        return _Event(date(year, month or 1, day or 1), date(year, last_month, last_day), text)
    except (ValueError, calendar.IllegalMonthError):
        return None


def _int(text: str | None) -> int | None:
    number = parse_number(text) if text else None
    return int(number) if number else None


def _written(first: date, last: date) -> str:
    """A day, or the month or year that holds both."""
    if first == last:
        return written(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year}年{first.month}月"
    return f"{first.year}年"
