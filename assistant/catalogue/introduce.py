"""What the catalogue tells of a document as a whole: which it is, of what day, and whether it is in force.

Answers who names a document and asks no more, or only for its version: 改过没有, 最近一次修订是哪年, 现在还有效吗.
"""

import re
from datetime import date

from assistant.draft import Draft, Place, Said, placed
from assistant.retrieval.standing import Standing, State, standing
from assistant.understanding.days import written
from assistant.understanding.question import Question
from assistant.verdicts.verdict import Judgement, verdict_of
from store.index import Index
from store.records import Document
from store.text import normalise

_LAPSED = re.compile("失效|废止|作废|过[时期]")
_VALID = re.compile(rf"[有生]效|管用|适用|(?<=现在)能用|{_LAPSED.pattern}")
_UNTIL = "(?:一直)?(?:能|可以)?(?:适用|施行|实施|执行|有效|用)(?:期限?)?到"
_VERSION = re.compile(rf"修[订改正]?|改|更新|新版|版本|哪一?版|通过|公布|颁布|出台|{_UNTIL}|{_VALID.pattern}")
# Which of its versions applies: 现在适用的是哪一部, 哪个版本在用. What else is said (今天打官司) does not change that.
_APPLIES = "(?:适用|在用|管用|有效|现行|执行|为准|生效|要?看|按|依|用)"
_WHICH = re.compile(
    f"{_APPLIES}.{{0,4}}?哪(?:一个?|个)?(?:版本?|部(?![门委分]))|哪(?:一个?|个)?(?:版本?|部(?![门委分])).{{0,6}}?{_APPLIES}"
    rf"|{_APPLIES}的?(?:是|还是)?哪一?个\W*$|哪一?个(?:现在|目前|还|在)*{_APPLIES}\W*$"
)
_CURRENT, _BEGINS = re.compile("现行|最新|现在的|目前的|[这新]一?版"), re.compile("施行|实施|生效")
_AROUND = re.compile(
    "最近|最新|最后|一次|现行|现在|目前|如今|今年|已经?|时间|日期|年份|什么|时候|何时|哪一?[年天版个]|几[年号月]|有没有|是不是|是否|没有?"
    r"|新的|20\d\d年?|为止|[新旧老原又还有是的被了过在吗呢么不版案月个]|\W"
)


def without_names(text: str, document: Document) -> str:
    """Normalised `text` without what names the document."""
    for name in sorted({document.title, document.number, document.short_title, *document.aliases}, key=len):
        text = text.replace(normalise(name), "") if name else text
    return text


def asks_version(rest: str) -> bool:
    """Whether a question without the document's names asks only which version there is or whether it is in force; the one in
    force from when, too, which no clause of a law that was amended tells."""
    if _CURRENT.search(rest) and _BEGINS.search(rest) and not _AROUND.sub("", _BEGINS.sub("", rest)):
        return True
    return bool(_WHICH.search(rest)) or (bool(_VERSION.search(rest)) and not _AROUND.sub("", _VERSION.sub("", rest)))


def introduce(index: Index, document: Document, as_of: date, question: Question | None = None) -> Draft:
    """What a document is and how it stands on that day: from its own title and number where it is held, else from the
    catalogue. A `question` that asks whether it is valid gets its verdict."""
    now = standing(document, index.documents, as_of)
    judgement = _validity(question, now) if question else None
    number = f"（{document.number}）" if document.number else ""
    facts = [f"{judgement.lead if judgement else ''}《{document.title}》{number}"]
    if document.issuer and document.issued_on:
        facts.append(f"{document.issuer}{written(document.issued_on)}发布")
    if document.in_force_from and document.in_force_from != document.issued_on:
        facts.append(f"{written(document.in_force_from)}起施行")
    if document.in_force_until and (now.state == "lapsed" or not now.replaced):
        facts.append(f"施行到{written(document.in_force_until)}")
    facts += [now.word, *(told for _, told in now.replaced)]
    text = f"{'，'.join(facts)}。"
    if not document.held:
        text = f"{text}本库没有收录它的正文。{where_to_get(document)}"
        return Draft((Said(text),), refused=True, missing=(document.id,))
    return Draft((Said(text, opening(index, document)),), judgement, allowed=(text,))


def opening(index: Index, document: Document) -> tuple[Place, ...]:
    """Where the title and the number of a document stand, beside which the catalogue's facts are told."""
    nodes = [node for node in index.nodes(document.id) if node.locator.endswith(("》标题", "》文号"))]
    return placed(document.id, [(node.start, node.end) for node in nodes])


def _validity(question: Question, now: Standing) -> Judgement | None:
    """The verdict on 现在还有效吗 and 失效了吗; None for a question that asks for no validity, and where it is only known
    that what the document offers is closed."""
    if not question.yes_no or not _VALID.search(question.text) or now.state == "closed":
        return None
    asked: State = "lapsed" if _LAPSED.search(question.text) else "in force"
    return verdict_of(question, "yes" if now.state == asked else "no")


def where_to_get(document: Document) -> str:
    """A sentence on how to get the text of a document that is not held."""
    if document.address:
        return f"官方地址：{document.address}。"
    site = f"官方网站{document.site}" if document.site else "发布机关的网站"
    return f"可以到{site}查找。"
