"""Documents that a question names and the catalogue does not know: 劳动合同法的试用期多长 is answered by no other law, nor
what is asked by a 文号 by a document that merely mentions it.

`statute_names.txt` has the titles of the statutes in force, as the legislature publishes them, without 中华人民共和国;
`statute_subjects.txt` what only some of them rule on, in the words that people have for it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.catalogue.introduce import asks_version, introduce, where_to_get, without_names
from assistant.draft import Draft, Said
from assistant.retrieval.rounds import earlier_rounds
from assistant.understanding.question import Question, asking_part, content_terms
from store.index import Index
from store.records import STATE, Clause, Document
from store.text import normalise

OFFICIAL_SITE = "https://flk.npc.gov.cn/"  # the legislature's database of statutes
_TITLES = Path(__file__).with_name("statute_names.txt").read_text(encoding="utf-8").split()
_SUBJECTS = {
    subject: title
    for title, *subjects in map(
        str.split, Path(__file__).with_name("statute_subjects.txt").read_text(encoding="utf-8").splitlines()
    )
    for subject in subjects
}
_ON_IT = 3  # of the other words of a question, a clause that answers it has one of so many
_NAMED = re.compile(
    rf"(?P<before>^(?:请问|那么?|问一?下|想?[了问]解?一?下?|按照?|根据|依据?|\W)*)?(?:{normalise(STATE)})?"
    rf"(?P<title>{'|'.join(sorted(map(normalise, _TITLES), key=len, reverse=True))})(?![律规子官人院学理])"
)

_PREFACE = re.compile("^(?:请问|问一?下|想?了?解?一?下?|那么?|按照?|根据|依据?|关于|在)+")
_NUMBER = re.compile(r"(?P<issuer>[一-鿿]{1,12})〔(?P<year>20\d\d)〕第?(?P<number>\d{1,4})号")
_ITS_RULES = re.compile(
    "(?:怎么|咋|如何|怎样|是怎么|有什么|有哪些|哪些|什么|具体)[^,，。]{0,2}(?:规定|要求|说|写|讲|内容)|(?:规定|说|写|讲|要求|内容|限定)(?:了|的|是)*(?:什么|哪些|哪几|多少|几)"
)
# Which of a document's own articles it is, right behind the document's name: 骑行办法第几条规定, 按骑行办法，是哪一条.
_WHICH_ARTICLE = "[》>]?(?:里面?|中|[,，])?的?(?:是|在)?(?:第几|哪一?)个?[条款章节项]"
_ENDS = re.compile("废止|代替|替代|取代|失效|停止执行")


def number_not_held(index: Index, question: Question) -> Draft | None:
    """That no document of the 文号 is held by which a question asks, and what has replaced it if a held one says so; None
    where it has none, or asks a document that mentions it whether something is so."""
    match = _NUMBER.search(question.text)
    if match is None:
        return None
    rest = question.text[: match.start()] + question.text[match.end() :]
    bare = rf"[〔\[（(【]{match['year']}[〕\]）)】]第?{match['number']}号"
    issuer = match["issuer"]
    if any(re.search(f".{bare}", d.number) and issuer.endswith(_issuer(d)) for d in index.documents.values()):
        return None
    for start in range(len(issuer)):  # 请问国发〔2021〕3号: the longest end of it that a document writes
        end = issuer[start:]
        begins = {
            d.number.partition("〔")[0].removesuffix(end) for d in index.documents.values() if f"{end}〔" in d.number
        }
        # 建〔2031〕4号 is not written where 财建〔2031〕4号 is.
        own = "".join(f"(?<!{re.escape(begin)})" for begin in begins if begin)
        if found := _mentions(index, re.compile(own + re.escape(end) + bare)):
            break
    else:
        return Draft((Said(f"本库没有收录{_PREFACE.sub('', match[0])}。"),), refused=True)
    if question.yes_no and not asks_version(rest):
        return None
    told = f"本库没有收录{issuer[start:]}〔{match['year']}〕{match['number']}号的正文。"
    clause = next((clause for clause in found if _ENDS.search(clause.text)), None)
    if clause:
        told += f"代替它的是{index.documents[clause.document_id].full_name}：{clause.text}"
    shown = clause or found[0]
    return Draft((Said(told),), refused=True, related=((shown.document_id, shown.start, shown.end),))


def say_earlier_round(index: Index, question: Question, today: date) -> Draft | None:
    """That the earlier years' documents for which a question asks (去年的通知怎么说) are not held, and where they are; None where it
    asks for none, or one of them is held."""
    rounds = [] if question.yes_no else earlier_rounds(question.text, index.documents.values(), today)
    if not rounds or any(document.held for document in rounds):
        return None
    names = "、".join(document.full_name for document in rounds)
    ways = "".join(dict.fromkeys(where_to_get(document) for document in rounds))
    text = f"所问的是{names}，本库没有收录{'正文' if len(rounds) == 1 else '它们的正文'}。{ways}"
    return Draft((Said(text),), refused=True, missing=tuple(document.id for document in rounds))


def with_not_held(
    index: Index, question: Question, named: Sequence[Document], drafts: Sequence[Draft], as_of: date
) -> list[Draft]:
    """The drafts with what is known of the catalogued documents that a question names, or a refusal points to, and that are not
    held, and how to get them: first where one of them would hold the answer, else behind what held documents say that answers
    the question. Which article of such a document says something, nothing held tells."""
    said = "".join(one.text for draft in drafts for one in draft.said)
    told = {id_ for draft in drafts for id_ in draft.missing}
    unheld = [d for d in named if not d.held and d.id not in told and not (d.address and d.address in said)]
    if articles := [d for d in unheld if _asks_its_article(question, d)]:
        return [_article_unknown(document, drafts) for document in articles]
    refused = all(draft.refused for draft in drafts)
    if unheld and (refused or _asks_its_rules(question, unheld)):
        return [*(introduce(index, document, as_of) for document in unheld), *drafts]
    unheld += [d for d in _pointed_to(index, drafts) if d.id not in told and d not in unheld]
    texts = [f"{document.full_name}本库没有收录，{where_to_get(document)}" for document in unheld]
    ways = (Draft((Said(t),), uncited=True, missing=(d.id,)) for t, d in zip(texts, unheld, strict=True))
    return [*drafts, *(replace(way, refused=refused) for way in ways)]


def _asks_its_article(question: Question, document: Document) -> bool:
    """Whether a question asks in which of a document's own articles something stands."""
    names = filter(None, (document.title, document.short_title, document.number, *document.aliases))
    return any(re.search(re.escape(normalise(name)) + _WHICH_ARTICLE, question.text) for name in names)


