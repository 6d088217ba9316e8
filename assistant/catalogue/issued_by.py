"""Whether it was these bodies that issued a document (通知是教育部发的吗), who did and when (这份文件谁发的, 通知哪天印的), by the
catalogue, beside its title and number.

Knows nothing of who answers for what a document says, nor of names that are no part of the issuer's.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.catalogue.introduce import introduce, opening, without_names
from assistant.draft import Draft, Said, placed
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
# Who or when, asked of a document as a whole and of nothing it says.
_MADE = (
    "(?:联合|共同|一起)?(?:印发|下发|颁发|颁布|发布|发文|制定|制发|出台|成文|落款|签发|发|出|印)(?:下来|出来|布|行)?"
)
_WHO = "(?:谁家?|(?:哪一?[个家些]|哪?[几两]家?|什么|啥)(?:部门|单位|机关|机构|衙门)?)"
_WHEN = "(?:什么时候|啥时候|何时|几时|哪一?天|几月几[号日]|几[号日]|哪[一几]?年(?:哪月|几月)?(?:哪天|几[号日])?)"
_ASKS_ISSUE = re.compile(
    rf"^(?P<what>[^,，。;；]{{1,30}}?)(?:到底|究竟)?[是由归]?(?:{_WHO}|{_WHEN}){_MADE}的?(?:文档|文)?[呢啊呀的?？。]*$"
)
_ISSUER_OF = re.compile(
    rf"^(?P<what>[^,，。;；]{{0,30}}?)(?:的|上)?(?:落款|署名|发文|印发|制发|制定|签发|成文)(?:单位|机关|部门|日期|时间)?(?:都|各)?[是有为]?(?:{_WHO}|{_WHEN})[呢啊呀的?？。]*$"
)
_ISSUED_BY = re.compile(rf"^[是由]?(?:{_WHO}|{_WHEN}){_MADE}的?(?P<what>[^,，。;；?]{{1,30}})[呢啊呀的?？。]*$")
_IT = re.compile("红头|这|那|该|本|此|份|个|部|上面|文件|文档|通知|办法|规定|意见|方案|细则|公告|条例|法律|的|呢|嘛|啊")
_KINDS = re.compile("通知|办法|规定|意见|方案|细则|公告|条例|法律")
_SAID_IN = ("》标题", "》署名", "》成文日期")  # parts that tell who issued a document, and when
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


def say_issue(index: Index, named: Sequence[Document], question: Question) -> Draft | None:
    """Who issued the one document `named`, and when, where that is asked of it as a whole; None where anything else is asked, and
    of a document without a title of its own to cite."""
    patterns = (_ASKS_ISSUE, _ISSUER_OF, _ISSUED_BY)
    match = next((found for pattern in patterns if (found := pattern.match(question.text))), None)
    if not match or question.yes_no or len(named) != 1 or not named[0].held:
        return None
    document, what = named[0], without_names(match["what"], named[0])
    kinds = [
        kind for kind in _KINDS.findall(what) if kind not in normalise(document.title)
    ]  # 方案, of which a notice speaks
    if not (document.issuer and document.issued_on) or kinds or _IT.sub("", what):
        return None
    day, who = written(document.issued_on), re.search(_WHO, question.text)
    telling = [node for node in index.nodes(document.id) if node.locator.endswith(_SAID_IN)]
    telling = telling if who else telling[-1:]  # the day stands last
    places = placed(document.id, [(node.start, node.end) for node in telling])
    text = f"《{document.short_title}》由{document.issuer}{day}发布。" if who else f"{day}。"
    return Draft((Said(text, places),), allowed=(text,)) if places else None


def _short_for(body: str, name: str) -> bool:
    """Whether a body's name is another's shortened: its characters stand there in this order."""
    rest = iter(name)
    return all(char in rest for char in body)
