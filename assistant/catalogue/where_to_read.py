"""Where the documents can be read that a document held refers to: 通知依据的文件在哪里看, 提到的办法去哪下载. The catalogue tells."""

import re
from collections.abc import Sequence

from assistant.catalogue.introduce import where_to_get
from assistant.draft import Draft, Said, placed
from assistant.understanding.question import Question
from store.index import Index
from store.records import Document
from store.text import normalise

_MAY = "(?:我们?|才|可以|能够?|查|找|看)*"
_READ = "(?:看|查|找|下载|阅|读|获取|得到|搜|弄到|拿到)"
_WHERE = re.compile(
    f"哪(?:里|儿|个?(?:网站|网|地方))?{_MAY}{_READ}|(?:怎么|如何|怎样|咋){_MAY}{_READ}|网址|链接|(?:原文|官方|下载)地址|{_READ}[^,，。]{{0,6}}[在去到]哪"
)
_REFERRED = re.compile(
    "(?:依据|根据|引用|援引|提到|提及|列出?|列举|遵守|涉及|参照|遵照|点名|参考)过?(?:了|到)?(?:的|的?那?[这几一两二三四五六七八九十\\d]+[份个部项])(?:那?[这几一两二三四五六七八九十\\d]*[份个部项些])?"
    "(?:上位|政策|有关|相关|其他|别的)*(?:文档|意见|办法|政策|规划|法规)|(?:制定|政策|上位)的?依据|上位文档"
)


_WHICH = re.compile(
    "(?:引用|援引|提到|提及|列出|列举|点名)过?(?:了|到)?(?:的是?|的有|哪些|哪几|什么|多少|几)+[部份个项种]?(?:的|政策|有关|相关|其他|别的)*(?:文档|意见|办法|政策|规划|法规)"
)


def say_where_to_read(index: Index, meant: Sequence[Document], question: Question) -> Draft | None:
    """The catalogued documents that the one document `meant` names, each with where it is; None where a question asks for
    something else, or none is known."""
    where = _WHERE.search(question.text) and _REFERRED.search(question.text)
    if len(meant) != 1 or not meant[0].held or not (where or _WHICH.search(question.text)):
        return None
    text = normalise(meant[0].text)
    named = [d for d in index.documents.values() if d.id != meant[0].id and d.kind == "policy" and _title(d) in text]
    named.sort(key=lambda document: text.index(_title(document)))
    if not named:
        return None
    lines = [f"{n}.{d.full_name}{'，已收录' if d.held else f'，{where_to_get(d)}'}" for n, d in enumerate(named, 1)]
    count = f"{len(named)}份"
    told = f"《{meant[0].short_title}》提到的文件，目录里有{count}：{''.join(lines)}"
    clauses = [c for c in index.clauses(meant[0].id) if any(_title(d) in normalise(c.text) for d in named)]
    places = placed(meant[0].id, [(clause.start, clause.end) for clause in clauses])
    missing = tuple(document.id for document in named if not document.held)
    return Draft((Said(told, places, count=count),), allowed=(told,), missing=missing)


def _title(document: Document) -> str:
    return normalise(f"《{document.title}》")
