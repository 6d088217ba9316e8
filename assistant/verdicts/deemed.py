"""Deemed: what a clause has count as something (未作表示的，视为同意), or has serve nothing but some ends (只能用于修船或者造船), tells whether
it does. Knows the words of rules, not any rule."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import pairs
from assistant.understanding.polarity import affirmed, claim_of, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import ASKS_LEAVE, PROVISO
from store.text import normalise

_DEEMED = re.compile("视为(?P<not>不|未|没有)?(?P<what>[一-鿿]{2})")
_COUNTS = "(?:算(?:是)?|当作?|视为|等于|默认|就是|表示)(?:他|她|它|人家|对方|我|是|已经?|自动)*"
_ENDS = re.compile("(?:只能|只可以?|专项|专门|仅限?)用于(?P<ends>[^，。；]+)")
_SPENDS = re.compile("用|花|拿|拨|投|买|付|冲|补|发|挪")


def deemed_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by such a clause; None for any other."""
    if question.english:
        return None
    claim, rule = affirmed(claim_of(question)), normalise(PROVISO.sub("", stretch))
    return _counted(claim, rule) or _spent(claim, rule)


def _counted(claim: str, rule: str) -> Verdict | None:
    """Whether something counts as what the one clause that has it count so says."""
    deemed = list(_DEEMED.finditer(rule))
    if len(deemed) != 1:
        return None
    asked = re.search(f"(?P<denied>不)?{_COUNTS}(?P<not>不|未|没有?)?{deemed[0]['what']}", claim)
    if asked is None or is_negative(claim[: asked.start()]):
        return None
    return "yes" if (bool(asked["not"]) != bool(asked["denied"])) == bool(deemed[0]["not"]) else "no"


def _spent(claim: str, rule: str) -> Verdict | None:
    """Whether something may be spent on what is asked about."""
    ends = _ENDS.search(rule)
    if ends is None or not (ASKS_LEAVE.search(claim) and _SPENDS.search(claim)) or is_negative(claim):
        return None
    before = pairs(rule[: ends.start()])
    return "yes" if (pairs(claim) - before) & pairs(ends["ends"]) else "no"
