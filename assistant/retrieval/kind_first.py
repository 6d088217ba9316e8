"""Which of several stretches on one clause is told, where only one of them states the kind of value asked for."""

from collections.abc import Sequence

from assistant.retrieval.retrieve import Candidate

# A score that is hardly less than another's; the same of a stretch that was thought of in words liker the question.
TIE, LIKER = 0.1, 0.3


def with_kind_first(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates, with that one first which states the kind of value asked for, where the best stands on the same
    clause, scores hardly more and does not: no more than the length of its list is a number."""
    best = candidates[0] if candidates else None
    if best is None or best.gap or best.features.kind > 0:
        return candidates
    near = (c for c in candidates if c.features.kind > 0 and c.shares_clause(best) and _is_near(c, best))
    stating = next(near, None)
    return [stating, *(c for c in candidates if c is not stating)] if stating else candidates


def _is_near(stating: Candidate, best: Candidate) -> bool:
    liker = stating.features.ask_vector > best.features.ask_vector
    return best.score - stating.score < (LIKER if liker else TIE)
