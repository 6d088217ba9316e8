"""Classes that a document sorts people, firms or things into (第一类对象：…木船; 小店是指…), and rules on each by its name only: who
tells of himself what stands in one of them is meant by the rule on that one. Knows how classes are set up, not any of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from store.numerals import ENUMERATOR
from store.records import Clause
from store.text import normalise

_KIND = "第?[一二三四五六七八九十a-f甲乙丙丁][类级档等]"
_SORTED = re.compile(rf"(?P<name>{_KIND})[一-鿿]{{0,8}}[：:](?P<of>[^；。]+)")
_DEFINED = re.compile(r"(?P<name>[一-鿿]{2,10})(?:，?是指|，指)(?P<of>[^；。]+)")
_FEWEST = 2  # classes that are told apart
_END = 2  # characters that the names of defined classes end with alike: 小店, 大店


@dataclass(frozen=True, slots=True)
class Class:
    """What a class is called, what belongs to it, and the clause that says so."""

    name: str
    members: str
    clause: Clause


@lru_cache(maxsize=64)
def classes_of(clauses: tuple[Clause, ...]) -> tuple[Class, ...]:
    """The classes that clauses of a document set up, at least two of one sort."""
    found: dict[str, list[Class]] = {}
    for clause in clauses:
        text = normalise(ENUMERATOR.sub("", clause.text.lstrip())).strip()
        for pattern in (_SORTED, _DEFINED):
            if said := pattern.match(text):
                sort = "" if pattern is _SORTED else said["name"][-_END:]
                found.setdefault(sort, []).append(Class(said["name"], said["of"], clause))
    return next((tuple(classes) for classes in found.values() if _are_told_apart(classes)), ())


def _are_told_apart(classes: Sequence[Class]) -> bool:
    return len({one.name for one in classes}) == len(classes) >= _FEWEST


def class_meant(question: Question, classes: Sequence[Class]) -> Class | None:
    """The class of whose members a question that asks for a value tells: the one that it names, or else the one that has most words
    of it which no other has; None for several, and where it asks for anything else."""
    text = question.text
    if question.yes_no or not question.value_kinds:
        return None
    named = [one for one in classes if one.name in text]
    if named:
        return named[0] if len(named) == 1 else None
    asked = frozenset(pair for pair in pairs(text) if all("一" <= char <= "鿿" for char in pair))
    own = {one: asked & pairs(one.members) for one in classes}
    told = {
        one: len(words - frozenset[str]().union(*(own[other] for other in classes if other is not one)))
        for one, words in own.items()
    }
    most = max(told.values(), default=0)
    meant = [one for one, count in told.items() if count == most > 0]
    return meant[0] if len(meant) == 1 else None


def with_class(text: str, question: Question, classes: Sequence[Class]) -> str:
    """Normalised `text` of a question with the name of the class that it means, by which rules call it."""
    meant = class_meant(question, classes)
    return f"{text} {meant.name}" if meant and meant.name not in text else text


def of_class(meant: Class, classes: Sequence[Class], said: str) -> int:
    """1 where what is `said` names the class that is meant, -1 where it names others only, 0 where none."""
    if meant.name in said:
        return 1
    return -1 if any(one.name in said for one in classes) else 0
