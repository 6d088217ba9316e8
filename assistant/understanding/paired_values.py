"""The values of a question, each with those of its kind that the stretch states, in one unit; and the bounds and ranges of these."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from assistant.understanding.contrast import closest_part, pairs
from assistant.understanding.question import Question
from assistant.understanding.values import Bound, Value, find_values, size_in, without_values

_CEILING = re.compile(
    r"最[高多]|上限|封顶|顶多|至多|顶格|不[得能]?(?:超过|高于|多于)|\b(?:max(?:imum)?|ceiling|cap|upper limit)\b"
)
_FLOOR = re.compile(r"最[低少]|下限|起码|至少|不[得能]?(?:少于|低于)|\b(?:min(?:imum)?|floor|lower limit)\b")
_SAID_BEFORE, _SAID_BEHIND = 8, 5  # characters
_ANY_COUNT = "个"
_WORKING = "工作日"
# What is counted: 摊位 of 八个以上摊位.
_COUNTED = re.compile(r"(?:及?以[上下内]|左右)?的?([一-鿿]{2})")
_TO = re.compile(r"以上|至|到|—|～|~|-")
_CASE = re.compile(r"(?<=[，；。])([^，。；：]{2,16}的)，([^，。；：]+)")
_TELLING_PAIRS = 3  # of a case's words


def side_of(question: Question, value: Value) -> Bound:
    """Which bound a question says that a value is; "" where it says none."""
    before, behind = question.text[: value.start][-_SAID_BEFORE:], question.text[value.end :][:_SAID_BEHIND]
    return value.bound or side_said(re.split("[,，。;；]", before)[-1] + "#" + re.split("[,，。;；]", behind)[0])


def side_said(words: str) -> Bound:
    """Which bound words speak of, "" where of none or of both."""
    highest, lowest = _CEILING.search(words), _FLOOR.search(words)
    return "" if bool(highest) == bool(lowest) else "max" if highest else "min"


def range_of(stretch: str, stated: Value) -> tuple[Decimal, Decimal] | None:
    """The ends of a range that a value of the stretch belongs to: 千分之五以上千分之十以下, 百分之一至百分之三."""
    ends = ends_of(stretch, stated)
    return (ends[0].size, ends[1].size) if ends and ends[0].size is not None and ends[1].size is not None else None


def ends_of(stretch: str, stated: Value) -> tuple[Value, Value] | None:
    """The values at the ends of the range that a value of the stretch belongs to; None where it belongs to none."""
    for low, high in pairwise(find_values(stretch)):
        if low.kind == high.kind and stated in (low, high) and _TO.fullmatch(stretch[low.end : high.start]):
            return low, high
    return None


def comparable(question: Question, stretch: str) -> bool:
    """Whether the stretch sets a floor or a ceiling to a value of the question."""
    return any(any(s.bound or range_of(stretch, s) for s in same) for _, same in paired(question, stretch))


def meant(question: Question, stretch: str, stated: list[Value]) -> list[Value]:
    """Of several values of a kind those in the part of the stretch that the question is about."""
    if len({value.size for value in stated}) < 2:
        return stated
    part = closest_part(stretch, question.text)
    start = stretch.index(part)
    within = [value for value in stated if start <= value.start < start + len(part)]
    return _of_case(question, stretch, stated) or within


def _of_case(question: Question, stretch: str, stated: list[Value]) -> list[Value]:
    """The values of the one case (属于工程项目的，…) whose words the question has."""
    asked = pairs(without_values(question.text, "，"))
    cases = [case for case in _CASE.finditer(stretch) if len(pairs(case[1]) & asked) >= _TELLING_PAIRS]
    return [value for value in stated if cases[0].start(2) <= value.start < cases[0].end()] if len(cases) == 1 else []


def paired(question: Question, stretch: str) -> list[tuple[Value, list[Value]]]:
    """Each sized value of the question, in the unit of the stretch, with the stretch's values of the same kind and unit."""
    stated = [value for value in find_values(stretch) if value.size is not None]
    found = []
    for value in question.values:
        alike = [other for other in stated if other.kind == value.kind and value.size is not None]
        if same := [other for other in alike if other.unit == value.unit]:
            found.append((value, _of_same_thing(question.text, value, stretch, same)))
        elif others := [other for other in alike if _in_unit(value, other)]:
            found.append((_in_unit(value, others[0]) or value, [one for one in others if one.unit == others[0].unit]))
    return found


def _of_same_thing(text: str, value: Value, stretch: str, same: list[Value]) -> list[Value]:
    """Of several counts of a stretch those of what the question's is of; all where none is."""
    thing = _COUNTED.match(text, value.end) if value.kind == "count" else None
    counted = [(one, _COUNTED.match(stretch, one.end)) for one in same]
    return [one for one, named in counted if thing and named and named[1] == thing[1]] or same


def _in_unit(value: Value, other: Value) -> Value | None:
    """A value in the unit of another: days in months and months in days, 三个 for 3家; None where there is no telling."""
    if value.kind == "count" and _ANY_COUNT in (value.unit, other.unit):
        return replace(value, unit=other.unit)
    if value.kind == "period" and _WORKING in (value.unit, other.unit):
        return replace(value, unit=other.unit) if _surely_differ(value, other) else None
    size = size_in(value, other.unit) if value.kind == "period" else None
    return None if size is None else replace(value, size=size, unit=other.unit)


def _surely_differ(value: Value, other: Value) -> bool:
    """Whether a time in days and one in working days cannot be the same: so many working days take no fewer days, and no more
    than twice as many."""
    working, any_day = (value, other) if value.unit == _WORKING else (other, value)
    days = size_in(any_day, "天")
    return days is not None and working.size is not None and not working.size <= days <= 2 * working.size
