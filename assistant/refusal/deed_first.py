"""Which of several clauses on one matter tells whether something has to be done, or may be: the one that speaks of that deed, where the
best speaks of another. Who sold goods that were faulty and asks if he has to pay for them is told nothing by the clause that has
them destroyed. Knows how people ask, not any rule."""

import re
from collections.abc import Callable, Sequence

from assistant.refusal.deed_unsaid import HALF, HARDLY, deed_asked
from assistant.refusal.refuse import is_enough
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question
from assistant.understanding.topic import EMPTY, cut
from store.text import normalise

NEAR = 0.15  # behind the best
_AMONG = 4  # candidates
_MONEY = re.compile("(?<=[赔罚退还补付])[钱款]")  # 赔钱 is said by 赔偿
_OPEN = "nvaijl"  # classes of words that say what a deed is


def with_deed_first(
    question: Question, candidates: Sequence[Candidate], told: Callable[[Candidate], str]
) -> Sequence[Candidate]:
    """The candidates, with that one first which says at least half of what a yes-no question asks to be done, where the best, by its
    askings and what it has `told`, has hardly a word of it and scores little more."""
    best = candidates[0] if candidates else None
    words = _telling(deed_asked(question)) if best and best.note and not best.gap else ()
    if best is None or not words or _share(words, best, told) >= HARDLY:
        return candidates
    near = (c for c in candidates[1:_AMONG] if c.note and not c.gap and is_enough(c) and best.score - c.score < NEAR)
    telling = next((c for c in near if _share(words, c, told) >= HALF), None)
    return [telling, *(c for c in candidates if c is not telling)] if telling else candidates


def _telling(deed: str) -> tuple[str, ...]:
    return tuple(word for word, tag in cut(_MONEY.sub("", deed)) if tag[0] in _OPEN and not EMPTY.fullmatch(word))


def _share(words: Sequence[str], candidate: Candidate, told: Callable[[Candidate], str]) -> float:
    asks = candidate.note.askings if candidate.note else ()
    said = normalise(" ".join([told(candidate), *asks]))
    return sum(len(word) for word in words if word in said) / sum(map(len, words))
