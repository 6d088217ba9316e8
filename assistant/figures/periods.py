"""The periods that clauses set, by what they do, against the time that a case tells.

A period is kept to (三十日内订立, 期限为十年), is the least (提前六十日) or the most there may be, or is the condition of a
consequence: once it has gone by (六个月内未提出异议的，视为同意; 满二年的，可以申请) or as long as it has not (六个月内…不丧失). What
the question asks, the consequence or its opposite, makes the verdict; where that is not certain there is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answer import Verdict
from assistant.understanding.contrast import pairs
from assistant.understanding.polarity import affirmed, claim_of, is_negative, verdict_if
from assistant.understanding.question import Question
from assistant.understanding.rule_words import ASKS_LEAVE, CONFIRM, GOING_BY, GONE_BY, HEARSAY, LATE, REQUIRES, TERM
from assistant.understanding.values import Value, find_values, size_in

_SENTENCE = re.compile(r"[^。\n]+[。\n]?")
_PART = re.compile(r"[^，；：]+[，；：]?")
# Penalties last for a time too, and set none to a case.
_PENALTY = re.compile(r"停业|停止从业|禁止|取消|处分|拘留|徒刑|罚款|延长")
_TO_THE_END = re.compile(r"[期届]满(?:之|以)?前$")
_LEAST = re.compile(r"(?:不[得能]?(?:少于|低于)|至少|最短|提前)[一-鿿]{0,4}$|应当?[^，。；]*[已年]?满$")
_AHEAD = re.compile(r"^\s*之?前")
_MOST = re.compile(r"(?:不[得能]?(?:超过|多于)|至多|最长)[一-鿿]{0,4}$")
_REACHED = re.compile(r"(?:(?<!不)(?<!未)满|连续|累计|(?<![不得])超过)$")
_SHORT_OF = re.compile(r"[不未]满$")
_LEFT_UNDONE = re.compile(r"^\s*[以之]?内[^，；。]{0,12}?(?:未|没有|无人|不)")
_OVERDUE = re.compile(r"(?:逾期|到期|期满)[^，；。]*[不未没][^，；。]*的，")
# What is done within so long (五年内迁出的，应当退还…), and what is due then.
_DONE_WITHIN, _DUE = re.compile("^[以之]?内[^，；。]+的，"), re.compile("(?:应当?|必?须)(?P<deed>[退返补缴赔])")
_ASKS_DUE = re.compile("(?:(?<![重主想])要|得|需要?|用|必须|应该?)[^,，。]{0,4}(?P<deed>[退返还补缴赔])")
_SPARED = re.compile(r"不(?:丧失|视为|予|再|得(?!少|低|超|多)|承担|构成)")
_CONSEQUENCE = re.compile(r"[，：](?=[即应视可不归])|，")
_DENIED = re.compile(r"不(?:予|得|再|视为)?([一-鿿]{2})")
_FORBIDS = ("不得", "不予", "不再")
_LOST = re.compile(r"撤回|放弃|丧失|失效|消灭|终止|拒绝|归国家|无效|不再|不予|不得")
# What was not done, in which the time has gone by: 一年没人领, 三十天没消息.
_LEFT_TOLD = re.compile(
    "(?<=[年月天日])(?:都|也|还|一直)?(?:没有?|未|无)(?:人[一-鿿]|消息|动静|回音|答复)了?(?=[^吗么吧不没,，。?？])"
)
_GONE = re.compile("没了|丢了|没戏了?|泡汤")
_KEPT = re.compile(r"不(?:视为)?(?:撤回|放弃|丧失|失效|消灭|终止)")
_GIVEN = re.compile(r"可以?|有权|应当|准予|享有")
_LASTS = re.compile(r"还(?:能|有|可以|行|享有|算数|管用|作数|在|来得及|要得)|来得及|赶得上|有效")
_UNLIMITED = re.compile(r"期限?不受(?:时间)?限制|(?:长期|永久)有效")
_STAYS = re.compile(r"还(?:有|在|存在|归|是|受|管用)|永远|永久|一直|终身|不会?(?:过期|到期|失效|消失|消灭|终止|丧失)")
_ENDS = re.compile(r"过期|到期|失效|消失|消灭|终止|丧失|作废|没了|有(?:时间|期)限")
_OUGHT = re.compile(r"该|应当?|会")
_RUNS_OUT = re.compile("(?:到期|期满|届满|失效|作废)了?(?:吗|么|没有?|吧|不?[?？]?$)")
_COUNTS_FROM_KNOWING = re.compile("自[^，。；]{0,20}(?:知道|得知|应知)")
_KNOWN_LATELY = re.compile(
    "(?:去年|今年|上个?[月周]|昨天|最近|刚刚?|前[几两]天|前不久|前阵子)[^,，。]{0,3}(?:知道|晓得|发现|得知|查到|找到|看到|摸清)"
)
_LIST = re.compile(r"下列情形[^：]{0,12}[^：]*：")
_ORDINARY = re.compile(r"普通|一般|通常")
# What a rule is said to be: 有效期是五年, 要保存二十年.
_SAID_OF_RULE = re.compile(
    r"(?:期限?|时效|周期)(?:[^，。,]{0,4}(?:是|为|就|只?有)[^，。,]{0,3})?$|(?:是|为)$|只[^，。,过了有剩]{0,4}$|(?:(?<![只还])要|得|需|应当?|须)[^，。,过]{0,8}$"
)
_MORE = re.compile(r"^(?:零|又|加)?(半)(?!天|个)|^(?:零|又)([一二两三四五六七八九十\d]+个?月)")
_PASSED, _A_LITTLE = re.compile("[都已]?过[了去]"), Decimal("0.01")
_IS_SO_LONG = re.compile("(?:也|都|就|还)是$")
_ADDED = re.compile(r"年[零又]?$")
_SUFFICES = re.compile("内[^，,。]{0,6}(?:就[行可成够好]|即可|也行)")  # 三个月内交就行 says what the rule is
_WITHIN, _OF_CASE = re.compile("[以之]?内"), re.compile("[我咱了过没未已]")
_CONFIRMED = re.compile(r"^[吗么]|[吧对][吗么吧]?[?？。]?$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A period of a clause: `met` once so long has gone by where `over`, else as long as it has not. `consequence` is what then
    is the case, "" where the period is to be kept to. `words` are those around it."""

    limit: Value
    words: str
    over: bool
    consequence: str

    def met(self, size: Decimal) -> bool:
        """Whether a time of `size`, in the limit's unit, meets the rule."""
        limit = self.limit.size or Decimal(0)
        return size >= limit if self.over else size <= limit


