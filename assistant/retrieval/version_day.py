"""The day by whose law a question is answered, where it asks for another than today's: 2040年以后, 明年3月的合同, 新法呢,
2024年的时候.

A day that is merely part of a case counts only where a version begins by then, or has been replaced since, for else
nothing depends on it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from assistant.retrieval.standing import in_force
from assistant.understanding.days import on
from store.records import Document

_YEAR = r"(?P<year>20\d\d年|[明后去前]年)"
_DAY = re.compile(
    rf"{_YEAR}(?:(?P<month>1[0-2]|[1-9])月(?:(?P<day>[12]?\d|3[01])[日号])?)?(?:(?P<from>以后|之后|以?来|至今|起|开始|后)|(?P<before>[以之]前))?"
)
# What is asked is to be done before something runs out then, by today's law: 执照明年3月到期，要提前多久换.
_RUNS_OUT = re.compile("(?:[^,，。;；?？]{0,4}?)(?:就|才|要|会|将)*(?:到期|期满|届满|过期|失效)")
_AHEAD = {"明年": 1, "后年": 2, "去年": -1, "前年": -2}
_TODAY = re.compile("现在|目前|如今|今天|今后|至今|还能|还可以|现行")
_MEANWHILE = re.compile(rf"在?{_DAY.pattern}(?:(?<=前)|的?时候?|那时候?|当时|那会儿?|期间)[,，]?")
_NEW = re.compile(
    r"(?:(?:20\d\d年|明年)(?:以后|起|开始)?的?)?(?:新(?:法律?(?![院官人])|规(?![则模格范])|版本?(?!权)|的(?:那[部版]|版本|规定))"
    r"|(?:20\d\d年)?修[订改]后?(?:的(?:那[部版个]|法律?|版本)|版))"
)
_NOTHING_ELSE = re.compile(
    r"(?:那么?|要是|如果|换成|按照?|根据|依|到了?|里面?|中|的|话|又?是?怎么|咋|如何|怎样|规定|说|写|办|呢|\W)*"
)
_SHORTEST = 4  # characters of a question


def coming_day(text: str, today: date, documents: Iterable[Document] = ()) -> date | None:
    """The day, still to come, whose law a question asks for; None where it asks for today's."""
    begins = sorted(d.in_force_from for d in documents if d.replaces and d.in_force_from and d.in_force_from > today)
    for day, match in _days(text, today):
        runs_out = _RUNS_OUT.match(text, match.end())
        if day > today and (match["from"] or (not runs_out and any(first <= day for first in begins))):
            return day
    return begins[0] if begins and _NEW.search(text) else None


def past_day(text: str, today: date, documents: Iterable[Document]) -> date | None:
    """The day gone by whose version a question asks for: one when a document was in force that is replaced by now; None
    where it asks for today's. Of a year it is the last day, of a month the first."""
    if says_today(text):
        return None
    held = [document for document in documents if document.held]
    replaced = {id_ for document in held for id_ in document.replaces}
    gone = [d for d in held if d.id in replaced and d.in_force_until and d.in_force_until < today]
    days = [_last(day, match) for day, match in _days(text, today) if not match["from"]]
    return next((day for day in days if day < today and any(in_force(d, day) for d in gone)), None)


def says_today(text: str) -> bool:
    """Whether a question says that it is asked of today's law: 现在罚多少."""
    return bool(_TODAY.search(text))


def without_day(text: str, as_of: date, documents: Iterable[Document] = ()) -> str:
    """The question without the words that only say which law answers it; all of it where it has none. `documents` are
    those that answer it."""
    versions = [d for d in documents if d.replaces or (d.in_force_until and d.in_force_until < as_of)]
    for match in _MEANWHILE.finditer(text):
        day = _last(_day_of(match, as_of), match)
        if day < as_of and any(in_force(document, day) for document in versions):
            return _shortened(text, text[: match.start()] + text[match.end() :])
    for day, match in _days(text, as_of):
        if match["from"] and (_AHEAD.get(match["year"], 0) > 0 or day.year == as_of.year):
            return _shortened(text, text[: match.start()] + text[match.end() :])
    return _shortened(text, _NEW.sub("", text))


def meanwhile(text: str, today: date) -> tuple[date, str] | None:
    """The day gone by that a question says to be the one whose law it asks for (2024年的时候…, 2024年6月1日以前…), and the question
    without it; None where it names none."""
    match = None if says_today(text) else _MEANWHILE.search(text)
    day = _last(_day_of(match, today), match) if match else today
    return (day, _shortened(text, text[: match.start()] + text[match.end() :])) if match and day < today else None


def only_names_version(text: str) -> bool:
    """Whether normalised `text` says nothing but which version is to answer: 那新法呢, 2040年以后怎么规定."""
    rest = _DAY.sub("", _NEW.sub("", text))
    return rest != text and bool(_NOTHING_ELSE.fullmatch(rest))


def _shortened(text: str, rest: str) -> str:
    rest = rest.strip(" ，,")
    return rest if len(rest) >= _SHORTEST else text


def _days(text: str, today: date) -> Iterator[tuple[date, re.Match[str]]]:
    for match in _DAY.finditer(text):
        yield _day_of(match, today), match


def _day_of(match: re.Match[str], today: date) -> date:
    ahead = _AHEAD.get(match["year"])
    year = today.year + ahead if ahead else int(match["year"][:4])
    return on(year, int(match["month"] or 1), int(match["day"] or 1) or 1)


def _last(day: date, match: re.Match[str]) -> date:
    """The day itself, or the last of the year where only that is told, or the one before it: 2025年以前."""
    if match["before"]:
        return day - timedelta(days=1)
    return day if match["month"] else on(day.year, 12, 31)
