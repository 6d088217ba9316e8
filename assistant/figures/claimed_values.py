"""Values in a question against values in the stretch that answers it: wrong figures, and figures that are a case's own."""

import re
from dataclasses import replace
from itertools import combinations

from assistant.figures.claimed_days import wrong_days
from assistant.figures.sums import REST, amount_meant, amounts_of, format_amount, what_is_left
from assistant.understanding.asked_for import asks_consequence
from assistant.understanding.asking import Sought
from assistant.understanding.paired_values import comparable, ends_of, meant, paired, range_of, side_of
from assistant.understanding.period_brackets import of_case, period_bracketed
from assistant.understanding.polarity import claim_of, fears
from assistant.understanding.question import Question
from assistant.understanding.rule_words import (
    HAS,
    HEARSAY,
    HEARSAY_TAG,
    MAY_BE,
    NONE_AT_ALL,
    REQUIRES,
    RULE_CLAIM,
    WILL_DO,
)
from assistant.understanding.values import Bound, Value, find_values

_DIVIDED = ("amount", "count")  # of which some may be left
_FOR_EACH = re.compile("每(?![个家项座件人户省市县村年月名])[^，。；\\d]{0,6}$")
_OF_THOSE = re.compile("[^，,。?？]{0,4}(?:分别|各自)")  # 两个站点分别有多少 means those that were spoken of
_BOTH, _NAMED = re.compile("(?:都|均|全)"), re.compile("[和与跟及、]")  # 甲店和乙店两个都包
_FIGURES: frozenset[Sought] = frozenset({"amount", "count", "share", "figure"})
_LEFT = re.compile(rf"(?:{REST.pattern})[^，,。]{{0,4}}$")
_FIRST = re.compile("先|首[批期笔年]|第一[批期笔年]|头一?[批期笔年]")
# What a rule demands is nobody's own: 服务要覆盖两千家.
_DEMANDED = re.compile("(?:要求?|须|应当?|规定)$")
# What makes something what somebody is to get, or has to have.
_GIVEN_TO = re.compile("[给拨拿得批补奖领]|支持|下达|要求|规定|应|须|不得")
# Behind a time: that a rule sets it; what was done in it.
_WITHIN = re.compile("[之以]?[内前]")
_DONE = re.compile("(?:就|才)[^,，。?？]{0,8}[了过](?![吗没])")
_PAST_YEAR = re.compile("去年|前年|上一?年")  # whose figures are a case's own
_OWN = re.compile("我|咱|本[市省区县单公]")
_ABOUT = re.compile("(?:大概|大约|约莫|差不多)[^，。,]{0,5}$")  # no rule is put so
_IS, _ASKED = re.compile("[也就]是$"), re.compile("[吗么嘛][?？]?")
_BRACKET = re.compile("以[上下]")
_AGAINST, _BEFORE = re.compile("不是|还是|而是|而非|[改变]成?"), 3
_EACH_OF = re.compile("每[个家项座件所]([省市县区镇乡村]|[一-鿿]{2})")
_BOUND = re.compile("及?以[上下内]")
_IN_CASE = re.compile("[^，。；：]{0,8}的，")  # behind a figure of the case that a rule is for: 超过7天的，
_FAVOURS = re.compile("优先|免|优惠|半价|减|从宽|从轻")


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
            and not (of_case(question, value) and period_bracketed(question, stretch) > 0)
            and not (stretch.count("：") > 1 and any(_BRACKET.match(stretch[s.end :]) for s in stated))  # a table's row
            and not _is_those(question, value)
            and not _counts_each(question, value, stretch)
            and not _names_right(question, value, same[0])
            and (value.kind == "share" or not value.text.startswith("一"))
        ]
        + _wrong_rests(question, stretch)
        + wrong_days(question, stretch)
    )


def _is_those(question: Question, value: Value) -> bool:
    """Whether a count means those that were named before it, whose number no rule is said to set."""
    behind = question.text[value.end :]
    if _OF_THOSE.match(behind):
        return True
    return not question.yes_no and bool(_BOTH.match(behind) and _NAMED.search(question.text[: value.start]))


