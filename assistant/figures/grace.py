"""The grace that a clause allows after the end of a time (可以给予三十天的宽限期), against how long the question says that the end has gone
by: 卡过期两个月了还能补办吗."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.answer import Verdict
from assistant.understanding.polarity import verdict_if
from assistant.understanding.question import Question
from assistant.understanding.values import find_values, size_in

_GRACE = re.compile("(?P<time>[一二两三四五六七八九十\\d]+(?:个月|[年天日]))的?宽[展限]期")
# How long it is since the end: 过期八个月, 到期以后又过了两个月, 超了十天.
_SINCE_END = re.compile("(?:过期|到期|期满|届满|逾期|超期|超过?|晚|拖)了?(?:[以之]?后)?(?:都|已经?|又|快|有|过)*了?$")
_AND_MORE = re.compile("多|出头|有余")


def grace_verdict(question: Question, stretch: str) -> Verdict | None:
    """Whether what may be done in a time of grace may still be done; None where the stretch allows none, or the question does not
    tell how long the end has gone by."""
    grace = _GRACE.search(stretch)
    allowed = find_values(grace["time"]) if grace else []
    told = [
        value
        for value in question.values
        if allowed and value.kind == "period" and _SINCE_END.search(question.text[: value.start])
    ]
    size = size_in(told[0], allowed[0].unit) if len(told) == 1 else None
    if size is None or allowed[0].size is None:
        return None
    before, behind = question.text[: told[0].start], question.text[told[0].end :]
    size += Decimal(bool(_AND_MORE.match(behind))) / 100
    # That the end has gone by is the case, and nothing that is asked or feared.
    asked = replace(question, text=f"{_SINCE_END.sub('', before)}{behind}")
    return verdict_if(asked, size <= allowed[0].size)
