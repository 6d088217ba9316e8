"""Leans: which messages by their words lean on what was said before them."""

import re

from assistant.talk.same_too import SAME
from assistant.talk.what_about import new_term
from assistant.understanding.asking import ASKS
from assistant.understanding.question import content_terms
from assistant.understanding.topic import has_subject
from assistant.understanding.values import without_values
from store.text import normalise

_LEANS = re.compile(
    r"^(?:都(?=包括|包含|有|是|指|算|要)|那么?|那个|这个|这些|那些|[这那](?:件事?|项|块|事儿?)|它们?|其中?|该|此|他们?|她们?|还有|另外|以及|再|剩下|余下|具体|[里上]面?[面头边]|里头|前者|后者|上面|上述|刚才|同样)"
    r"|它们?|[这那](?:个|些|笔|项|类|种|条|部分|里|样|块|一步|办法|方案|平台|任务|材料|钱|比例|指标|时候)|前面说|刚才|上述|该项|[呢嘞咧哩][?？]?$|^[^,，。?？]{1,14}[呢嘞咧哩][,，]"
    r"|^(?:会|要|该|得|那么?)*(?:被)?(?:怎么样?|咋样?|如何)(?:个)?(?:罚|处罚|处理|处分|赔|追究|办)?[法呢]?[?？]?$"
    r"|^(?:要|会|得|能)?(?:被)?(?:罚|赔|判)(?:款)?(?:多少|几)(?:钱|年)?[?？]?$|^(?:会|要|得)?(?:有|负|承担|担)(?:什么|啥)(?:后果|处罚|责任)|^情[节况](?:特别)?(?:严重|轻)|^严重的(?:话|呢)?"
    r"|^谁(?:来|去)?[一-鿿]{1,2}的?[?？]?$"
    r"|^(?:and|what about|how about|then|what if)\b|\b(?:it|they|them|those|that one|this one)\b"
)
# What lacks the thing that it is about: 哪一类的车要; 乡里要干啥, where nobody is named.
_LACKS = re.compile("(?:什么|啥|哪[些种类个]?)[^,，。?？]{0,10}(?:需要|用得着|(?<![只重主需])要)[呢啊]?[?？]?")
_DUTY = re.compile("[一-鿿]{1,3}?(?:需要|应该|要|该|得)(?:干|做)(?:什么|啥|嘛|些什么|点啥)[呢啊]?[?？]?")
# 要是故意弄坏的，罚几倍: a case of what was spoken of.
_SUPPOSED = re.compile("(?:那么?)?(?:要是|如果|假如|万一|就算)[^,，。?？]{1,10}(?=[,，])")


def lacks(text: str) -> bool:
    """Whether a message lacks the thing that it is about."""
    return bool(_LACKS.fullmatch(text) or (_DUTY.fullmatch(text) and not has_subject(text)))


def supposes(text: str) -> bool:
    """Whether a message supposes a case and names nothing that it is a case of."""
    supposed = _SUPPOSED.match(text)
    return supposed is not None and not has_subject(supposed[0])


def leans(text: str) -> bool:
    """Whether a message leans by its words."""
    plain = re.sub(r"^那么?(?![个样种些边呢])", "", normalise(text))
    if ASKS.search(plain):  # 什么时候交呢 asks by itself
        plain = re.sub(r"[呢嘞咧哩](?=[?？]?$)", "", plain)
    if _LEANS.search(plain) or lacks(plain) or SAME.search(plain) or new_term(text):
        return True
    return not content_terms(without_values(plain))  # 是两成吗 says nothing of what is so much
