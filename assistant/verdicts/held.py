"""Claims that a clause holds in so many words: 评审由专家进行吧 by 组织专家进行评审. What each word and value of stands there is so, or,
where the clause denies it, is not. Knows how people claim, not any rule."""

import re
from collections.abc import Sequence

from assistant.answer import Verdict
from assistant.understanding.contrast import pairs
from assistant.understanding.polarity import affirmed, claim_of, is_negative, leaves_out
from assistant.understanding.question import Question, content_terms
from assistant.understanding.rule_words import (
    A_NOT_A,
    BREACH,
    CLAIM_NEGATIVE,
    CONFIRM,
    CONFIRM_TAG,
    EXCLUSIVE,
    FEARED,
    LATE,
    OTHERS,
    SANCTION,
    UNIVERSAL,
)
from assistant.understanding.values import Value, find_values, without_values
from assistant.verdicts.rules import denies
from store.text import normalise

# What makes more of a claim than its words and values: all of them, only this one, others than these, a judgement.
_MORE = (EXCLUSIVE, UNIVERSAL, OTHERS, FEARED, LATE, BREACH)
_FEWEST = 2  # words and values
_BODY = re.compile("[一-鿿]{2,4}[局部委办]")
_BY = re.compile("(?<![理自事])由(?!于)|被|把(?!握|关)")  # 由专家评审 is held by 专家评审, too
_SHORT = 4  # pairs of characters
_ENDS = re.compile("[之以]?[上内下前]?(?:了|的)?(?:吗|么|吧|嘛|没有?|不)?[?？]?")
_PART = re.compile(r"[^，。；：、,;:\n]+")
_ENUMERATION = re.compile(r"[^，。；：,;:\n]+")
_FORBIDS = re.compile("不得|不能|不准|不予|禁止")
_SENTENCE = re.compile(r"[^。；\n]+")
# Before what it denies: 不列赤字, 非营利, 不发生中止、中断.
_NOT = "(?:不|非|未)(?:发生|属于|列|受|涉及|适宜|进行|视为)?(?:[一-鿿]{2,6}[、,])*(?:[一-鿿]{2,6}和)?"
_CONDITION = re.compile("[^，。；：\n]*的，")  # which denies nothing of what holds then: 对结果不满的，可以申诉


def held_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict of a claim whose every word and value stands in the stretch, or which only names a value that stands
    there of the same; None for any other."""
    claim = claim_of(question)
    core = affirmed(claim)
    more = (said[0] for pattern in _MORE for said in pattern.finditer(core))
    if question.english or leaves_out(question) or not all(word in stretch for word in more):
        return None
    values = find_values(core)
    words = CLAIM_NEGATIVE.sub("，", without_values(A_NOT_A.sub("", core), "，"))
    plain = normalise(stretch)
    terms = content_terms(_BY.sub("，", normalise(words)))
    if _names_value(question, core, values) and all(_stands(value, words, plain) for value in values):
        return None if is_negative(claim) or not _shares(words, values, plain) else "yes"
    longest = [term for term in terms if not any(term != other and term in other for other in terms)]
    if (
        "不" in words
        or not longest
        or len(longest) + len(values) < _FEWEST
        or not all(_is_in(t, plain) for t in longest)
    ):
        return None
    if not all(_stands(value, words, plain) for value in values):
        return None
    said = stretch if LATE.search(question.text) else SANCTION.sub("", stretch)
    core, said = _without_shared(core, _part_with(longest, said))
    said = _CONDITION.sub("", said)
    denied = denies(said, question) or any(re.search(_NOT + re.escape(term), normalise(said)) for term in longest)
    return "yes" if denied == is_negative(core) else "no"


def _is_in(term: str, plain: str) -> bool:
    """Whether a term stands in a text, or is short there for the name of a body (市监局 for 市场监督管理局)."""
    if term in plain or not _BODY.fullmatch(term):
        return term in plain
    return bool(re.search("[一-鿿]{0,4}?".join(term), plain))


def _part_with(terms: Sequence[str], stretch: str) -> str:
    """The first part of a stretch that holds all the terms, with what forbids it ahead of its enumeration (不得用于甲、乙); or the
    sentence, or else all of it."""
    for pattern in (_PART, _SENTENCE):
        for part in pattern.finditer(stretch):
            if all(_is_in(term, normalise(part[0])) for term in terms):
                enumeration = next(
                    (e for e in _ENUMERATION.finditer(stretch) if e.start() <= part.start() < e.end()), None
                )
                ahead = enumeration and _FORBIDS.search(stretch, enumeration.start(), part.start())
                return enumeration[0] if enumeration and ahead else part[0]
    return stretch


def _without_shared(claim: str, said: str) -> tuple[str, str]:
    """Both without the denials that stand in both, which deny nothing of the one by the other: 没收 in 会没收吗, 没有协议."""
    for denial in reversed(list(CLAIM_NEGATIVE.finditer(claim))):
        start = denial.start()
        if shared := next((s for n in (4, 3, 2) if len(s := claim[start : start + n]) == n and s in said), ""):
            claim, said = claim[:start] + claim[start + len(shared) :], said.replace(shared, "")
    return claim, said


def _names_value(question: Question, core: str, values: Sequence[Value]) -> bool:
    """Whether a claim ends with its one value (是四年吗), or is one with values to be confirmed (…要四年，对吧)."""
    if not values or any(value.size is None or value.text.startswith("一") for value in values):
        return False
    ends = len(values) == 1 and _ENDS.fullmatch(core[values[0].end :])
    last = question.text.replace(",", "，").rpartition("，")[2]
    return bool(ends or CONFIRM_TAG.search(question.text) or (last != question.text and CONFIRM.fullmatch(last)))


def _shares(words: str, values: Sequence[Value], stretch: str) -> bool:
    """Whether a part of the stretch that states one of the values is about what the claim is about; of a stretch that states no
    other of their kind, the whole sentence, which need share no more than a word."""
    kinds = {value.kind for value in values}
    alone = len([one for one in find_values(stretch) if one.kind in kinds]) == len(values)
    within = _SENTENCE if alone else _PART
    parts = (
        part for part in within.findall(stretch) for one in find_values(part) if any(_equal(v, one) for v in values)
    )
    fewest = _FEWEST if len(pairs(words)) > _SHORT and not alone else 1
    return any(len(pairs(words) & pairs(part)) >= fewest for part in parts)


def _stands(value: Value, words: str, stretch: str) -> bool:
    """Whether the stretch states the value, and of nothing else than what the claim says it of."""
    parts = [(len(pairs(words) & pairs(part)), find_values(part)) for part in _PART.findall(stretch)]
    same = [shared for shared, stated in parts if any(_equal(value, one) for one in stated)]
    rival = [
        shared for shared, stated in parts if any(one.kind == value.kind and not _equal(value, one) for one in stated)
    ]
    return bool(same) and (not rival or max(same) > max(rival))


def _equal(value: Value, other: Value) -> bool:
    if value.kind != other.kind or value.bound not in ("", other.bound):
        return False
    return value.text == other.text if value.size is None else (value.size, value.unit) == (other.size, other.unit)
