"""Days and years that a question claims against those that the stretch states: 截止是6月3日吗, 门票情况是2031—2034年的吗,
为什么2031年以后的不算."""

import re
from dataclasses import replace

from assistant.understanding.contrast import closest_part
from assistant.understanding.question import Question
from assistant.understanding.rule_words import HEARSAY_TAG, WHY
from assistant.understanding.values import Value, find_values, without_values

_ON_DAY = re.compile(r"(?:是|在|为|到|截止|\b(?:is|was|on|by|in|deadline|date))[\s:：]*$")
_CLAIMS = r"(?:吗|么|吧|对[吧吗]|是吧|没错|[,，]|[?？]?$)"
_CLAIMS_DAY = re.compile(rf"(?:之?以?前)?(?:截止|[发印交报送出][布文出发台上]?)?(?:的)?{_CLAIMS}")
# 6月3日前交, 6月3日报名截止, said of a rule where it is to be confirmed.
_BY_DAY = re.compile("之?以?前|[^,，。]{0,4}(?:截止|为止|到期)")
_CLAIMS_YEARS = re.compile(rf"(?:[这那][几些]年|之间|期间)?(?:的)?{_CLAIMS}")
_TELLS_YEARS = re.compile("(?:也|还|都|就|只)?(?:是|要|报|交|列|填|看|算|按|用)[^，,]{0,2}$")
_SINCE = re.compile("以来|以后|之后|起")


def wrong_days(question: Question, stretch: str) -> list[tuple[Value, Value]]:
    """The day, the years from one to another, or the year from which on, that a question claims wrongly, with the right ones."""
    day, years = _days_claimed(question, stretch), _years_claimed(question, stretch)
    wrong = [day] if day and not _same_day(*day) else []
    return wrong + ([years] if years and not _same_years(*years) else []) or _wrong_since(question, stretch)


def names_right_day(question: Question, stretch: str) -> bool:
    """Whether the question claims that something is on the one day that the stretch names: 截止是6月3日吗; or in the years."""
    day, years = _days_claimed(question, stretch), _years_claimed(question, stretch)
    return bool(day and _same_day(*day)) or bool(years and _same_years(*years))


def _days_claimed(question: Question, stretch: str) -> tuple[Value, Value] | tuple[()]:
    """The one day that a question says something is on, and the one that the stretch names."""
    claimed = [value for value in question.values if value.kind == "date"]
    stated = [value for value in find_values(stretch) if value.kind == "date"]
    if len(claimed) != 1 or len(stated) != 1:
        return ()
    before, behind = question.text[: claimed[0].start], question.text[claimed[0].end :]
    said = _ON_DAY.search(before) and _CLAIMS_DAY.match(behind)
    confirmed = HEARSAY_TAG.search(question.text) or WHY.search(question.text)
    return (claimed[0], stated[0]) if said or (confirmed and _BY_DAY.match(behind)) else ()


def _wrong_since(question: Question, stretch: str) -> list[tuple[Value, Value]]:
    """The year since when, by who asks for the reason or wants it confirmed, something is so, and the right one."""
    if not (HEARSAY_TAG.search(question.text) or WHY.search(question.text)):
        return []
    claimed, stated = _since(question.text), _since(stretch)
    if len(claimed) != 1 or len(stated) != 1 or claimed[0].text[:4] == stated[0].text[:4]:
        return []
    return [(claimed[0], stated[0])]


def _since(text: str) -> list[Value]:
    """The years with the words that make a beginning of them: 2031年以来."""
    years = ((year, _SINCE.match(text, year.end)) for year in find_values(text) if year.kind == "year")
    return [replace(year, text=year.text + since[0]) for year, since in years if since]


def _years_claimed(question: Question, stretch: str) -> tuple[Value, Value] | tuple[()]:
    """The years from one to another that a question says something is of, and those of the part of the stretch on that."""
    claimed = [value for value in question.values if len(_years(value)) == 2]
    part = closest_part(stretch, without_values(question.text, "，"))
    stated = [value for value in find_values(part) if len(_years(value)) == 2]
    if len(claimed) != 1 or len(stated) != 1:
        return ()
    before, behind = question.text[: claimed[0].start], question.text[claimed[0].end :]
    return (claimed[0], stated[0]) if _TELLS_YEARS.search(before) and _CLAIMS_YEARS.match(behind) else ()


def _years(value: Value) -> list[str]:
    """The years that a value runs from and to, by their last two digits; one where it is a single year."""
    return [year[-2:] for year in re.findall(r"\d{2,4}", value.text)] if value.kind == "year" else []


def _same_years(years: Value, right: Value) -> bool:
    return _years(years) == _years(right)


def _same_day(day: Value, right: Value) -> bool:
    return all(_part(day, unit) in ("", _part(right, unit)) for unit in "年月日" if _part(right, unit))


def _part(day: Value, unit: str) -> str:
    """The year, month or day of a date, "" where it names none."""
    found = re.search(rf"(\d+){unit}", day.text.replace("号", "日"))
    return found[1] if found else ""
