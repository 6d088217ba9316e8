"""Whether it was these bodies that issued a document (通知是教育部发的吗), by the catalogue, beside its title and number.

Knows nothing of who answers for what a document says, nor of names that are no part of the issuer's.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.catalogue.introduce import introduce, opening, without_names
from assistant.draft import Draft, Said
from assistant.understanding.days import written
from assistant.understanding.polarity import is_negative
from assistant.understanding.question import Question
from assistant.verdicts.verdict import verdict_of
from store.index import Index
from store.records import Document
from store.text import normalise

_ISSUED = re.compile(
    "^(?P<what>[^，,。；;]{0,60}?)[,，]?不?是(?:不是)?(?P<only>[只仅])?由?(?P<who>[一-鿿、]{2,40}?)(?P<how>联合|共同|一起|一家|单独|自己)*"
    "(?:印发|下发|颁发|颁布|发布|发出|发文|制定|发)的(?:文件|文|通知)?(?:[,，]?(?:对|是|没错)?(?:不对|不是)?[吗吧么])?[?？。!！]*$"
)
_IT = re.compile("这|那|该|本|此|份|个|部|上面|文件|文档|通知|办法|规定|意见|方案|细则|公告|条例|法律|的|呢|嘛|啊")
_BODY = re.compile(".+(?:[部局厅院委会办署府司行社省市县区]|中心|大学|公司|人大|中央)")
_AND = re.compile("和|与|跟|及|、")


def say_issuer(index: Index, named: Sequence[Document], question: Question, as_of: date) -> Draft | None:
    """Whether the bodies named in a yes-no question issued the one document `named`; None where it asks nothing of the
    kind, or the catalogue has no issuer. Of a document that is not held the catalogue's entry is told."""
    match = _ISSUED.match(question.text)
    if not match or not question.yes_no or len(named) != 1 or not named[0].issuer:
        return None
    document = named[0]
    bodies = _AND.split(match["who"])
    if _IT.sub("", without_names(match["what"], document)) or not all(map(_BODY.fullmatch, bodies)):
        return None
    if not document.held:
        return introduce(index, document, as_of)
    issuers = [normalise(name) for name in _AND.split(document.issuer)]
    so = all(any(_short_for(body, name) for name in issuers) for body in bodies)
    if match["only"] or match["how"] in ("一家", "单独", "自己"):
        so = so and len(bodies) == len(issuers)
    judgement = verdict_of(question, "yes" if so != is_negative(question.text) else "no")
    day = written(document.issued_on) if document.issued_on else ""
    text = f"{judgement.lead}《{document.short_title}》由{document.issuer}{day}发布。"
    return Draft((Said(text, opening(index, document)),), judgement, allowed=(text,))


def _short_for(body: str, name: str) -> bool:
    """Whether a body's name is another's shortened: its characters stand there in this order."""
    rest = iter(name)
    return all(char in rest for char in body)
