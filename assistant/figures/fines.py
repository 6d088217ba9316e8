"""A fine that is a share, or several times, of an amount that the question tells: both ends of its range, or the one asked for."""

import re
from decimal import Decimal
from itertools import pairwise

from assistant.figures.sums import Calculation, format_amount, plain
from assistant.understanding.asked_for import PENAL
from assistant.understanding.excerpt import own_bracket
from assistant.understanding.question import Question
from assistant.understanding.values import Value, find_values

_FINED = re.compile(r"罚|赔")
_WILFUL = re.compile("故意|恶意|情节严重|情节很严重")  # whose damages are several times the loss
MOST = re.compile(r"最多|最高|顶格|上限|封顶|顶多")
LEAST = re.compile(r"最少|最低|起码|至少|下限")
# What a fine is reckoned by, as clauses name it, and as people do.
_BASES = (
    ("违法所得", re.compile(r"所得|赚|获利|盈利")),
    ("确定数额", re.compile("损失|所得|赚|获利")),
    ("违法经营额", re.compile(r"经营额|营业额|卖|销售|货值")),
)
_FEW = 2  # of the stretches found, one sets the fine
_AND = re.compile(r"以上")


def fine(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """The fine that the clause sets for the one amount of the question; None where it isn't reckoned by that amount."""
    own = [value for value in question.values if value.kind == "amount" and value.size]
    if len(own) != 1 or not _FINED.search(question.text):
        return None
    return next((found for stretch in stretches[:_FEW] if (found := _by(question, own[0], stretch))), None)


def _by(question: Question, own: Value, stretch: str) -> Calculation | None:
    clause = own_bracket(question, stretch) or stretch
    rates = [value for value in find_values(clause) if _is_rate(value)]
    if not rates or not _reckoned_by(question, clause[: rates[0].start]):
        return None
    ends = next(((low, high) for low, high in pairwise(rates) if _AND.fullmatch(clause[low.end : high.start])), None)
    if ends and ends[0] is rates[0]:
        return _between(question, own, *ends, stretch)
    if rates[0].bound == "min":
        return None
    result = _times(own, rates[0])
    shown = _shown(own, rates[0])
    upto = rates[0].bound and not MOST.search(question.text)
    return Calculation(f"{result}以下" if upto else result, shown, (stretch,))


def _between(question: Question, own: Value, low: Value, high: Value, stretch: str) -> Calculation:
    if MOST.search(question.text):
        return Calculation(_times(own, high), _shown(own, high), (stretch,))
    if LEAST.search(question.text):
        return Calculation(_times(own, low), _shown(own, low), (stretch,))
    result = f"{_times(own, low)}至{_times(own, high)}"
    return Calculation(result, f"{_shown(own, low)}，{_shown(own, high)}", (stretch,))


def _is_rate(value: Value) -> bool:
    return bool(value.size) and (value.kind == "share" or (value.kind == "count" and value.unit == "倍"))


def _reckoned_by(question: Question, before: str) -> bool:
    """Whether the rate behind `before` is one of the amount that the question tells: 处中标项目金额, 并处违法所得."""
    base = re.split(r"[，；：]", before)[-1]
    if not PENAL.search(before) and "处" not in base:
        return False
    for name, words in _BASES:
        if name in base or words.search(question.text):
            counted = name != "确定数额" or bool(_WILFUL.search(question.text))
            return name in base and counted and bool(words.search(question.text))
    return "额" in base


def _times(own: Value, rate: Value) -> str:
    size = (own.size or Decimal(0)) * (rate.size or Decimal(0))
    return format_amount(size / 100 if rate.kind == "share" else size)


def _shown(own: Value, rate: Value) -> str:
    by = f"{plain(rate.size)}%" if rate.kind == "share" and rate.size else rate.text
    return f"{format_amount(own.size)}×{by}＝{_times(own, rate)}" if own.size else ""
