"""By how much a figure of one thing is more than that of another (甲项的下限比乙项高多少), each as a clause states it."""

import re
from decimal import Decimal

from assistant.figures.sums import Calculation, format_size
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from assistant.understanding.values import Value, find_values

_BY = re.compile(
    r"(?P<one>[^,，。;；?？]{1,14}?)(?:的)?比(?P<other>[^,，。;；?？]{1,14}?)(?:的)?(?:要|得|应该?|应当)?(?P<more>[多高大少低])(?:出|了)?(?:多少|几)(?P<unit>百分点|个百分点|[家个件项单名]|[万亿元])?"
)
# Which of several has the largest figure, or the smallest: 哪项的增幅最高.
_MOST = re.compile("哪(?:一?[个项样类种条块]|些)[^,，。;；]{0,8}最(?P<most>[高多大低少小])")
_RATES, _COUNTS = re.compile("比例|占比|[增涨降]幅|增速|率"), re.compile("[家户件]数|数量")
_PART = re.compile("[^；。，]+")
_LESS = frozenset("少低")
_KINDS = {"点": "share", "万": "amount", "亿": "amount", "元": "amount"}
_FEWEST = 2  # of several that are compared
_FEW = 6  # of the stretches found


def differ(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """The difference of two figures, each of the part of a clause that shares most with what it is asked of; None where they are
    not of one kind, or one of them isn't stated."""
    asked = _BY.search(question.text)
    if asked is None:
        return None
    one, other = (_stated(asked[thing], asked["unit"], stretches[:_FEW]) for thing in ("one", "other"))
    if one is None or other is None or one[0] == other[0] or one[0].unit != other[0].unit:
        return None
    first, second = one[0].size or Decimal(0), other[0].size or Decimal(0)
    if first == second:
        return Calculation("一样", f"都是{one[0].text}", _used(one, other))
    more, less = (one[0], other[0]) if first > second else (other[0], one[0])
    result = format_size(abs(first - second), more)
    turned = (asked["more"] in _LESS) == (first > second)
    opposite = "多" if asked["more"] in _LESS else "少"
    shown = f"{more.text}－{less.text}＝{result}"
    return Calculation(f"{opposite if turned else ''}{result}", shown, _used(one, other))


def utmost(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """The largest, or the smallest, of the figures of the kind asked for that stand in the parts of one stretch."""
    asked = _MOST.search(question.text)
    rates = bool(_RATES.search(question.text))
    if asked is None or rates == bool(_COUNTS.search(question.text)):
        return None
    kind = "share" if rates else "count"
    for stretch in stretches[:_FEW]:
        found = [
            (value, part)
            for part in re.findall("[^；。]+", stretch)
            for value in find_values(part)[:1]
            if value.kind == kind and value.size is not None
        ]
        sizes = sorted(value.size or 0 for value, _ in found)
        if len(set(sizes)) < _FEWEST or len({value.unit for value, _ in found}) > 1:
            continue
        wanted = sizes[0] if asked["most"] in "低少小" else sizes[-1]
        best = [(value, part) for value, part in found if value.size == wanted]
        if len(best) == 1:
            others = "、".join(value.text for value, _ in found)
            return Calculation(best[0][1].strip("—"), f"{others}中最{asked['most']}的是{best[0][0].text}", (stretch,))
    return None


def _used(one: tuple[Value, str], other: tuple[Value, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((one[1], other[1])))


def _stated(thing: str, unit: str | None, stretches: tuple[str, ...]) -> tuple[Value, str] | None:
    """The figure that is stated of a thing, with the stretch that states it."""
    found = [
        (len(pairs(thing) & pairs(part)), len(stretch), value, stretch)
        for stretch in stretches
        for part in _PART.findall(stretch)
        for value in find_values(part)[:1]
        if _is_of(value, unit)
    ]
    shared = max((shares for shares, *_ in found), default=0)
    best = [one for one in found if one[0] == shared]
    if not shared or len({value.size for _, _, value, _ in best}) > 1:
        return None
    _, _, value, stretch = min(best, key=lambda one: one[1])
    return value, stretch


def _is_of(value: Value, unit: str | None) -> bool:
    """Whether a value is of the kind asked for: a share for so many points, a count for so many of something."""
    if value.size is None or value.kind not in ("share", "count", "amount"):
        return False
    return not unit or value.kind == _KINDS.get(unit[-1], "count")
