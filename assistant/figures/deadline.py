"""Deadlines: whether the day on which somebody means to act, or by or after which he does, keeps to the last day that a
clause sets. Knows how people speak of days, not any deadline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from assistant.figures.sums import Calculation
from assistant.understanding.days import Day, days_in, in_english, same_year, with_month
from assistant.understanding.polarity import claim_of, verdict_if
from assistant.understanding.question import Question
from assistant.understanding.rule_words import ASKS_LEAVE, FEARED, HOPED, LATE, REQUIRES

Side = Literal["on", "by", "after"]

_DAY = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|初|上旬|中旬|下旬|底|末)"
_A_DAY = re.compile(_DAY)
_LAST_DAY = re.compile(rf"({_DAY})(?:之?以?前|截止)|截止(?:日期?|时间)?(?:是|为|到|在)?({_DAY})")
# What stands before and behind a day after which something is done, and by which.
_AFTER = (
    re.compile(r"(?<![不没未别])(?:超过|超出|错过|[晚迟]于|[晚拖迟]过|过)了?$|\b(?:after|later than|past|beyond) $"),
    re.compile(r"[之以]?后(?![天勤])|过后|(?:一|已经?|都|就)?过(?![来去得不往])了?"),
)
_BY = (
    re.compile(
        r"赶[在到]$|[不没未别](?:超过|[晚迟]于|[晚拖迟]过|过)了?$|早于$|\b(?:before|by|(?:no|not) later than) $"
    ),
    re.compile("之?以?前"),
)
_PUT_OFF = re.compile(r"(?:拖|等|延|推迟)到$")
_ACT = r"交|报|送|递|寄|印|发|补|办|来得及|赶得上"
_ACTS = re.compile(rf"(?!截止)[^，,。?？是]{{0,14}}?(?:{_ACT}|到(?![期\d]))")
_ACT_IN_ENGLISH = r"\b(?:submit|send|sent|file|apply|hand|deliver|report)"
_ACTED = re.compile(rf"{_ACT_IN_ENGLISH}\w*\b[^.?]{{0,40}}\bon $")
_DONE = re.compile(rf"{_ACT}|收|受理|[晚迟]|逾期|{_ACT_IN_ENGLISH}|\baccept|\blate\b")
# What is done now is done on the day that today is said to be: 今天12号，现在送去来得及吗.
_TODAY = re.compile(r"(?:今天|今儿|现在|眼下|目前)(?:都|已经?|是|才)*$")
_JUDGED = re.compile(r"收|受理|\b(?:can|may|could|accept(?:ed)?|late|allowed|possible|ok|okay|fine|valid)\b")

_NEAREST = 2  # stretches, of which the first may say no more than what becomes of who is late


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day as a question tells it: on, by or after which something is done; `before` and `behind` are its words around these,
    which say what is asked: 过了5号 says neither what is hoped for nor what is feared."""

    day: Day
    side: Side
    before: str
    behind: str

    def keeps(self, own: date, last: date) -> bool:
        """Whether the day, which is `own` in its year, keeps to a last one."""
        return own < last if self.side == "after" else own <= last

    def asked(self, question: Question) -> Question:
        """The question without the day."""
        return replace(question, text=self.before + self.behind)

    def compared(self, own: date, last: date) -> str:
        """The day as one that is or isn't later than a last one: 5月6号晚于 that, 5月5号以后晚于 5月5日."""
        after = "以后" if own == last and self.side == "after" else ""
        return f"{self.day.text}{after}{'晚于' if after or own > last else '不晚于'}"


def by_deadline(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """Whether the day that the question tells of keeps to the one last day of the best stretch that names a day; None where it
    tells of none, or of another besides."""
    stretch = next((one for one in stretches[:_NEAREST] if any(days_in(one))), "")
    limits = _last_days(stretch)
    if not question.yes_no or len(limits) != 1:
        return None
    text = with_month(question.text, limits[0].text)
    told = list(told_days(text))
    meant = [one for one in told if _is_meant(question, one)] or [one for one in told if _is_by(question, one)]
    if len(meant) != 1:
        return None
    claimed = [day for day in _last_days(text) if day != meant[0].day]
    if any(one.day not in (meant[0].day, *claimed) for one in told):
        return None
    own, last = same_year(meant[0].day, limits[0])
    verdict = verdict_if(meant[0].asked(question), meant[0].keeps(own, last))
    if question.english:
        which = f"{'after ' if meant[0].side == 'after' else ''}{in_english(own)}"
        compared = f"{which} is {'later' if own > last or not meant[0].keeps(own, last) else 'not later'}"
        return Calculation(f"The last day is {in_english(last)}", compared, (stretch,), verdict)
    wrong = [day for day in claimed if day.on != limits[0].on and not day.dated]
    corrected = f"，不是{wrong[0].text}" if wrong else ""
    shown = meant[0].compared(own, last) + limits[0].text
    return Calculation(f"期限是{limits[0].text}{corrected}", shown, (stretch,), verdict)


def _last_days(text: str) -> list[Day]:
    return [day for match in _LAST_DAY.finditer(text) for day in days_in(match[1] or match[2])]


def told_days(text: str) -> Iterator[ToldDay]:
    """The days that a question tells, in order."""
    for match in _A_DAY.finditer(text):
        start, end, side = _sided(text, *match.span())
        put_off = _PUT_OFF.search(text[:start])
        for day in days_in(match[0]):
            yield ToldDay(day, side, text[: put_off.start() if put_off else start], text[end:])


def _sided(text: str, start: int, end: int) -> tuple[int, int, Side]:
    """The span of a day with the words that say on which side of it, and the side."""
    sides: tuple[tuple[Side, tuple[re.Pattern[str], re.Pattern[str]]], ...] = (("after", _AFTER), ("by", _BY))
    for side, (words_before, words_behind) in sides:
        before, behind = words_before.search(text[:start]), words_behind.match(text, end)
        if before or behind:
            return before.start() if before else start, behind.end() if behind else end, side
    return start, end, "on"


def _is_meant(question: Question, told: ToldDay) -> bool:
    """Whether something is done on a day, or it is asked what is so after it."""
    if told.side == "on":
        return bool(_ACTS.match(told.behind) or _ACTED.search(told.before) or _TODAY.search(told.before))
    return told.side == "after" and _judges(question, told)


def _is_by(question: Question, told: ToldDay) -> bool:
    """Whether it is asked if doing something by a day will do, and not whether it has to be done by it."""
    return told.side == "by" and _judges(question, told) and not REQUIRES.search(question.text)


def _judges(question: Question, told: ToldDay) -> bool:
    asked = told.asked(question)
    claim = claim_of(asked)
    return bool(_DONE.search(asked.text)) and any(
        words.search(claim) for words in (HOPED, FEARED, LATE, ASKS_LEAVE, _JUDGED)
    )
