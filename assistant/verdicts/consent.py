"""Consent: what one may do only with somebody's consent (转租须经出租人同意) one may where the question tells that it was given, and
may not where it tells that it was refused; and who asks whether there is somebody to be asked first is told yes. Knows words of
consent, not who is to give it."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import levels
from assistant.understanding.polarity import affirmed, claim_of, denies_asked, is_negative
from assistant.understanding.question import Question
from assistant.understanding.rule_words import AGREED, ASKS_LEAVE, DISAGREED, OMITS, PROVISO, VALID

_WITH_CONSENT = re.compile(
    r"(?:须|应当?|必须)(?:事先|书面)?(?:经|取得|征得)[^，。；、和]{0,16}?(?:同意|许可)|(?<![未不])经[^，。；、和]{1,12}(?:同意|许可)(?:的)?，(?:可以|方可)"
)
# Who asks whether others have to agree, and what one may do without them.
_ASKS_OTHERS = re.compile("(?:要|用|得|须)[^,，。?？]{0,8}(?:同意|点头|答应|认可)[吗么吧不]*[?？]?$")
_ALONE = re.compile("可以?(?:单独|自行|自主|各自)")
_PROVIDED = re.compile("只|才|就行")
# Who asks whether there is somebody who has to agree first, and the one whom a clause has agree.
_ASKS_CONSENT = re.compile(
    r"(?:(?<![只想重主])要(?!求)|需要?|必须|须|得|用)[^，,。?？不没]{0,10}(?:审(?![计理议美])|(?<![分一这每首])批(?![发次])|同意|许可|点头|把关|过一?[道关])(?!结果|意见|材料|标准)"
)
_BODY = re.compile("[一-鿿]{2}(?:部门|机关|[局厅委])")
_CONSENTING = re.compile(r"(?<![未不])经([^，。；]{2,24}?)(?:审[核批查])?(?:同意|批准|核准|许可)(?:[之以]?后|的?，)")


# What else somebody does, beside what holds by itself, holds once another has agreed; and what he may well get for nothing.
_ONCE_AGREED = re.compile("其他[^，。；]{0,20}经[^，。；]{1,16}(?:同意|追认|批准|认可)[^，。；]{0,6}后(?:有效|生效)")
_GIVEN_TO = re.compile("赠|送|红包|奖|白[给拿得]|遗赠")


def hangs_on_consent(question: Question, stretch: str) -> bool:
    """Whether it is asked if a deed holds that, by the stretch, may do so once somebody has agreed, of which the question tells
    nothing."""
    return _holds_once_agreed(question, stretch) and not (
        AGREED.search(question.text) or DISAGREED.search(question.text)
    )


def _holds_once_agreed(question: Question, stretch: str) -> bool:
    asked = VALID.search(claim_of(question)) and _ONCE_AGREED.search(stretch)
    return bool(asked) and not _GIVEN_TO.search(question.text)


def consent_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by a clause that demands consent; None for any other, or where the question tells nothing of it."""
    claim = claim_of(question)
    asked = affirmed(claim)
    if question.english:
        return None
    if _ASKS_CONSENT.search(asked) and (needed := _has_to_be_asked(asked, stretch)):
        return needed
    if _ASKS_OTHERS.search(asked) and _ALONE.search(stretch) and not _CONSENTING.search(stretch):
        return "yes" if is_negative(claim) else "no"
    if _holds_once_agreed(question, stretch) and DISAGREED.search(question.text):
        return "yes" if is_negative(re.split("[,，]", asked)[-1]) else "no"
    if not _WITH_CONSENT.search(PROVISO.sub("", stretch)) or not ASKS_LEAVE.search(asked):
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


def _has_to_be_asked(asked: str, stretch: str) -> Verdict | None:
    """Yes where the clause has somebody agree first, and no other than the question has."""
    consenting = _CONSENTING.search(PROVISO.sub("", stretch))
    if consenting is None or is_negative(asked) or not levels(asked) <= levels(consenting[1]):
        return None
    if any(body[:2] not in consenting[1] for body in _BODY.findall(asked)):
        return None
    return "yes"
