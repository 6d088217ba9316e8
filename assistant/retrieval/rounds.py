"""Rounds: policies that come out year by year, and the year by which people name them (2020年的通知, 20年入选的城市).

The year says which document is meant; it says nothing of what is asked, and would only lead the search to wherever
that year is mentioned. Works on normalised text, in which 文件 is 文档. A policy without a year in its title or number is
no round: it is known by its name.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import cache

from store.records import Document
from store.text import normalise, words

_POINTING = "(?:的|[那这]一?[个份轮批回次届版期])*"
_KIND = "(?:通知|文档|政策|文(?![一-鿿]))"
_FULL_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_YEARS = re.compile(r"(20\d\d)年?(?:[—\-~至到]+(20\d\d))?")
_DATE = re.compile(r"20\d\d年\d{1,2}月")
_ALIKE = 0.6  # share of a title's words that two rounds of one series have in common at least
# What follows a year of two digits, which else is a length of time: 20年的通知, but 20年以上.
_SHORT_USE = f"(?=[的那这]|入选|入围|申报|评上|{_KIND})"
_BACK = "(?<![日月号天周时底])(?:(?P<years>去年|前年|上一?年|前一年)|(?P<all>往年|以往|历年|以前|前几年|过去|早年|此前))度?(?:各年)?"
_TOOK_PART = re.compile("过的|[选得]的")  # 去年的通知支持过的城市 asks for those it chose
_SHORTEST = 4  # characters of a question without its year
_ENDING = 4  # words at the end of a title, a long one and the shorter ones inside it counted apart: 体系, 服务体系, 建设, 工作


def year_of(document: Document) -> str:
    """The year in a policy's title or else in its number, "" if neither has one."""
    found = _FULL_YEAR.search(document.title) or _FULL_YEAR.search(document.number)
    return found[0] if found and document.kind == "policy" else ""


def rounds_named(text: str, documents: Iterable[Document]) -> list[Document]:
    """The rounds among `documents` that `text` names by a year and a word for a document: 2019年的通知."""
    named = [
        document
        for document in documents
        if (year := year_of(document))
        and re.search(f"(?:{_written(year)})年?度?{_POINTING}{_subject(document.title)}{_POINTING}{_KIND}", text)
    ]
    return sorted(named, key=lambda document: year_of(document) not in document.title)


def earlier_rounds(text: str, documents: Collection[Document], today: date) -> list[Document]:
    """The rounds, of the series of those held, that `text` asks for by a year counted back (去年的通知怎么说), from today or else from
    the latest held, or by being earlier ones (往年的通知)."""
    found = list[Document]()
    asks = re.search(_BACK, text)
    for latest in (d for d in documents if asks and d.held and year_of(d)):
        match = re.search(f"{_BACK}{_POINTING}{_subject(latest.title)}{_POINTING}{_KIND}(?P<rest>.*)", text)
        if match is None or _TOOK_PART.search(match["rest"]):
            continue
        year, series = int(year_of(latest)), [d for d in documents if of_one_series(d, latest)]
        if match["all"]:
            found += [d for d in series if int(year_of(d)) < year]
            continue
        back = 2 if match["years"].startswith("前") else 1
        counted = ([d for d in series if int(year_of(d)) == since - back] for since in (today.year, year))
        found += next(filter(None, counted), [])
    return [*dict.fromkeys(found)]


def rounds_of(text: str, documents: Collection[Document]) -> list[Document]:
    """The rounds of the only year that `text` speaks of, a date aside, if they belong with a round that is held."""
    years = set(_FULL_YEAR.findall(_DATE.sub("", text)))
    held = [document for document in documents if document.held and year_of(document)]
    return [
        document
        for document in documents
        if years == {year_of(document)} and any(of_one_series(document, other) for other in held)
    ]


def without_year(text: str) -> str:
    """`text` without the years in it."""
    return re.sub(rf"{_FULL_YEAR.pattern}年?度?的?", "", text)


def of_another_year(text: str, document: Document) -> bool:
    """Whether the only year that `text` speaks of, a date aside, is neither that of a round nor any that the round tells of."""
    years = set(_FULL_YEAR.findall(_DATE.sub("", text)))
    return bool(year_of(document)) and len(years) == 1 and not any(spans(document.text, int(year)) for year in years)


def of_one_series(one: Document, other: Document) -> bool:
    """Whether both are policies that come out year by year about the same."""
    return bool(year_of(one) and year_of(other)) and _same_series(one.title, other.title)


@cache
def _same_series(left: str, right: str) -> bool:
    """Whether two titles are about the same, the year aside."""
    a, b = set(_about(left)), set(_about(right))
    return len(a & b) >= _ALIKE * min(len(a), len(b))


def _about(title: str) -> list[str]:
    """The words of a title after 关于, the year left out."""
    return words(_FULL_YEAR.sub(" ", normalise(title)).rpartition("关于")[2])


def spans_year(text: str, document: Document) -> bool:
    """Whether `text` states a round's year, or years around it: 2018 in 2017—2019年."""
    return spans(text, int(year_of(document) or 0))


def spans(text: str, year: int) -> bool:
    """Whether `text` states a year, or years around it."""
    return any(int(span[1]) <= year <= int(span[2] or span[1]) for span in _YEARS.finditer(text))


def without_round(text: str, documents: Iterable[Document]) -> str:
    """`text` without the years, and what goes with them, by which it names any of `documents`, and with their short
    titles for their numbers; all of it where hardly anything would be left. What a document itself says of its year (2031年拨付)
    is asked of that year."""
    rest = text
    for document in documents:
        if year := year_of(document):
            for name in (document.number, *document.aliases):
                if any(char.isdigit() for char in name):
                    rest = rest.replace(normalise(name), normalise(document.short_title))
            round_ = f"(?!{year}年[{_told(document)}])(?:{_written(year)})年?度?{_POINTING}{_subject(document.title)}{_POINTING}"
            rest = re.sub(f"(?:\\b(?:in|for|of|during) )?{round_}", "", rest)
    rest = " ".join(rest.split()).lstrip(",;:")
    return rest if len(rest) >= _SHORTEST else text


def _written(year: str) -> str:
    """The ways to write a year; not as one end of a range, nor with a month."""
    return rf"(?<![\d〔\[—\-~至到]){year}(?![\d—\-~至到]|年(?:[—\-~至到]|\d{{1,2}}月))|(?<!\d){year[2:]}年{_SHORT_USE}"


@cache
def _told(document: Document) -> str:
    """The characters with which a document goes on after its year, its title aside."""
    year = f"{year_of(document)}年"
    behind = set(re.findall(f"{year}([一-鿿])", document.text.replace(document.title, ""))) - set("的度那这")
    return "".join(sorted(behind - set(re.findall(f"{year}(.)", document.title)))) or "\0"


@cache
def _subject(title: str) -> str:
    """A pattern for what a round is about: nothing, or several words of its title that end as its title does."""
    about = [re.escape(word) for word in _about(title) if len(word) > 1 and word != "通知"]
    return f"(?:(?:{'|'.join(about)})+(?:{'|'.join(about[-_ENDING:])}))?"
