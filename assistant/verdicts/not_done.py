"""What a rule says is not done (不收取押金, 不办理外借, 不向外地人发放): no to who asks whether that very thing is. Knows the verbs of
what offices do, not any rule; what may not be done (不得, 不予) is told by `assistant.verdicts.rules`."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import pairs
from assistant.understanding.polarity import affirmed, claim_of, denies_asked
from assistant.understanding.question import Question
from assistant.understanding.rule_words import ASKS_LEAVE, DOES, PROVISO

_PART = re.compile("[，。；：]")
_NOT_DONE = re.compile(
    "不(?:再|另|对外|(?P<whom>向[^，。；]{2,24}?))?(?:收取?|办理|发放|享受|接待|提供|安排|支付|退还|计入|计发|发给|折算|折现|报销|外借|出借|开放|补办|补贴|补助)"
)
_OF_SOME = re.compile("(?:人员?|员|者|户|的)$")  # whom a denial is about, and nobody else
# A deed for which leave is asked as the last word: 能退吗, 可以换不.
_LEAVE_FOR = re.compile("(?:能|可以)(?!不)([一-鿿]{1,2}?)[吗么嘛不]?[?？]?$")
# A rule that lets one have one of a kind (每户限领一份, 只能选一门), and who asks for several of them, or for both.
_ONE_ONLY = re.compile("(?:只能|仅能|(?<![期时年权不无有上下])限)(?P<deed>[^，。；不]{0,4}?)(?:一|1)(?P<unit>[一-鿿])")
_SEVERAL_OF = "(?:两|二|三|四|五|[2-9])个?{unit}"


def not_done_verdict(question: Question, stretch: str) -> Verdict | None:
    """No where the stretch says of the very deed asked about that it is not done, or lets one have only one of what several are asked
    for, or a part of it that something is not which
    the question asks for in words that no other part has; None otherwise."""
    claim = claim_of(question)
    if denies_asked(claim):
        return None
    done = DOES.search(affirmed(claim))
    if done and f"不{done[1]}" in PROVISO.sub("", stretch):  # 要占名额吗, 不占用名额
        return "no"
    parts = _PART.split(stretch)
    if (leave := _LEAVE_FOR.search(claim)) and any(part.endswith(f"不{leave[1]}") for part in parts):
        return "no"
    one = _ONE_ONLY.search(stretch) if ASKS_LEAVE.search(claim) else None
    if one and re.search(_SEVERAL_OF.format(unit=one["unit"]), question.text):
        return "no" if set(one["deed"]) <= set(question.text) else None  # one may bid for two, and win one
    for part in parts:
        denied = _NOT_DONE.search(part)
        if denied and not (_OF_SOME.search(whom := part[: denied.start()]) and not pairs(whom) & pairs(question.text)):
            # 公司派车的不再发放 has before it what is not given.
            what = part[denied.start() :] if denied.end() < len(part) or denied["whom"] else part
            others = frozenset[str]().union(*(pairs(other) for other in parts if other != part))
            if pairs(question.text) & (pairs(what) - others):
                return "no"
    return None
