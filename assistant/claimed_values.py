"""Values in a question against values in the stretch that answers it: wrong figures, floors and ceilings met or missed."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from assistant.claimed_days import wrong_days
from assistant.contrast import closest_part, pairs
from assistant.polarity import claim_of, fears
from assistant.question import Question
from assistant.rule_words import (
    AS_ONE,
    EACH_YEAR,
    FLOOR_WORDS,
    HAS,
    HEARSAY,
    HEARSAY_TAG,
    LESS_THAN,
    MAY_BE,
    MORE_THAN,
    NONE_AT_ALL,
    PLUS,
    REQUIRES,
    RULE_CLAIM,
    WILL_DO,
    YEAR,
)
from assistant.sums import REST, amount_meant, amounts_of, format_amount, what_is_left
from assistant.table_cells import age_ends
from assistant.values import Bound, Value, find_values, size_in, without_values

# Characters before and behind a threshold that say what it is one of: 5个及以上（含新设的）的县.
_AROUND, _BEHIND = 8, 14
_CEILING = re.compile(
    r"最[高多]|上限|封顶|顶多|至多|顶格|不[得能]?(?:超过|高于|多于)|\b(?:max(?:imum)?|ceiling|cap|upper limit)\b"
)
_FLOOR = re.compile(r"最[低少]|下限|起码|至少|不[得能]?(?:少于|低于)|\b(?:min(?:imum)?|floor|lower limit)\b")
_SAID_BEFORE, _SAID_BEHIND = 8, 5  # characters
_MUNICIPALITIES = re.compile("北京|上海|天津|重庆")  # which a rule names by their kind only
_LEVELS = frozenset("省市区县乡")
_ANY_COUNT = "个"
_DIVIDED = ("amount", "count")  # of which some may be left
_OF_THOSE = re.compile("[^，,。?？]{0,4}(?:分别|各自)")  # 两个站点分别有多少 means those that were spoken of
_SENTENCE = re.compile(r"[^。；\n]+[。；\n]?")
_TO = re.compile(r"以上|至|到|—|～|~|-")
_PART = re.compile(r"[^，。；：\n]*[，。；：\n]?")
_CASE = re.compile(r"(?<=[，；。])([^，。；：]{2,16}的)，([^，。；：]+)")
_LEFT = re.compile(rf"(?:{REST.pattern})[^，,。]{{0,4}}$")
_FIRST = re.compile("先|首[批期笔年]|第一[批期笔年]|头一?[批期笔年]")
# What a rule demands is nobody's own: 服务要覆盖两千家.
_DEMANDED = re.compile("(?:要求?|须|应当?|规定)$")
_OWN = re.compile("我|咱|本[市省区县单公]")
_IS, _ASKED = re.compile("[也就]是$"), re.compile("[吗么嘛][?？]?")
_BRACKET = re.compile("以[上下]")
_BOUND = re.compile("及?以[上下内]")
_FAVOURS = re.compile("优先|免|优惠|半价|减|从宽|从轻")
_TELLING_PAIRS = 3  # of a case's words


def wrong_values(question: Question, stretch: str) -> list[tuple[Value, Value]]:
    """The question's values that none of the stretch's values of the same kind equals, each with the first of these, told as the
    range that it is the end of, or with the words that make it a bound."""
    return (
        [
            (value, _told_whole(stretch, same[0]))
            for value, stated in paired(question, stretch)
            if (same := _onside_of(side_of(question, value), stretch, _paid(question, value, stretch, stated)))
            and (_is_each(question.text, value) or not any(_is_each(stretch, s) for s in stated))  # 每15人 is a rate
            and all(value.size != s.size for s in same)
            and not _is_rest(question, value, stated)
            and not (stretch.count("：") > 1 and any(_BRACKET.match(stretch[s.end :]) for s in stated))  # a table's row
            and not _OF_THOSE.match(question.text[value.end :])
            and (value.kind == "share" or not value.text.startswith("一"))
        ]
        + _wrong_rests(question, stretch)
        + wrong_days(question, stretch)
    )


def _is_each(text: str, value: Value) -> bool:
    return text[: value.start].endswith("每")


def _told_whole(stretch: str, value: Value) -> Value:
    """A value of the stretch as it stands there: 百分之二至百分之四, 五人以上."""
    start, end = value.start, value.end
    if ends := _ends(stretch, value):
        start, end = ends[0].start, ends[1].end
    if behind := _BOUND.match(stretch, end):
        end = behind.end()
    return replace(value, text=stretch[start:end])


def _paid(question: Question, value: Value, stretch: str, stated: list[Value]) -> list[Value]:
    """The amount of the year or the payment that an amount is told of (先拨一千万), else the values that are meant."""
    told = re.split("[,，。;；]", question.text[: value.start])[-1]
    paid = amount_meant(stretch, told) if value.kind == "amount" else None
    return [paid] if paid in stated[1:] else meant(question, stretch, stated)


def _wrong_rests(question: Question, stretch: str) -> list[tuple[Value, Value]]:
    """What the question says is left of a whole, against what is, where it states the whole and a part of it."""
    left = what_is_left(amounts_of(stretch))
    if left is None or left.size is None:
        return []
    right = replace(left, text=f"{format_amount(left.size)}{left.text}")
    told = (value for value, _ in paired(question, stretch) if value.kind == "amount")
    return [(value, right) for value in told if _said_to_be_left(question, value) and value.size != left.size]


def _said_to_be_left(question: Question, value: Value) -> bool:
    return bool(_LEFT.search(re.split("[,，。;；]", question.text[: value.start])[-1]))


def side_of(question: Question, value: Value) -> Bound:
    """Which bound a question says that a value is; "" where it says none."""
    before, behind = question.text[: value.start][-_SAID_BEFORE:], question.text[value.end :][:_SAID_BEHIND]
    return value.bound or side_said(re.split("[,，。;；]", before)[-1] + "#" + re.split("[,，。;；]", behind)[0])


def side_said(words: str) -> Bound:
    """Which bound words speak of, "" where of none or of both."""
    highest, lowest = _CEILING.search(words), _FLOOR.search(words)
    return "" if bool(highest) == bool(lowest) else "max" if highest else "min"


def _onside_of(side: Bound, stretch: str, stated: list[Value]) -> list[Value]:
    """The values that are a bound of that side, or the end of a range on it; all where none is."""
    ends = {size[1 if side == "max" else 0] for one in stated if (size := _range(stretch, one))} if side else set()
    return [one for one in stated if side and (one.size in ends if ends else one.bound == side)] or stated


def _is_rest(question: Question, value: Value, stated: list[Value]) -> bool:
    """Whether a value is said to be what is left, or is what one of those stated leaves of another and not said to come first:
    of 2000万元, 1500万元 of them first, 500万元."""
    if value.kind == "amount" and _said_to_be_left(question, value):
        return True
    differences = (abs((one.size or 0) - (two.size or 0)) for one, two in combinations(stated, 2))
    first = _FIRST.search(re.split("[,，。;；]", question.text[: value.start])[-1])
    return value.kind in _DIVIDED and not first and value.size in differences


def comparable(question: Question, stretch: str) -> bool:
    """Whether the stretch sets a floor or a ceiling to a value of the question."""
    return any(any(s.bound or _range(stretch, s) for s in same) for _, same in paired(question, stretch))


def holds_case(question: Question, stretch: str) -> bool:
    """Whether the question states a case of its own next to the right value, so that nothing is to be corrected."""
    stated = ((value, meant(question, stretch, same)) for value, same in paired(question, stretch))
    return any(any(value.size == s.size for s in same) for value, same in stated)


def tells_case(question: Question, stretch: str) -> bool:
    """Whether the question's amounts, or what it has of something, are those of a case, which decide what it comes to (违法经营额
    不足五万元的…; 只有两人报名，怎么办): nothing to be corrected."""
    own = [
        same
        for value, same in paired(question, stretch)
        if value.kind in ("amount", "age") or (value.kind == "count" and _has(question, value))
    ]
    bracketed = any(_BRACKET.match(stretch[one.end :]) for same in own for one in same)
    return bool(own) and (bracketed or all(one.bound or _range(stretch, one) for same in own for one in same))


def condition_holds(question: Question, stretch: str) -> bool | None:
    """Whether a value of the question meets a floor, or keeps below a ceiling, of the stretch; of several shares, whether all
    do. None where there is none."""
    if _none_of_some(question, stretch):
        return False
    told = [one for one in paired(question, stretch) if one[0].kind != "age" or _is_own(question, stretch, one[0])]
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
    bounded = [stated for stated in same if stated.bound or _range(stretch, stated)]
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
    if ends := _range(stretch, stated) or (value.kind == "age" and age_ends(stretch)) or None:
        return ends[0] <= value.size <= ends[1]
    size = _together(question, value)
    before, limited = question.text[: value.start], stretch[: stated.start]
    if stated.bound == "min":
        excluded = bool(LESS_THAN.search(before) or MORE_THAN.search(limited))
        return size > stated.size if excluded else size >= stated.size
    excluded = bool(MORE_THAN.search(before) or (LESS_THAN.search(limited) and not LESS_THAN.search(before)))
    return size < stated.size if excluded else size <= stated.size


def _range(stretch: str, stated: Value) -> tuple[Decimal, Decimal] | None:
    """The ends of a range that a value of the stretch belongs to: 千分之五以上千分之十以下, 百分之一至百分之三."""
    ends = _ends(stretch, stated)
    return (ends[0].size, ends[1].size) if ends and ends[0].size is not None and ends[1].size is not None else None


def _ends(stretch: str, stated: Value) -> tuple[Value, Value] | None:
    for low, high in pairwise(find_values(stretch)):
        if low.kind == high.kind and stated in (low, high) and _TO.fullmatch(stretch[low.end : high.start]):
            return low, high
    return None


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


def speaks_of_rule(question: Question) -> bool:
    """Whether the question says what a rule is, and not what is the case: 要办够五场才行吗, 听说是25%, 也是三年吗."""
    said = (_IS.search(question.text[: v.start]) and _ASKED.fullmatch(question.text[v.end :]) for v in question.values)
    return bool(RULE_CLAIM.search(question.text) or REQUIRES.search(question.text) or any(said))


def sets_own(question: Question, stretch: str) -> bool:
    """Whether the question sets a figure of its own, which may be none at all, against a floor or a ceiling."""
    if _none_of_some(question, stretch):
        return True
    if not comparable(question, stretch) or REQUIRES.search(question.text):
        return False
    if HEARSAY_TAG.search(question.text) and any(side_of(question, value) for value in question.values):
        return False  # 最高只有十万，对吧 says what the rule is
    kinds = {value.kind for value, _ in paired(question, stretch)}
    claim = claim_of(question)
    if kinds - {"period"} and (WILL_DO.search(claim) or fears(question)):
        return True
    if kinds & {"share", "amount"} and MAY_BE.search(claim):
        return True
    owned = (_is_own(question, stretch, value) for value, _ in paired(question, stretch))
    return not HEARSAY.search(question.text) and any(owned)


def names_right_age(question: Question, stretch: str) -> bool:
    """Whether the question says of a rule that it asks for an age, and the stretch does."""
    ages = [(value, same) for value, same in paired(question, stretch) if value.kind == "age"]
    return speaks_of_rule(question) and bool(ages) and all(value.size in {s.size for s in same} for value, same in ages)


def favours_others(question: Question, stretch: str) -> bool:
    """Whether the stretch favours those of an age, and the question tells an age but asks for no favour: of the others it says
    nothing."""
    ages = [value for value, _ in paired(question, stretch) if value.kind == "age"]
    return bool(ages) and not any(_is_own(question, stretch, value) for value in ages)


def _is_own(question: Question, stretch: str, value: Value) -> bool:
    """Whether a value is somebody's own: an age is, where nothing says what the rule is, but decides only about what those of
    that age are given: no favour where none is asked for."""
    if value.kind == "age":
        favours = set(_FAVOURS.findall(stretch))
        return not favours or any(favour in question.text for favour in favours)
    return value.kind != "period" and _has(question, value)


def _has(question: Question, value: Value) -> bool:
    """Whether somebody is said to have a value, or to mean to have it."""
    if not (had := HAS.search(question.text[: value.start])):
        return False
    return bool(_OWN.search(question.text)) or not _DEMANDED.search(question.text[: had.start()])


def _none_of_some(question: Question, stretch: str) -> bool:
    return bool(NONE_AT_ALL.search(question.text)) and any(value.bound == "min" for value in find_values(stretch))


def meant(question: Question, stretch: str, stated: list[Value]) -> list[Value]:
    """Of several values of a kind those in the part of the stretch that the question is about."""
    if len({value.size for value in stated}) < 2:
        return stated
    part = closest_part(stretch, question.text)
    start = stretch.index(part)
    within = [value for value in stated if start <= value.start < start + len(part)]
    return _of_case(question, stretch, stated) or within


def _of_case(question: Question, stretch: str, stated: list[Value]) -> list[Value]:
    """The values of the one case (属于工程项目的，…) whose words the question has."""
    asked = pairs(without_values(question.text, "，"))
    cases = [case for case in _CASE.finditer(stretch) if len(pairs(case[1]) & asked) >= _TELLING_PAIRS]
    return [value for value in stated if cases[0].start(2) <= value.start < cases[0].end()] if len(cases) == 1 else []


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


def paired(question: Question, stretch: str) -> list[tuple[Value, list[Value]]]:
    """Each sized value of the question, in the unit of the stretch, with the stretch's values of the same kind and unit."""
    stated = [value for value in find_values(stretch) if value.size is not None]
    found = []
    for value in question.values:
        alike = [other for other in stated if other.kind == value.kind and value.size is not None]
        if same := [other for other in alike if other.unit == value.unit]:
            found.append((value, same))
        elif others := [other for other in alike if _in_unit(value, other)]:
            found.append((_in_unit(value, others[0]) or value, [one for one in others if one.unit == others[0].unit]))
    return found


def _in_unit(value: Value, other: Value) -> Value | None:
    """A value in the unit of another: days in months and months in days, 三个 for 3家; None where there is no telling."""
    if value.kind == "count" and _ANY_COUNT in (value.unit, other.unit):
        return replace(value, unit=other.unit)
    size = size_in(value, other.unit) if value.kind == "period" else None
    return None if size is None else replace(value, size=size, unit=other.unit)
