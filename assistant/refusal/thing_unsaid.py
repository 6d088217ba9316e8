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
    "|[里中上]$|房子|房屋|手续|材料|资料|证件|流程|步骤|条件|要求|标准|比例|金额|数额|数量|期限|上限|下限|下文|全部|具体|电话|号码|额度|名额|结果|身体"
    "|[爷奶爸妈爹娘叔婶伯姑舅姨姐妹哥弟嫂孙]|父母|父亲|母亲|儿子|女儿|老[婆公伴]|丈夫|妻子|媳妇"
)
# Of yes-no questions, whether there is something for a thing: a rule that grants it for another does not tell.
_EXISTS = re.compile(
    "(?<![还只没])有(?:没有)?(?P<what>[一-鿿]{0,6})(?:[奖补资]|优惠|减免|津贴|贴息|[吗么嘛没不?？]|,|$)|(?:能|可以|给)(?:不能)?(?:报销|补[贴助]?|资助|奖励?|减免)"
)
# Who asks whom to call tells what has happened, in words that no list of telephones has.
_WHOM_TO_CALL = re.compile("打(?:哪|什么|啥)|(?:哪个|什么|啥)(?:电话|号码|热线)")
_ENDS_IN_CAN = re.compile("[人内外证本车房]能")  # as the dictionary cuts 这证能补吗
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
    own = normalise(document.title + document.text)
    told = normalise(with_introduction(passage_of(index, best), best.clauses))
    *story, asking = re.split("[,，;；。]", question.text.rstrip(",，;；。"))
    pieces = [asking, *(piece for piece in story if not _is_told(piece, told))]
    exists = _EXISTS.search(question.text) if question.yes_no else None
    modifiers = _words(exists["what"] or "") if exists else []
    nouns = [*(noun for piece in pieces for noun in _nouns(piece)), *modifiers]
    parts = [half for noun in nouns for half in _halves(noun)] if exists else []
    unsaid = [word for word in (*nouns, *parts) if _is_unsaid(word, own)]
    said = content_terms(told) if unsaid else []
    near = [[other for other in said if word not in modifiers or set(other) & set(word)] for word in unsaid]
    return any(not _is_near(index, word, others) for word, others in zip(unsaid, near, strict=True))


def _words(text: str) -> list[str]:
    """The words of more than one character, of whatever class, between what asks if there is something and what that is (有丧葬补助吗)."""
    return [word for word, _ in cut(text) if len(word) >= _LETTERS]


def _halves(noun: str) -> list[str]:
    """The two words of which a noun is made (消防栓 of none, 消防培训 of 消防 and 培训)."""
    halves = [noun[:_LETTERS], noun[_LETTERS:]]
    return halves if len(noun) == 2 * _LETTERS and rjieba.cut(noun, False) != halves else []


def _nouns(piece: str) -> list[str]:
    known = rjieba.cut(piece, False)
    return [
        word
        for word, tag in cut(piece)
        if word in known
        and tag.startswith("n")
        and not tag.startswith(_NAMES)
        and len(word) >= _LETTERS
        and not _ENDS_IN_CAN.fullmatch(word)
        and not _is_counted(word, piece)
    ]


def _is_told(piece: str, told: str) -> bool:
    """Whether what is `told` has most words of a piece in which a case is told before it is asked (我去支教了，参加支教的…)."""
    terms = [term for term in content_terms(piece) if len(term) > 1]
    return 2 * sum(term in told for term in terms) > len(terms)


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
        if len(other) >= _LETTERS and not _is_beside(word, other)
    )


def _is_beside(word: str, other: str) -> bool:
    """Whether two words name two kinds of one thing (病假, 事假), of which what is said of one tells nothing of the other."""
    return len(word) == len(other) == _LETTERS and word[-1] == other[-1] and word[0] != other[0]
