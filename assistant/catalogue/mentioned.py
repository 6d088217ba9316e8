"""Whether a document speaks of something at all: 预算法里提到过国债吗, 那份通知有没有写利率.

Answered by the document's words alone: the passage that says most of what is asked for, or that nothing of it is there.
"""

import re

from assistant.draft import Draft, Place, Said
from assistant.understanding.question import Question, content_terms
from assistant.verdicts.verdict import Judgement
from store.index import Index
from store.records import Document

_SPEAKS = r"(?:提到|提及|写到|写明|写|说到|讲到|涉及|出现)"
_MENTIONS = re.compile(
    rf"(?:里|中|上|里面|当中)?(?:有没有|有无|是否|是不是|到底|究竟|可)?{_SPEAKS}(?:过|了|有)?(?P<thing>[^,，。?？]{{2,14}}?)(?:了|过)?(?:吗|没有?|不)?[?？]?$"
)
_ASKS = re.compile(r"有没有|有无|是否|是不是|[吗么]|没有?[?？]?$")
_SAID = re.compile(r"(?:这|那)(?:个|些|条|种|一?点)|它|什么|哪|啥|多少|几|怎")


def asks_mention(question: Question) -> str:
    """The thing that a question asks a document for the mention of; "" for another question."""
    match = _MENTIONS.search(question.text)
    if not match or not _ASKS.search(match[0]) or _SAID.search(match["thing"]):
        return ""
    return match["thing"]


def mention(index: Index, document: Document, thing: str) -> Draft | None:
    """Where a held document mentions a thing; that it does not; None where it has some of its words only."""
    terms = content_terms(thing)
    held = [term for term in terms if term in document.text]
    if not terms or (held and len(held) < len(terms)):
        return None
    if not held:
        return Draft((Said(f"《{document.short_title}》没有提到“{thing}”。"),), refused=True)
    best = min(
        (c for c in index.clauses(document.id) if all(t in c.text for t in terms)),
        key=lambda c: len(c.text),
        default=None,
    )
    if best is None:
        return None
    place: Place = (document.id, best.start, best.end)
    return Draft((Said(f"提到了。{best.locator}：{best.text}", (place,)),), Judgement("yes", "提到了。"))
