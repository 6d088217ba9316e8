"""The verdict of a yes-no question by the stretch that answers it, and the correction of wrong values in a question.

A wrong figure, one's own figure against a floor or a ceiling, an obligation where there is none, or one who does not act, is
told by rule; all else is judged by `assistant.learned`, to which what the rules say (`assistant.rules`) is one thing among
others.
"""

import re
from dataclasses import dataclass

from assistant.answer import Verdict
from assistant.claimed_values import (
    comparable,
    holds_case,
    sets_own,
    speaks_of_rule,
    tells_case,
    tells_time,
    wrong_values,
)
from assistant.contrast import other_actor
from assistant.learned import learned_verdict
from assistant.polarity import claim_of, core_of, is_negative
from assistant.question import Question
from assistant.reach import reach_verdict
from assistant.rule_words import ASKS_LEAVE, LATE, LEFT_OUT, SANCTION
from assistant.rules import foreign_body, obliges_too_much, rule_verdict
from assistant.values import Value

_LEADS = (
    (re.compile("合[规法](?=[吗么吧嘛不没]|$)"), "合规", "不合规"),
    (re.compile("没有?问题"), "没问题", "不行"),
    (re.compile("还收(?=[吗么吧不没]|$)"), "还收", "不收"),
    (re.compile("来得及|赶得上"), "来得及", "来不及"),
    (re.compile("违[反规法]"), "违规", "不违规"),
    (re.compile("达标"), "达标", "不达标"),
    (re.compile("够(?=不够|[了吗吧么没数]|$)"), "够", "不够"),
    (ASKS_LEAVE, "可以", "不可以"),
    (re.compile(r"需不需要|要不要|需要|必须|得不得|用不用|一定得|非得|要.{0,12}吗"), "需要", "不需要"),
    (re.compile(r"有效|生效|作数|算数"), "有效", "无效"),
    (re.compile(r"(?<![起计预决结打核])算|属于"), "算", "不算"),
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
    stretch = what_counts(question, stretch)
    wrong = tuple(wrong_values(question, stretch))
    if not question.yes_no:
        told = holds_case(question, stretch) or tells_case(question, stretch)
        return Judgement(None, "" if told else _correction(wrong))
    own = sets_own(question, stretch)
    past = own or tells_time(question, stretch)
    reached = reach_verdict(question, stretch)
    if reached:
        return verdict_of(question, reached)
    if wrong and not past and (speaks_of_rule(question) or not comparable(question, stretch)):
        return Judgement("no", "不是，" + _correction(wrong))
    if foreign_body(question, stretch, document_text) or other_actor(question.text, stretch):
        return Judgement("no", "不是。")
    if obliges_too_much(question, stretch):
        return verdict_of(question, "no")
    ruled = rule_verdict(question, stretch, found)
    return verdict_of(question, ruled if own else learned_verdict(question, stretch, ruled))


def what_counts(question: Question, stretch: str) -> str:
    """The stretch without what happens to who is late, which says nothing of who is not."""
    late = LATE.search(question.text) or any(value.kind == "date" for value in question.values)
    return stretch if late else SANCTION.sub("", stretch)


def verdict_of(question: Question, verdict: Verdict | None) -> Judgement:
    """A verdict that was worked out, with the words that begin the answer; none for a question that wants none."""
    return Judgement(verdict, _lead(question, verdict) if verdict else "")


def _lead(question: Question, verdict: Verdict) -> str:
    if question.english:
        return "Yes. " if verdict == "yes" else "No. "
    claim = LEFT_OUT.sub("", core_of(question)) if LEFT_OUT.search(core_of(question)) else claim_of(question)
    for pattern, yes, no in _LEADS:
        if pattern.search(claim) and not is_negative(claim):
            return f"{yes if verdict == 'yes' else no}。"
    return "是。" if verdict == "yes" else "不是。"


def _correction(wrong: tuple[tuple[Value, Value], ...]) -> str:
    return "".join(f"应为{right.text}，不是{value.text}。" for value, right in wrong[:1])
