"""Undone: what holds from the day on which something is done (自交付时成立, 自登记之日起生效) does not hold where the question tells
that it was not. Knows how rules tie an effect to an act, not any rule."""

import re

from assistant.answer import Verdict
from assistant.understanding.polarity import affirmed, claim_of, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import VALID

_ACT = "登记|公告|交付|核准|注册|批准|备案|签字|盖章|公证"
_BEGINS = re.compile(
    rf"自[^，。；]{{0,10}}?(?P<act>{_ACT})[^，。；]{{0,6}}?(?:之日|时|后)起?(?:[^，。；]{{0,4}})(?:生效|设立|成立|享有|取得|发生效力)"
)
_UNDONE = "(?:没有?|未|忘了?|还没|没来得及|不(?![一-鿿]{0,4}(?:也|就)))(?:去|办理?|做|进行|经过?|来得及)?"
_OTHERWISE_DONE = re.compile("只(?:有)?[签盖按公登交]|[签盖按][^,，。没未不]{0,3}了")  # 签名或者盖章: either will do
_HOLDS = re.compile(f"{VALID.pattern}|成立|设立|享有|取得|拿到|归我|算(?:是)?我")


def undone_verdict(question: Question, stretch: str) -> Verdict | None:
    """No to who asks whether something holds for which the act is missing that it hangs on; None for any other."""
    begins = _BEGINS.search(stretch)
    if begins is None or question.english or ("或" in begins[0] and _OTHERWISE_DONE.search(question.text)):
        return None
    missing = re.compile(f"{_UNDONE}{begins['act']}")
    claim = missing.sub("", affirmed(claim_of(question)))
    if not missing.search(question.text) or not _HOLDS.search(claim):
        return None
    return "yes" if is_negative(claim) else "no"
