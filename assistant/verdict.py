"""The verdict of a yes-no question, from the force of the clause that answers it, and wrong values in a question.

The rules compare polarity (不得, 不再 … against 可以, 应 …) and values (a floor, a ceiling, a condition) of question and
clause. They know the language of rules, not any rule.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.answer import Verdict
from assistant.contrast import closest_part, earlier_than_due, other_actor, other_direction, pairs
from assistant.question import Question, is_yes_no
from assistant.values import Value, find_values

_FLOOR_WORDS = re.compile(r"不得?少于|不低于|不得?低于|不得?超过|不高于|不多于|不小于")
_A_NOT_A = re.compile(
    r"(.)[不没]\1(?:得|以)?|可不可以|有没有|是否|能否|可否|(?:还|能|行|可以|收|算|有|准|让|中|成|要|给)不[?？]?$|没有?[?？]?$"
)
_CLAUSE_NEGATIVE = re.compile(
    r"不得|不再|不予|不能|不可(?!或缺)|禁止|严禁|不纳入|不受理|不接受|不符合|无需|不需|不视为|不授予|不构成|不享有|不适用|不承担|无权"
    r"|不得同时|只能[^，。；]{0,4}一"
)
# What is to be avoided is denied to who asks for that very thing.
_AVOIDED = re.compile(r"(?:避免|防止|杜绝)([^，。；]{2,20})")
_AVOIDING = re.compile(r"避免|防止|杜绝")
# What happens to who is late says nothing of who is not.
_SANCTION = re.compile(r"[，；]逾期[^，；。]*")
_LATE = re.compile(r"逾期|晚|迟|过[了期]|超[过期时]|错过|拖|来不及|赶不上|补[交报]|\blate\b|after the deadline|miss")
_INCLUDED = re.compile(r"[（，](?:含|包括|包含)([^）（，。；]{2,12})")
_COUNTS_IN = re.compile(r"在内|算进|算在|计入|包[括含]|含不含|算不算")
# 以一个供应商的身份: an article, not a number.
_AS_ONE = re.compile(r"(?:以|同|每|任何?|某|作为?|的|是)$")
_CLAIM_NEGATIVE = re.compile(
    r"不(?:能|得|可以|可|用|需|再|准|许|算|会|是|受|必|要|属|包括|限|影响|管|行|收|给|让|纳入|计)|没(?:有|必要|啥|什么)?|排除|取消|淘汰|别(?![人的处家])|无需|免了|禁止|无效|失效|cannot|can't|not\b|no longer"
)
_EXCLUSIVE = re.compile(
    r"只能|只有|仅限?|只需|一定得|一定要|必须得?|非得|全都?得?|光靠|单独|就没[啥什事]|就完了|就行了?|\bonly\b|\bmust\b"
)
_CLAUSE_EXCLUSIVE = re.compile(r"只能|仅|必须|务必|应当?|不得|限于|不再|要")
_UNIVERSAL = re.compile(
    r"每个|所有|全[部额]|全(?=[都拨给发付到])|一次性|一次(?=[拨给发付到])|一口气|一律|不管|不论|无论|都(?:得|要|必须|应|会|能)|必须|强制|\ball\b|\bevery\b|\bmust\b"
)
_PARTIAL = re.compile(
    r"有条件的|鼓励|优先|原则上|可以|可(?=采取|推荐|选择)|(?:根据|按照?|视).{2,16}(?:分档|分批|择优|情况|结果)"
)
_LEAVE = re.compile(r"(?<!不)(?:能(?!力|不能)|可以(?!不)|允许|许可)[^不没，。]{1,12}不(?!能|可|得|以|同|足|良|动)")
# What is left out, in 不办登记有效吗 or 能绕过省里吗: no unless the rule merely invites it or says that it is not needed.
_LEFT_OUT = re.compile(
    r"绕[过开]|[跳越]过|撇开|不(?:经过?|通过|办理?|做|交|签|登记|上?报|写|缴|付|备案|公告|申请|招标|附|带)(?!不)"
)
_NOT_NEEDED = re.compile(r"无需|不需|无须|不必|可不|可以不")
# Words by which a clause lets or has somebody do something; without any it gives no leave.
_GRANTS = re.compile(
    r"可|允许|支持|鼓励|应|须|要|有权|享有|自行|自主|负责|优先|含|包括|属于|用于|由|推动|探索|开展|建设|实施|加强|完善"
)
_WHATEVER = re.compile(r"不管|不论|无论")
# Who asks whether something does no harm asks for leave.
_HARMLESS = re.compile(r"没(?:有?关系|问题|事儿?|毛病|啥事)|不(?:要紧|碍事|打紧|妨事?|算事)|无(?:妨|所谓)")
# What a rule adds to itself binds whoever uses it, and takes nothing back: 可以不经许可，但不得…
_PROVISO = re.compile(r"，但(?!不限于)[^。：；]*")
_FORBIDDEN = re.compile("不(?:得|能|可)[^，。；]*")
_VALID = re.compile(r"有效|生效|作数|算数|管用")
_VOID = re.compile(r"无效|不生效|不发生效力|没有(?:法律)?约束力|不具有法律约束力")
_BREACH = re.compile(r"违反|违规|违法|犯法|违约|踩红线")
_EACH_YEAR = re.compile(r"(?:(?:20)?\d\d年?[、和及,]?){2,}[^,。]{0,8}各有?$")
_YEAR = re.compile(r"(?:20)?\d\d(?=年|[、和及,])")
_LESS_THAN = re.compile(r"(?<![不得])(?:低于|少于|小于|不到|不足|不满)$")
_MORE_THAN = re.compile(r"(?<![不得])(?:高于|多于|大于|超过|超出)$")
_AROUND = 8  # characters on each side of a threshold that say what it is one of
_PLUS = re.compile(r"[一-鿿]{0,8}(?:[外再]?加上?|和|、|,还有)")
_CONFIRM = re.compile(r"(?:是这样|是这么回事|对|是|没错|真的|有这回事|这样|这么).{0,2}[吗吧么没不]?")
_ALTERNATIVE = re.compile(r"或者?|、|和|及|等")
_RULE_CLAIM = re.compile(
    r"要求|规定|标准|门槛|至少|最少|最多|不低于|不少于|不得|目标|指标|定的|对吧|对吗|对不对|是吧|是吗|吧[?？]?$|没错|听说|据说|写的是|说的是"
)
_BODY = re.compile(
    r"(?:国家)?[一-鿿]{1,6}?(?:改革委|发改委|发展改革委员会|财政部|科技部|工信部|商务部|国务院|总局|产权局|委员会|发改局|人民银行|证监会)"
)
_LEADS = (
    (
        re.compile(r"可以|可不可以|能不能|能否|可否|能(?!力)|行不行|行吗|行不|让不让|准不准|允许|成不成|中不中|行得通"),
        "可以",
        "不可以",
    ),
    (re.compile(r"需不需要|要不要|需要|必须|得不得|用不用|一定得|非得|要.{0,12}吗"), "需要", "不需要"),
    (re.compile(r"有效|生效|作数|算数"), "有效", "无效"),
    (re.compile(r"算不算|算|属于"), "算", "不算"),
    (re.compile(r"有没有|有.{0,12}吗|有无"), "有", "没有"),
    (re.compile(r"会不会|会"), "会", "不会"),
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, None where there is none to give, with the words that begin the answer."""

    verdict: Verdict | None
    lead: str


