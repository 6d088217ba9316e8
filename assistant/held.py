"""Claims that a clause holds in so many words: 评审由专家进行吧 by 组织专家进行评审. What each word and value of stands there is so, or,
where the clause denies it, is not. Knows how people claim, not any rule."""

import re

from assistant.answer import Verdict
from assistant.contrast import pairs
from assistant.polarity import affirmed, claim_of, is_negative, leaves_out
from assistant.question import Question, content_terms
from assistant.rule_words import A_NOT_A, BREACH, CLAIM_NEGATIVE, EXCLUSIVE, FEARED, LATE, OTHERS, SANCTION, UNIVERSAL
from assistant.rules import denies
from assistant.values import Value, find_values, without_values
from store.text import normalise

# What makes more of a claim than its words and values: all of them, only this one, others than these, a judgement.
_MORE = (EXCLUSIVE, UNIVERSAL, OTHERS, FEARED, LATE, BREACH)
_FEWEST = 2  # words and values
_PART = re.compile(r"[^，。；：、,;:\n]+")


def held_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict of a claim whose every word and value stands in the stretch; None for any other."""
    claim = claim_of(question)
    core = affirmed(claim)
    more = (said[0] for pattern in _MORE for said in pattern.finditer(core))
    if question.english or leaves_out(question) or not all(word in stretch for word in more):
        return None
    values = find_values(core)
    words = CLAIM_NEGATIVE.sub("，", without_values(A_NOT_A.sub("", core), "，"))
    terms, plain = content_terms(normalise(words)), normalise(stretch)
    longest = [term for term in terms if not any(term != other and term in other for other in terms)]
    if "不" in words or not longest or len(longest) + len(values) < _FEWEST or not all(t in plain for t in longest):
        return None
    if not all(_stands(value, words, plain) for value in values):
        return None
    said = stretch if LATE.search(question.text) else SANCTION.sub("", stretch)
    return "yes" if denies(said, question) == is_negative(claim) else "no"


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
