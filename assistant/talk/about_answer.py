"""About the answer: what is said of the answer before, which nothing in the documents is searched for.

Where it stands and its very words (根据哪条, 原文怎么说), doubt (确定？, 你确定是8个？), a wish for fewer words (说人话), for the
reason of a rule (为什么这么规定) and whether a policy's stays so in a later year (明年也还是这样吗) are answered from the
clauses whose words the answer before said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from assistant.answer import Turn
from assistant.draft import Draft, Place, Said, citation_of
from assistant.reading.read import LIMIT, nodes_at
from assistant.retrieval.rounds import spans, year_of
from assistant.retrieval.standing import in_force
from assistant.talk.small_talk import is_small_talk
from assistant.understanding.excerpt import shorten, telling_part
from assistant.understanding.question import Question, understand
from assistant.understanding.values import Value, find_values, without_values
from store.index import Index
from store.text import normalise

Kind = Literal["ground", "doubt", "shorter", "reason", "later"]

_COURTESY = r"(?:那么?|请问?|麻烦|能不能|可不可以|可以|能|帮我|给我|你|您|用|有|再|就|都|,|，)*"
_WHICH = "(?:第几|哪[一几]?)(?:条款?|款|项|章|部分|部法律?|个?(?:文档|法律?|规定))"
_PHRASES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (
        "ground",
        (
            rf"(?:这|它|有|的|具体|法律|政策|文档)*(?:依据|根据|出处|来源)(?:是|在|的)*(?:{_WHICH}|什么(?:文档|法律?|规定)?|啥|哪里?|哪儿)?",
            rf"(?:(?:是|在|来|根据|依据|按照?|出)自?)*(?:的是)?{_WHICH}(?:里?(?:写|规定|说|讲|提)到?)?",
            r"(?:是|在)*哪[里儿]?(?:写|规定|说|讲|提)到?|出自哪[里儿]?|你?从哪[里儿]?(?:看|知道|找|得)到?来?",
            r"(?:条文|文档|法律|法条)?原[文话](?:是|怎么|咋|如何)*(?:说|写|讲|规定)?的?(?:什么|啥)?|(?:具体)?条文(?:是|怎么|什么|说|写)*",
            r"(?:把|看|贴|发|列|念)(?:看|一下)?(?:条文|法条)?(?:原文|出处)(?:贴|发|列|念)?(?:一下|出来|给我|看看)*",
            r"(?:what(?:'s| is) (?:the |your )?)?(?:source|legal basis)|where (?:does it say (?:that|so)|is (?:that|this|it) (?:written|stated))",
            r"which (?:article|clause|section)(?: is (?:that|this|it))?|(?:show me |what is )?the (?:original|exact) (?:text|words|wording)",
        ),
    ),
    (
        "doubt",
        (
            r"(?:确定|肯定|保证)(?:是?真的|没错|吗|么|对|是)*|真的?(?:假的|[吗么])|(?:是|对)(?:真|这样)?的?[吗么]|(?:靠谱|可靠|可信|准确?|当真)[吗么]",
            r"(?:有?没有?|不会|是不是)(?:是)?(?:搞|弄|记|看|说|答|查)错了?[吗吧]?|(?:搞|弄|记|看|说|答|查)错了?吧|不(?:对|会|可能)吧|我?不信",
            r"(?:确认|核实|核对|查|检查)(?:一下|一遍|下)",
            r"(?:are you )?(?:really )?sure(?: about (?:that|this|it))?|really|is (?:that|this|it) (?:true|right|correct)",
            # # stands for a figure.
            r"(?:确定|肯定)(?:就?是|要|有|得|为)*#(?:以[上下内])?[吗么]?\W*(?:(?:难道|而)?不(?:应该)?是|还是)?#?(?:以[上下内])?[吗么]?",
            r"我?(?:怎么|好像|之前|明明)*(?:听(?:人|别人)?说?|记得|以为|看到)(?:的|说|好像|应该|明明|不)*(?:是|要|有)?#(?:以[上下内])?[吗么来着]*",
        ),
    ),
    (
        "shorter",
        (
            r"说人话|[说讲]重点|(?:用|说)*(?:大?白话|通俗点?的?话?)(?:来|地)?(?:说|讲|解释|翻译)?(?:一遍|一下)?|长话短说|简而言之",
            r"(?:说|讲)?(?:得)?(?:简单|简短|简洁|通俗|短)一?[点些]?地?(?:来?说|来?讲|概括|总结|解释)?(?:一下)?|一句话(?:来?(?:概括|总结|说))?(?:一下)?",
            r"太(?:长|啰嗦|复杂|绕)|(?:看|听|没|我)*(?:不|没)(?:看|听|太)*(?:懂|明白)|(?:总结|概括|归纳|精简|缩短)(?:一下|下)?",
            r"in short|(?:make it )?(?:short|simpl)er(?: please)?|in (?:plain|simple) (?:words|english|terms)|summari[sz]e(?: (?:it|that))?|tl;?dr",
        ),
    ),
    (
        "later",
        (
            r"(?:到|等到?|从)?(?:20\d\d年?(?:以后|之后|后)?|明年|后年|以后|今后|往后)(?:的话|呢|,)*(?:也|还|仍然?|继续|都|照样|一直|是不是|会不会|会|应该)+(?:是|按照?|要|得)*"
            r"(?:这么|这样|如此|一样|照旧|不变)(?:(?!多少|几)[一-鿿]){0,6}?",
        ),
    ),
    (
        "reason",
        (
            r"(?:为什么|为啥|为何|凭什么|干嘛)(?:[一-鿿]{0,3}(?:这么|这样|那么)[一-鿿]{1,2})?|(?:这么|这样)(?:规定|要求)的?(?:理由|原因|目的)(?:是什么)?",
            r"(?:理由|原因)(?:是什么)?|why(?: so| is that| not)?",
        ),
    ),
)
_PARTICLES = r"(?:[的了吗么呢啊呀吧哦哈嘛来着]|please)*\W*"
_KINDS = tuple(
    (kind, re.compile(rf"(?:{_COURTESY}(?:{'|'.join(phrases)}){_PARTICLES})+")) for kind, phrases in _PHRASES
)
_LONGEST = 30  # characters
_MARKS = re.compile(r"(?:\[\d+\])+")
_CALCULATION = re.compile(r"（[^（）]*[＝=][^（）]*）")
_DENIES = re.compile("没有|未收录|不分条")  # as every refusal does
_VERDICT = re.compile(r"[^。，：]{1,6}。")
_LOCATED = re.compile(r"^《[^》]*》[^：。，]*(?=：)")
_REASON = re.compile("为了?(?!准|期|限)[^，。；]{2,}，|旨在|目的是|以便|鉴于|避免|防止|以确保")
_WHEN = re.compile("(20\\d\\d)年?|明年|后年|以后|今后|往后")
_ENUMERATOR = re.compile(r"^(?:共\d+项|\d+\.|[一二三四五六七八九十]+是|——)+")
_PIECE = re.compile(r"[^，。；：\s（）\[\]“”…]+")
_ARTICLE = re.compile(r"^第\S+条(?:之\S+)? ")
_SHORTEST, _TELLING = 4, 8  # characters of a piece; a telling one stands in one place only, as a rule
_SHORT = 70  # characters of an answer in few words


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One statement of the answer before, and the clauses of one document whose words it says, best first."""

    text: str
    places: tuple[Place, ...]

    @property
    def around(self) -> Place:
        """The stretch that holds all its clauses."""
        return self.places[0][0], min(start for _, start, _ in self.places), max(end for _, _, end in self.places)


