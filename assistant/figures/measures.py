"""Brackets of what is measured (5吨以上不足20吨, 260立方米以上, or 720以上 under a column 容重), which are no amounts, ages or times.
Knows how brackets are worded, not any unit's table."""

import re
from decimal import Decimal

_SIZE, _UNIT = r"(\d+(?:\.\d+)?)", r"([一-鿿㎡a-zA-Z]{0,4}?)"
_END = re.compile(
    rf"(不足|不满|未满|不到|低于|少于|小于|超过|高于|大于)?{_SIZE}{_UNIT}(及?以上|及?以下|以内)?(?:[至到~～—–、，-]+|且|$|(?=[不未低少小超高大\d]))"
)
_ASIDE = re.compile("[（(][^（()）]*[)）]")
_UNDER = re.compile("不足|不满|未满|不到|低于|少于|小于")
# How people shorten units.
_SHORT = {"方": "立方米", "立方": "立方米", "平": "平方米", "平米": "平方米", "平方": "平方米", "公斤": "千克"}
_ENDS = 2  # of a bracket


def measure_bracketed(asked: str, column: str, words: str) -> int:
    """1 where a measure that is asked about falls into the bracket that stands under a column, -1 where none does, 0 where there
    is no bracket, or nothing asked about is of its unit or, where it has none, said to be of the column."""
    bracket = _ASIDE.sub("", words)
    ends = list(_END.finditer(bracket))
    if not 0 < len(ends) <= _ENDS or "".join(end[0] for end in ends) != bracket:
        return 0
    bounded = any(end[1] or end[4] for end in ends)
    unit = next((end[3] for end in reversed(ends) if end[3]), "")
    own = _told(asked, _ASIDE.sub("", column), unit)
    if not own or not (bounded or len(ends) == _ENDS):
        return 0
    return 1 if any(all(_holds(size, end, n) for n, end in enumerate(ends)) for size in own) else -1


def _told(asked: str, column: str, unit: str) -> list[Decimal]:
    """The sizes in a question that are of a unit, or of what a column is called where its brackets have none."""
    if not unit:
        return (
            [Decimal(size) for size in re.findall(rf"{re.escape(column)}[^，。,\d]{{0,3}}{_SIZE}", asked)]
            if column
            else []
        )
    units = sorted({unit, *(short for short, long in _SHORT.items() if long == unit)}, key=len, reverse=True)
    return [Decimal(size) for size in re.findall(rf"{_SIZE}(?:{'|'.join(map(re.escape, units))})", asked)]


def _holds(size: Decimal, end: re.Match[str], place: int) -> bool:
    """Whether a size is on the right side of an end of a bracket, which of a bare range (5吨至20吨) its place tells."""
    before, limit, behind = end[1] or "", Decimal(end[2]), end[4] or ""
    if _UNDER.fullmatch(before):
        return size < limit
    if before:
        return size > limit
    least = behind.endswith("上") if behind else place == 0
    return size >= limit if least else size <= limit
