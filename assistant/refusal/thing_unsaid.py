"""Whether a document of a reader's own never names a thing that a question asks a detail of (停车位给几个), so that its nearest clause
is on something else. Knows how people call what every document has under other names, no document."""

import re

import rjieba

from assistant.understanding.official_words import in_official_words
from assistant.understanding.question import Question
from assistant.understanding.topic import cut
from store.records import Document
from store.text import normalise

# Names of people and places may stand for others; a term of Latin letters may be spelt out.
_NAMES = ("nr", "ns", "nt", "nz", "nx")
# What is about no thing of its own, and people and bodies that a document calls otherwise.
_GENERAL = re.compile(
    "时候|时间|日期|日子|情况|东西|事[情项]|问题|方面|部分|地方|样子|程度|人家|大家|家里|别人|朋友|亲戚|个人|本人|自己|老板|公司|企业|单位|机构|部门|工厂|厂子"
    "|店铺|门店|员工|职工|工人|同事|孩子|老人|年轻人|群众|百姓|市民|居民|政府|局里|上面|官方|文件|政策|规定|通知|办法|条款|奖金|奖励|补助|补贴|资金|经费|费用|价钱|价格|价位|钱数|块钱"
    "|[里中上]$|房子|房屋|手续|材料|资料|证件|流程|步骤|条件|要求|标准|比例|金额|数额|数量|期限|上限|下限|下文|全部|具体|电话|号码|额度|名额"
)
_LETTERS = 2


def thing_unsaid(question: Question, document: Document) -> bool:
    """Whether a question that asks for no yes or no names a thing by a noun no part of which the document has, nor a word that
    offices have for it."""
    if question.yes_no or question.english or document.kind != "policy":
        return False
    own, known = normalise(document.title + document.text), rjieba.cut(question.text, False)
    return any(
        word in known
        and tag.startswith("n")
        and not tag.startswith(_NAMES)
        and len(word) >= _LETTERS
        and _is_unsaid(word, own)
        for word, tag in cut(question.text)
    )


def _is_unsaid(word: str, own: str) -> bool:
    if _GENERAL.search(word) or in_official_words(word) != word or not word.isalpha() or word.isascii():
        return False
    return not any(word[n : n + _LETTERS] in own for n in range(len(word) - 1))
