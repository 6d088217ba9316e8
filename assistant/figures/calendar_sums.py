"""Sums with days: a day plus a period that a clause sets, whether another day keeps to it, and the days between two days."""

import re
from datetime import date

from assistant.figures.deadline import ToldDay, by_deadline, told_days
from assistant.figures.sums import Calculation
from assistant.understanding.days import Day, after, days_in, in_year, same_year, written
from assistant.understanding.polarity import verdict_if
from assistant.understanding.question import Question
from assistant.understanding.values import Value, find_values
from store.numerals import parse_number

_BETWEEN = re.compile(
    r"隔|相差|差几天|差多少天|中间|之间|距离?|还(?:有|剩|余)(?:下)?(?:几|多少)天|有?(?:几|多少)天(?:时间|工夫|准备)|从.{1,20}到.{1,24}(?:几|多少)天|how many days"
)
_FROM_TO = re.compile("从.+到")
_EXPIRES = re.compile(
    r"到期|期满|届满|过期|截止|最晚|最迟|什么时候|哪[一几]?[年天]|何时|几号|多久|\b(?:when|until|what date|by what|latest|deadline|expires?)\b"
)
_ENDS = re.compile(
    r"到期|期满|届满|过期|失效|(?:保护|管|有效|能用)到|为止|\b(?:expires?|lapses?|runs? out)\b"
)  # which only what lasts does
_EARLIEST = re.compile("最早|最快")
# 截止于绘者去世后第五十年的12月31日
_YEAR_END = re.compile("截止于([^，。；]*?)后第([一二三四五六七八九十百]+)年的(12月31日)")
_DEATH = re.compile(r"死|[去过逝]世|病逝|身故|身亡|离世|走了|不在了|\b(?:died?|dead|death)\b")
_A_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_TERM = re.compile(r"期限|有效期|期间|届满")
# A month in which something is done at last, whatever the day: 拖到9月才办.
_AT_LAST = re.compile(r"(?:[拖等延晚]|推迟|延后)到(\d{1,2})月(?![\d初底末上中下])|(?<!\d)(\d{1,2})月(?=才)")
_LONGEST = 10_000  # months or days of a period
_MONTHS, _ANY_YEAR = 12, 2001  # no leap year, as `assistant.understanding.days` takes one
_NEIGHBOURS = 5  # stretches found, of which one sets the period that is meant


def sum_days(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """What the question's days and the clauses' days and periods make together; None where nothing is to be done."""
    if not stretches:
        return None
    return (
        _between(question, stretches)
        or _year_end(question, stretches[0])
        or _due(question, stretches)
        or by_deadline(question, stretches)
    )


def _between(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    if not _BETWEEN.search(question.text) or ("天" not in question.text and "days" not in question.text):
        return None
    days = list(days_in(question.text))
    told = len(days)
    for stretch in stretches[:6]:
        found = [day for day in days_in(stretch) if all(day.text != other.text for other in days)]
        if len(days) < 2 and found:
            days.append(found[0])
    used = tuple(stretch for stretch in stretches[:6] if any(day.text in stretch for day in days[:2]))
    if len(days) != 2 or not used:
        return None
    first, second = _in_order(*days) if told == 2 and _FROM_TO.search(question.text) else same_year(*days)
    count = abs((second - first).days)
    early, late = sorted(zip((first, second), (days[0].text, days[1].text), strict=True))
    return Calculation(f"{count}天", f"从{early[1]}到{late[1]}，{count}天", used)


def _due(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """The last day of a period that a clause sets from a day of the question's, and whether another of its days keeps to it."""
    days = list(days_in(question.text))
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
        limits,
        key=lambda one: (
            lasting and bool(_TERM.search(one[0])),
            _alike(one[1], one[0], told),
            _alike(one[1], one[0], question.text),
        ),
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
    if question.yes_no and len(days) == 1 and (month := _month_at_last(question)):
        # Late if its first day is; the others tell nothing by themselves.
        began, planned = _in_order(start, month.day)
        if planned <= due:
            return Calculation(f"期限是{last}", shown, (stretch,))
        shown = f"{shown}，{month.day.text}晚于这一天"
        return Calculation(f"期限是{last}", shown, (stretch,), verdict_if(month.asked(question), False))
    if question.yes_no and len(days) > 1:
        told = next(one for one in told_days(question.text) if one.day == days[1])
        verdict = verdict_if(told.asked(question), told.keeps(planned, due))
        return Calculation(f"期限是{last}", f"{shown}，{told.compared(planned, due)}这一天", (stretch,), verdict)
    if question.yes_no or not _EXPIRES.search(question.text) or not question.sought & {"date", "year"}:
        return None
    return Calculation(last, shown, (stretch,))


def _month_at_last(question: Question) -> ToldDay | None:
    """The first day of the one month in which a question says that something is done at last."""
    found = list(_AT_LAST.finditer(question.text))
    month = int(found[0][1] or found[0][2]) if len(found) == 1 else 0
    if not 1 <= month <= _MONTHS:
        return None
    first = Day(date(_ANY_YEAR, month, 1), f"{month}月", False)
    return ToldDay(first, "on", question.text[: found[0].start()], question.text[found[0].end() :])


def _year_end(question: Question, stretch: str) -> Calculation | None:
    """The last day of a year that a clause counts from the one that the question names."""
    years = set(_A_YEAR.findall(question.text))
    counted = {
        (parse_number(number), day)
        for event, number, day in _YEAR_END.findall(stretch)
        if _DEATH.search(question.text) or not _DEATH.search(event)  # 2031年画的 tells no year of a death
    }
    if len(years) != 1 or len(counted) != 1 or question.yes_no or not question.sought & {"date", "year"}:
        return None
    (year,), ((number, day),) = years, counted
    if not number:
        return None
    last = f"{int(year) + int(number)}年"
    return Calculation(f"{last}{day}", f"{year}年＋{int(number)}年＝{last}", (stretch,))


def _in_order(first: Day, second: Day) -> tuple[date, date]:
    """Both days, of which the first comes first: from 12月20日 to 1月5日 is into the next year where none is said."""
    start, end = same_year(first, second)
    if end >= start or (first.dated and second.dated):
        return start, end
    return (in_year(start, start.year - 1), end) if second.dated else (start, in_year(end, end.year + 1))


def _alike(value: Value, stretch: str, told: str) -> int:
    """How much the words before a value, which say what it runs from, share with what is told of a day."""
    before = re.split("[，。；：]", stretch[: value.start])[-1]
    return len(set(before) & set(told))


def _written(day: date, dated: bool) -> str:
    return written(day) if dated else f"{day.month}月{day.day}日"