def kind_of(text: str) -> Kind | None:
    """What a message wants of the answer before; None where it wants something else."""
    plain = normalise(text).strip()
    if len(plain) > _LONGEST:
        return None
    figureless = without_values(plain, "#")
    return next((kind for kind, said in _KINDS if said.fullmatch(plain) or said.fullmatch(figureless)), None)


def last_exchange(history: Sequence[Turn]) -> tuple[str, str]:
    """The last question on the documents and what was answered; ("", "") where there is none."""
    for asked, told in reversed([*pairwise(history)]):
        if (asked.role, told.role) == ("user", "assistant") and not passes_over(asked.content):
            return asked.content, told.content
    return "", ""


def passes_over(text: str) -> bool:
    """Whether a message asks nothing new of the documents, so that the topic stays what it was."""
    return is_small_talk(text) or kind_of(text) is not None


def about_answer(index: Index, asked: Question, history: Sequence[Turn], as_of: date) -> Draft | None:
    """What is said to a message about the answer before; None where it is about something else, or nothing is known of
    where the answer stands."""
    kind = kind_of(asked.original)
    question, answer = last_exchange(history) if kind else ("", "")
    if kind is None or not answer:
        return None
    said = [one for text in _MARKS.split(answer) if (one := _said(index, text, as_of)).places]
    if not said:
        refused = _DENIES.search(answer) and not _MARKS.search(answer)
        return Draft((Said(answer),), refused=True) if refused else None
    if kind == "ground":
        return Draft(tuple(_grounds(index, said)))
    if kind == "reason":
        return _reason(index, asked, said)
    if kind == "later":
        return _later(index, asked, said)
    allowed = (question, *_CALCULATION.findall(answer), *(f"{n}项" for n in range(1, 30)))
    if kind == "shorter":
        return Draft(tuple(_shorter(understand(question), said)), allowed=allowed)
    return Draft(tuple(_again(index, asked, said)), allowed=(*allowed, asked.text))


def _grounds(index: Index, said: Sequence[_Spoken]) -> Iterator[Said]:
    """Each statement's clauses, in their own words, under the part of the document that holds them all."""
    room = LIMIT // len(said)
    for one in said:
        id_, first, last = one.around
        text = index.documents[id_].text
        headings = "，".join(node.heading for node in nodes_at(index, id_, first) if node.heading and node.end >= last)
        titled = f"（{headings}）" if headings and len(headings) < room // 3 else ""
        lead = f"{citation_of(index, one.around).locator}{titled}：“"
        words = "".join(text[start:end].replace("\n", "") for _, start, end in sorted(one.places))
        yield Said(f"{lead}{shorten(_ARTICLE.sub('', words), room - len(lead) - 1)}”", one.places)


