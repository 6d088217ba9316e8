"""Newly said: what a follow-up asks of its topic is rather told by what says its own words, or is clearly liker it, than by what was said
already."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.retrieval.retrieve import Candidate
from assistant.talk.context import Context
from assistant.understanding.topic import EMPTY, cut
from store.text import normalise

# How far behind what was said already a candidate may be that says the new words.
REACH = 0.5
_POINTS = "rd"  # classes of words that name nothing: 那边, 分别
# A worse case of what was said is told by what was said.
_GRAVER = frozenset({"情节", "严重", "特别严重"})
# How much liker the question a candidate is that is rather meant than what was said before.
LIKER = 0.05


def newly_said(candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The candidates, best first, with that ahead which says the follow-up's own words, where the best was said before and says none
    of them: 要登记吗 asked of what may be pledged is told by the article on registers; or that states the kind of value asked
    for in words liker the question."""
    best = next((one for one in candidates if not one.gap), None)
    own = [term for term in context.own if _is_thing(term)]
    if best is None or not own or not context.was_said(best):
        return list(candidates)
    near = [one for one in candidates if _is_near(one, best)]
    says = (one for one in near if context.quotes(best) and not _said_of(best, own) and _said_of(one, own) == len(own))
    liker = (one for one in near if _is_meant(one, best) and not context.was_said(one))
    new = next(says, None) or (None if _GRAVER.intersection(own) else next(liker, None))
    if new is None:
        return list(candidates)
    ahead = replace(new, score=best.score)
    others = [one for one in candidates if one is not new]
    place = others.index(best)
    return [*others[:place], ahead, *others[place:]]


def _is_near(one: Candidate, best: Candidate) -> bool:
    behind = best.score - one.score
    alike = one.document_id == best.document_id and one.features.ask_vector >= best.features.ask_vector
    return not one.gap and alike and behind < REACH and not one.shares_clause(best)


def _is_meant(one: Candidate, best: Candidate) -> bool:
    """Whether a candidate states a value of the kind asked for, as the best does, and is clearly liker the question: who was told
    within how many days to complain asks in how many he is answered."""
    stated = one.features.kind > 0 and best.features.kind > 0
    return stated and one.features.ask_vector - best.features.ask_vector > LIKER


def _is_thing(term: str) -> bool:
    return len(term) > 1 and not EMPTY.fullmatch(term) and cut(term)[0][1][0] not in _POINTS


def _said_of(candidate: Candidate, terms: Sequence[str]) -> int:
    """How many of the terms a candidate's clauses say."""
    said = normalise(" ".join(clause.text for clause in candidate.clauses))
    return sum(term in said for term in terms)
