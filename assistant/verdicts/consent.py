"""Consent: what one may do only with somebody's consent (转租须经出租人同意) one may where the question tells that it was given, and
may not where it tells that it was refused. Knows words of consent, not who is to give it."""

import re

from assistant.answer import Verdict
from assistant.understanding.polarity import affirmed, claim_of, denies_asked
from assistant.understanding.question import Question
from assistant.understanding.rule_words import AGREED, ASKS_LEAVE, DISAGREED, OMITS, PROVISO

_WITH_CONSENT = re.compile(
    r"(?:须|应当?|必须)(?:事先|书面)?(?:经|取得|征得)[^，。；、和]{0,16}?(?:同意|许可)|(?<![未不])经[^，。；、和]{1,12}(?:同意|许可)(?:的)?，(?:可以|方可)"
)
_PROVIDED = re.compile("只|才|就行")


def consent_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by a clause that demands consent; None for any other, or where the question tells nothing of it."""
    claim = claim_of(question)
    asked = affirmed(claim)
    if question.english or not _WITH_CONSENT.search(PROVISO.sub("", stretch)) or not ASKS_LEAVE.search(asked):
        return None
    if OMITS.search(asked) or _PROVIDED.search(question.text):
        return None
    if DISAGREED.search(question.text):
        may = False
    elif AGREED.search(question.text):
        may = True
    else:
        return None
    return "yes" if may != denies_asked(claim) else "no"
