"""The programme that a question opens with: 渡口改造工程能买车吗, 渡口改造工程资金能买车吗, of 关于做好渡口改造工程的通知. Its name tells
which policy is meant; what is asked of it stands in other clauses than those that say the name again. Knows no programme."""

import re
from collections.abc import Collection
from difflib import SequenceMatcher

from assistant.understanding.question import content_terms
from store.records import Document
from store.text import normalise

_SHORTEST = 6  # characters of a title that name what it is on
_FEWEST = 2  # content words of what is asked besides; of its money one is enough (资金一共多少)
_OPENS = re.compile(
    r"(?:^|[,，。;；?？\s])(?:(?:19|20)\d\d年度?的?|关于|对于?|在|这次|本次|今年的?|搞|做|开展|参加|申请)*$"
)
_BEHIND = re.compile("(?:工作|项目|任务)?(?:方面|里面?|当?中|过程中)?[的,，]?")
_MONEY = re.compile("的?(?=(?:专项|补助|财政|中央|项目)*(?:资金|经费|补助|拨款|钱))")


def without_programme(text: str, scope: Collection[Document]) -> tuple[str, Document | None]:
    """Normalised `text` without the words of the one policy's title of the `scope` that it opens with, or has before the money
    that it asks about, and that policy; the text itself, and None, where it says no such words, or little else."""
    found = [(rest, document) for document in scope if document.kind == "policy" and (rest := _rest(text, document))]
    return found[0] if len(found) == 1 else (text, None)


def _rest(text: str, document: Document) -> str:
    """The text without the longest stretch that it shares with the title; "" where that does not only say what is meant."""
    title = normalise(document.title).rpartition("关于")[2]  # before which its issuers stand, who may be asked about
    run = SequenceMatcher(None, text, title, autojunk=False).find_longest_match()
    end = run.a + run.size
    money = _MONEY.match(text, end)
    behind = money or _BEHIND.match(text, end)
    if run.size < _SHORTEST or behind is None or not (money or _OPENS.search(text[: run.a])):
        return ""
    rest = text[: run.a] + text[behind.end() :]
    return rest if len(content_terms(rest)) >= (1 if money else _FEWEST) else ""
