"""Barred: who says that something may not be done, or isn't taken (不能转租吧, 过期不收，对吧), or need not all be done (不用样样都办吧), by
what a clause forbids, turns away, allows or leaves to choose. Knows how people and rules deny, not any rule."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import pairs
from assistant.understanding.polarity import affirmed, claim_of
from assistant.understanding.question import Question
from assistant.understanding.rule_words import (
    ASKS_DENIAL,
    FORBIDS,
    LATE,
    NOT_EVEN,
    OMITS,
    PERMITS,
    PROVISO,
    RHETORICAL,
    UNIVERSAL,
)
from assistant.understanding.values import Value
from assistant.verdicts.rules import denies

_EXCEPTED = re.compile("除外|但是?(?!不)")
# That one may not do something, or is not taken with it, as people say it and as rules do.
_TURNS_AWAY = re.compile("不予(?!处罚|追究)|不受理|不接[收受]|拒收")
_BARS = (
    (re.compile("(?<![能可会])不(?:能|可以?|得|准|许|让|允许)(?![不够])"), FORBIDS),
    (re.compile("不再?(?:收(?![费取])|受理|接[收受])"), _TURNS_AWAY),
)
_ASKED_BEHIND = re.compile(
    "能|可以|要(?!求)|得(?!到)|(?<![能以得准许让])用(?![于来在作途])|算|会(?!议)|[行成](?=[吗么吧不]|$)|才|合[法规]|[,，]"
)
_ALLOWED_OR_NOT = re.compile("([许准让得])不\\1")
_FEARS = re.compile("(?<![员协工商理董监大社])会(?![员议计场])")  # 会不会以后不能再借
_MAY_REFUSE = re.compile("(?:能够?|可以?|能否|可否)不[让准许给]")  # 能不让他用吗 asks for leave
_WIDE = re.compile("一律|永远|一辈子|连|都|任何|只能")  # claims more than a rule may say
# That not all need be done, and what leaves a choice.
_NOT_ALL = re.compile(
    "(?<![是要用])不(?:用|必|需要?|一定)[^,，。不]{0,8}(?:全(?![国市省年])|都|[样项个]{2}|每[样项个])"
)
_CHOICE = re.compile("选择|任选|之一|不少于(?:1|一)|至少(?:1|一)|其中(?:1|一)")


def barred_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by such a clause; None where the question says nothing of the kind, or the clause does not tell."""
    if _NOT_ALL.search(affirmed(claim_of(question))) and _CHOICE.search(stretch):
        return "yes"
    return _forbidden(question, stretch) or _not_even_so(question, stretch)


def _forbidden(question: Question, stretch: str) -> Verdict | None:
    """Whether one may not, or is not taken, where the clause does nothing but forbid or refuse that, or nothing but allow."""
    claim, rule = claim_of(question), PROVISO.sub("", stretch)
    own = max(re.findall("[^。]+", stretch) or [stretch], key=lambda one: len(pairs(one) & pairs(claim)))
    barred = None if _EXCEPTED.search(own) else _barred(affirmed(claim))
    asks_denial = ASKS_DENIAL.search(_ALLOWED_OR_NOT.sub("可以", claim))
    if not barred and not asks_denial:
        return None
    late = bool(LATE.search(question.text))
    parts = re.split("[，。；]", rule)
    about = [part for part in parts if pairs(part) & pairs(claim) or (late and LATE.search(part))]
    if barred is _TURNS_AWAY:  # of what, the part of a sentence before it tells
        about += [one for one in re.split("[。；]", rule) if pairs(one) & pairs(claim)]
    forbids = barred is not None and any(barred.search(part) for part in about)
    forbids = forbids or bool(asks_denial and FORBIDS.search(rule))
    permits = bool(PERMITS.search(rule))
    if UNIVERSAL.search(question.text) or forbids == permits or (permits and FORBIDS.search(rule)):
        return None
    return "yes" if forbids else "no"


def _barred(claim: str) -> re.Pattern[str] | None:
    """What a clause says where a claim is right by which one may not do something (不能退票), or is not taken with it (不收); None where
    it claims nothing of the kind, or asks for something else behind it (不能到场可以委托别人)."""
    if any(words.search(claim) for words in (OMITS, RHETORICAL, _MAY_REFUSE, _WIDE)):
        return None
    for denied, rule in _BARS:
        last = next(reversed([*denied.finditer(claim)]), None)
        if last and not _ASKED_BEHIND.search(claim, last.end()) and not _FEARS.search(claim, 0, last.start()):
            return rule
    return None


def denies_more(question: Question, value: Value, right: Value) -> bool:
    """Whether a claim says that one may not do with more than the rule has it (不能报三样吧, by 可报一样)."""
    more = value.size is not None and right.size is not None and value.size > right.size
    claim = affirmed(claim_of(question))
    return more and not value.bound and not right.bound and _barred(claim) is FORBIDS


def _not_even_so(question: Question, stretch: str) -> Verdict | None:
    """Who asks whether something is not allowed even so (帮忙印也不行吗) is told that it isn't, where nothing is excepted."""
    denied = NOT_EVEN.search(claim_of(question)) and denies(stretch, question) and not _EXCEPTED.search(stretch)
    return "yes" if denied else None