def judge(question: Question, stretch: str, document_text: str, found: str = "") -> Judgement:
    """Judge a question by the stretch of the document that answers it, and `found`, the words in it that did."""
    if not (_LATE.search(question.text) or any(value.kind == "date" for value in question.values)):
        stretch = _SANCTION.sub("", stretch)
    wrong = tuple(wrong_values(question, stretch))
    rule_claimed = bool(_RULE_CLAIM.search(question.text))
    if not question.yes_no:
        return Judgement(None, "" if _holds_case(question, stretch) else _correction(wrong))
    if wrong and (rule_claimed or not _comparable(question, stretch)):
        return Judgement("no", "不是，" + _correction(wrong))
    if _foreign_body(question, stretch, document_text) or other_actor(question.text, stretch):
        return Judgement("no", "不是。")
    if _BREACH.search(_claim(question)):
        return _breach(question, stretch)
    if _LEFT_OUT.search(_core(question)):
        optional = bool(_PARTIAL.search(stretch) or _NOT_NEEDED.search(stretch))
        return verdict_of(question, "no" if optional == _negative(_LEFT_OUT.sub("", _core(question))) else "yes")
    force = not (_denies(stretch, question) or _AVOIDING.match(found))
    held = _condition_holds(question, stretch)
    if held is not None:
        # A floor or ceiling met is leave given; an exclusion whose condition is not met does not apply.
        force = held if force else not held
    elif (_UNIVERSAL.search(_claim(question)) and force and _PARTIAL.search(stretch)) or (
        _EXCLUSIVE.search(question.text)
        and force
        and not _CLAUSE_EXCLUSIVE.search(stretch)
        and _ALTERNATIVE.search(stretch)
    ):
        force = False
    claim = not _negative(_claim(question))
    opposed = other_direction(_claim(question), stretch) or earlier_than_due(question.text, stretch)
    if force and claim and opposed:
        force = False
    verdict: Verdict = "yes" if force == claim else "no"
    if verdict == "yes" and claim and _asks_leave(question) and held is None and not _GRANTS.search(stretch):
        return Judgement(None, "")
    return verdict_of(question, verdict)


