"""How a yes-no question is turned: what it claims, whether it denies that, and whether a yes is what the asker fears.

「不算晚吧」 denies, 「算不算晚」 fears, 「5月底交还收吗」 hopes. Knows how people ask, not any rule.
"""

import re

from assistant.answer import Verdict
from assistant.understanding.question import Question, content_terms, is_yes_no
from assistant.understanding.rule_words import (
    A_NOT_A,
    AS_REASON,
    ASKS_LEAVE,
    BARE_LEAVE,
    BREACH,
    CANNOT,
    CLAIM_NEGATIVE,
    CONFIRM,
    CONFIRM_TAG,
    FEARED,
    FLOOR_WORDS,
    HARMLESS,
    HOPED,
    LATE,
    LEAVE,
    LEFT_OUT,
    OF_WHOM,
    OMITS,
    RATHER,
    RHETORICAL,
    UNRELATED,
    WHATEVER,
    WHEN_NOT,
    WILL_DO,
)

_SAID = re.compile("听说|据说|^[一-鿿]{1,5}说(?![明法服不清])")
_ANY_LEAVE = re.compile(f"不?(?:{ASKS_LEAVE.pattern})")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
# 必须修的路可以先修吗 says which road, and asks of no duty.
_WHICH = re.compile("必须(?![是有由在])(?=[^,，。的]{1,4}的[^,，。才]{1,6}(?:能|可以|要|得|会|算))")

# A duty said by two denials, 非公证不可; not 非营利机构不行吗.
_NOT_BUT = re.compile(
    "非(?:(?:得|要)(?=[^,，。;；?？不]{1,10}不[可行成])|(?=[^,，。;；?？不]{1,10}不可(?:[吗么嘛吧呢的?？,，。]|$)))([^不]+)不[可行成]"
)

_DEED = re.compile("[要得用该][赔罚付交缴办报退补改还][吗么]")


def stated(question: Question) -> str:
    """The question without the words that only ask to have what it says confirmed: 每年报一次 of 每年报一次，对吧."""
    *told, last = re.split("[,，]", question.text)
    return "，".join(told) if told and CONFIRM.fullmatch(last) else _stated(question.text)


def _stated(text: str) -> str:
    plain = CONFIRM_TAG.sub("", text)
    return plain if content_terms(plain) else text


_COURTESY = re.compile(
    "(?:能(?:不能)?|可以|麻烦|请)?(?:帮|给|跟|和)(?:我|我们|忙)?(?:确认|核实|核对|看|查|解释|说|讲|答复|解答)(?:一?下)?[吗呗吧]?"
)


def claim_of(question: Question) -> str:
    """The part of the question that asks, without the circumstances told before it; all of it before a bare 「对吗」."""
    text = _NOT_BUT.sub(r"必须\1", _WHICH.sub("", _ASIDE.sub("", question.text)))
    parts = [part for part in re.split(r"[,，。;；!！?？]", text) if part.strip()]
    if len(parts) > 1 and _COURTESY.fullmatch(parts[-1].strip()):
        parts = parts[:-1]
        text = "，".join(parts)
    if len(parts) > 1 and CONFIRM.fullmatch(parts[-1]):
        return parts[-2] if _SAID.search(parts[-2]) else "，".join(parts[:-1])
    asking = [part for part in parts if is_yes_no(part + "?") and (len(part) > 3 or _tells(part))]
    if not asking and len(parts) > 1 and BARE_LEAVE.search(parts[-1]):
        return "，".join(parts[-2:])
    return _stated(asking[-1] if asking else text)


def affirmed(text: str) -> str:
    """A text with its A-not-A forms as the A alone: 够不够 asks for enough, 卡不卡 whether one is stopped."""
    return A_NOT_A.sub(lambda form: form["able"] or form["form"] or "", text)


def core_of(question: Question) -> str:
    """The claim without its yes-no form, in which 不 denies nothing."""
    return A_NOT_A.sub("", claim_of(question))


def is_negative(text: str) -> bool:
    """Whether a question says of something that it is not so, its yes-no form aside. Who asks whether one may leave
    something undone (能因此不买吗, 不打招呼可以吧) asks for leave."""
    if UNRELATED.search(text):
        return True
    judged = BARE_LEAVE.search(text)
    if LEAVE.search(affirmed(text)) or (judged and not CLAIM_NEGATIVE.search(affirmed(judged[0]))):
        return False
    for aside in (AS_REASON, RATHER, HARMLESS, WHATEVER, OF_WHOM, WHEN_NOT, RHETORICAL, FLOOR_WORDS, A_NOT_A):
        text = aside.sub("", text)
    return bool(CLAIM_NEGATIVE.search(text))


def denies_asked(claim: str) -> bool:
    """Whether a claim, its yes-no form aside, denies what it asks: of one that asks for leave, only the leave tells (不能到场可以委托
    别人吗 asks for leave)."""
    leaves = [*_ANY_LEAVE.finditer(affirmed(claim))]
    return leaves[-1][0].startswith("不") if leaves else is_negative(claim)


def fears(question: Question) -> bool:
    """Whether the claim names what the asker fears (算不算晚, 卡不卡我们, 还用再加吗), and not what he hopes for in spite of it."""
    claim = claim_of(question)
    return _dreads(claim) and not HOPED.search(A_NOT_A.sub("", FEARED.sub("", claim)))


def leaves_out(question: Question) -> bool:
    """Whether the question asks to do without something: 不办登记有效吗, 能不能不办年会."""
    return bool(LEFT_OUT.search(core_of(question)) or OMITS.search(affirmed(claim_of(question))))


def _tells(part: str) -> bool:
    """Whether a few words ask something by themselves: 超期没, 够数没 and 要赔吗 do, 可以吧 does not."""
    return _dreads(part) or bool(_DEED.search(part)) or bool(WILL_DO.search(part) and not BARE_LEAVE.search(part))


def _dreads(text: str) -> bool:
    plain = affirmed(text)
    return any(words.search(plain) for words in (LATE, BREACH, FEARED))


def verdict_if(question: Question, good: bool) -> Verdict:
    """The verdict where what the asker hopes for is known to hold, or not to."""
    claim = claim_of(question)
    feared = fears(question)
    # 被排除 is what is feared, and denies nothing.
    plain = FEARED.sub("。", affirmed(claim)) if feared else claim  # 没 before it is no 没有 at the end
    negative = is_negative(plain) or bool(CANNOT.search(affirmed(claim)))
    return "yes" if (good != feared) != negative else "no"
