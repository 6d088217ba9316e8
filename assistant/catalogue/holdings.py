"""Holdings: what is held, and what is only catalogued: 你们收录了哪些法律, 没收录哪些文件, 航道法实施细则库里有吗, 骑行法有几个版本.

Knows how people speak of a collection, no document's name; what a document says of others (通知提到哪些文件) is not asked here.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.catalogue.introduce import introduce, opening, where_to_get, without_names
from assistant.catalogue.unheld import OFFICIAL_SITE
from assistant.draft import Draft, Said
from assistant.retrieval.named import TITLE_ENDS
from assistant.retrieval.rounds import of_one_series, year_of
from assistant.retrieval.standing import full_title, short_name, successors
from assistant.understanding.days import written
from assistant.understanding.question import Question
from assistant.verdicts.verdict import Judgement
from store.index import Index
from store.records import Document

Listed = Callable[[Document], bool]

# Who is asked, and that something is in a collection (normalised: 文件 is 文档).
_WE = "你们?|您|本?系统|(?:本|这个?|该)?(?:资料|知识|数据|文档|法规|法律)?库[里中]?|这[里儿边]|目录[里中]?"
_KEPT = "(?:收录|收入|收集|收藏|收齐|录入|入库|存|装|收(?![到费取]))(?:有|了|着)?"
_FOUND = "(?:能|可以|可|能够)?(?:查|看|找|搜)(?:阅|询)?(?:得|到|见)*"
_ASKING = (
    f"(?:请问|那么?|现在|目前|一共|总共|到底|究竟|全部|所有|都|还|里面?|当中|有没有|是不是|是否|能不能|可不可以|有无|{_WE}|{_KEPT}|{_FOUND}|知道|掌握"
    r"|[有是被的了过吗么呢吧啊没未在咗冇]|\W)*"
)
_NOTHING_ELSE = re.compile(_ASKING)
_OWN, _HOLDS = re.compile(_WE), re.compile(_KEPT)
_HAS = re.compile(f"有|{_KEPT}|{_FOUND}|库")
_NOT_HELD = re.compile("(?:没有?|未|尚未|还没)(?:被)?(?:收录|收入|收|录入|存|入库|的)|不在(?:库|目录)")
_HOW_MANY = re.compile(r"(?:哪些|哪几|什么|啥|多少|几)(?:部|份|个|种|件|类)?(?:相关|有关|具体)?的?")
_KINDS: tuple[tuple[re.Pattern[str], Listed, str], ...] = (
    (
        re.compile("法律文档|法规政策|政策法规|法律法规|(?:政策)?文档|资料|材料|内容|东西"),
        lambda _: True,
        "文件",
    ),
    (re.compile("法律|法规|法"), lambda document: document.kind == "statute", "法律"),
    (re.compile("政策|通知|规定"), lambda document: document.kind != "statute", "政策文件"),
)
_VERSION = re.compile("(?:(?:哪些|哪几|几|多少)个?(?:不同的?)?|所有的?)(?:版本|版)")
# A version told by its year: 2019年修正的那版.
_OF_YEAR = re.compile(
    r"(20\d\d|19\d\d)年?(?:的|修[订正改]|制定|通过|公布|施行|[新旧]?版本?|那[一个]?[版部个份]|这[一个]?[版部个份])*(?:的|版本?)?"
)
_UNKNOWN = re.compile(rf"{_ASKING}《?([一-鿿]{{2,30}}?(?:{TITLE_ENDS}|规划|纲要|指南|标准))》?{_ASKING}")
_RULES_OF = re.compile("的(?=实施|施行)")
_RULES_TO = re.compile("法(?:实施|施行)(?:条例|细则|办法|规定)|法司法解释")
_SAYS_SO = re.compile(
    "有(?=没有|实施|施行|规定|办法|细则|条例|规则|解释|标准|决定)"
)  # 骑行法有实施细则吗 asks what it says
_SHORTEST = 5  # characters of a title that nothing else shows to be one


def say_holdings(index: Index, named: Sequence[Document], question: Question, today: date) -> Draft | None:
    """What the catalogue tells who asks what is held: whether a document is, which versions of it, or which documents in all;
    None where something else is asked. `named` are the documents that the question names, or means."""
    text = question.text
    named = [document for document in named if without_names(text, document) != text]
    if len(named) == 1:
        rest = without_names(text, named[0])
        if _VERSION.search(rest) and _NOTHING_ELSE.fullmatch(_VERSION.sub("", rest)):
            return _versions(index, named[0])
    if listed := _listed(index, text):
        return listed
    return _whether(index, named, question, today) if question.yes_no else None


def _listed(index: Index, text: str) -> Draft | None:
    """The documents held, or those only catalogued, to who asks for all of them, or of a kind."""
    not_held = _NOT_HELD.search(text)
    if not (_HOW_MANY.search(text) and (_HOLDS.search(text) or _OWN.search(text))):
        return None
    rest = _HOW_MANY.sub("", _NOT_HELD.sub("", text))
    for words, of_kind, called in _KINDS:
        if words.search(rest) and _NOTHING_ELSE.fullmatch(words.sub("", rest, count=1)):
            found = [d for d in index.documents.values() if of_kind(d) and d.held == (not not_held)]
            return _list(found, called, "目录里有，但没有收录正文的" if not_held else "收录的", index)
    return None


def _list(found: Sequence[Document], called: str, which: str, index: Index) -> Draft:
    if not found:
        return Draft((Said(f"{which}{called}：没有。"),), uncited=True)
    count = f"{len(found)}份"
    told = f"{which}{called}共{count}：{'、'.join(map(short_name, found))}。"
    more = sum(not document.held for document in index.documents.values())
    if found[0].held and more and called != "法律":
        told += f"另有{more}份在目录里，没有收录正文。"
    return Draft((Said(told, count=count),), allowed=(told,), uncited=True)


def _versions(index: Index, document: Document) -> Draft:
    """The versions of a document that are held, each with the days it applies."""
    versions = [one for one in _family(index, document) if one.held]
    if not versions:
        return Draft(
            (Said(f"本库没有收录{document.full_name}。{where_to_get(document)}"),), refused=True, missing=(document.id,)
        )
    count = f"{len(versions)}个"
    told = "；".join(f"《{full_title(one)}》{_days(one)}" for one in versions)
    text = f"本库收录《{document.short_title}》的{count}版本：{told}。"
    places = tuple(place for one in versions for place in opening(index, one))
    return Draft((Said(text, places, count=count),), allowed=(text,))


def _days(document: Document) -> str:
    begins = f"，{written(document.in_force_from)}起施行" if document.in_force_from else ""
    return begins + (f"，施行到{written(document.in_force_until)}" if document.in_force_until else "")


def _family(index: Index, document: Document) -> list[Document]:
    """A document with all that it replaces and that replace it, the oldest first."""
    found, ahead = dict[str, Document](), [document]
    while ahead:
        one = ahead.pop()
        found[one.id] = one
        beside = [
            *successors(one, index.documents),
            *(index.documents[i] for i in one.replaces if i in index.documents),
        ]
        ahead += [other for other in beside if other.id not in found]
    return sorted(found.values(), key=lambda one: one.in_force_from or one.issued_on or date.min)


def _whether(index: Index, named: Sequence[Document], question: Question, today: date) -> Draft | None:
    """Whether the one document is held that a question asks for and says nothing else of; None for another question."""
    text = question.text
    if not _HAS.search(text):
        return None
    for document in named:
        rest = without_names(text, document)
        year = _OF_YEAR.search(rest)
        if _NOTHING_ELSE.fullmatch(_OF_YEAR.sub("", rest)):
            return _held(index, document, int(year[1]) if year else None, today)
    title = _UNKNOWN.fullmatch(_RULES_OF.sub("", text))
    if title is None or _SAYS_SO.search(title[1]):
        return None
    if not _RULES_TO.search(title[1]) and (
        named or len(title[1]) < _SHORTEST or not (_OWN.search(text) or _HOLDS.search(text))
    ):
        return None  # 有资金管理办法吗 asks what a document says
    told = f"没有。本库没有收录《{title[1]}》，可以到国家法律法规数据库（{OFFICIAL_SITE}）或者发布机关的网站查找。"
    return Draft((Said(told),), refused=True)


def _held(index: Index, document: Document, year: int | None, today: date) -> Draft:
    """Whether a document is held, in the version of a year where one is asked for; which it is."""
    family = _family(index, document)
    of_year = [one for one in family if year in {day.year for day in (one.issued_on, one.in_force_from) if day}]
    if year and not of_year:
        if rounds := [d for d in index.documents.values() if of_one_series(d, document) and year_of(d) == str(year)]:
            return introduce(index, rounds[0], today)
        own = "、".join(f"《{full_title(one)}》{_days(one)}" for one in family if one.held)
        text = f"没有。本库没有收录《{document.short_title}》{year}年的版本{own and f'，收录的是{own}'}。"
        return Draft((Said(text + where_to_get(document)),), refused=True)
    draft = introduce(index, (of_year or [document])[0], today)
    if draft.refused:
        return draft
    text = f"有。{draft.said[0].text}"
    return replace(
        draft, said=(replace(draft.said[0], text=text),), judgement=Judgement("yes", "有。"), allowed=(text,)
    )
