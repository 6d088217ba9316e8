"""The words that begin the answer to a yes-no question: the question's own predicate, affirmed or denied.

「还收吗」 is answered by 还收 or 不收, 「合不合规」 by 合规 or 不合规, 「给不给」 by 给 or 不给; what is not understood so, by 是 or 不是.
"""

import re

from assistant.answer import Verdict
from assistant.polarity import claim_of, core_of, is_negative
from assistant.question import Question
from assistant.rule_words import ASKS_LEAVE, LEFT_OUT

_END = r"(?:[了的]?(?:吗|么|嘛|吧|没有?|不)|了|$)"
_LEADS = (
    (re.compile(r"才(?:会|能|够|行|算|可以|合格|达标)"), "是", "不是"),
    (re.compile("合[规法](?=[吗么吧嘛不没]|$)|合不合[规法]"), "合规", "不合规"),
    (re.compile("没有?问题|没事|没关系"), "没问题", "不行"),
    (re.compile("还收(?=[吗么吧不没]|$)"), "还收", "不收"),
    (re.compile("来得及|赶得上"), "来得及", "来不及"),
    (re.compile("违[反规法]"), "违规", "不违规"),
    (re.compile("达标|达不达标"), "达标", "不达标"),
    (re.compile(rf"达到[一-鿿]{{0,4}}{_END}"), "达到", "没有达到"),
    (re.compile(rf"完成{_END}"), "完成了", "没有完成"),
    (re.compile(rf"合格{_END}"), "合格", "不合格"),
    (re.compile(rf"过得去{_END}"), "过得去", "不行"),
    (re.compile("不够|不足"), "是", "不是"),
    (re.compile(r"够(?=不够|[了吗吧么没数线格不]|$)"), "够", "不够"),
    (re.compile(rf"(?<![一-鿿]不)(?:行不行|成不成|(?<![执进施实银])行(?=[吗么吧不])){_END}"), "行", "不行"),
    (ASKS_LEAVE, "可以", "不可以"),
    (re.compile(r"是[^，,]{1,12}的[吗么吧不]"), "是", "不是"),
    (re.compile(r"需不需要|要不要|需要|必须|得不得|用不用|一定得|非得|要.{0,12}[吗么]"), "需要", "不需要"),
    (re.compile(r"有效|生效|作数|算数"), "有效", "无效"),
    (re.compile(r"(?<![起计预决结打核])算|属于"), "算", "不算"),
    (re.compile(r"有没有|有.{0,12}吗|有无"), "有", "没有"),
    (re.compile(r"会不会|会(?![计议])"), "会", "不会"),
)
_A_NOT_A = re.compile(r"(?<![一-鿿]不)([一-鿿]{1,2})[不没]\1")
_PREDICATE = re.compile(rf"(支持|赞成|鼓励|允许|承认|认可|受理|认|给|管|包括|包含|影响|通过){_END}")


def lead_of(question: Question, verdict: Verdict) -> str:
    """The words for a verdict, with a full stop."""
    if question.english:
        return "Yes. " if verdict == "yes" else "No. "
    claim = LEFT_OUT.sub("", core_of(question)) if LEFT_OUT.search(core_of(question)) else claim_of(question)
    yes, no = ("是", "不是") if is_negative(claim) else _words(claim)
    return f"{yes if verdict == 'yes' else no}。"


def _words(claim: str) -> tuple[str, str]:
    for pattern, yes, no in _LEADS:
        if pattern.search(claim):
            return yes, no
    predicate = _A_NOT_A.search(claim) or _PREDICATE.search(claim)
    return (predicate[1], f"不{predicate[1]}") if predicate else ("是", "不是")
