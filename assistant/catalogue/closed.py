"""Whether what a document offers can still be applied for (现在还能报名吗, 申请期过了吗): its last day, which the catalogue has with
the words that set it, tells; no rule on who may apply does."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.catalogue.introduce import without_names
from assistant.draft import Draft, Said
from assistant.reading.read import unnumbered
from assistant.understanding.days import written
from assistant.understanding.polarity import claim_of, is_negative
from assistant.understanding.question import Question
from assistant.verdicts.verdict import verdict_of
from store.index import Index
from store.records import Document

_WHO = "(?:请问|那么?|我们?|咱们?|我市|本市|城市|各市|想问一?下|如果|要是|\\W)*"
_NOW = "现在|如今|今天|目前|眼下|今年|这时候|这会儿|到现在"
_APPLY = "(?:享受|参与|申领|申报|报名|申请|上报|报送|投报|交材料|提交材料|参加|参评|报)"
_WHAT = "(?:[这那该本]一?[个项]|这)?(?:政策|项目|资金|支持|补助|补贴|优惠)?"
_OPEN = re.compile(
    rf"{_WHO}{_WHAT}(?P<now>{_NOW})?(?:去|再|才|是不是|是否)*{_APPLY}?(?P<still>还|仍)?(?:是不是|是否)?(?:能不能|可不可以|来不来得及|来得及|赶得上|能够?|可以|可|让|接受|受理|收)"
    rf"(?:再|去|继续|够)?{_APPLY}?(?:到|材料|了)*{_WHAT}(?:了)?(?:吗|么|吧|不|没有?)?\W*"
)
_OVER = re.compile(
    rf"{_WHO}(?:{_NOW})?(?:是不是|是否|已经?|早就|早已|都)*(?:(?:过了?|超过了?|错过了?){_APPLY}的?(?:期限?|时间|时限|日期)?"
    rf"|{_APPLY}的?(?:期限?|时间|时限|日期|窗口|通道)?(?:是不是|是否|已经?|早就|早已|都)*(?:过期?|截止|结束|关闭|停止|完))了?(?:吗|么|吧|没有?|不)?\W*"
)


def say_closed(index: Index, meant: Sequence[Document], question: Question, as_of: date) -> Draft | None:
    """Whether the offer of the one document meant is open on a day; None where something else is asked, or it has no last day."""
    document = meant[0] if len(meant) == 1 else None
    if document is None or document.deadline is None or not question.yes_no:
        return None
    rest = without_names(question.text, document)
    over, still = _OVER.fullmatch(rest), _OPEN.fullmatch(rest)
    if not over and not (still and (still["now"] or still["still"])):
        return None
    last = document.deadline
    closed = as_of > last.on
    so = closed if over else not closed
    judgement = verdict_of(question, "yes" if so != is_negative(claim_of(question)) else "no")
    passed = f"，{written(as_of)}已经过了" if closed else f"，{written(as_of)}还没有过"
    clause = next(one for one in index.clauses(document.id) if one.start <= last.start < one.end)
    text = f"{judgement.lead}截止日期是{written(last.on)}{passed}。{unnumbered(clause.text)}"
    return Draft((Said(text, ((document.id, clause.start, clause.end),)),), judgement, allowed=(text,))
