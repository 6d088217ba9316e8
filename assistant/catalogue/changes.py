"""Whether a document changes, and when: 骑行法会不会改, 明年有变化吗, 新版什么时候施行. The catalogue's versions tell, no clause does.

Knows how people ask for changes, not what has changed (有哪些变化): that the versions tell, which it names.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.catalogue.introduce import asks_version, introduce, opening, without_names
from assistant.draft import Draft, Said
from assistant.retrieval.standing import successors
from assistant.understanding.days import written
from assistant.understanding.question import Question
from assistant.verdicts.verdict import Judgement
from store.index import Index
from store.records import Document

_CHANGE = re.compile("变[化动]|修[订改正]|改[动变版]?|调整|更新|换版|变|新版本?|新的?(?=什么|何时|几时|哪)|新法")
_REPLACED = re.compile("被?(?:什么|啥|哪一?[个部]|谁)?(?:新的?)?(?:法律?)?(?:所|来)?(?:代替|取代|替代|替换|接替)掉?")
_WHAT = re.compile("(?:有了?|是)?(?:什么|啥|哪些)(?:新的?|大的?|具体的?)?(?=变|改|修|调整)")
# 新旧骑行法有什么区别, 骑行法修订前后有哪些不同.
_APART = re.compile(
    r"(?:新旧|新老|修[订改正]前后)(?:两?[部个版]本?)?的?(?:有|是)?(?:什么|啥|哪些|何)?(?:大的?|主要的?)?(?:区别|不同|差别|差异|变化)(?:在哪[里儿]?|是什么)?\W*"
)
_NOT_COMPARED = "改了哪些条文，本库没有逐条比对，可分别查看两个版本。"
_BEGINS = re.compile("施行|实施|生效|启用|出台|出来|公布|发布|颁布|通过")
_NEW = re.compile("新|修[订改正]后")
_PAST = re.compile("过|了")
_AROUND = re.compile(
    "请问|听说|据说|想?问一?下|什么时候|哪[一个]?[年天]|何时|几[时年月号]|最近|近期|近年来?|将来|今后|以后|未来|接下来|后来|目前|现在|现行"
    "|已经?|有没有|会不会|是不是|是否|要不要|没有?|可能|打算|准备|计划|需要|即将|马上|快要?|什么(?=时候)|开始|正式|一?次|版本?"
    r"|20\d\d年|[明后今去前]年|下一?年|[旧老会要将有是被的了过还再又就都也从在吗么呢吧啊起这那个份部]|\W"
)
_YEAR = re.compile(r"(20\d\d)年|([明后今去前])年|(下一?)年")
_RELATIVE = {"明": 1, "后": 2, "今": 0, "去": -1, "前": -2}


def say_change(index: Index, named: Sequence[Document], question: Question, today: date) -> Draft | None:
    """What the catalogue knows of the versions of the one document `named`, to who asks whether or when it changes; None where
    something else is asked, or where what the document is says it already."""
    rest = without_names(question.text, named[0]) if len(named) == 1 else question.text
    apart = _APART.fullmatch(rest)
    what = _WHAT.search(rest) or apart
    replaced = _REPLACED.search(rest)
    asks = question.yes_no or question.sought & {"date", "year"} or what or replaced
    if not asks or rest == question.text or not (apart or _asks_change(_REPLACED.sub("变", _WHAT.sub("", rest)))):
        return None
    if not named[0].held:
        return introduce(index, named[0], today)
    newest = _newest(index, named[0])
    earlier = [index.documents[id_] for id_ in newest.replaces if id_ in index.documents]
    if earlier and (
        (_PAST.search(rest) and asks_version(rest)) or (_BEGINS.search(rest) and _tells_own_day(index, newest))
    ):
        return None  # how the document stands, or the clause, tells it
    begins = newest.in_force_from
    since = f"{written(begins)}起施行" if begins else ""
    coming = bool(begins and begins > today)
    if earlier:
        issued = f"{written(newest.issued_on)}发布，" if newest.issued_on else ""
        told = f"{newest.full_name}{issued}{since}，{'届时代替' if coming else '代替了'}{earlier[0].full_name}。"
        told += "" if coming else "本库没有更晚的版本。"
        told += _NOT_COMPARED if what else ""
    else:
        told = f"本库只收录{'，'.join(filter(None, (newest.full_name, since)))}，没有更晚的版本，也不知道有更晚的修改"
        told += f"，以官方公布的为准：{site}。" if (site := newest.address or newest.site) else "。"
    known = earlier and begins and _in_year(rest, begins, today) and (coming or not re.search("会|要|将", rest))
    lead = "有。" if "有" in rest else "会。" if coming else "是。"
    judgement = Judgement("yes", lead) if known and question.yes_no else None
    text = (judgement.lead if judgement else "") + told
    return Draft((Said(text, opening(index, newest)),), judgement, allowed=(text,))


def _asks_change(rest: str) -> bool:
    """Whether a question without the document's names asks for nothing but a change, or when what is new begins."""
    if not _CHANGE.search(rest) or _AROUND.sub("", _BEGINS.sub("", _CHANGE.sub("", rest))):
        return False
    return bool(_NEW.search(rest)) if _BEGINS.search(rest) else True


def _newest(index: Index, document: Document) -> Document:
    """The last of the versions held that replace a document, or itself."""
    later = [other for other in successors(document, index.documents) if other.held]
    return _newest(index, later[0]) if later else document


def _tells_own_day(index: Index, document: Document) -> bool:
    """Whether a clause says from when the document applies."""
    day = document.in_force_from
    return day is not None and any(f"自{written(day)}起" in clause.text for clause in index.clauses(document.id))


def _in_year(rest: str, begins: date, today: date) -> bool:
    """Whether a version that begins on that day is a change of the year asked about, if any is."""
    match = _YEAR.search(rest)
    if match is None:
        return True
    year = int(match[1]) if match[1] else today.year + _RELATIVE.get(match[2] or "", 1)
    return begins.year == year
