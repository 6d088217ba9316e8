"""Terms asked about: whether there is a time limit at all (有没有时限), and what an extension adds, which is no term of its own."""

import re

from assistant.answer import Verdict
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from assistant.understanding.values import Value, find_values

_ASKS_TERM = re.compile(
    r"(?<![没无])有(?:没有|无)?[^,，。?？]{0,4}(?:期限|时限|时间限制|时效|截止日期?)[^,，。?？]{0,3}?(?:吗|么|没有?|不)?[?？]?$"
)
_NO_TERM = re.compile("期限?不受|不受[^，。；]{0,8}(?:期限|时间)|长期有效|永久")
# A case that has none: 外借的展品，不受二十日的限制.
_FREED = re.compile(r"(?:^|[。；])对?(?P<case>[^，。；]{2,16})的，[^。；]*不受[^。；]{0,12}(?:限制|期限)")
# 有特殊情况的，经批准，可以延长三个月
_EXTENSION = re.compile(r"[^。；\n]*可以?(?:再|适当)?延长[^。；\n]*[。；]?")
_ASKS_MORE = re.compile("延|宽|推迟|特殊|最[长迟晚多]|至多")


def term_verdict(question: Question, stretch: str) -> Verdict | None:
    """Yes to who asks if there is a time limit, where the stretch sets one, no where it frees the very case of it; None for any
    other."""
    if question.english or not _ASKS_TERM.search(question.text):
        return None
    freed = _FREED.search(stretch)
    if freed and pairs(freed["case"]) & pairs(question.text):
        return "no"
    limits = (value for value in find_values(stretch) if value.kind in ("period", "date"))
    sentence = stretch.partition("。")[0]
    return "yes" if any(limits) and not _NO_TERM.search(sentence) else None


def without_extension(question: Question, stretch: str) -> str:
    """The stretch without what it may be extended by, unless that is asked for or nothing else is left."""
    if _ASKS_MORE.search(question.text):
        return stretch
    return _EXTENSION.sub("", stretch).strip() or stretch


def among_other_periods(wrong: tuple[Value, Value], stretch: str) -> bool:
    """Whether a period that is wrong stands against one of its unit in a stretch that has others in another unit (十五日内申请，九个月内
    决定): it is not certain which is the right one."""
    value, right = wrong
    return value.kind == "period" and any(
        one.kind == "period" and one.unit != right.unit for one in find_values(stretch)
    )
