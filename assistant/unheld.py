"""Documents that a question names and the catalogue does not know: 劳动合同法的试用期多长 is answered by no other law, nor
what is asked by a 文号 by a document that merely mentions it.

`statute_names.txt` has the titles of the statutes in force, as the legislature publishes them, without 中华人民共和国.
"""

import re
from pathlib import Path

from assistant.draft import Draft, Said
from assistant.introduce import asks_version
from assistant.question import Question
from store.index import Index
from store.records import STATE, Clause, Document
from store.text import normalise

OFFICIAL_SITE = "https://flk.npc.gov.cn/"  # the legislature's database of statutes
_TITLES = Path(__file__).with_name("statute_names.txt").read_text(encoding="utf-8").split()
_NAMED = re.compile(
    rf"(?P<before>^(?:请问|那么?|问一?下|想?[了问]解?一?下?|按照?|根据|依据?|\W)*)?(?:{normalise(STATE)})?"
    rf"(?P<title>{'|'.join(sorted(map(normalise, _TITLES), key=len, reverse=True))})(?![律规子官人院学理])"
)

_PREFACE = re.compile("^(?:请问|问一?下|想?了?解?一?下?|那么?|按照?|根据|依据?|关于|在)+")
_NUMBER = re.compile(r"(?P<issuer>[一-鿿]{1,12})〔(?P<year>20\d\d)〕第?(?P<number>\d{1,4})号")
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
        if found := _mentions(index, re.compile(re.escape(issuer[start:]) + bare)):
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
        Document(id="", title=f"{STATE}{title}", short_title=title, kind="statute", site=OFFICIAL_SITE, held=False)
        for match in _NAMED.finditer(text)
        if (title := match["title"]) not in known and (match["before"] is not None or title not in normalise(answer))
    ]
