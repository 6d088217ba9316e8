"""Figures that an English question claims and the stretch states: they are so, and more than a ceiling or less than a floor is not."""

import re

from assistant.answer import Verdict
from assistant.understanding.paired_values import paired
from assistant.understanding.polarity import claim_of, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import CLAUSE_NEGATIVE, FLOOR_WORDS
from assistant.understanding.values import Value

_PART, _YEAR = re.compile("[^，；。]+"), re.compile(r"\b20\d\d\b")
_MORE, _LESS = "高于", "少于"  # as `assistant.understanding.in_numbers` writes more and less than


def figures_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict where each figure of an English question is the only one of its kind in the stretch; None where one isn't, or
    more is said than figures can tell."""
    denied = CLAUSE_NEGATIVE.search(FLOOR_WORDS.sub("", stretch))
    if not question.english or denied or is_negative(claim_of(question)):
        return None
    # The year that a round is named by is no part of the text that is searched.
    of_year = "，".join(
        part for part in _PART.findall(stretch) if any(y in part for y in _YEAR.findall(question.original))
    )
    found = {
        _holds(question, value, same) if len({one.size for one in same}) == 1 else None
        for value, same in paired(question, of_year or stretch)
    }
    return found.pop() if len(found) == 1 else None


def _holds(question: Question, value: Value, same: list[Value]) -> Verdict | None:
    bounds = {one.bound for one in same if one.size == value.size}
    before = question.text[: value.start]
    if not bounds:
        return None
    if before.endswith(_MORE):
        return "yes" if "min" in bounds else "no"
    if before.endswith(_LESS):
        return "no" if "min" in bounds else None
    return "yes" if not value.bound or bounds & {value.bound, ""} else None
