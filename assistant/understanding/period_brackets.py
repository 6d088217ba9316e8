"""How long somebody or something of a case has been (工龄12年, 房龄25年, 出版三年的书), and the brackets of a scale by such times (满1年
不满10年的，…; 满10年的，…). Knows how people tell such times and how scales are worded, not any scale."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.understanding.question import Question
from assistant.understanding.values import Value, find_values, size_in

_HAS_BEEN = re.compile(
    r"(?:[工司教房车船楼店校树军党]龄|年限|工作|任职|从业|从教|入职|在职|任教|服务|出版|建成|购[买置]|开业|开办|成立|经营"
    r"|居住|缴存|缴费|缴纳|参保|结婚|毕业|退休|闲置|[干当做盖买用住租养][了满])(?:已经?|了|满|有|才|刚|快|约|大[约概]|差不多|是|为|都)*$"
)
_AFTERWARDS = re.compile("以?后")
_SINGLE = re.compile("一(?:年|个月|周|天)")  # 一年有几天 asks how many a year
_TOLD = re.compile("[满了龄]$")
_LEAST_BEFORE, _LEAST_BEHIND = re.compile("(?<![不未每])满$|连续$|(?<!不得)(?<!不)超过$"), re.compile("及?以上")
_MOST_BEFORE, _MOST_BEHIND = re.compile("(?:[不未]满|不足|不到|未到|少于|低于)$"), re.compile("及?以下")
_ENDS = 2  # of a bracket


def of_case(question: Question, value: Value) -> bool:
    """Whether a period of a question is how long somebody or something has been, and says nothing of a rule."""
    behind = _AFTERWARDS.match(question.text[value.end :])
    return value.kind == "period" and not behind and bool(_HAS_BEEN.search(question.text[: value.start]))


def period_bracketed(question: Question, text: str) -> int:
    """1 where a time of the question falls into the one bracket of a text, -1 where none does, 0 where the text has none, or
    several."""
    own = [value for value in question.values if value.kind == "period" and value.size and _is_told(question, value)]
    own = [value for value in own if of_case(question, value)] or own
    bounds = [value for value in find_values(text) if value.kind == "period" and value.size and _side(text, value)]
    units = {value.unit for value in bounds}
    if len(units) != 1:
        return 0
    (unit,) = units
    own = [value for value in own if value.unit == unit or not any("年" in bound.text for bound in bounds)]
    own = [replace(value, size=size, unit=unit) for value in own if (size := size_in(value, unit)) is not None]
    least = max((value.size or Decimal(0) for value in bounds if _side(text, value) == "min"), default=Decimal(0))
    most = min((value.size or Decimal(0) for value in bounds if _side(text, value) == "max"), default=None)
    if not own or not bounds or len(bounds) > _ENDS or (most is not None and least > most):
        return 0
    return 1 if any(all(_within(value, text, bound) for bound in bounds) for value in own) else -1


def _is_told(question: Question, value: Value) -> bool:
    return not _SINGLE.fullmatch(value.text) or bool(_TOLD.search(question.text[: value.start]))


def _side(text: str, value: Value) -> str:
    """Which end of a bracket a period of a text is, "" where it is none."""
    before, behind = text[: value.start], text[value.end :]
    if _LEAST_BEFORE.search(before) or _LEAST_BEHIND.match(behind):
        return "min"
    return "max" if _MOST_BEFORE.search(before) or _MOST_BEHIND.match(behind) else ""


def _within(own: Value, text: str, bound: Value) -> bool:
    size, limit = own.size or Decimal(0), bound.size or Decimal(0)
    if _side(text, bound) == "min":
        return size > limit if text[: bound.start].endswith("超过") else size >= limit
    return size <= limit if _MOST_BEHIND.match(text[bound.end :]) else size < limit
