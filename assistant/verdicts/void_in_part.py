"""Void in part: a clause by which only what goes beyond a limit is void (超过部分无效) makes nothing wholly valid or void that goes beyond
it. Knows words of what is void, not any limit."""

import re

from assistant.understanding.polarity import claim_of
from assistant.understanding.question import Question
from assistant.understanding.rule_words import VALID
from assistant.understanding.values import find_values, size_in

VOID_IN_PART = "只是超过部分无效。"
_IN_PART = re.compile("(?:超过|超出)(?:的)?部分(?:无效|不产生[^，。；]{0,8}效力)")
_HOLDS = re.compile(f"{VALID.pattern}|无效|作废|失效|合法")
_OF_EXCESS = re.compile("(?:超过|超出|多出来?)的?(?:那)?(?:部分|几|年|月)")  # who asks of that part alone


def void_in_part(question: Question, stretch: str) -> bool:
    """Whether a question asks if something holds of which the stretch has only the excess void, and does not say that it keeps to
    the limit."""
    claim = claim_of(question)
    asked = _IN_PART.search(stretch) and _HOLDS.search(claim) and not _OF_EXCESS.search(question.text)
    if not asked or question.english:
        return False
    limits = find_values(stretch)
    sizes = [
        (size_in(own, limit.unit), limit.size)
        for own in question.values
        for limit in limits
        if own.kind == limit.kind and limit.size is not None
    ]
    return all(size is None or size > limit for size, limit in sizes if limit is not None)
