"""Several places named by their numbers in one message (运河法第四条和第五条, 通知一（一）和（二）, 运河法第四条至第六条): the message
about each of them alone. Knows how places are written, not which there are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.retrieval.named import NUMERAL, TITLE_ENDS, title_before
from assistant.understanding.asking import COMPARED
from store.numerals import numeral, parse_number

MOST = 5  # places that one answer shows
_AND, _TO = r"(?:以及|还有|[和与及跟同、,，])", r"(?:至|到|[-~—–]+)"
_GAP = re.compile(rf"\s*(?:(?P<to>{_TO})|{_AND})\s*")
_TITLED = re.compile(rf"《?(?:(?!第)[一-鿿]){{0,24}}{TITLE_ENDS}[》>]?(?:里面?|中)?的?(?=第|\d|[一二三四五六七八九十])")
_PAUSE = re.compile(r"\s*[,，、]?\s*")
_NUMBER, _UNMARKED = re.compile(NUMERAL), re.compile("^(?!第)(?=.*[条款项])")
_SECTION = "[一二三四五六七八九十]+"
# The levels of a statute and of a policy, of which a further place may leave out the first ones: 第二款 of the same article.
_LEVELS = (
    re.compile(rf"(第?{NUMERAL}条(?:之{NUMERAL})?)?(?:的?(第?{NUMERAL}款))?(?:的?(第?[(]?{NUMERAL}[)]?项))?"),
    re.compile(
        rf"(第{_SECTION}大?部分|{_SECTION}、?(?=\s*\())?\s*(\({_SECTION}\))?\s*(\d{{1,2}}(?![\d年月日个天%])[.、]?)?"
    ),
)
# 第四、五条: the unit is that of the last.
_ELLIPTIC = re.compile(
    rf"(?<!之)(?P<number>第?\(?{NUMERAL}\)?)(?P<rest>\s*(?:{_AND}|{_TO})\s*第?\(?{NUMERAL}\)?(?P<unit>[条款项]))"
)
_APART = re.compile("分别|各自|各")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place as written: the title before its number, "" for that of the place before; the numbers, "" where one is left
    out; whether it ends a range that the place before begins."""

    title: str
    numbers: tuple[str, ...]
    ends_range: bool = False


def each_place(text: str, is_there: Callable[[str], bool | None]) -> tuple[str, ...]:
    """Normalised `text` about each of the places that it names, in order, a range up to the first that is not there, one
    more than `MOST` at most; () where it names no two. `is_there` is None for a message that names no place at all."""
    while (filled := _ELLIPTIC.sub(r"\g<number>\g<unit>\g<rest>", text, count=1)) != text:
        text = filled
    for levels in _LEVELS:
        for match in levels.finditer(text):
            if not _is_first(text, match):
                continue
            places, end = _chain(text, match)
            if len(places) > 1:
                before = text[: match.start()]
                after = "" if COMPARED.match(text) else _APART.sub("", text[end:])
                parts = _parts(places, before, after, is_there)
                return parts if len(parts) > 1 and is_there(parts[0]) is not None else ()
    return ()


def _is_first(text: str, match: re.Match[str]) -> bool:
    """Whether a match names a place by itself, and counts none: 三条 alone is no article."""
    first = match[1] or ""
    marked = first.startswith("第") or not first.endswith("条") or title_before(text[: match.start()])
    return bool(first and marked)


def _chain(text: str, match: re.Match[str]) -> tuple[list[_Place], int]:
    """The places named one after another from the match on, and where the last ends."""
    places, end = [_Place("", _numbers(match))], match.end()
    while gap := _GAP.match(text, end):
        behind = gap.end()
        title = _TITLED.match(text, behind) if not gap["to"] else None
        behind = title.end() if title else behind
        found = max((levels.match(text, behind) for levels in _LEVELS), key=lambda m: m.end() if m else 0)
        if found is None or not any(_numbers(found)) or (title and not found[1]):
            break
        further = _Place(title[0] if title else "", _numbers(found), bool(gap["to"]))
        end = found.end()
        if _PAUSE.fullmatch(gap[0]) and not title and _goes_deeper(places[-1], further):
            places[-1] = replace(places[-1], numbers=_whole(further.numbers, places[-1].numbers))
        else:
            places.append(further)
    return places, end


def _goes_deeper(place: _Place, further: _Place) -> bool:
    """Whether a further place leaves out all numbers that the one before it has, and adds those that this one has not: the
    paragraph behind 第六条 is one of that article, not another place."""
    level = next(n for n, number in enumerate(further.numbers) if number)
    return level > 0 and not any(place.numbers[level:]) and any(place.numbers[:level])


def _numbers(match: re.Match[str]) -> tuple[str, ...]:
    """The numbers of a place, with the 第 that a further one may leave out."""
    return tuple(_UNMARKED.sub("第", number or "") for number in match.groups())


def _parts(places: list[_Place], before: str, after: str, is_there: Callable[[str], bool | None]) -> tuple[str, ...]:
    parts = list[str]()
    last: tuple[str, ...] = ()
    for place in places:
        if place.title:
            title = title_before(before)
            before = before[: title.start(1)].rstrip("《") + place.title if title else place.title
            last = ()
        numbers = _whole(place.numbers, last)
        for one in _up_to(last, numbers) if place.ends_range else [numbers]:
            parts.append(before + "".join(one) + after)
            if len(parts) > MOST or (place.ends_range and not is_there(parts[-1])):
                return tuple(dict.fromkeys(parts))
        last = numbers
    return tuple(dict.fromkeys(parts))


def _whole(numbers: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers of a place, the first ones from the place before where they are left out."""
    first = next((n for n, number in enumerate(numbers) if number), 0)
    return (*before[:first], *numbers[first:])


def _up_to(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The places after the first up to the last, which differ in their last number alone; the last where they do not."""
    level = max((n for n, number in enumerate(last) if number), default=0)
    sizes = [_size(numbers[level]) if level < len(numbers) else 0 for numbers in (first, last)]
    if not 0 < sizes[0] < sizes[1] or first[:level] != last[:level] or any(first[level + 1 :]):
        yield last
        return
    for size in range(sizes[0] + 1, sizes[1] + 1):
        yield (*last[:level], _NUMBER.sub(numeral(size), last[level], count=1), *last[level + 1 :])


def _size(number: str) -> int:
    found = _NUMBER.search(number)
    return int(parse_number(found[0]) or 0) if found else 0