def _again(index: Index, asked: Question, said: Sequence[_Spoken]) -> Iterator[Said]:
    """The answer again, with the figure that is doubted put right, and where it stands."""
    verdict, words = _apart(said[0].text)
    lead = "Yes. " if asked.english else _compared(asked, said[0]) or f"确定{f'，{verdict}' if verdict else '。'}"
    if not _LOCATED.match(words):
        lead += f"{'' if asked.english else '依据是'}{citation_of(index, said[0].around).locator}："
    yield Said(lead + words, said[0].places)
    for one in said[1:]:
        yield Said(one.text, one.places)


def _apart(text: str) -> tuple[str, str]:
    """The word that an answer to a yes-no question begins with, and the rest."""
    verdict = _VERDICT.match(text)
    return (verdict[0], text[verdict.end() :]) if verdict else ("", text)


def _compared(asked: Question, said: _Spoken) -> str:
    """是5个，不是6个。 where a figure is doubted; "" where none is, or none of its kind was said."""
    stated = find_values(normalise(said.text))
    right = [value for value in asked.values if _among(value, stated)]
    wrong = [value for value in asked.values if not _among(value, stated)]
    meant = right or [one for value in wrong for one in stated if (one.kind, one.unit) == (value.kind, value.unit)]
    if not meant:
        return ""
    return f"是{meant[0].text}{f'，不是{wrong[0].text}' if wrong else ''}。"


def _among(value: Value, stated: Sequence[Value]) -> bool:
    return any((value.kind, value.size) == (one.kind, one.size) for one in stated)


def _shorter(question: Question, said: Sequence[_Spoken]) -> Iterator[Said]:
    """The part of each statement that answers, in few words: a list as it is."""
    for one in said[:2]:
        lead, words = _apart(one.text)
        words = _LOCATED.sub("", words).removeprefix("：")
        short = words if words.startswith("共") else telling_part(question, words, _SHORT)
        yield Said(lead + short, one.places)


def _reason(index: Index, asked: Question, said: Sequence[_Spoken]) -> Draft:
    """The clause where it says what it is for; else that it does not."""
    for one in said:
        for place in one.places:
            words = index.documents[place[0]].text[place[1] : place[2]]
            if _REASON.search(words):
                told = f"{citation_of(index, place).locator}：{shorten(words, LIMIT - 30)}"
                return Draft((Said(told, (place,)),))
    title = index.documents[said[0].places[0][0]].short_title
    told = "The document does not say why." if asked.english else f"《{title}》没有说明为什么这样规定。"
    return Draft((Said(told),), refused=True, related=said[0].places)


def _later(index: Index, asked: Question, said: Sequence[_Spoken]) -> Draft | None:
    """That a policy of some year does not say whether it is still so later; None of a year that it tells of, or of a statute,
    which stays so until it is changed."""
    document = index.documents[said[0].places[0][0]]
    when = _WHEN.search(asked.text)
    if when is None or not year_of(document) or (when[1] and spans(document.text, int(when[1]))):
        return None
    later = f"{when[1]}年" if when[1] else when[0]
    told = f"《{document.short_title}》没有说明{later}是否仍然如此，要看那时的文件。"
    return Draft((Said(told),), refused=True, related=said[0].places)


def _said(index: Index, text: str, as_of: date) -> _Spoken:
    """A statement with the clauses that it says, of the document that holds most of it, one in force before others."""
    pieces = [_ENUMERATOR.sub("", piece) for piece in _PIECE.findall(text)]
    pieces = [piece for piece in pieces if len(piece) >= _SHORTEST]
    best: tuple[Place, ...] = ()
    most = (0, False)
    for document in index.documents.values():
        held = [p for p in pieces if (len(p) >= _TELLING and p in document.text) or document.text.count(p) == 1]
        score = (sum(map(len, held)), in_force(document, as_of))
        if held and score > most:
            most, best = score, tuple(_clauses(index, document.id, held, text))
    return _Spoken(text, best)


def _clauses(index: Index, document_id: str, pieces: Sequence[str], text: str) -> list[Place]:
    """The clause of each piece: of several that hold it, one under the locator that the text begins with, then the one
    that holds most of the others, then the one that says the least else."""
    clauses = list(index.clauses(document_id))
    named = _LOCATED.match(_apart(text)[1])
    found: dict[Place, None] = {}
    for piece in pieces:
        holding = [clause for clause in clauses if piece in clause.text]
        here = [clause for clause in holding if named and clause.locator.startswith(named[0])]
        if best := max(
            here or holding,
            key=lambda clause: (sum(one in clause.text for one in pieces), -len(clause.text)),
            default=None,
        ):
            found[document_id, best.start, best.end] = None
    return list(found)