def period_verdict(question: Question, stretch: str) -> Verdict | None:
    """The verdict by the time that the question tells of its case; None where it tells none or no period decides."""
    if _UNLIMITED.search(stretch) and (lasting := _lasting(question)):
        return lasting
    told = list(_told(question))
    if _COUNTS_FROM_KNOWING.search(stretch) and _KNOWN_LATELY.search(question.text):
        return None  # how long it has been since the deed tells nothing
    found = set[Verdict]()
    for rule in rules_meant(question, stretch) if told else ():
        for value in told:
            size = size_in(value, rule.limit.unit)
            if size is not None and (verdict := verdict_by(question, rule, rule.met(size))):
                found.add(verdict)
    return found.pop() if len(found) == 1 else None


def _lasting(question: Question) -> Verdict | None:
    """The verdict on what has no end; None where neither its end nor its lasting is asked for."""
    claim = affirmed(claim_of(question))
    if _STAYS.search(claim):
        return "yes"
    return "no" if _ENDS.search(claim) else None


def tells_time(question: Question, stretch: str) -> bool:
    """Whether the question tells a time that has gone by, where the stretch sets a limit to it."""
    if HEARSAY.search(question.text) or _SUFFICES.search(question.text):
        return False
    told = [
        value
        for value in question.values
        if value.kind == "period" and _goes_by(question, value) and not _claimed(question, value)
    ]
    limits = [value for value in find_values(stretch) if value.bound or TERM.search(stretch[: value.start])]
    return any(size_in(value, limit.unit) is not None for value in told for limit in limits if limit.kind == "period")


def verdict_by(question: Question, rule: Rule, met: bool) -> Verdict | None:
    """The verdict where a rule is met, or not; None where it isn't certain that its consequence is asked about."""
    if not rule.consequence:
        claim = claim_of(question)
        if _RUNS_OUT.search(claim):  # 到2032年就到期吗 asks whether it is over
            return "no" if met != is_negative(claim) else "yes"
        return verdict_if(question, met)
    asked = _asks(question, rule.consequence)
    return None if asked is None else "yes" if met == asked else "no"


def rules_meant(question: Question, stretch: str) -> list[Rule]:
    """The rules of a stretch whose words the question shares most of; the first where it speaks of the ordinary case."""
    rules = list(rules_of(stretch))
    if len(rules) < 2 or _ORDINARY.search(question.text):
        return rules[:1]
    shared = [_shared(question, rule.words) + _shared(question, rule.consequence) for rule in rules]
    nearest = [rule for rule, share in zip(rules, shared, strict=True) if share == max(shared)]
    return [rule for rule in nearest if rule.consequence] or nearest


def _shared(question: Question, words: str) -> int:
    return sum(pair.isalpha() for pair in pairs(words) & pairs(question.text))


def rules_of(stretch: str) -> Iterator[Rule]:
    """The rules that the periods of a stretch set, in order."""
    stretch = stretch.replace("：\n", "：")  # what introduces a list and its item are read as one
    led = stretch.partition("：")[0] if _LIST.search(stretch) else ""
    for sentence in _SENTENCE.findall(stretch):
        start, since = 0, None
        for part in _PART.findall(sentence):
            after = sentence[start + len(part) :]
            for value in find_values(part):
                if rule := _rule(value, part, sentence[: start + value.start], after):
                    # What stands before the first period holds for all.
                    before = "" if since is None else sentence[since:start]
                    consequence = led if led and rule.consequence else rule.consequence
                    yield replace(rule, words=before + part, consequence=consequence)
                    since = start + len(part)
            start += len(part)


