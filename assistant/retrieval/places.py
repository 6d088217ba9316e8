"""Places: who names a province, city, county or district asks about the documents of that place: 临湖市的贴息, of 临湖市…办法.
Knows how places are named, not any place."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

import rjieba

from assistant.understanding.question import content_terms
from store.records import Document
from store.text import normalise

# A name of two to four characters; what is a kind of place and no name (示范城市, 产业园区) is none.
_CITY = "(?<!示范城)(?<!试点城)(?<!重点城)(?<!中心城)(?<!文明城)(?<!智慧城)(?<!超)市"
_DISTRICT = "(?<![老主]城)(?<![园地社山矿新灾库景林牧发聚范验税融心])区"
_PLACE = rf"([一-鿿]{{2,4}}?)(?:省|自治区|自治州|{_CITY}|{_DISTRICT}|县|自治县|州|旗|(?<![城乡小集市重])镇|(?<!城)乡(?![镇村])|街道)"
_AT_THE_HEAD = re.compile(rf"(?:^|[《\s])(?:\d{{4}}年度?)?(?:中共)?((?:{_PLACE})+)(?=[一-鿿])")
_EACH = re.compile(_PLACE)
_STATE = re.compile("^(?:中华人民共和国|全国|国家|财政部|中共中央)")
# The place that a question is about stands at its head; where somebody comes from (外省户籍) is no such place.
_ASKED_OF = re.compile(
    r"(?:请问|问一?下|那么?|[,，\s])*(?:我们?|咱们?)?(?:公司|单位|企业|家)?(?:是|在|到|去)?"
    rf"(?P<places>(?:{_PLACE})+)"
)
_COMES_FROM = re.compile("户|籍|身份|人(?![才社大力工])|居民|毕业|出生|社保|医保|交的|来的|过来|迁|转|[场值价容]")
_NAMING = ("ns", "nr", "nz", "nt")  # how the dictionary marks the words that name
_NO_NAME = frozenset("rmpcutdfq")  # and single characters that are part of no name
_KINDS = (("省", "自治区"), ("市", "州"), ("县", "区", "旗"), ("镇", "乡", "街道"))  # the largest first
_AND = r"\s*(?:以及|还有|[和与及跟同、])\s*"
_OF_BOTH = (
    "(?P<before>.*?)(?P<together>(?:{one})(?:{and_}(?:{one}))*)(?P<matter>.+?)"
    "(?:[,，;；?？。](?:那么?|而)?(?P<other>{one})呢)?[?？。]*"
)
# What any title may have.
_KIND_OF_DOCUMENT = re.compile(
    "(?:组织|安全|监督|申报|实施|管理|暂行|试行|工作|办法|细则|规定|条例|方案|意见|指南|通知|公告)+"
)
_WORD, _SUBJECT = 2, 4  # characters of a title that are of its subject, and that name it


def places_of(document: Document) -> tuple[str, ...]:
    """The places whose document it is, the smallest last, as its title or issuer begins with them (江州市临湖区); () for one
    of the whole state."""
    if document.kind == "statute":
        return ()
    for head in (document.title, document.issuer):
        for found in _AT_THE_HEAD.finditer(head):
            if not _STATE.search(found[1]):
                return tuple(one[0] for one in _EACH.finditer(found[1]))
    return ()


def of_place(text: str, documents: Iterable[Document]) -> list[Document]:
    """The documents of the place that normalised `text` names, with or without its kind (临湖)."""
    named = [(d, {place for place in places_of(d) if _stem(place) in text}) for d in documents]
    # Who names the smaller place does not mean others of the larger.
    smallest = [d for d, places in named if places and places_of(d)[-1] in places]
    return smallest or [d for d, places in named if places]


def with_place(part: str, whole: str, documents: Sequence[Document]) -> str:
    """A part of a message behind the name of the place that the `whole` message names, where it names none itself."""
    places = {places_of(document)[-1] for document in of_place(normalise(whole), documents)}
    own = of_place(normalise(part), documents) or place_without(normalise(part), documents)
    return part if len(places) != 1 or own else f"{places.pop()}{part}"


def place_without(text: str, documents: Sequence[Document]) -> str:
    """The place that normalised `text` asks about and that none of the documents is of, "" where it asks about no such place."""
    asked = _ASKED_OF.match(text)
    if asked is None or of_place(text, documents):
        return ""
    named = "".join(takewhile(_is_name, (place[0] for place in _EACH.finditer(asked["places"]))))
    return "" if _COMES_FROM.match(text, asked.start("places") + len(named)) else named


def is_of_another(document: Document, place: str) -> bool:
    """Whether a document is of another place than `place`, which it does not mention and which cannot be a part of its own."""
    own = places_of(document)
    mentioned = any(_stem(one[0]) in normalise(document.text) for one in _EACH.finditer(place))
    return bool(own) and _level(own[-1]) >= _level(place) and not mentioned


def on_subject(text: str, documents: Iterable[Document], local: Sequence[Document]) -> list[tuple[Document, str]]:
    """The documents of other places whose subject normalised `text` names, with the words by which it does, which none of the
    `local` ones has."""
    if any(len(_of_subject(text, document)) >= _WORD for document in local):
        return []
    others = [document for document in documents if places_of(document) and document not in local]
    named = [(document, _of_subject(text, document)) for document in others]
    return [(d, part) for d, part in named if len(part) >= _SUBJECT and not any(_speaks_of(one, part) for one in local)]


def named_together(text: str, documents: Iterable[Document]) -> tuple[str, tuple[str, ...], str]:
    """What normalised `text` says before the places of which it asks the same (柳湾和白沙的租金, 柳湾的租金多少，白沙呢), these places,
    and what it asks; no places where it asks of no two."""
    places = {_stem(places[-1]): places[-1] for document in documents if (places := places_of(document))}
    one = "|".join(
        rf"{re.escape(stem)}(?:{re.escape(normalise(place).removeprefix(stem))})?" for stem, place in places.items()
    )
    asked = _OF_BOTH.format(one=one, and_=_AND)
    found = re.fullmatch(asked, text) if places else None
    if found is None or re.search(one, found["before"] + found["matter"]):
        return text, (), ""
    named = tuple(dict.fromkeys(re.findall(one, found["together"] + "，" + (found["other"] or ""))))
    return found["before"], named if len(named) > 1 else (), found["matter"]


def without_place(text: str, documents: Sequence[Document]) -> str:
    """Normalised `text` without the names of the one place that all of the documents are of, which stand in each of them;
    all of it where nothing else is said."""
    places = {places_of(document) for document in documents}
    if len(places) != 1:
        return text
    rest = text
    for place in places.pop():
        for name in (normalise(place), _stem(place)):
            rest = rest.replace(name + "的", "").replace(name, "")
    return rest if rest != text and content_terms(rest) else text


def _level(place: str) -> int:
    """How many kinds of places are larger than a place's kind."""
    return max((level for level, kinds in enumerate(_KINDS) if place.endswith(kinds)), default=0)


def _of_subject(text: str, document: Document) -> str:
    """The longest stretch that normalised `text` has of the subject of a document, as its title says it."""
    title = _KIND_OF_DOCUMENT.sub("，", without_place(normalise(document.title), [document]))
    run = SequenceMatcher(None, text, title, autojunk=False).find_longest_match()
    return text[run.a : run.a + run.size]


def _speaks_of(document: Document, part: str) -> bool:
    """Whether a document has all words of a part of a question."""
    words = [word for word in rjieba.cut(part, False) if len(word) > 1] or [part]
    return all(word in normalise(document.title + document.text) for word in words)


def _is_name(place: str) -> bool:
    """Whether what is written as a place is a name and not what it is like (所在市)."""
    return not place.startswith("各") and all(
        tag.startswith(_NAMING) or (len(word) == 1 and tag[0] not in _NO_NAME) for word, tag in rjieba.tag(place)
    )


def _stem(place: str) -> str:
    found = re.fullmatch(_PLACE, place)
    return normalise(found[1] if found else place)
