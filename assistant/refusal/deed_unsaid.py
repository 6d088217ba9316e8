"""Whether a clause says nothing of what a yes-no question asks about, where no editor's note tells that it is meant all the same.

A clause of a document without notes may be on the question's subject and on another deed: who asks whether a grant is
taxed is told nothing by the clause that sets the grant. Knows how people ask, not any rule.
"""

import re
from collections.abc import Sequence

from assistant.retrieval.unnoted import telling_terms
from assistant.understanding.asking import ASKS
from assistant.understanding.contrast import closest_part, pairs
from assistant.understanding.official_words import in_official_words
from assistant.understanding.polarity import affirmed, claim_of, is_negative
from assistant.understanding.question import Question, content_terms
from assistant.understanding.topic import cut
from assistant.understanding.values import find_values, without_values
from store.text import normalise

# What is asked to be done stands behind the last word of leave or duty.
_DEED = re.compile(
    r".*(?P<leave>能不能|可不可以|要不要|用不用|需不需要|可以|需要|允许|必须|应该|[能可要需得])(?P<deed>[^,，。;；?？]+)$"
)
_TAG = re.compile("(?:了|的|啊|呀|呢|不|没有?|吧|[吗么嘛])+[?？。]*$")
_PARTICLES = re.compile("[吗么嘛吧啊呀呢]*[?？。]*$")
_IDLE = re.compile(
    "[的了着过吗么呢吧啊呀再还也就都去来请被把给跟和与在从到用拿做办搞弄有是一个我们你他这那些自己同时直接继续全]"
)
# Deeds that rules put in other words, and those words.
_IN_OTHER_WORDS = (
    (
        re.compile("[领拿享得补奖给发报]|申请|申报|获|支持|资助"),
        re.compile("[补奖贴助享领给发]|申|支持|对象|条件|下列"),
    ),
    (re.compile("[交缴付掏花出收]"), re.compile("[费钱交缴付收]")),
    (re.compile("一[起块并]|起"), re.compile("同时|重复|兼|合并")),
    (re.compile("[罚处担]|追究"), re.compile("[罚停]|责任|追回|取消")),
)
# Whether something has to be done, or, in a breath, may be: who tells a story says what he wants to do in words that no rule
# has. How much of what is to be done, and how, are asked of a rule that speaks of it.
_DUTY = re.compile("(?:.*[,，])?.*?(?:需要|必须|(?<![重主只想])要(?![求素件点紧回]))(?P<deed>[^,，。;；?？]+)$")
_WHOM = re.compile("人家|别人|对方|人(?=[钱款])")  # 赔人家钱
_LEAVE = re.compile("[^,，。;；?？]*?(?:可以|允许|(?<![不可才智功性])能(?![力源]))(?P<deed>[^,，。;；?？]+)$")
# The same in words by which it is also asked what comes of itself.
_ASKED = re.compile(
    "(?:[用得]不[用得]|该不该|应不应该|会不会(?![不没被])|非得|是不是(?:都|也|一定)*(?:得(?!到)|(?=强制)))(?P<deed>[^,，。;；?？]+)$"
)
_AT_LENGTH = re.compile("[,，。;；?？](?=.)")
_EXTENT = re.compile("全部|所有|统统|一律|都|才(?:行|能|可以?|算)|必[做选]|选做|自选|完成|做完")
# Who asks whether something may be saved hopes, and names no deed: 还能救回来吗.
_SAVED = re.compile("救|挽回|保得?住|留得?住|追得?[回到]|[要讨拿]得?回")
# What a rule does not reach, nor any other of its document.
_APART = re.compile("不适用|除外")
HALF, HARDLY = 0.5, 0.3
_THINGS = ("n", "vn", "b")  # tags of words for things
_TWO, _SHORT = 2, 3  # characters of a deed that rules have another word for: 给钱
_PART = re.compile(r"[^，。；、,;\s]+")
_HAN = re.compile("[一-鿿]+")
_MOST = 12  # characters: a deed told at length is told in many words that no rule has


