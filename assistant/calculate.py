"""Arithmetic that clauses define: a share of an amount, what remains of one, one as a fraction of another, growth over
years; sums with days are in `assistant.calendar_sums`.

The inputs are values of the question and of the clauses found; the result is worked out here and shown with them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

from assistant.answer import Verdict
from assistant.calendar_sums import sum_days
from assistant.question import Question
from assistant.values import Value, find_values

_REMAINDER = re.compile(
    r"减去|减掉|还剩|剩多少|剩下多少|余下多少|余额|差额|扣除|扣掉|没[拨给发]|未拨|还有多少|remain|rest|balance|left"
)
_GROWTH = re.compile(r"翻|复合|连续|连[增涨]|增长到|变成|达到多少|到多少|[年月]之?后|几倍|多少倍|compound")
# A year's figure and what the next one must be: growth over one year.
_FROM_LAST = re.compile(
    r"(?:去年|上[一]?年|前一年|基数|原来|底子).*(?:今年|明年|下[一]?年|次年|一年|增|涨|达到|做到)|last year.*(?:this|next) year"
)
_RESULT = re.compile(r"多少|几|算|how much|how many|what")
_FRACTION = re.compile(r"几分之几|占.{0,8}(?:几成|比例|百分之几|多大)|what (?:fraction|share|percentage)")
_TOGETHER = re.compile(r"一共|总共|合计|加起来|加在一起|合起来|共|总计|in total|altogether")
_EACH = re.compile(r"[对给]?每(?:个|家|项|座|件|人|户|省|市)|\beach\b")
_FEW = 6  # of the stretches found, those that a sum may be about
_NUMERALS = "零一二三四五六七八九十"
_EFFORT = re.compile(r"用于|投入?|花|至少|最少|不低于|合|是多少|多少钱|多少万|多少亿|应当?|spend|at least")


@dataclass(frozen=True, slots=True)
class Calculation:
    """A worked result. `shown` is the sum as an official would write it; `inputs` are the texts of the clauses used;
    `verdict` is what it means for a yes-no question."""

    result: str
    shown: str
    inputs: tuple[str, ...]
    verdict: Verdict | None = None


def calculate(
    question: Question, stretches: tuple[str, ...], known: Callable[[], Sequence[str]] = tuple
) -> Calculation | None:
    """Work out what the question asks from the stretches found for it, best first; None where nothing is to be done.

    `known` gives the clauses that state an amount which a share may be of, though the question doesn't lead there; it
    is called only where one is wanted.
    """
    if days := sum_days(question, stretches):
        return Calculation(days.result, days.shown, days.inputs, days.verdict)
    if found := _enough(question, stretches):
        return found
    if not _RESULT.search(question.text) and not question.sought & {"amount", "date", "count"}:
        return None
    for rule in (_remainder, _fraction, _growth, partial(_share_of, known=known), _times):
        if found := rule(question, stretches):
            return found
    return None


def format_amount(yuan: Decimal) -> str:
    """Yuan as officials write them: 60000000 → 6000万元, 150000000 → 1.5亿元."""
    if yuan >= 10**8:
        return f"{_plain(yuan / 10**8)}亿元"
    return f"{_plain(yuan / 10**4)}万元" if yuan >= 10**4 else f"{_plain(yuan)}元"


def _plain(number: Decimal) -> str:
    text = f"{number.quantize(Decimal('0.01')):f}"
    return text.rstrip("0").rstrip(".")


def _amounts(text: str) -> list[Value]:
    return [value for value in find_values(text) if value.kind == "amount" and value.size]


def _shares(text: str) -> list[Value]:
    return [value for value in find_values(text) if value.kind == "share" and value.size]


def _remainder(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    if not _REMAINDER.search(question.text):
        return None
    for stretch in stretches[:_FEW]:
        amounts = _amounts(stretch)
        if len(amounts) == 2 and amounts[0].size and amounts[1].size and amounts[0].size > amounts[1].size:
            rest = format_amount(amounts[0].size - amounts[1].size)
            return Calculation(rest, f"{amounts[0].text}－{amounts[1].text}＝{rest}", (stretch,))
    return None


def _fraction(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """One amount of a clause as a fraction of another, where the clause gives none itself."""
    if not _FRACTION.search(question.text) or not stretches:
        return None
    amounts = _amounts(stretches[0])
    if len(amounts) != 2 or any(value.kind == "share" for value in find_values(stretches[0])):
        return None
    whole, part = sorted(amounts, key=lambda value: -(value.size or 0))
    if not whole.size or not part.size:
        return None
    ratio = Fraction(part.size) / Fraction(whole.size)
    percent = f"{_plain(part.size / whole.size * 100)}%"
    small = ratio.denominator < len(_NUMERALS)
    result = f"{_NUMERALS[ratio.denominator]}分之{_NUMERALS[ratio.numerator]}" if small else percent
    about = f"，约{percent}" if small else ""
    return Calculation(result, f"{part.text}÷{whole.text}＝{result}{about}", (stretches[0],))


def _share_of(question: Question, stretches: tuple[str, ...], known: Callable[[], Sequence[str]]) -> Calculation | None:
    own = [value for value in question.values if value.kind == "amount" and value.size]
    if not ("amount" in question.sought or own) or not _EFFORT.search(question.text) or "yes-no" in question.sought:
        return None
    shares = [(s, v) for s in stretches[:2] for v in find_values(s) if v.kind == "share" and v.size]
    if not shares or _amounts(shares[0][0]) or "增" in shares[0][0]:
        return None
    stretch, share = shares[0]
    holder = (
        () if own else tuple(s for s in stretches if _amounts(s))[:1] or tuple(s for s in known() if _amounts(s))[:1]
    )
    base = own or [value for text in holder for value in _amounts(text)]
    if not base or base[0].size is None or share.size is None:
        return None
    part = format_amount(base[0].size * share.size / 100)
    return Calculation(part, f"{format_amount(base[0].size)}×{_plain(share.size)}%＝{part}", (stretch, *holder))


def _enough(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """Whether one amount of the question is a large, or small, enough share of the other (共8000万，投3000万，够不够)."""
    amounts = sorted((v.size for v in question.values if v.kind == "amount" and v.size), reverse=True)
    shares = [v for v in find_values(stretches[0]) if v.kind == "share" and v.size and v.bound] if stretches else []
    asked = question.yes_no and not any(value.kind == "share" for value in question.values)
    if not asked or len(amounts) != 2 or len(shares) != 1 or amounts[0] == amounts[1]:
        return None
    percent = amounts[1] / amounts[0] * 100
    limit = shares[0].size or Decimal(0)
    kept = percent >= limit if shares[0].bound == "min" else percent <= limit
    shown = f"{format_amount(amounts[1])}÷{format_amount(amounts[0])}＝{_plain(percent)}%"
    return Calculation(f"{_plain(percent)}%", shown, (stretches[0],), "yes" if kept else "no")


def _times(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """What several get together, where a clause gives each of them an amount."""
    counts = [value for value in question.values if value.kind == "count" and value.size and value.size > 1]
    if len(counts) != 1 or not stretches or not (_TOGETHER.search(question.text) and _EACH.search(stretches[0])):
        return None
    amounts = _amounts(stretches[0])
    if not amounts or not amounts[0].size or counts[0].size is None:
        return None
    result = format_amount(amounts[0].size * counts[0].size)
    return Calculation(result, f"{amounts[0].text}×{_plain(counts[0].size)}＝{result}", (stretches[0],))


def _growth(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    base = next((v for v in question.values if v.kind in ("amount", "count") and v.size), None)
    next_year = base is not None and _FROM_LAST.search(question.text)
    if not next_year and not _GROWTH.search(question.text):
        return None
    # Of several rates the one whose words share most with the question: 质押融资, not 转让.
    few = _FEW if _GROWTH.search(question.text) else 1  # a year's figure may be asked of for other reasons
    growing = [stretch for stretch in stretches[:few] if "增" in stretch and _shares(stretch)]
    periods = [v for v in question.values if v.kind == "period" and v.unit == "月" and v.size and v.size % 12 == 0]
    if not growing or not (periods or next_year):
        return None
    stretch = max(growing, key=lambda words: len(set(words) & set(question.text)) / len(set(words)))
    share, years = _shares(stretch)[0].size, int((periods[-1].size or 12) / 12) if periods else 1
    if share is None:
        return None
    times = (1 + share / 100) ** years
    power = f"的{years}次方" if years > 1 else ""
    rate = f"（1＋{_plain(share)}%）{power}"
    if base is None or base.size is None:
        return Calculation(f"{_plain(times)}倍", f"{rate}＝{_plain(times)}倍", (stretch,))
    grown = base.size * times
    result = format_amount(grown) if base.kind == "amount" else f"{_plain(grown)}{base.unit}"
    return Calculation(result, f"{base.text}×{rate}＝{result}", (stretch,))
