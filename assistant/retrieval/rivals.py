"""Rivals: things that a document tells apart, of which a rule on one says nothing of the other. They stand side by side (灯塔和浮标),
are defined one after the other (所称新建，是指…；改建，是指…), or are what sentences alike differ in (获得金奖的，…；获得银奖的，…)."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.understanding.question import content_terms
from assistant.understanding.values import find_values
from store.records import Clause, Passage
from store.text import normalise

# What stands side by side; a name recurs.
_BESIDE = "(?:、|和|与|及|以及|或者?)"
_NAME, _RECURS = (2, 6), 3
_LONG = 3  # characters: what has two is mostly done to such things, one beside the other: 认定、考核
_DEFINED = re.compile("([一-鿿]{2,8})，?是指")
_NUMBER = re.compile(r"^(?:第[一二三四五六七八九十百零\d]+[条款]\s*|（[一二三四五六七八九十]+）)")
_ALIKE = 0.6  # share of two sentences that is the same
_SHORT = 3  # characters in which they differ, at most


def speaks_of_rival(text: str, document: str, said: str) -> bool:
    """Whether what is `said` in a document names what stands side by side with a thing that normalised `text` asks about,
    or is defined beside it, and not that thing."""
    asked = [term for term in content_terms(text) if len(term) >= _LONG]
    beside = ((term, rival) for term in asked for rival in _beside(term, document))
    defined = ((term, rival) for term, rival in _defined(document) if term in text)
    pairs = (*beside, *defined)
    return any(rival in said and rival not in text and term not in said for term, rival in pairs)


def speaks_of_parallel(text: str, passage: Passage, clause: Clause) -> bool:
    """Whether a clause is like another of its passage but for what normalised `text` asks about, which the other names."""
    own = _bare(clause.text)
    for other in passage.clauses:
        if other.id != clause.id and any(
            theirs in text and mine not in text for mine, theirs in _apart(own, _bare(other.text))
        ):
            return True
    return False


def _bare(text: str) -> str:
    """A clause without its number and its values, which differ anyway."""
    text = _NUMBER.sub("", text.strip())
    for value in reversed(find_values(text)):
        text = text[: value.start] + text[value.end :]
    return normalise(text)


@lru_cache(maxsize=10_000)
def _apart(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """In what two sentences that are alike differ, each with the character behind it: 金奖 and 银奖; nothing where they are not."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return ()
    return tuple(
        (one[a : b + 1], other[c : d + 1])
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind == "replace" and b - a <= _SHORT and d - c <= _SHORT
    )


@lru_cache(maxsize=100)
def _defined(document: str) -> tuple[tuple[str, str], ...]:
    """The pairs of terms that one sentence of a document defines."""
    sentences = (_DEFINED.findall(sentence) for sentence in re.split("[。\n]", document))
    names = ([name.rpartition("所称")[2] for name in found] for found in sentences)
    return tuple((one, other) for found in names for one in found for other in found if one != other)


@lru_cache(maxsize=1_000)
def _beside(term: str, document: str) -> frozenset[str]:
    """What a document names side by side with a thing, as far as the name recurs in it."""
    return frozenset(name for name in _names(term, document) if name and name not in term and term not in name)


def _names(term: str, document: str) -> Iterator[str]:
    shortest, longest = _NAME
    for words in re.findall(f"{re.escape(term)}{_BESIDE}([一-鿿]{{{shortest},{longest}}})", document):
        yield _recurring([words[:n] for n in range(len(words), 1, -1)], document)
    for words in re.findall(f"([一-鿿]{{{shortest},{longest}}}){_BESIDE}{re.escape(term)}", document):
        yield _recurring([words[-n:] for n in range(len(words), 1, -1)], document)


def _recurring(names: list[str], document: str) -> str:
    """The longest of `names`, longest first, that a document has time and again; "" for none."""
    return next((name for name in names if document.count(name) >= _RECURS), "")
