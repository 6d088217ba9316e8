"""Documents that users added and that a question names by a part of their title or of their issuer's name: 灯塔修缮 of
白沙镇灯塔修缮资金办法. What stands in no other document tells; a word of two characters (员工) may be anybody's word for
something else, unless it is no word but a name. Knows no document."""

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

import rjieba

from assistant.understanding.question import content_terms
from store.records import Document
from store.text import normalise

_SHORTEST = 3  # characters of a part of a name
_OPENING = 2  # of a proper name that a title opens with
_KIND_OF_PLACE = "(?:园区?|校区?|厂区?|院区?|港区?|中心|馆|公司|集团|小区|街区|景区)"
_NOT_HAN = re.compile("[^一-鿿]|年度?")


def named_in_part(text: str, added: Collection[Document], held: Collection[Document]) -> list[Document]:
    """Those of the `added` documents of whose name normalised `text` says what stands in no other that is `held`."""
    return [document for document in added if _name(text, document, held)]


def with_name(part: str, whole: str, added: Collection[Document], held: Collection[Document]) -> str:
    """A part of a message behind what the `whole` message says of the name of one `added` document, where it says nothing
    of one itself."""
    names = {name for document in added if (name := _name(normalise(whole), document, held))}
    return part if len(names) != 1 or named_in_part(normalise(part), added, held) else f"{names.pop()}{part}"


def without_opening(text: str, scope: Collection[Document], added: Collection[Document]) -> str:
    """Normalised `text` without the proper name that opens the title of the one document of the `scope`, an added one, and the
    kind of place behind it (白沙港区 of 白沙客货码头管理办法): it says which document is meant, where it is not what something is done to (能进白沙港吗)."""
    if len(scope) != 1 or next(iter(scope)) not in added:
        return text
    title = normalise(next(iter(scope)).title)
    name = title[:_OPENING]
    if not _is_coined(name):
        return text
    kind = f"(?:[{re.escape(title[_OPENING:])}]{{0,6}}{_KIND_OF_PLACE})?"
    rest = re.sub(rf"(?:(?<![^,，。;；?？\s])|在){re.escape(name)}{kind}的?", "", text, count=1)
    return rest if rest != text and content_terms(rest) else text


def _is_coined(name: str) -> bool:
    """Whether it is no word, but a proper name."""
    return len(rjieba.cut(name, False)) == _OPENING


def _name(text: str, document: Document, held: Collection[Document]) -> str:
    """What normalised `text` says of a document's name that stands in no other, "" for nothing."""
    others = [other for other in held if other.id != document.id]
    return next((part for part in _parts(text, document) if _stands_in_none(part, others)), "")


def _parts(text: str, document: Document) -> Iterator[str]:
    """What the text says of the names of a document."""
    for name in filter(None, (normalise(document.title), normalise(document.issuer))):
        run = SequenceMatcher(None, text, name, autojunk=False).find_longest_match()
        part = text[run.a : run.a + run.size]
        if len(_NOT_HAN.sub("", part)) >= _SHORTEST:
            yield part
        if name[:_OPENING] in text and _is_coined(name[:_OPENING]):
            yield name[:_OPENING]


def _stands_in_none(part: str, documents: Collection[Document]) -> bool:
    """Whether none of the documents has all words of a part, or the name that it is where it has none."""
    words = [word for word in rjieba.cut(part, False) if len(word) > 1] or [part]
    return not any(all(any(word in said for said in (d.text, d.title, d.issuer)) for word in words) for d in documents)