def _asks_leave(question: Question) -> bool:
    return bool(_LEADS[0][0].search(_claim(question)))


def verdict_of(question: Question, verdict: Verdict | None) -> Judgement:
    """A verdict that was worked out, with the words that begin the answer; none for a question that wants none."""
    return Judgement(verdict, _lead(question, verdict) if verdict else "")


def _breach(question: Question, stretch: str) -> Judgement:
    """Whether an act breaks the rule, or an omission does: of what is demanded, not of what is merely invited."""
    omission = _negative(_BREACH.sub("", question.text)) and not _PARTIAL.search(stretch)
    verdict: Verdict = "yes" if _denies(stretch, question) or omission else "no"
    return verdict_of(question, verdict)


def _negative(text: str) -> bool:
    """Whether a question says of something that it is not so, its yes-no form aside. Who asks whether one may leave
    something undone (能因此不买吗) asks for leave."""
    if _LEAVE.search(text):
        return False
    for aside in (_HARMLESS, _WHATEVER, _FLOOR_WORDS, _A_NOT_A):
        text = aside.sub("", text)
    return bool(_CLAIM_NEGATIVE.search(text))


def _denies(stretch: str, question: Question) -> bool:
    """Whether the clause denies rather than grants or demands."""
    if _COUNTS_IN.search(question.text) and any(words[1] in question.text for words in _INCLUDED.finditer(stretch)):
        return False
    if _VALID.search(question.text) and _VOID.search(stretch):
        return True
    stretch = _without_proviso(stretch, question)
    named = (first + second for words in _AVOIDED.finditer(stretch) for first, second in pairwise(words[1]))
    avoided = any(pair in question.text for pair in named)
    return bool(_CLAUSE_NEGATIVE.search(_FLOOR_WORDS.sub("", stretch))) or (
        avoided and not _AVOIDING.search(question.text)
    )


def _without_proviso(stretch: str, question: Question) -> str:
    """The stretch without what is added behind a 但, unless that is what the question is about."""
    main = _PROVISO.sub("", stretch)
    forbidden = "，".join(part for added in _PROVISO.findall(stretch) for part in _FORBIDDEN.findall(added))
    return stretch if (pairs(forbidden) - pairs(main)) & pairs(question.text) else main


def _claim(question: Question) -> str:
    """The part of the question that asks, without the circumstances told before it; all of it before a bare 「对吗」."""
    parts = [part for part in re.split(r"[,，。;；!！]", question.text.rstrip("?？。")) if part.strip()]
    if len(parts) > 1 and _CONFIRM.fullmatch(parts[-1]):
        return "，".join(parts[:-1])
    asking = [part for part in parts if is_yes_no(part + "?") and len(part) > 3]
    return asking[-1] if asking else question.text