def _article_unknown(document: Document, drafts: Sequence[Draft]) -> Draft:
    """That the articles of a document that is not held are not known, with the clauses of others that are near."""
    text = f"本库没有收录{document.full_name}的正文，查不到是它的第几条。{where_to_get(document)}"
    near = tuple(dict.fromkeys(place for draft in drafts for place in (*draft.places, *draft.related)))
    return Draft((Said(text),), refused=True, missing=(document.id,), related=near)


def _pointed_to(index: Index, drafts: Sequence[Draft]) -> list[Document]:
    """The catalogued documents, not held, by which refusals say that the answer is to be found."""
    text = "".join(one.text for draft in drafts if draft.refused for one in draft.said)
    return [d for d in index.documents.values() if not d.held and f"《{d.title}》" in text]


def _asks_its_rules(question: Question, documents: Sequence[Document]) -> bool:
    """Whether a question that expects no verdict asks what one of the documents itself says."""
    rest = question.text
    for document in documents:
        rest = without_names(rest, document)
    return not question.yes_no and bool(_ITS_RULES.search(rest))


def _issuer(document: Document) -> str:
    return document.number.partition("〔")[0]


def _mentions(index: Index, number: re.Pattern[str]) -> list[Clause]:
    return [
        clause
        for document in index.documents.values()
        if document.held and number.search(document.text)
        for clause in index.clauses(document.id)
        if number.search(clause.text)
    ]


def statutes_named(text: str, known: str, answer: str) -> list[Document]:
    """The statutes that normalised `text` is about where neither `known`, the titles of the catalogue, nor `answer`, the
    stretch that comes nearest, speaks of them; what the answer only refers to does not tell what the statute says."""
    return [
        _statute(title)
        for match in _NAMED.finditer(text)
        if (title := match["title"]) not in known and (match["before"] is not None or title not in normalise(answer))
    ]


def statutes_on(question: Question, known: str, answer: str, askings: Sequence[str] = ()) -> list[Document]:
    """The statutes that alone rule on what a question is about, where neither `known`, the titles of the catalogue, nor `answer`,
    the words that come nearest, nor the `askings` an editor thought of for it speak of that; and `answer` of hardly anything
    else that is asked."""
    told = normalise("，".join([answer, *askings]))
    asked = asking_part(question.text)
    subjects = [one for one in _SUBJECTS if one in asked and one not in told and _SUBJECTS[one] not in known]
    rest = question.text
    for subject in subjects:
        rest = rest.replace(subject, "，")
    others = [term for term in content_terms(rest) if len(term) > 1]
    said = sum(term in normalise(answer) for term in others)
    if said and len(others) <= _ON_IT * said:
        return []
    return [_statute(title) for title in dict.fromkeys(_SUBJECTS[subject] for subject in subjects)]


def _statute(title: str) -> Document:
    return Document(id="", title=f"{STATE}{title}", short_title=title, kind="statute", site=OFFICIAL_SITE, held=False)
