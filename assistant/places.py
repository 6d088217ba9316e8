"""Places: who names a province, city, county or district asks about the documents of that place: 临湖市的贴息, of 临湖市…办法.
Knows how places are named, not any place."""

import re
from collections.abc import Iterable, Sequence

from assistant.question import content_terms
from store.records import Document
from store.text import normalise

# A name of two to four characters; what is a kind of place and no name (示范城市, 产业园区) is none.
_PLACE = (
    r"([一-鿿]{2,4}?)(?:省|自治区|自治州|(?<![城都])市|(?<![园地社山区矿新灾库景林牧发聚范验税融心])区|县|自治县|州|旗)"
)
_AT_THE_HEAD = re.compile(rf"(?:^|[《\s])(?:中共)?{_PLACE}(?=[一-鿿])")
_STATE = re.compile("^(?:中华人民共和国|全国|国家|财政部|中共中央)")


def place_of(document: Document) -> str:
    """The place whose document it is, as its title or issuer begins with it (临湖市); "" for one of the whole state."""
    if document.kind == "statute":
        return ""
    for head in (document.title, document.issuer):
        for found in _AT_THE_HEAD.finditer(head):
            if not _STATE.search(found[0]):
                return found[0].strip("《 \n")
    return ""


def of_place(text: str, documents: Iterable[Document]) -> list[Document]:
    """The documents of the place that normalised `text` names, with or without its kind (临湖)."""
    return [document for document in documents if (place := place_of(document)) and _named(place, text)]


def with_place(part: str, whole: str, documents: Iterable[Document]) -> str:
    """A part of a message behind the name of the place that the `whole` message names, where it names none itself."""
    places = {place_of(document) for document in of_place(normalise(whole), documents)}
    return part if len(places) != 1 or of_place(normalise(part), documents) else f"{places.pop()}{part}"


def without_place(text: str, documents: Sequence[Document]) -> str:
    """Normalised `text` without the name of the one place that all of the documents are of, which stands in each of them;
    all of it where nothing else is said."""
    places = {place_of(document) for document in documents}
    if len(places) != 1 or not (place := places.pop()):
        return text
    rest = text
    for name in (normalise(place), _stem(place)):
        rest = rest.replace(name + "的", "").replace(name, "")
    return rest if rest != text and content_terms(rest) else text


def _named(place: str, text: str) -> bool:
    return _stem(place) in text


def _stem(place: str) -> str:
    found = re.fullmatch(_PLACE, place)
    return normalise(found[1] if found else place)