def _core(question: Question) -> str:
    """The claim without its yes-no form, in which 不 denies nothing."""
    return _A_NOT_A.sub("", _claim(question))


def _lead(question: Question, verdict: Verdict) -> str:
    if question.english:
        return "Yes. " if verdict == "yes" else "No. "
    claim = _LEFT_OUT.sub("", _core(question)) if _LEFT_OUT.search(_core(question)) else _claim(question)
    for pattern, yes, no in _LEADS:
        if pattern.search(claim) and not _negative(claim):
            return f"{yes if verdict == 'yes' else no}。"
    return "是。" if verdict == "yes" else "不是。"


def _pairs(question: Question, stretch: str) -> list[tuple[Value, list[Value]]]:
    """Each sized value of the question with the stretch's values of the same kind and unit."""
    stated = find_values(stretch)
    return [
        (value, same)
        for value in question.values
        if value.size is not None
        and (same := [s for s in stated if s.kind == value.kind and s.unit == value.unit and s.size is not None])
    ]


def wrong_values(question: Question, stretch: str) -> list[tuple[Value, Value]]:
    """The question's values that none of the stretch's values of the same kind equals, each with the first of these."""
    return [
        (value, same[0])
        for value, stated in _pairs(question, stretch)
        if (same := _meant(question, stretch, stated))
        and all(value.size != s.size for s in same)
        and (value.kind == "share" or not value.text.startswith("一"))
    ]


def _meant(question: Question, stretch: str, stated: list[Value]) -> list[Value]:
    """Of several values of a kind those in the part of the stretch that the question is about."""
    if len({value.size for value in stated}) < 2:
        return stated
    part = closest_part(stretch, question.text)
    start = stretch.index(part)
    return [value for value in stated if start <= value.start < start + len(part)]


def _comparable(question: Question, stretch: str) -> bool:
    return any(any(s.bound for s in same) for _, same in _pairs(question, stretch))


def _holds_case(question: Question, stretch: str) -> bool:
    """Whether the question states a case of its own next to the right value, so that nothing is to be corrected."""
    return any(any(value.size == s.size for s in same) for value, same in _pairs(question, stretch))


def _condition_holds(question: Question, stretch: str) -> bool | None:
    for value, same in _pairs(question, stretch):
        bounded = [stated for stated in same if stated.bound]
        if not bounded or value.size is None or _AS_ONE.search(question.text[: value.start]):
            continue
        # Several thresholds (省份3个, 直辖市2个): the one whose surroundings share most with the question counts.
        about = frozenset(pair for pair in pairs(question.text) if pair.isalpha())
        around = (pairs(stretch[max(0, s.start - _AROUND) : s.end + _AROUND]) & about for s in bounded)
        stated, _ = max(zip(bounded, around, strict=True), key=lambda pair: len(pair[1]))
        if stated.size is not None:
            size = _together(question, value)
            before = question.text[: value.start]
            if stated.bound == "min":
                return size > stated.size if _LESS_THAN.search(before) else size >= stated.size
            return size < stated.size if _MORE_THAN.search(before) else size <= stated.size
    return None


def _together(question: Question, first: Value) -> Decimal:
    """How many a case counts in all: 两个市加一个区 are three, and 2018年、2019年各有一个 two."""
    size = first.size or Decimal(0)
    if first.kind != "count":
        return size
    if each := _EACH_YEAR.search(question.text[: first.start]):
        size *= len(_YEAR.findall(each[0]))
    end = first.end
    for value in question.values:
        more = value.kind == "count" and value.unit == first.unit and value.size and value.start >= end
        if more and _PLUS.fullmatch(question.text[end : value.start]):
            size += value.size or 0
            end = value.end
    return size


def _correction(wrong: tuple[tuple[Value, Value], ...]) -> str:
    return "".join(f"应为{right.text}，不是{value.text}。" for value, right in wrong[:1])


def _foreign_body(question: Question, stretch: str, document_text: str) -> bool:
    """Whether the question makes a body act that the document never names, where the clause names others."""
    named = [body for piece in re.split("[和与、及,]", question.text) for body in _BODY.findall(piece)]
    return any(body not in document_text for body in named) and bool(_BODY.search(stretch))
