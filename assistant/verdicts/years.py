"""Years: whether the years that a question tells are those that a rule is about, and what has not been at all (从没领过)."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import closest_part
from assistant.understanding.polarity import claim_of, is_negative, verdict_if
from assistant.understanding.question import Question, understand
from assistant.understanding.values import find_values
from assistant.verdicts.rules import denies

_SINCE = re.compile(r"((?:19|20)\d\d)年(?:\d{1,2}月)?(?:以来|起|以后)")
_BETWEEN = re.compile(r"((?:19|20)\d\d)年?\s*[—\-–~至到]+\s*((?:19|20)\d\d)年")
# 2031年以来没领过补助: of those years, and none of whom the rule is about.
_HAS_NOT_BEEN = re.compile("^[^过已]*(?:没有?|未|不曾)[^过]{0,10}过")
_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d|(?<![了满有过立已近第超经用])[12]\d)(?=年|[—\-–~至到、和]+(?:(?:20)?\d\d年|20\d\d(?!\d)))"
    r"|(?<=\d[至到])(20\d\d)(?![\d年])"
)
_YEAR_ALONE = re.compile(r"\b((?:19|20)\d\d)\b")  # as English writes it
_ONLY = re.compile(r"只|仅|单独|单列")
# Who has been or done something is shut out: 领取过补助的剧院，不再补助.
_SHUTS_OUT = re.compile("[一-鿿]过[^，。；过]{0,24}的[^，。；]{0,10}，[^，。；]{0,6}不(?:再|予|得)")


def years_verdict(question: Question, stretch: str) -> Verdict | None:
    """Whether the years of the question are those that the rule is about, or nothing of the kind has been in any."""
    spans = _spans(stretch)
    if len(spans) > 1:
        spans = _spans(closest_part(stretch, question.text)) or spans
    told = [first or second for first, second in _YEAR.findall(question.text)]
    told = told or (_YEAR_ALONE.findall(question.text) if question.english else [])
    asked = [int(year) if len(year) == 4 else 2000 + int(year) for year in told]
    if not asked:
        return _has_not_been(question) if _SHUTS_OUT.search(stretch) else None
    reached = {all(first <= year <= last for year in asked) for first, last in spans}
    if len(reached) != 1:  # of several spans of years that all agree, any will do
        return None
    (first, last), inside = spans[0], reached.pop()
    if denies(stretch, question):
        counted = any(value.kind == "count" and value.bound for value in find_values(stretch))
        if inside and not counted and (spared := _has_not_been(question)):
            return spared
        return None if counted else verdict_if(question, not inside)
    if _ONLY.search(question.text):
        inside = inside and {first, last} <= set(asked)
    return "yes" if inside != is_negative(claim_of(question)) else "no"


def _spans(text: str) -> list[tuple[int, int]]:
    """The spans of years that a text is about, first and last."""
    since = [(int(year), 9999) for year in _SINCE.findall(text)]
    return since + [(int(first), int(last)) for first, last in _BETWEEN.findall(text)]


def _has_not_been(question: Question) -> Verdict | None:
    """The verdict where the question says that something has not been (2031年以来没领过), which alone shuts out; None where it says no
    such thing, or speaks of a year besides."""
    parts = re.split("[,，。;；]", question.text)
    asks = [part for part in parts if not _HAS_NOT_BEEN.search(part)]
    if len(asks) == len(parts) or any(map(_YEAR.search, asks)):
        return None
    return verdict_if(understand("，".join(asks)) if any(asks) else question, True)
