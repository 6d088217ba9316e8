"""What a rule says is not done (不收取押金, 不办理外借, 不向外地人发放): no to who asks whether that very thing is. Knows the verbs of
what offices do, not any rule; what may not be done (不得, 不予) is told by `assistant.verdicts.rules`."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import pairs
from assistant.understanding.polarity import affirmed, claim_of, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import DOES, PROVISO

_PART = re.compile("[，。；：]")
_NOT_DONE = re.compile(
    "不(?:再|另|对外|(?P<whom>向[^，。；]{2,24}?))?(?:收取?|办理|发放|享受|接待|提供|安排|支付|退还|计入|报销|外借|出借|开放|补办|补贴|补助)"
)


def not_done_verdict(question: Question, stretch: str) -> Verdict | None:
    """No where the stretch says of the very deed asked about that it is not done, or a part of it that something is not which
    the question asks for in words that no other part has; None otherwise."""
    claim = claim_of(question)
    if is_negative(claim):
        return None
    done = DOES.search(affirmed(claim))
    if done and f"不{done[1]}" in PROVISO.sub("", stretch):  # 要占名额吗, 不占用名额
        return "no"
    parts = _PART.split(stretch)
    for part in parts:
        if denied := _NOT_DONE.search(part):
            # 公司派车的不再发放 has before it what is not given.
            what = part[denied.start() :] if denied.end() < len(part) or denied["whom"] else part
            others = frozenset[str]().union(*(pairs(other) for other in parts if other != part))
            if pairs(question.text) & (pairs(what) - others):
                return "no"
    return None
