"""Which value of an answer stands out on the page: the one that the question asks for, or none where that isn't clear."""

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from assistant.understanding.values import Value, find_values
from store.text import normalise

_STOP = re.compile(r"[，。；：:|\n]")
_UTMOST = re.compile(r"最[高多大长迟晚重]|至多|顶多|上限|封顶|不超过")
_LEAST = re.compile(r"最[低少小短]|至少|起码|下限|不[少低]于")
_REACH = 4  # characters before a value in which 最高 makes it the utmost
# 五万元以上十万元以下, 百分之一至百分之三: one thing that is said, in two values.
_RANGE = re.compile(r"以上|至|到|[—\-–~～]")
_LASTS = re.compile(r"多[久长]|[几多]少?个?(?:年|月|天|日|周|工作日)|(?<!日)期限?(?:是|有|到|为|[?？]|$)")
# A rule states what follows, and what follows in a grave case; the question is of one of them.
_GRAVE = re.compile(r"情节(?:特别)?严重")
_ASKS_GRAVE = re.compile(rf"(?<![不没未算到])(?<!情节)严重|{_UTMOST.pattern}")
_DAYS, _SPAN = ("date", "year"), "period"


@dataclass(frozen=True, slots=True)
class _Stated:
    """A value, or a range of two values, as it stands in a text."""

    text: str
    start: int
    end: int
    values: tuple[Value, ...]


def standing_out(question: Question, stretch: str, said: str) -> str:
    """Of the values of `said` that are of the kind asked for, the one whose part of the sentence shares most with the
    question; of several, the one that `stretch`, the words found for it, states. "" where that tells none, or a part
    without a value shares more."""
    told = _case(question, said)
    stated = _ranges(told, _of_kind(question, told))
    closest = {one.text for one in _of_bound(question, told, _closest(question, told, stated))}
    if len(closest) > 1:
        closest = {text for text in closest if text in stretch}
    return closest.pop() if len(closest) == 1 else ""


def _closest(question: Question, told: str, stated: list[_Stated]) -> list[_Stated]:
    """The values whose parts share most with the question, all alike; none where what follows the last shares more."""
    asked = pairs(normalise(question.original))  # a year that names the document may tell the value
    shared = [len(asked & pairs(part)) for part in _parts(told, stated)]
    several = len({one.text for one in stated}) > 1
    most = max(shared[:-1], default=0)
    if several and shared[-1] > most:
        return []
    return [one for one, share in zip(stated, shared, strict=False) if not several or share == most]


def asks_grave(question: Question) -> bool:
    """Whether a question asks for what comes of the grave case, or for the utmost."""
    return bool(_ASKS_GRAVE.search(question.text))


def is_graver(text: str) -> bool:
    """Whether a text tells of the grave case only: 情节严重的，…"""
    return bool(_GRAVE.match(text))


def _case(question: Question, stretch: str) -> str:
    """What `stretch` says of the grave case where the question asks for it, else what it says before."""
    grave = _GRAVE.search(stretch)
    if not grave:
        return stretch
    return stretch[grave.start() :] if asks_grave(question) else stretch[: grave.start()]


def _of_kind(question: Question, stretch: str) -> list[Value]:
    """The values of the kind asked for: how long it lasts, no day; how much, no year; and not what the question says."""
    values = [value for value in find_values(stretch) if value.kind in question.value_kinds]
    if not question.yes_no:
        # A count may be of another thing: 一个 in 一个省能报几个.
        own = {(value.kind, value.size) for value in question.values if value.kind != "count"}
        values = [
            v for v in values if v.text not in question.original and (v.size is None or (v.kind, v.size) not in own)
        ]
    if _LASTS.search(question.text):
        return [value for value in values if value.kind == _SPAN] or values
    if not question.sought & {"date", "year"}:
        values = [value for value in values if value.kind not in _DAYS]
    return values


def _ranges(stretch: str, values: list[Value]) -> list[_Stated]:
    """The values, two that are the ends of a range as one."""
    found: list[_Stated] = []
    joined = {
        second.start: first
        for first, second in pairwise(values)
        if first.kind == second.kind and _RANGE.fullmatch(stretch[first.end : second.start])
    }
    for value in values:
        if first := joined.get(value.start):
            found[-1] = _Stated(stretch[first.start : value.end], first.start, value.end, (first, value))
        else:
            found.append(_Stated(value.text, value.start, value.end, (value,)))
    return found


def _of_bound(question: Question, stretch: str, stated: list[_Stated]) -> list[_Stated]:
    """What is a limit of the side asked for (最多, 至少), of a range the end on that side; all where there is none."""
    for asks, other, bound in ((_UTMOST, _LEAST, "max"), (_LEAST, _UTMOST, "min")):
        if not asks.search(question.text) or other.search(question.text):
            continue
        limits = [
            _Stated(v.text, v.start, v.end, (v,))
            for one in stated
            for v in (one.values if len(one.values) == 1 else one.values[:: 1 if bound == "min" else -1][:1])
            if len(one.values) > 1 or v.bound == bound or asks.search(stretch[max(0, v.start - _REACH) : v.start])
        ]
        return limits or stated
    return stated


def _parts(stretch: str, stated: list[_Stated]) -> list[str]:
    """For each value the words that lead to it and those up to the next stop or value; at the end, what follows the last."""
    parts, start = [], 0
    for n, value in enumerate(stated):
        stop = _STOP.search(stretch, value.end)
        end = stop.start() if stop else len(stretch)
        if n + 1 < len(stated):
            end = min(end, stated[n + 1].start)
        begin = max((m.end() for m in _STOP.finditer(stretch, start, value.start)), default=start)
        parts.append(stretch[begin:end])
        start = end
    return [*parts, stretch[start:]]
