"""Whether a document of a reader's own never names a thing that a question asks a detail of (停车位给几个), so that its nearest clause
is on something else. Knows how people call what every document has under other names, no document."""

import re
from collections.abc import Sequence

import rjieba

from assistant.reading.rows import passage_of
from assistant.retrieval.retrieve import Candidate
from assistant.retrieval.unnoted import with_introduction
from assistant.understanding.official_words import in_official_words
from assistant.understanding.question import Question, content_terms
from assistant.understanding.topic import cut
from store.index import Index
from store.text import normalise

# Names of people and places may stand for others; a term of Latin letters may be spelt out.
_NAMES = ("nr", "ns", "nt", "nx")
# What is about no thing of its own, and people and bodies that a document calls otherwise.
_GENERAL = re.compile(
    "时候|时间|日期|日子|情况|东西|事[情项]|问题|方面|部分|地方|样子|程度|人家|大家|家里|别人|朋友|亲戚|同学|邻居|室友|熟人|个人|本人|自己|老板|公司|企业|单位|机构|部门|工厂|厂子"
    "|店铺|门店|员工|职工|工人|同事|孩子|老人|年轻人|群众|百姓|市民|居民|政府|局里|上面|官方|文件|政策|规定|通知|办法|条款|奖金|奖励|补助|补贴|资金|经费|费用|价钱|价格|价位|钱数|块钱"
    "|[里中上]$|房子|房屋|手续|材料|资料|证件|流程|步骤|条件|要求|标准|比例|金额|数额|数量|期限|上限|下限|下文|全部|具体|电话|号码|额度|名额"
)
# Of yes-no questions, whether there is something for a thing: a rule that grants it for another does not tell.
_EXISTS = re.compile("(?<![还只没])有(?:没有)?[一-鿿]{0,6}(?:[奖补资]|优惠|减免|津贴|贴息|[吗么嘛没不?？]|,|$)")
# Who asks whom to call tells what has happened, in words that no list of telephones has.
_WHOM_TO_CALL = re.compile("打(?:哪|什么|啥)|(?:哪个|什么|啥)(?:电话|号码|热线)")
_LETTERS = 2
# Likeness of two words that mean nearly the same, and of two with a character in common; of others it is hardly more than 0.91.
_NEAR, _NEAR_ALIKE = 0.93, 0.92


def thing_unsaid(index: Index, question: Question, best: Candidate) -> bool:
    """Whether a question names a thing by a noun no part of which the best answer's document has, nor
    a word that offices have for it, nor the answer itself one that means nearly the same (房钱 and 租钱)."""
    document = index.documents[best.document_id]
    if question.english or document.kind != "policy" or (question.yes_no and not _EXISTS.search(question.text)):
        return False
    if _WHOM_TO_CALL.search(question.text):
        return False
    own, known = normalise(document.title + document.text), rjieba.cut(question.text, False)
    unsaid = [
        word
        for word, tag in cut(question.text)
        if word in known
        and tag.startswith("n")
        and not tag.startswith(_NAMES)
        and len(word) >= _LETTERS
        and _is_unsaid(word, own)
        and not _is_counted(word, question.text)
    ]
    said = content_terms(normalise(with_introduction(passage_of(index, best), best.clauses))) if unsaid else []
    return any(not _is_near(index, word, said) for word in unsaid)


def _is_unsaid(word: str, own: str) -> bool:
    if _GENERAL.search(word) or in_official_words(word) != word or not word.isalpha() or word.isascii():
        return False
    return not any(word[n : n + _LETTERS] in own for n in range(len(word) - 1))


def _is_counted(word: str, text: str) -> bool:
    """Whether a word that begins with what is counted in (多少套房, 几桌菜) was cut behind what asks how many."""
    return len(word) == _LETTERS and bool(re.search(f"(?:多少|几){word}", text))


def _is_near(index: Index, word: str, said: Sequence[str]) -> bool:
    """Whether one of the words that are `said` means nearly the same as `word`."""
    vector = index.embed_plain(word)
    return any(
        sum(a * b for a, b in zip(vector, index.embed_plain(other), strict=True))
        >= (_NEAR_ALIKE if set(other) & set(word) else _NEAR)
        for other in dict.fromkeys(said)
        if len(other) >= _LETTERS
    )
