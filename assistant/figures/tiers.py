"""A number that a rule asks for, and the greater one beyond a threshold (至少配1名教练，学员超过20人的，配3名教练): whether what a case has
of the one is enough for what it has of the other. Knows how such rules are worded, not any rule."""

import re

from assistant.answer import Verdict
from assistant.understanding.polarity import claim_of, verdict_if
from assistant.understanding.question import Question
from assistant.understanding.rule_words import BARE_LEAVE, MORE_THAN, WILL_DO
from assistant.understanding.values import Value, find_values

_TIER = re.compile("[，；](?P<case>[^，；。]{2,24}?)的，(?P<asks>[^，。；]+)")
_BOTH = 2  # figures that a case tells
_NAME = 2  # characters behind a figure that say what it is of


def tier_verdict(question: Question, stretch: str) -> Verdict | None:
    """Whether the number that a case tells is enough by the part of the rule into which its other figure falls; None where it
    does not tell both, or no such rule is there."""
    claim, told = claim_of(question), _counts(question.text)
    tiers = list(_TIER.finditer(stretch))
    if len(told) != _BOTH or len(tiers) != 1 or not (WILL_DO.search(claim) or BARE_LEAVE.search(claim)):
        return None
    (tier,) = tiers
    limits, asked, base = _counts(tier["case"]), _counts(tier["asks"]), _counts(stretch[: tier.start()])
    if len(limits) != 1 or len(asked) != 1 or len(base) != 1 or limits[0].bound != "min":
        return None
    cases = [value for value in told if _is_of(question.text, value, limits[0], tier["case"])]
    if len(cases) != 1 or base[0].unit != asked[0].unit:
        return None
    had = next(value for value in told if value is not cases[0])
    size, limit = cases[0].size or 0, limits[0].size or 0
    beyond = size > limit if MORE_THAN.search(tier["case"][: limits[0].start]) else size >= limit
    needed = asked[0] if beyond else base[0]
    return verdict_if(question, (had.size or 0) >= (needed.size or 0))


def _counts(text: str) -> list[Value]:
    return [value for value in find_values(text) if value.kind == "count" and value.size]


def _is_of(text: str, value: Value, limit: Value, case: str) -> bool:
    """Whether a figure is of what the threshold is of, by its name or else by its unit."""
    return text[value.end : value.end + _NAME] in case or value.unit == limit.unit
