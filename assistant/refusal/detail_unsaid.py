"""A detail unsaid: what a yes-no question adds to what a rule says (台账每季度报吗, 能延期吗, 要盖章吗, 外地人也给吗), where neither the rule
found nor any asking thought of for it has a word of that. The rule's own force says nothing of it. Knows kinds of details, not
any rule."""

import re

from assistant.retrieval.retrieve import Candidate
from assistant.understanding.polarity import affirmed, claim_of
from assistant.understanding.question import Question
from assistant.understanding.rule_words import CLAUSE_NEGATIVE, CONFIRM_TAG, HEARSAY_TAG
from assistant.understanding.values import find_values
from store.text import normalise

# How each kind of detail is asked for, and how a rule that says something of it names it.
_DETAILS = tuple(
    (re.compile(asked), re.compile(named))
    for asked, named in (
        # how often
        (
            "每(?:隔|[一半两三])?个?(?:季度?|月|周|星期|半年|[天日])(?!前)|[一两半][年月]一[次回]|按[月季周]|逐[月季]|(?:每|一)年(?:都要|[一两三四]次)",
            "每|按[月季年]|年度|逐|定期|次|[一二两三四五六七八九十\\d]年",
        ),
        # more time than the rule gives
        ("延期|宽限|延长|通融|推迟|顺延|缓[一交缴报]", "延|宽|缓|推迟|逾期|拒收|中止"),
        # in what form
        ("盖章|签字|签名|公证|手印", "[章签名]|公证|书面|本人"),
        ("英文|外文|翻译|双语|translat", "文本?|译|语"),
        ("线上|网上(?!传)|在线|视频会?|远程|现场|当面", "线上|网|在线|视频|远程|现场|当面|电子|到场|亲自"),
        ("纸质|原件|复印件|扫描件|装订|胶装|份数", "纸|原件|复印|扫描|装订|份|电子"),
        # by whose leave
        (
            "人大|常委会|党委|党组|职代会|集体(?:决策|讨论|研究)|听证",
            "人大|人民代表|常委|常务|党|职工|集体|会议|听证|审议",
        ),
        # to whom else
        (
            "外[地省市]|异地|跨[省市区]",
            "外[地省市]|[省市区县]外|异地|跨|本[地省市级区]|以外|各|任何|境|所有|当地|全国|地方",
        ),
        ("外资|外企|外商|港澳台", "外|境|港|各|任何|所有|国"),
        ("民办|民营|私[营立]|个体户?(?!工商)", "民|私|个体|各|任何|所有|非公|社会|自然人|企业和个人"),
        # what comes of it
        (
            "扣[钱款分减]|罚[钱款]|取消[^,，。]{0,2}资格|拉黑|黑名单|通报批评",
            "扣|罚|取消|资格|名单|通报|处分|责|禁止|限制",
        ),
    )
)
_AMOUNTS = frozenset({"amount", "share"})


def detail_unsaid(question: Question, best: Candidate) -> bool:
    """Whether a yes-no question asks for such a detail, or to have an amount or a share confirmed where the rule states none and
    forbids nothing."""
    if not question.yes_no or question.english:
        return False
    claim, said = affirmed(claim_of(question)), normalise(" ".join(clause.text for clause in best.clauses))
    asks = normalise(" ".join(best.note.askings if best.note else ()))
    for asked, named in _DETAILS:
        detail = asked.search(claim)
        if detail and not named.search(said) and not asked.search(asks):
            return True
    if not (CONFIRM_TAG.search(question.text) or HEARSAY_TAG.search(question.text)) or CLAUSE_NEGATIVE.search(said):
        return False
    claimed = {value.kind for value in find_values(claim)} & _AMOUNTS
    return bool(claimed) and not claimed & {value.kind for value in find_values(said + asks)}
