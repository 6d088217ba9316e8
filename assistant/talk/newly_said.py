"""Newly said: what a follow-up asks of its topic is rather told by what says its own words than by what was said already."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.retrieval.retrieve import Candidate
from assistant.talk.context import Context
from assistant.understanding.topic import EMPTY, cut
from store.text import normalise

# How far behind what was said already a candidate may be that says the new words.
REACH = 0.5
_POINTS = "rd"  # classes of words that name nothing: 那边, 分别


def newly_said(candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The candidates, best first, with that ahead which says the follow-up's own words, where the best was said before and says none
    of them: 要登记吗 asked of what may be pledged is told by the article on registers."""
    best = next((one for one in candidates if not one.gap), None)
    own = [term for term in context.own if _is_thing(term)]
    if best is None or not own or _said_of(best, own) or not (context.quotes(best) and context.was_said(best)):
        return list(candidates)
    new = next((one for one in candidates if _is_near(one, best) and _said_of(one, own) == len(own)), None)
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


def _is_thing(term: str) -> bool:
    return len(term) > 1 and not EMPTY.fullmatch(term) and cut(term)[0][1][0] not in _POINTS


def _said_of(candidate: Candidate, terms: Sequence[str]) -> int:
    """How many of the terms a candidate's clauses say."""
    said = normalise(" ".join(clause.text for clause in candidate.clauses))
    return sum(term in said for term in terms)
