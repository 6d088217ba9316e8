"""The figures of a case against the floors and ceilings of a stretch: whether they keep to them."""

import re
from decimal import Decimal

from assistant.figures.claimed_values import is_own, none_of_some
from assistant.figures.table_cells import age_ends
from assistant.understanding.contrast import pairs
from assistant.understanding.paired_values import comparable, paired, range_of
from assistant.understanding.polarity import claim_of
from assistant.understanding.question import Question
from assistant.understanding.rule_words import (
    AS_ONE,
    EACH_YEAR,
    FLOOR_WORDS,
    LESS_THAN,
    MORE_THAN,
    PLUS,
    YEAR,
)
from assistant.understanding.values import Value

# Characters before and behind a threshold that say what it is one of: 5个及以上（含新设的）的县.
_AROUND, _BEHIND = 8, 14
_MUNICIPALITIES = re.compile("北京|上海|天津|重庆")  # which a rule names by their kind only
_LEVELS = frozenset("省市区县乡")
_SENTENCE = re.compile(r"[^。；\n]+[。；\n]?")
_PART = re.compile(r"[^，。；：\n]*[，。；：\n]?")


def condition_holds(question: Question, stretch: str) -> bool | None:
    """Whether a value of the question meets a floor, or keeps below a ceiling, of the stretch; of several shares, whether all
    do. None where there is none."""
    if none_of_some(question, stretch):
        return False
    told = [one for one in paired(question, stretch) if one[0].kind != "age" or is_own(question, stretch, one[0])]
    kept = [(value, _keeps(question, stretch, value, same)) for value, same in told]
    held = [(value, holds) for value, holds in kept if holds is not None]
    held = [one for one in held if not one[0].text.startswith("一")] or held  # 一户有三辆车 tells of three
    if not held:
        return None
    shares = [holds for value, holds in held if value.kind == "share"]
    if len(shares) > 1:
        return all(shares)
    return max(held, key=lambda one: _told_with(question, one[0]))[1]


def _told_with(question: Question, value: Value) -> int:
    """How much the words told with a value share with those that ask: 5个甲、2家乙，乙达标没有 asks of 2家."""
    behind = re.split("[,，、;；。]", question.text[value.end :])[0]
    return len({pair for pair in pairs(behind) & pairs(claim_of(question)) if pair.isalpha()})


def _keeps(question: Question, stretch: str, value: Value, same: list[Value]) -> bool | None:
    bounded = [stated for stated in same if stated.bound or range_of(stretch, stated)]
    if (
        not bounded
        or value.size is None
        or (value.text.startswith("一") and AS_ONE.search(question.text[: value.start]))
    ):
        return None
    # Several thresholds (县5个, 区3个): the one whose surroundings share most with the question counts.
    stated = max(bounded, key=lambda limit: _near(question, stretch, limit))
    if stated.size is None:
        return None
    if ends := range_of(stretch, stated) or (value.kind == "age" and age_ends(stretch)) or None:
        return ends[0] <= value.size <= ends[1]
    size = _together(question, value)
    before, limited = question.text[: value.start], stretch[: stated.start]
    if stated.bound == "min":
        excluded = bool(LESS_THAN.search(before) or MORE_THAN.search(limited))
        return size > stated.size if excluded else size >= stated.size
    excluded = bool(MORE_THAN.search(before) or (LESS_THAN.search(limited) and not LESS_THAN.search(before)))
    return size < stated.size if excluded else size <= stated.size


def threshold_sentence(question: Question, stretch: str) -> str:
    """The sentences of a stretch that demand a floor or a ceiling for a value of the question; all of it where none does."""
    sentences = [sentence for sentence in _SENTENCE.findall(stretch) if FLOOR_WORDS.search(sentence)]
    return "".join(sentence for sentence in sentences if comparable(question, sentence)) or stretch


def _near(question: Question, stretch: str, limit: Value) -> int:
    """How much the surroundings of a threshold share with the question: pairs of characters, and levels of government."""
    around, about = stretch[max(0, limit.start - _AROUND) : limit.end + _BEHIND], question.text
    about += "直辖市" if _MUNICIPALITIES.search(about) else ""
    if limit.kind == "period":
        around = next(part for part in _PART.finditer(stretch) if limit.start < part.end())[0]
    shared = {pair for pair in pairs(around) & pairs(about) if pair.isalpha()}
    return 2 * len(shared) + len(set(around) & set(about) & _LEVELS)


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
