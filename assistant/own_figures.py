"""What a case's own figures come to against the thresholds of clauses: how much is missing, and by how much it has grown.

「去年500件，今年560件，达标没」 is 12% a year against the 15% that a clause asks for; 「现在90座，还差多少」 is what is missing to the
clause's 100座. The figures of the case are the question's, the thresholds the clause's.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from assistant.question import Question
from assistant.sums import Calculation, format_size, plain, shares_of
from assistant.values import Value, find_values

_MISSING = re.compile(
    r"(?:还|距离?|离).{0,12}(?:差|缺|欠|少).{0,3}(?:多少|几)|(?:差|缺)(?:了|着)?(?:多少|几)|还[要得需].{0,8}(?:多少|几)"
    r"|how (?:many|much) more|short of"
)
_FROM_TO = re.compile(
    r"(?:去年|上[一]?年|前年|前一年|基期|基数|原来|起初|20\d\d年).*(?:今年|本年|现在|如今|目前|变成|涨到|增到|增长到|到|20\d\d年)"
    r"|last year.*(?:this year|now)|from .* to "
)
_YEARS = re.compile(r"(20\d\d)")
_FEW = 6  # of the stretches found, those that a sum may be about


def missing(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """How much a figure of the question falls short of the threshold of the clause that answers."""
    if not stretches or not _MISSING.search(question.text):
        return None
    for own, floor in _with_floors(question.values, find_values(stretches[0])):
        rest = (floor.size or Decimal(0)) - (own.size or Decimal(0))
        if rest > 0:
            result = format_size(rest, own)
            return Calculation(result, f"{floor.text}－{own.text}＝{result}", (stretches[0],))
        return Calculation("不差", f"{own.text}不少于{floor.text}", (stretches[0],))
    return None


def growth_reached(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """The yearly growth between two figures of the question, and whether it is what a clause asks for."""
    if not _FROM_TO.search(question.text):
        return None
    stretch = growth_clause(question, stretches[:_FEW])
    sized = [value for value in question.values if value.size and value.kind in ("count", "amount")]
    before_after = next((pair for pair in pairwise(sized) if _comparable(*pair)), None)
    if not stretch or not before_after:
        return None
    before, after = before_after
    rate = shares_of(stretch)[0].size
    if not before.size or not after.size or rate is None:
        return None
    years = _years(question.text)
    percent = (float(after.size / before.size) ** (1 / years) - 1) * 100
    grown = f"{plain(Decimal(percent))}%"
    times = f"{after.text}÷{before.text}"
    yearly = f"（{times}）开{years}次方" if years > 1 else times
    shown = f"{yearly}－1＝{grown}，要求{plain(rate)}%"
    return Calculation(grown, shown, (stretch,), "yes" if percent >= float(rate) - 1e-9 else "no")


def growth_clause(question: Question, stretches: tuple[str, ...]) -> str:
    """Of the clauses that set a rate of growth the one whose words share most with the question (质押融资, not 转让); "" where
    there is none."""
    growing = [stretch for stretch in stretches if "增" in stretch and shares_of(stretch)]
    return max(growing, key=lambda words: len(set(words) & set(question.text)) / len(set(words)), default="")


def _with_floors(own: Iterable[Value], stated: list[Value]) -> Iterable[tuple[Value, Value]]:
    """The question's values with the first of the clause's that is of their kind."""
    for value in own:
        for other in stated:
            if value.size is not None and _comparable(value, other) and other.size is not None:
                yield value, other
                break


def _comparable(value: Value, other: Value) -> bool:
    return value.kind == other.kind and value.unit == other.unit and value.kind in ("count", "amount", "share")


def _years(text: str) -> int:
    """How many years lie between the two that a text names; one where it names no two."""
    named = sorted({int(year) for year in _YEARS.findall(text)})
    return max(1, named[-1] - named[0]) if named else 1