def _is_each(text: str, value: Value) -> bool:
    before = text[: value.start]
    return before.endswith("每") or (value.size == 1 and bool(_FOR_EACH.search(before)))  # 每引进1名


def _counts_each(question: Question, value: Value, stretch: str) -> bool:
    """Whether a value says of how many a rule holds that is one for each of them (12个镇各办一场, 每个镇…1场)."""
    return any(question.text.startswith(thing, value.end) for thing in _EACH_OF.findall(stretch))


def _names_right(question: Question, value: Value, right: Value) -> bool:
    """Whether the question names the right value, too, so that the other is one of something else (我们只办两场，一定要三场吗; 两场讲座、
    三场展览), and not set against it (是两场，不是三场)."""
    for one in question.values if value.kind != "amount" else ():  # of a whole and its parts each is told of the other
        if (one.kind, one.unit, one.size) == (right.kind, right.unit, right.size) and not one.text.startswith("一"):
            first, second = sorted((one, value), key=lambda each: each.start)
            return not _AGAINST.search(question.text[: second.start], max(0, first.start - _BEFORE))
    return False


def _told_whole(stretch: str, value: Value) -> Value:
    """A value of the stretch as it stands there: 百分之二至百分之四, 五人以上."""
    start, end = value.start, value.end
    if ends := ends_of(stretch, value):
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


def _onside_of(side: Bound, stretch: str, stated: list[Value]) -> list[Value]:
    """The values that are a bound of that side, or the end of a range on it; all where none is."""
    ends = {size[1 if side == "max" else 0] for one in stated if (size := range_of(stretch, one))} if side else set()
    return [one for one in stated if side and (one.size in ends if ends else one.bound == side)] or stated


def _is_rest(question: Question, value: Value, stated: list[Value]) -> bool:
    """Whether a value is said to be what is left, or is what one of those stated leaves of another and not said to come first:
    of 2000万元, 1500万元 of them first, 500万元."""
    if value.kind == "amount" and _said_to_be_left(question, value):
        return True
    differences = (abs((one.size or 0) - (two.size or 0)) for one, two in combinations(stated, 2))
    first = _FIRST.search(re.split("[,，。;；]", question.text[: value.start])[-1])
    return value.kind in _DIVIDED and not first and value.size in differences


def holds_case(question: Question, stretch: str) -> bool:
    """Whether the question states a case of its own next to the right value, so that nothing is to be corrected."""
    stated = ((value, meant(question, stretch, same)) for value, same in paired(question, stretch))
    return any(any(value.size == s.size for s in same) for value, same in stated)


def tells_case(question: Question, stretch: str) -> bool:
    """Whether the question's amounts, or what it has of something, are those of a case, which decide what it comes to (违法经营额
    不足五万元的…; 只有两人报名，怎么办; 房龄25年): nothing to be corrected."""
    if any(of_case(question, value) for value in question.values) or _asks_other(question) or _tells_deed(question):
        return True
    own = [
        same
        for value, same in paired(question, stretch)
        if value.kind in ("amount", "age") or (value.kind == "count" and _has(question, value))
    ]
    if any(_is_told_before(question, value) for value in question.values):
        return True
    if _is_of_cases(question, stretch):
        return True
    bracketed = any(_BRACKET.match(stretch[one.end :]) for same in own for one in same)
    return bool(own) and (bracketed or all(one.bound or range_of(stretch, one) for same in own for one in same))


def _tells_deed(question: Question) -> bool:
    """Whether the question's only times are those of what somebody did (三个月就退了会, 请假2天找谁)."""
    times = [value for value in question.values if value.kind == "period" or value.unit == "次"]
    ruled = any(_WITHIN.match(question.text[value.end :]) for value in times)
    if not times or ruled or len(times) < len(question.values) or speaks_of_rule(question):
        return False
    done = any(_DONE.match(question.text[value.end :]) for value in times)
    return done or "who" in question.sought or asks_consequence(question)


