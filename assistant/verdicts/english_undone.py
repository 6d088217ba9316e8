"""Whether one may leave something undone, asked in English (can we skip the inspection): no where the clause demands it. What is
asked so in Chinese has 不 in it, which `assistant.verdicts.rules` reads. Knows how people speak of it, not any rule."""

import re

from assistant.answer import Verdict
from assistant.understanding.question import Question
from assistant.understanding.rule_words import BINDING, FLOOR_WORDS

_LEAVES_UNDONE = re.compile(
    r"\b(?:may|can|could|might|allowed|permitted|okay?|possible|free)\b[^?.]*"
    r"\b(?:skip|ignore|omit|leave out|leave undone|opt out of|do without|go without|disregard|bypass|get around|not (?!only\b)[a-z]+)\b"
)
_COMPULSORY = re.compile("必(?:做|选|修|备|填|交|达)")  # as a heading says it


def undone_in_english(question: Question, stretch: str) -> Verdict | None:
    """No to who asks in English whether he may leave undone what the stretch demands; None for any other."""
    if not question.english or not _LEAVES_UNDONE.search(question.text):
        return None
    return "no" if any(words.search(stretch) for words in (BINDING, FLOOR_WORDS, _COMPULSORY)) else None
