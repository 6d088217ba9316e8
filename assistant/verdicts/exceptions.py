"""Exceptions: the case that a clause takes out of its rule (不得转租，但经会员同意的除外。 应当赔偿；但是，已经尽责的，不赔偿。), whether a
question tells that case or its opposite, and what holds for it then. Knows the words of exceptions, not any exception."""

import re
from dataclasses import dataclass

from assistant.answer import Verdict
from assistant.understanding.polarity import denies_asked
from assistant.understanding.question import Question, content_terms
from assistant.understanding.rule_words import AGREED, BURDENED, DISAGREED, FREES, OMITS, PROVISO
from store.text import normalise

_EXCEPTION = re.compile(
    r"(?P<mark>[，。；])\s*但是?，?(?!不限于)(?P<case>[^。；：]{2,}?)(?:的?(?:除外|不在此限)|的，(?P<holds>[^。；]+))"
)
# What has a force of its own, so that a 但 behind it takes back, and does not add to a condition (无效，但是验收合格的，可以…).
_FORCE = re.compile("应当?|可以|不得|不能|须|只能|有权|无权|承担|负责(?!人)|享有|由(?!于)|不[予再]")
_BANS, _PERMITS, _BINDS = re.compile("不得|不能|禁止"), re.compile("可以|有权"), re.compile("应当?|必须|须")
_BY_AGREEMENT = re.compile("同意|约定|追认|认可|授权|许可")
_BY_LAW = re.compile("(?:法律|行政法规)[^，。；]{0,4}规定(?!或者)")
# What excepts by reference, or says no more than that there is an exception.
_GENERAL = frozenset(
    [
        "法律",
        "行政法规",
        "规定",
        "另有",
        "情形",
        "下列",
        "当事人",
        "证明",
        "能够",
        "应当",
        "可以",
        "有关",
        "需要",
        "其他",
        "依法",
        "按照",
        "没有",
        "或者",
    ]
)
_DENIED = re.compile("[没未不非无](?!但)[^，,。但]{0,8}$")  # 没有故意或者重大过失
_LEAVE = re.compile("(?<![功技性智职])能(?![力够])|可以|可不|行(?=[吗么不吧?？]|$)|成(?=[吗么不吧?？]|$)")
_DUTY = re.compile("(?<![重主想])要(?![求素件点么])|必须|得(?=[公交给付先去办])|需要|用不用")
_PROVIDED = re.compile("只要|才")
_PROVES = re.compile("证明|证据")
_PROOF = re.compile(r"\b(?:prov\w+|evidence|unless|if|when|even|although|though|despite|because|after)\b")
_SOME = 3  # of the words of a case, one of so many has to be told


@dataclass(frozen=True, slots=True)
class Excepted:
    """The rule that has an exception, the case excepted, what the clause says of that, "" where it only excepts it, and all that
    it says but for the exception."""

    rule: str
    case: str
    holds: str
    rest: str


def exception_in(stretch: str) -> Excepted | None:
    """The exception that a stretch makes; None where it makes none, or several."""
    found = list(_EXCEPTION.finditer(stretch))
    if len(found) != 1:
        return None
    one, before = found[0], stretch[: found[0].start()]
    rule = re.split("[。；]", before)[-1]
    adds = one["mark"] == "，" and one["holds"] and not _FORCE.search(rule)
    head = before.partition("：")[0] if "：" in before and "：" not in rule else ""
    rest = stretch if adds else before + stretch[one.end() :]
    return Excepted(PROVISO.sub("", head + rule), one["case"], one["holds"] or "", rest)


def what_holds(question: Question, stretch: str) -> str:
    """What of a stretch counts for the case that a question tells: the exception that says what holds for it, or else all but the
    exception, where the question tells the opposite, or nothing of the proof that would free from a burden."""
    exception = exception_in(stretch)
    if exception is None:
        return stretch
    if question.english:
        frees = _PROVES.search(exception.case) and FREES.search(exception.holds)
        return exception.rest if frees and not _PROOF.search(question.text) else stretch
    told = tells_exception(question, exception)
    of_law = _BY_LAW.match(exception.case) and not exception.holds
    if told is False or (told is None and (of_law or _proves_nothing(question, exception))):
        return exception.rest
    return f"{exception.case}的，{exception.holds}。" if told and exception.holds else stretch


def excepted_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict for the case that a clause excepts from its rule: what the clause says one may, or else the contrary of the rule:
    one may where one may not, and need not where one must."""
    exception = exception_in(stretch)
    if exception is None or question.english or not tells_exception(question, exception):
        return None
    before, asked = question.text[: (start := _asks_at(question.text))], question.text[start:]
    leave, omits = bool(_LEAVE.match(asked)), bool(OMITS.search(asked))
    cannot = before.endswith("不") and not before.endswith(f"{asked[:1]}不")  # and no 能不能
    denied = cannot or (denies_asked(asked) and not omits)
    said = exception.holds or exception.rule
    bans, permits, binds = (bool(words.search(said)) for words in (_BANS, _PERMITS, _BINDS))
    if leave and not omits and bans != permits:
        may = permits if exception.holds else bans
    elif (omits or _DUTY.match(asked)) and binds and not exception.holds:
        may = omits
    else:
        return None
    return "yes" if may != denied else "no"


def tells_exception(question: Question, exception: Excepted) -> bool | None:
    """Whether a question tells, before it asks, the case that is excepted, by the last of the conditions it has, which decides;
    False where it tells the opposite, None where it tells neither, or sums of its own."""
    told = question.text[: _asks_at(question.text)]
    others, _, last = exception.case.rpartition("，")
    if any(value.kind in ("amount", "share") for value in question.values):
        return None
    if _BY_AGREEMENT.search(last):
        if DISAGREED.search(told):
            return False
        return True if AGREED.search(told) and not _PROVIDED.search(question.text) else None
    said = normalise(exception.rule + others)
    for one in re.split("或者?", last):  # of which either will do
        own = [t for t in content_terms(normalise(one)) if len(t) > 1 and t not in said and t not in _GENERAL]
        found = [t for t in own if t in told]
        if found and len(found) * _SOME >= len(own):
            return all(_is_told(term, last, told) for term in found)
    return None


def _proves_nothing(question: Question, exception: Excepted) -> bool:
    """Whether a burden is asked about that falls from who proves something, and the question tells no more than what happened."""
    told = re.split("[，,]", question.text)
    burden = BURDENED.search(told[-1]) and "还" not in told[-1] and FREES.search(exception.holds)
    return bool(burden and len(told) < 3 and _PROVES.search(exception.case) and not _PROVES.search(question.text))


def _asks_at(text: str) -> int:
    """Where a question begins to ask for leave or a duty: 能 of 会员都同意了，能转租吗."""
    asks = [one.start() for words in (_LEAVE, _DUTY) for one in words.finditer(text)]
    return max(asks, default=len(text))


def _is_told(term: str, case: str, text: str) -> bool:
    denied = bool(_DENIED.search(case.partition(term)[0]))
    return any(bool(_DENIED.search(text[: one.start()])) == denied for one in re.finditer(re.escape(term), text))
