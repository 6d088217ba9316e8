"""The day by whose law a question is answered, where it asks for another than today's: 2040年以后, 明年3月的合同, 新法呢.

A day that is merely part of a case counts only where a version of some statute begins by then, for else nothing depends
on it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from assistant.days import on
from store.records import Document

_YEAR = r"(?P<year>20\d\d年|明年|后年)"
_DAY = re.compile(
    rf"{_YEAR}(?:(?P<month>1[0-2]|[1-9])月(?:(?P<day>[12]?\d|3[01])[日号])?)?(?P<from>以后|之后|起|开始|后)?"
)
_AHEAD = {"明年": 1, "后年": 2}
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
        if day > today and (match["from"] or any(first <= day for first in begins)):
            return day
    return begins[0] if begins and _NEW.search(text) else None


def without_coming_day(text: str, as_of: date) -> str:
    """The question without the words that only say which law answers it; all of it where it has none."""
    for day, match in _days(text, as_of):
        if match["from"] and (match["year"] in _AHEAD or day.year == as_of.year):
            return _shortened(text, text[: match.start()] + text[match.end() :])
    return _shortened(text, _NEW.sub("", text))


def only_names_version(text: str) -> bool:
    """Whether normalised `text` says nothing but which version is to answer: 那新法呢, 2040年以后怎么规定."""
    rest = _DAY.sub("", _NEW.sub("", text))
    return rest != text and bool(_NOTHING_ELSE.fullmatch(rest))


def _shortened(text: str, rest: str) -> str:
    rest = rest.strip(" ，,")
    return rest if len(rest) >= _SHORTEST else text


def _days(text: str, today: date) -> Iterator[tuple[date, re.Match[str]]]:
    for match in _DAY.finditer(text):
        ahead = _AHEAD.get(match["year"])
        year = today.year + ahead if ahead else int(match["year"][:4])
        month = int(match["month"] or 1)
        day = int(match["day"] or 1) or 1
        yield on(year, month, day), match
