"""Floors and ceilings that a question speaks of, against those of the stretch that answers it: 不能低于30%吧 is so where the
clause says 不得少于30%, and 能不能低于30% is to be denied. Knows how people speak of limits, not any limit."""

import re

from assistant.answer import Verdict
from assistant.figures.claimed_values import speaks_of_rule
from assistant.understanding.paired_values import meant, paired, side_of, side_said
from assistant.understanding.polarity import claim_of
from assistant.understanding.question import Question
from assistant.understanding.values import Bound, Value, find_values

_NOT_BELOW = r"(?P<floor>(?:不得?|(?<![能可])不[能可])(?:再)?(?:少于|低于|小于|少过|低过))"
_NOT_ABOVE = r"(?P<ceiling>(?:不得?|(?<![能可])不[能可])(?:再)?(?:超过?|高于|多于|大于|多过|高过))"
_BELOW = r"(?P<below>(?:低于|少于|小于|不到|不足))"
_ABOVE = r"(?P<above>(?:高于|多于|大于|超过|超出))"
_SPOKEN = re.compile(f"(?:{_NOT_BELOW}|{_NOT_ABOVE}|{_BELOW}|{_ABOVE})[^,，。?？]{{0,6}}$")
_MAY = re.compile("(?:能不能|可不可以|能否|可否|可以|能|可|行不行|允许)[^,，。?？]{0,6}$")
_BANNED, _EXCEEDS = re.compile(r"(?:不得|禁止)[^。；：]*："), re.compile(r"(?<![不得])超过$")
# Whether a rule has a floor, or a ceiling, at all: 有没有最低限额, 设上限吗.
_HAS_END = re.compile(
    r"(?:有没有|有无|是否有|设没设|(?:有|设|规定)(?=[^,，。?？]*[吗么嘛没]))(?:个|了|规定|什么|啥|一个)*"
    r"(?:(?P<low>最[低少]|下限|起[点步]|底线)|(?P<high>最[高多]|上限|封顶))"
)
_IN_CASE = re.compile("(?:以[上下])?的[，,]|(?:以[上下])?时[，,]")  # a value that only says for whom the rule is
_LET = re.compile("可以?(?:推荐|申报|选|报|有)|只能|限")


def bound_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict where a question says or asks of a value whether it is the least or the most, or whether there is one that
    is; None for any other, and where the stretch sets no such bound."""
    if ends := _HAS_END.search(question.text):
        return _has_end("min" if ends["low"] else "max", stretch)
    for value, same in paired(question, stretch):
        before = question.text[: value.start]
        spoken = _SPOKEN.search(before)
        if not spoken or value.size is None or not (stated := meant(question, stretch, same)):
            continue
        bounded = [one for one in stated if one.bound] or [one for one in stated if _LET.search(stretch)]
        if not bounded:
            continue
        limit = max(bounded, key=lambda one: one.size == value.size)
        side: Bound = limit.bound or "max"
        if spoken["floor"] or spoken["ceiling"]:
            claimed: Bound = "min" if spoken["floor"] else "max"
            return "yes" if claimed == side and limit.size == value.size else "no"
        if _MAY.search(before[: spoken.start()]):
            return _may(value, limit, side, below=bool(spoken["below"]))
    return None


def _has_end(side: Bound, stretch: str) -> Verdict | None:
    """Whether a stretch that sets limits sets one on that side; None where it sets none."""
    limits = [value for value in find_values(stretch) if value.bound and not _IN_CASE.match(stretch, value.end)]
    return ("yes" if any(value.bound == side for value in limits) else "no") if limits else None


def turns_bound(question: Question, stretch: str) -> bool:
    """Whether the question takes a floor of the stretch for a ceiling, or the other way round: 30%是上限吗."""
    for value, same in paired(question, stretch):
        side = side_of(question, value) or (side_said(claim_of(question)) if speaks_of_rule(question) else "")
        bounds = {_bound(stretch, one) for one in same if one.size == value.size}
        if side and bounds and not bounds & {side, ""}:
            return True
    return False


def _bound(stretch: str, value: Value) -> Bound:
    """The bound that a value of a stretch is: what may not exceed it (不得有下列情形：…超过五百元) makes it the most."""
    before = stretch[: value.start]
    return "max" if _EXCEEDS.search(before) and _BANNED.search(before) else value.bound


def _may(value: Value, limit: Value, side: Bound, below: bool) -> Verdict | None:
    """Whether one may be below, or above, a value, where the limit is a floor or a ceiling."""
    if value.size is None or limit.size is None:
        return None
    if side == "min":
        return "no" if below and value.size <= limit.size else "yes" if not below else None
    return "no" if not below and value.size >= limit.size else "yes" if below else None
