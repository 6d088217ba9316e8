"""Tables told row by row (档次：第一档，金额：500万元以下): which cell of a row a question asks for, and for which rows a bracket in
it (80—89岁) holds. Knows how tables are told, not any table."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from assistant.figures.measures import measure_bracketed
from assistant.understanding.contrast import pairs
from assistant.understanding.excerpt import within
from assistant.understanding.period_brackets import period_bracketed
from assistant.understanding.question import Question
from assistant.understanding.rule_words import LESS_THAN
from assistant.understanding.values import Value, find_values
from store.text import normalise

Thing = TypeVar("Thing")

_CELLS = 2  # that a row has at least
_CELL = re.compile("(?:^|[，；])(?=[^，；：]+：)")
_NEXT_ITEM = re.compile("\n\\s*（[一二三四五六七八九十]+）")
_UNIT = re.compile("（[^（）]*）$")
_NUMBER = re.compile(r"\d[\d,.]*")
_NONE = frozenset(["/", "／", "\\", "—", "——", "-", "--", "–", "－", "无", "空", "暂无"])
_TOTAL = re.compile(r"[合总小共]\s*计(?:数|金额)?")
_SPOKEN = frozenset("问答注")  # what these head is no cell
_BRACKET, _ENDS = re.compile("以上|以下|以内"), 2
_TO = re.compile("[—–~～至到-]+")
_BEFORE = re.compile("^原|旧|(?:调整|修订|修改|变更)前|上年|此前")
_ASKS_BEFORE = re.compile("原来|原先|原本|旧|之前|以前|从前|过去|(?:调整|修订|修改|变更)前|此前|上年|去年")


def is_row(text: str) -> bool:
    """Whether a text is a row of a table, told with its columns, and no list of numbered items that each have a colon."""
    return text.count("：") >= _CELLS and not _NEXT_ITEM.search(text)


def is_total(text: str) -> bool:
    """Whether a text is the row of a table that sums up the others."""
    return is_row(text) and any(_TOTAL.fullmatch(words) for _, words in cells_of(text))


def cells_of(row: str) -> list[tuple[str, str]]:
    """The columns of a row and what stands in each of them."""
    cells = (cell.partition("：") for cell in _CELL.split(row.rstrip("。；\n")) if cell)
    return [(column, words) for column, _, words in cells if words and column not in _SPOKEN]


def columns_of(row: str) -> list[str]:
    """What the columns of a row are called, without units, which a cell has itself, but for one that says none."""
    return [_UNIT.sub("", column) for column, _ in cells_of(row)]


def cell_asked(question: Question, row: str) -> str:
    """The one cell of a row that a question asks for, behind its column: by the words of the column, else by the kind of what
    stands in it; of a figure and what it was before, the one that is asked for; in words where it says none. "" where nothing
    tells."""
    cells = cells_of(row)[1:] if is_row(row) else []
    if none := none_cell(question, row):
        column, _, mark = none.rpartition("：")
        return "" if question.yes_no else f"{_UNIT.sub('', column)}：无" + f"（表中为“{mark}”）" * (mark != "无")
    if not cells or question.yes_no or bracketed(question, row) < 0:
        return ""
    asked = bool(_ASKS_BEFORE.search(question.text))
    times = [cell for cell in cells if bool(_BEFORE.search(cell[0])) == asked]
    cells = times if any(_BEFORE.search(column) for column, _ in cells) else cells
    if len(others := [cell for cell in cells if bracketed(question, "：".join(cell)) <= 0]) < len(cells):
        # What stands in the bracket's cell is the question's own; of a share and its ceiling both are asked for.
        shares = [words for _, words in others if any(value.kind == "share" for value in find_values(words))]
        cells = [] if shares and "amount" in question.value_kinds else others
    named = [(shared_with(question, column), (column, words)) for column, words in cells]
    most = max((shared for shared, _ in named), default=0)
    meant = [cell for shared, cell in named if shared == most and _of_kind(question, *cell)]
    return "：".join(meant[0]) if len(meant) == 1 else ""


def none_cell(question: Question, row: str) -> str:
    """The column of a row that a question names most, with what stands there, where that says that there is none (补贴：/); ""
    where it says something."""
    cells = cells_of(row)[1:] if is_row(row) else []
    meant = most_shared(question, [(column, (column, words)) for column, words in cells])
    return "：".join(meant[0]) if len(meant) == 1 and meant[0][1] in _NONE else ""


def most_shared(question: Question, named: Sequence[tuple[str, Thing]]) -> list[Thing]:
    """The things whose names, before them, share most with a question; none where no name shares anything."""
    shared = [(shared_with(question, name), thing) for name, thing in named]
    most = max((count for count, _ in shared), default=0)
    return [thing for count, thing in shared if count == most > 0]


def shared_with(question: Question, name: str) -> int:
    """How many pairs of a question's characters stand in a name, apart where they shorten it: 社保 of 社会保险. Who says 买 is
    told of what is 购."""
    name = _UNIT.sub("", normalise(name))
    own = {pair.replace("买", "购") for pair in pairs(question.text) if pair.isalpha()}
    return sum(bool(re.search(f"{pair[0]}.{{0,4}}{pair[1]}", name)) for pair in own)


def _of_kind(question: Question, column: str, words: str) -> bool:
    """Whether a cell states a value of the kind asked for, its unit with it or in the name of its column; any does where no
    kind is."""
    kinds = {value.kind for value in find_values(words)}
    if _NUMBER.fullmatch(words) and (unit := _UNIT.search(column)):
        kinds |= {value.kind for value in find_values(f"{words}{unit[0][1:-1]}")}
    return bool(kinds & question.value_kinds) or not question.value_kinds


def bracketed(question: Question, text: str) -> int:
    """1 where an amount, a count, an age, a time or another measure of the question falls into the one bracket of a text
    (500万元以上1000万元以下, 80—89岁, 满1年不满10年), -1 where none does, 0 where the text has none, or several."""
    amount = _amount_bracketed(question, text) or _count_bracketed(question, text)
    held = amount or _age_bracketed(question, text) or period_bracketed(question, text)
    return held or next(filter(None, (measure_bracketed(question.text, *cell) for cell in cells_of(text))), 0)


def _amount_bracketed(question: Question, text: str) -> int:
    own = [value for value in question.values if value.kind == "amount" and value.size]
    bounds = [v for v in find_values(text) if v.kind == "amount" and v.size and _is_end(text, v)]
    least = max((v.size or 0 for v in bounds if v.bound == "min"), default=0)
    most = min((v.size or 0 for v in bounds if v.bound == "max"), default=None)
    if not own or not bounds or len(bounds) > _ENDS or (most is not None and least > most):
        return 0
    return 1 if any(all(within(value, bound) for bound in bounds) for value in own) else -1


def _is_end(text: str, value: Value) -> bool:
    """Whether a value is an end of a bracket: 500万元以上, 不足1000万元."""
    return bool(_BRACKET.match(text[value.end :]) or (value.bound == "max" and LESS_THAN.search(text[: value.start])))


def _count_bracketed(question: Question, text: str) -> int:
    """The same of a count and the one bracket of a row that is in its unit (20至39座, 40座以上)."""
    for own in (value for value in question.values if value.kind == "count" and value.size and value.unit):
        if ends := _count_ends(text, own.unit) if is_row(text) else None:
            return 1 if own.size is not None and ends[0] <= own.size <= ends[1] else -1
    return 0


def _count_ends(text: str, unit: str) -> tuple[Decimal, Decimal] | None:
    unit = re.escape(unit)
    ranges = re.findall(rf"(\d+)(?:{unit})?[—–~～至到-]+(\d+){unit}", text)
    bounds = [v for v in find_values(text) if v.kind == "count" and re.fullmatch(unit, v.unit) and v.size and v.bound]
    if len(ranges) + bool(bounds) != 1 or len(bounds) > _ENDS:
        return None
    if ranges:
        return Decimal(ranges[0][0]), Decimal(ranges[0][1])
    least = max((v.size or Decimal(0) for v in bounds if v.bound == "min"), default=Decimal(0))
    return least, min((v.size or Decimal(0) for v in bounds if v.bound == "max"), default=Decimal("Infinity"))


def _age_bracketed(question: Question, text: str) -> int:
    own = [value.size for value in question.values if value.kind == "age" and value.size is not None]
    ends = age_ends(text)
    if not own or ends is None:
        return 0
    return 1 if any(ends[0] <= age <= ends[1] for age in own) else -1


def age_ends(text: str) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest of the years of age that a text is about; None where it says none, or more than one range."""
    ages = [value for value in find_values(text) if value.kind == "age"]
    if not ages or len(ages) > _ENDS:
        return None
    for low, high in pairwise(ages):
        if _TO.fullmatch(text[low.end : high.start]) and low.size is not None and high.size is not None:
            return low.size, high.size
    if len({age.bound for age in ages}) < len(ages):
        return None
    least, most = Decimal(0), Decimal("Infinity")
    for age in ages:
        if age.size is None or not age.bound:
            return None
        if age.bound == "min":
            least = max(least, age.size)
        else:
            most = min(most, age.size - bool(LESS_THAN.search(text[: age.start])))
    return (least, most) if least <= most else None
