"""Laws on one right where a question is about another: how long one may sue for a copyright is told by no clause of a law on patents,
be it as like. Knows the rights that have laws of their own, no law."""

import re
from collections.abc import Sequence

from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question
from store.index import Index
from store.text import normalise

_RIGHTS = tuple(
    re.compile(words)
    for words in (
        r"专利|\bpatents?\b",
        r"商标|\btrade ?marks?\b",
        r"著作权|版权|软著|\bcopyrights?\b",
        "植物新品种",
        "布图设计",
    )
)


def without_other_rights(index: Index, question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates but for those of a statute on another right than the only one that the question names, where the clause does
    not name that one."""
    asked = _rights(question.text)
    if len(asked) != 1:
        return list(candidates)
    return [candidate for candidate in candidates if not _on_another(index, candidate, asked)]


def _on_another(index: Index, candidate: Candidate, asked: frozenset[int]) -> bool:
    document = index.documents[candidate.document_id]
    of = _rights(normalise(document.title)) if document.kind == "statute" else frozenset()
    named = of | _rights(normalise("".join(clause.text for clause in candidate.clauses)))
    return bool(of) and not named & asked


def _rights(text: str) -> frozenset[int]:
    return frozenset(n for n, words in enumerate(_RIGHTS) if words.search(text))
