"""Values in a question against values in the stretch that answers it: wrong figures, floors and ceilings met or missed."""

from decimal import Decimal

from assistant.contrast import closest_part, pairs
from assistant.question import Question
from assistant.rule_words import AS_ONE, EACH_YEAR, LESS_THAN, MORE_THAN, NONE_AT_ALL, PLUS, WILL_DO, YEAR
from assistant.values import Value, find_values

_AROUND = 8  # characters on each side of a threshold that say what it is one of


def wrong_values(question: Question, stretch: str) -> list[tuple[Value, Value]]:
    """The question's values that none of the stretch's values of the same kind equals, each with the first of these."""
    return [
        (value, same[0])
        for value, stated in _pairs(question, stretch)
        if (same := _meant(question, stretch, stated))
        and all(value.size != s.size for s in same)
        and (value.kind == "share" or not value.text.startswith("一"))
    ]


def comparable(question: Question, stretch: str) -> bool:
    """Whether the stretch sets a floor or a ceiling to a value of the question."""
    return any(any(s.bound for s in same) for _, same in _pairs(question, stretch))


def holds_case(question: Question, stretch: str) -> bool:
    """Whether the question states a case of its own next to the right value, so that nothing is to be corrected."""
    return any(any(value.size == s.size for s in same) for value, same in _pairs(question, stretch))


def condition_holds(question: Question, stretch: str) -> bool | None:
    """Whether a value of the question meets a floor, or keeps below a ceiling, of the stretch; None where there is none."""
    if _none_of_some(question, stretch):
        return False
    for value, same in _pairs(question, stretch):
        bounded = [stated for stated in same if stated.bound]
        if not bounded or value.size is None or AS_ONE.search(question.text[: value.start]):
            continue
        # Several thresholds (省份3个, 直辖市2个): the one whose surroundings share most with the question counts.
        about = frozenset(pair for pair in pairs(question.text) if pair.isalpha())
        around = (pairs(stretch[max(0, s.start - _AROUND) : s.end + _AROUND]) & about for s in bounded)
        stated, _ = max(zip(bounded, around, strict=True), key=lambda pair: len(pair[1]))
        if stated.size is not None:
            size = _together(question, value)
            before = question.text[: value.start]
            if stated.bound == "min":
                return size > stated.size if LESS_THAN.search(before) else size >= stated.size
            return size < stated.size if MORE_THAN.search(before) else size <= stated.size
    return None


def sets_own(question: Question, stretch: str) -> bool:
    """Whether the question sets a figure of its own, which may be none at all, against a floor or a ceiling."""
    return _none_of_some(question, stretch) or (comparable(question, stretch) and bool(WILL_DO.search(question.text)))


def _none_of_some(question: Question, stretch: str) -> bool:
    return bool(NONE_AT_ALL.search(question.text)) and any(value.bound == "min" for value in find_values(stretch))


def _meant(question: Question, stretch: str, stated: list[Value]) -> list[Value]:
    """Of several values of a kind those in the part of the stretch that the question is about."""
    if len({value.size for value in stated}) < 2:
        return stated
    part = closest_part(stretch, question.text)
    start = stretch.index(part)
    return [value for value in stated if start <= value.start < start + len(part)]


def _together(question: Question, first: Value) -> Decimal:
    """How many a case counts in all: 两个市加一个区 are three, and 2018年、2019年各有一个 two."""
    size = first.size or Decimal(0)
    if first.kind != "count":
        return size
    if each := EACH_YEAR.search(question.text[: first.start]):
        size *= len(YEAR.findall(each[0]))
    end = first.end
    for value in question.values:
        more = value.kind == "count" and value.unit == first.unit and value.size and value.start >= end
        if more and PLUS.fullmatch(question.text[end : value.start]):
            size += value.size or 0
            end = value.end
    return size


def _pairs(question: Question, stretch: str) -> list[tuple[Value, list[Value]]]:
    """Each sized value of the question with the stretch's values of the same kind and unit."""
    stated = find_values(stretch)
    return [
        (value, same)
        for value in question.values
        if value.size is not None
        and (same := [s for s in stated if s.kind == value.kind and s.unit == value.unit and s.size is not None])
    ]