def deed_unsaid(question: Question, told: str, beside: Sequence[str] = ()) -> bool:
    """Whether `told` has less than half of the characters of what is asked to be done, and no other words for it; nor any of
    the clauses `beside` it two that stand together."""
    if not question.yes_no or question.english:
        return False
    deed = _DEED.match(_TAG.sub("", normalise(affirmed(claim_of(question)))))
    telling = _IDLE.sub("", deed["deed"]) if deed else ""
    if deed is None or not 0 < len(telling) <= _MOST or find_values(deed["deed"]):
        return False
    own = normalise(told)
    if any(word in own for word in in_official_words(question.text).split()[1:]):
        return False
    if _APART.search(own) or any(pairs(telling) & pairs(normalise(other)) for other in beside):
        return False
    if any(len(telling) < 3 and asked.search(telling) and said.search(own) for asked, said in _IN_OTHER_WORDS):
        return False
    return sum(letter in own for letter in telling) < HALF * len(telling)


def deed_untold(question: Question, told: str, beside: Sequence[str] = (), askings: Sequence[str] = ()) -> bool:
    """Whether it is asked if something has to be done (要不要公证), or may be (能不能分期交), of which `told`, a clause, and the
    `askings` that an editor thought of for it have hardly a word, and none of the clauses `beside` it all."""
    deed = deed_asked(question, alone=True)
    terms = _terms(deed)
    if not terms:
        return False
    if len(deed) <= _TWO and set(deed) & set(closest_part(normalise(told), question.text)):
        return False  # of which one character may be mistyped
    elsewhere = any(all(term in normalise(other) for term in terms) for other in beside)
    return _held(deed, terms, told, askings) < HARDLY and not elsewhere


def thing_of_deed_untold(question: Question, told: str, askings: Sequence[str], document_text: str) -> bool:
    """Whether a thing belongs to what is asked about (用不用交保证金), in these or other words than `deed_untold` knows, that the
    document never names, and of the rest the clause and its askings have no more than half."""
    if not question.yes_no or question.english:
        return False
    asked = _ASKED.search(_PARTICLES.sub("", normalise(claim_of(question))))
    deed = without_values(asked["deed"], "，") if asked else deed_asked(question, alone=True)
    terms = _terms(deed)
    if not terms or _held(deed, terms, told, askings) > HALF:
        return False
    known = normalise(" ".join([document_text, *askings]))
    return any(tag.startswith(_THINGS) and len(word) > 1 and word not in known for word, tag in cut(deed))


def deed_asked(question: Question, *, alone: bool = False) -> str:
    """What a yes-no question asks if it has to be done, or may be; the latter only of one that tells no story where it is to be taken
    `alone`. "" for any other question."""
    if not question.yes_no or question.english:
        return ""
    claim = _TAG.sub("", normalise(affirmed(claim_of(question))))
    asked_of = _DUTY.match(claim) or (not (alone and _AT_LENGTH.search(question.text)) and _LEAVE.match(claim))
    return _WHOM.sub("", without_values(asked_of["deed"], "，")) if asked_of else ""


def _terms(deed: str) -> list[str]:
    """The words that tell a deed; none where more, or less, is asked than whether it has to be done."""
    if ASKS.search(deed) or _EXTENT.search(deed) or _SAVED.search(deed):
        return []
    return [term for term in content_terms(deed) if len(term) > 1]


def _held(deed: str, terms: Sequence[str], told: str, askings: Sequence[str]) -> float:
    """The share of a deed's words that a clause and its askings have; all of it where they have other words for it."""
    own = normalise(" ".join([told, *askings]))
    if any(len(deed) <= _SHORT and asked.match(deed) and said.search(own) for asked, said in _IN_OTHER_WORDS):
        return 1.0
    parts = [set(part) for part in _PART.findall(own)]  # 建账 is said by 建立台账
    held = sum(len(term) for term in terms if any(set(term) <= part for part in parts))
    return held / sum(map(len, terms))


def of_others(question: Question, document_text: str) -> bool:
    """Whether a question is about somebody or something that a document never names (借调人员能领吗), whom what it grants to
    others is not granted."""
    if question.english or is_negative(claim_of(question)):
        return False
    claim = _TAG.sub("", normalise(affirmed(claim_of(question))))
    deed = _DEED.match(claim)
    whom = telling_terms(claim[: deed.start("leave")] if deed else claim)
    own = normalise(document_text)
    return any(len(term) > 1 and _HAN.fullmatch(term) and term not in own for term in whom)
