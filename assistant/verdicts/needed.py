"""Needed: who says that without one thing another can't be had (没交押金就租不到吧), or that it isn't needed (不用盖章吧), by a clause
that demands it; and who takes for unconditional (尾款是自动给的吗) what a clause has hang on something. Knows how people speak of
conditions, not any of them."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import closest_part, pairs
from assistant.understanding.paired_values import paired
from assistant.understanding.polarity import claim_of, core_of, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import BINDING, CLAUSE_NEGATIVE, FLOOR_WORDS, NOT_NEEDED, OPTIONAL, PROVISO

_CANNOT = r"[一-鿿]不(?:了|上|成|到|过|下|动|出|着)|没(?:法|办法|资格|份|戏|门|机会|得)|不(?:能|可以|可能|行|准|让|许|予|得|给|会[给让]|收|批|拨|发|受理|算数?)"
# 没交押金就租不到, 不经同意不能转租, 没有发票的话报不了.
_WITHOUT = re.compile(
    rf"(?<![是要])(?:不(?![是能可会用必需仅光只管])|没有?|未)(?P<thing>[^,，。;不没]{{2,16}})[,，]?(?:[^,，。;不没]{{0,6}}?)(?:{_CANNOT})"
)
_THEN = re.compile("就|便|则|的话")
# How a clause makes a thing a condition of what comes after it.
_CONDITION = re.compile("经[^，。；不]{2,30}(?:同意|批准|审[核批查]|许可|评审|验收)|凭|依据|根据|按照|提交|提供|报送")
_UNNEEDED = re.compile("不(?:用|必|需要?|须|要求)|用不着|无[需须]")
_FREELY = re.compile("自动|无条件|白(?:给|拿|送|发|拨)|不(?:讲|谈|附带?)(?:任何)?条件")
_HANGS = re.compile(
    "(?:根据|依据|按照?|视)[^，。；]{2,20}(?:结果|情况|评价|考核|验收)|挂钩|择优|经[^，。；]{2,16}(?:后|合格)"
)
# That something doesn't depend on another thing: 尾款不看验收.
_REGARDLESS = re.compile(
    "不(?:看|按照?|凭|依据?|根据|取决于|管|论)(?P<thing>[^,，。;]{2,8})|[跟与和同](?P<with>[^,，。;]{2,8}?)(?:不挂钩|没有?关系|无关)"
)


def needed_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by what a clause makes a condition; None where the question speaks of none, or the clause of none."""
    if question.english:
        return None
    return _without(question, stretch) or _unneeded(question, stretch) or _freely(question, stretch)


def _without(question: Question, stretch: str) -> Verdict | None:
    """Yes where nothing comes without what the clause demands, no where it says that that isn't needed."""
    said = _WITHOUT.search(core_of(question))
    if said is None or question.values:
        return None
    thing = _THEN.split(said["thing"])[0]
    part = closest_part(stretch, thing)
    shared = [pair for pair in pairs(thing) & pairs(part) if pair.isalpha()]
    if not shared:
        return None
    if NOT_NEEDED.search(part):
        return "no"
    binds = BINDING.search(part) or _CONDITION.search(part)
    return "yes" if binds and not OPTIONAL.search(part) and not CLAUSE_NEGATIVE.search(part) else None


def _unneeded(question: Question, stretch: str) -> Verdict | None:
    """No where a figure is said not to be needed that the clause states."""
    claim = core_of(question)  # 用不用 says of nothing that it is not needed
    unneeded = _UNNEEDED.search(claim)
    if not unneeded or NOT_NEEDED.search(stretch) or OPTIONAL.search(closest_part(stretch, question.text)):
        return None
    told = [(value, same) for value, same in paired(question, stretch) if value.text in claim[unneeded.end() :]]
    return "no" if told and all(value.size in {one.size for one in same} for value, same in told) else None


def _freely(question: Question, stretch: str) -> Verdict | None:
    """Whether something comes of itself, or without regard to what a clause has it hang on."""
    claim = claim_of(question)
    hangs = "，".join(one[0] for one in _HANGS.finditer(stretch))
    regardless = _REGARDLESS.search(core_of(question))
    if regardless and pairs(regardless["thing"] or regardless["with"]) & pairs(hangs):
        return "no"
    if not _FREELY.search(claim) or not _HANGS.search(PROVISO.sub("", FLOOR_WORDS.sub("", stretch))):
        return None
    return "yes" if is_negative(_FREELY.sub("，", claim)) else "no"
