"""Places: who names a province, city, county or district asks about the documents of that place: 临湖市的贴息, of 临湖市…办法.
Knows how places are named, not any place."""

import re
from collections.abc import Iterable, Sequence

from assistant.understanding.question import content_terms
from store.records import Document
from store.text import normalise

# A name of two to four characters; what is a kind of place and no name (示范城市, 产业园区) is none.
_CITY = "(?<!示范城)(?<!试点城)(?<!重点城)(?<!中心城)(?<!文明城)(?<!智慧城)市"
_DISTRICT = "(?<![园地社山矿新灾库景林牧发聚范验税融心])区"
_PLACE = rf"([一-鿿]{{2,4}}?)(?:省|自治区|自治州|{_CITY}|{_DISTRICT}|县|自治县|州|旗|(?<![城乡小集市重])镇|(?<!城)乡(?![镇村])|街道)"
_AT_THE_HEAD = re.compile(rf"(?:^|[《\s])(?:中共)?((?:{_PLACE})+)(?=[一-鿿])")
_EACH = re.compile(_PLACE)
_STATE = re.compile("^(?:中华人民共和国|全国|国家|财政部|中共中央)")


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


def with_place(part: str, whole: str, documents: Iterable[Document]) -> str:
    """A part of a message behind the name of the place that the `whole` message names, where it names none itself."""
    places = {places_of(document)[-1] for document in of_place(normalise(whole), documents)}
    return part if len(places) != 1 or of_place(normalise(part), documents) else f"{places.pop()}{part}"


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


def _stem(place: str) -> str:
    found = re.fullmatch(_PLACE, place)
    return normalise(found[1] if found else place)