def _is_of_cases(question: Question, stretch: str) -> bool:
    """Whether all that the stretch sets beside the question's figures are bounds of the cases for which it rules (住院超过7天的，…),
    and the question does not say what the rule is:住院9天怎么算."""
    stated = [one for _, same in paired(question, stretch) for one in same]
    cases = all(one.bound and _IN_CASE.match(stretch[one.end :]) for one in stated)
    return bool(stated) and cases and not speaks_of_rule(question)


def _asks_other(question: Question) -> bool:
    """Whether the question asks for a figure and tells only how many there are of something: 30个学员要配几名教练."""
    told = {value.kind for value in question.values if not value.text.startswith("一")}
    return bool(question.sought & _FIGURES) and told == {"count"} and not speaks_of_rule(question)


def _is_told_before(question: Question, value: Value) -> bool:
    """Whether a value is of what the asker has, by a part of the message before the one that asks (我们镇有预算8000万，能领多少)."""
    *told, _ = re.split("[,，。;；]", question.text.rstrip("?？"))
    place = 0
    for part in told:
        if place <= value.start < place + len(part):
            return bool(_OWN.search(part[: value.start - place])) and not _GIVEN_TO.search(part)
        place += len(part) + 1
    return False


def speaks_of_rule(question: Question) -> bool:
    """Whether the question says what a rule is, and not what is the case: 要办够五场才行吗, 听说是25%, 也是三年吗."""
    said = (_IS.search(question.text[: v.start]) and _ASKED.fullmatch(question.text[v.end :]) for v in question.values)
    return bool(RULE_CLAIM.search(question.text) or REQUIRES.search(question.text) or any(said))


def sets_own(question: Question, stretch: str) -> bool:
    """Whether the question sets a figure of its own, which may be none at all, against a floor or a ceiling."""
    if none_of_some(question, stretch):
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
    owned = (is_own(question, stretch, value) for value, _ in paired(question, stretch))
    return not HEARSAY.search(question.text) and any(owned)


def names_right_age(question: Question, stretch: str) -> bool:
    """Whether the question says of a rule that it asks for an age, and the stretch does."""
    ages = [(value, same) for value, same in paired(question, stretch) if value.kind == "age"]
    return speaks_of_rule(question) and bool(ages) and all(value.size in {s.size for s in same} for value, same in ages)


def favours_others(question: Question, stretch: str) -> bool:
    """Whether the stretch favours those of an age, and the question tells an age but asks for no favour: of the others it says
    nothing."""
    ages = [value for value, _ in paired(question, stretch) if value.kind == "age"]
    return bool(ages) and not any(is_own(question, stretch, value) for value in ages)


def is_own(question: Question, stretch: str, value: Value) -> bool:
    """Whether a value is somebody's own: an age is, where nothing says what the rule is, but decides only about what those of
    that age are given: no favour where none is asked for."""
    if value.kind == "age":
        favours = set(_FAVOURS.findall(stretch))
        return not favours or any(favour in question.text for favour in favours)
    return value.kind != "period" and _has(question, value)


def _has(question: Question, value: Value) -> bool:
    """Whether somebody is said to have a value, or to mean to have it."""
    before = re.split("[,，。;；]", question.text[: value.start])[-1]
    if _ABOUT.search(before) or (value.kind in _DIVIDED and _PAST_YEAR.search(before)):
        return True
    if not (had := HAS.search(question.text[: value.start])):
        return False
    return bool(_OWN.search(question.text)) or not _DEMANDED.search(question.text[: had.start()])


def none_of_some(question: Question, stretch: str) -> bool:
    """Whether the question has none at all of what the stretch sets a floor to."""
    none = NONE_AT_ALL.search(question.text)
    if none is None or any(value.kind == "count" and value.start >= none.end() for value in question.values):
        return False  # 去年一场也没办，今年办了两场
    return any(value.bound == "min" for value in find_values(stretch))
