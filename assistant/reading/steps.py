"""Steps: what a clause, or several side by side, state alike for one case after the other (满5年的，奖100元；满10年的，奖300元; 甲等…八成，
乙等…六成). Tells the one that a question is in, by its own figure or else by its words. Knows how steps are worded, not any rule."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from assistant.understanding.values import Value, ValueKind, find_values, without_values
from store.numerals import ENUMERATOR
from store.records import Clause
from store.text import normalise

_NUMBERED = re.compile(rf"^(?:{ENUMERATOR.pattern}|第[一二三四五六七八九十百零]+条 )")
_LIMIT = re.compile("最[高多]|[总累合]计|每年|封顶")  # what limits the grant before it is no step of its own
_PIECE = re.compile("[^，；。：]+：?")
_MEASURED: frozenset[ValueKind] = frozenset({"amount", "age", "count", "period"})
_GIVEN: frozenset[ValueKind] = frozenset({"amount", "share"})
_REACHED = re.compile("突破|达到?|[满超]过?$|不少于|不低于")
_OF_YEARS = re.compile(r"(?:今年|已经?|都)(\d{1,3})(?:了|岁)?(?=[,，。?？了]|$)")  # whose age it is goes without saying
_FEWEST, _BEFORE = 2, 8  # steps; characters before a threshold that say it is one


@dataclass(frozen=True, slots=True)
class Step:
    """The words of a step, the clause that they stand in, and the least that a case must have, if it is one by a figure."""

    words: str
    clause: Clause
    least: Value | None


def step_met(question: Question, clauses: Sequence[Clause]) -> Step | None:
    """The highest step that the question's own figure reaches; None where it tells none, or reaches none."""
    if question.yes_no:
        return None
    own = [(value.kind, value.unit, value.size) for value in question.values if value.kind in _MEASURED and value.size]
    own += [("age", "岁", Decimal(years)) for years in _OF_YEARS.findall(question.text)]
    by_figure = [step for clause in clauses for step in steps_of(clause) if step.least]
    for kind, unit in dict.fromkeys((kind, unit) for kind, unit, _ in own):
        alike = [step for step in by_figure if step.least and (step.least.kind, step.least.unit) == (kind, unit)]
        most = max(size or 0 for *of, size in own if of == [kind, unit])
        reached = [step for step in alike if step.least and (step.least.size or 0) <= most]
        if len({step.least.size for step in alike if step.least}) >= _FEWEST and reached:
            return max(reached, key=lambda step: (step.least.size if step.least else None) or 0)
    return None


def step_named(question: Question, clause: Clause) -> Step | None:
    """The one step of a clause that has words of the question which no other has; None for several, or for the only one."""
    steps = steps_of(clause)
    asks = question.value_kinds & _GIVEN or "how" in question.sought
    alike = len({value.kind for step in steps for value in find_values(step.words) if value.kind in _GIVEN}) == 1
    if question.yes_no or not asks or not alike or len(steps) < _FEWEST or _LIMIT.search(clause.text):
        return None
    said = [pairs(without_values(normalise(step.words), "，")) for step in steps]
    own = [
        len((one & pairs(question.text)) - frozenset[str]().union(*(other for other in said if other is not one)))
        for one in said
    ]
    named = [step for step, shared in zip(steps, own, strict=True) if shared]
    return named[0] if len(named) == 1 else None


def steps_of(clause: Clause) -> list[Step]:
    """The parts of a clause that each give something, with the case that each is for."""
    found, case = list[Step](), ""
    for piece in _PIECE.findall(_NUMBERED.sub("", clause.text.replace("\n", ""))):
        words = f"{case}，{piece}" if case else piece
        case = words if piece.endswith("的") else ""
        values = find_values(words)
        if case or not any(value.kind in _GIVEN for value in values):
            continue
        least = values[0] if len(values) > 1 and values[0].kind in _MEASURED and _is_least(words, values[0]) else None
        found.append(Step(words, clause, least))
    return found


def _is_least(words: str, value: Value) -> bool:
    before = words[max(0, value.start - _BEFORE) : value.start]
    return value.bound == "min" or bool(_REACHED.search(before))