def _rule(value: Value, part: str, before: str, after: str) -> Rule | None:
    if value.kind != "period" or not value.size or _PENALTY.search(part):
        return None
    behind = part[value.end :]
    if _TO_THE_END.search(before):  # within so long of the end sets no time from an event that has been
        return Rule(value, part, over=True, consequence="") if value.bound != "max" else None
    if _LEAST.search(before) or _AHEAD.match(behind):
        return Rule(value, part, over=True, consequence="")
    if _MOST.search(before) or TERM.search(before):
        return Rule(value, part, over=False, consequence="")
    if _SHORT_OF.search(before) or _REACHED.search(before):
        consequence = _consequence(part[value.end :] + after) or before.rpartition("，")[0]
        return Rule(value, part, bool(_REACHED.search(before)), consequence)
    if value.bound != "max":
        return Rule(value, part, over=True, consequence="") if value.bound == "min" else None
    if _LEFT_UNDONE.match(behind):
        return Rule(value, part, over=True, consequence=_consequence(behind + after))
    if overdue := _OVERDUE.search(behind + after):
        return Rule(value, part, over=True, consequence=(behind + after)[overdue.end() :])
    spared = next((words for words in _PART.findall(after) if _SPARED.match(words) or _SPARED.search(words)), "")
    if not spared and _DONE_WITHIN.match(behind) and _DUE.match(due := _consequence(behind + after)):
        return Rule(value, part, over=False, consequence=due)
    return Rule(value, part, over=False, consequence=spared)


def _consequence(text: str) -> str:
    """What a clause says behind its condition."""
    if "的，" in text:
        return text.rpartition("的，")[2]
    match = _CONSEQUENCE.search(text)
    return text[match.end() :] if match else ""


def _asks(question: Question, consequence: str) -> bool | None:
    """Whether the question asks for a consequence, or (False) for its opposite; None where that isn't certain."""
    claim = _LEFT_TOLD.sub("", _GONE.sub("失效", claim_of(question)))
    affirmative = not is_negative(_LOST.sub("", claim))
    core = affirmed(claim)
    kept = _KEPT.search(consequence)  # 不丧失
    lost = not kept and _LOST.search(consequence)
    if (lost or kept) and _LASTS.search(core):
        return affirmative == bool(kept)
    due, duty = _DUE.match(consequence), _ASKS_DUE.search(core)
    if due and duty and duty["deed"] in consequence:
        return not is_negative(claim.replace(duty["deed"], ""))
    denied = _DENIED.search(consequence)
    if denied and denied[1] in core:
        return not affirmative
    given = _GIVEN.search(consequence)
    forbidden = denied and denied[0].startswith(_FORBIDS)
    if any(pair.isalpha() and pair not in "可以应当" for pair in pairs(consequence) & pairs(core)):
        return affirmative != bool(forbidden)
    leave = given and not lost and (ASKS_LEAVE.search(claim) or _OUGHT.search(core))
    return affirmative if leave else None


def _told(question: Question) -> Iterator[Value]:
    """The times that the question tells of its own case, and does not say of a rule."""
    if HEARSAY.search(question.text) or REQUIRES.search(question.text):
        return
    for value in question.values:
        if value.kind != "period" or not value.size or (value.bound and not _goes_by(question, value)):
            continue
        if _ADDED.search(question.text[: value.start]):
            continue
        before, behind = question.text[: value.start], question.text[value.end :]
        own = _goes_by(question, value) or LATE.search(claim_of(question))
        if own or not (_SAID_OF_RULE.search(before) or _CONFIRMED.search(behind)):
            yield _whole(value, behind)


def _whole(value: Value, behind: str) -> Value:
    """A time with what is added to it: 两年半, 三年零两个月; 两年过了 is a little more than two years."""
    if value.size is not None and _PASSED.match(behind):
        return replace(value, size=value.size + _A_LITTLE)
    more = _MORE.match(behind)
    if not more or value.size is None:
        return value
    months = Decimal(6) if more[1] else find_values(more[2])[0].size or Decimal(0)
    return replace(value, size=value.size + (months if value.unit == "月" else 0))


def _claimed(question: Question, value: Value) -> bool:
    """Whether a time is claimed to be the limit of a rule (到货后3个月内张贴价目，对吗), and not told of a case (我们3个月内交了)."""
    told, _, last = question.text.replace(",", "，").rpartition("，")
    around = told[told.rfind("，", 0, value.start) + 1 :]
    within = _WITHIN.match(question.text[value.end :])
    return bool(within and CONFIRM.fullmatch(last) and not _OF_CASE.search(around))


def _goes_by(question: Question, value: Value) -> bool:
    before = question.text[: value.start]
    if _IS_SO_LONG.search(before) and _CONFIRMED.search(question.text[value.end :]):
        return False  # 丢了也是三年吗 asks what the rule is
    return before.endswith("第") or bool(GONE_BY.match(question.text[value.end :]) or GOING_BY.search(before))
