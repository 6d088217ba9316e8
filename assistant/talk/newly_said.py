"""Newly said: what a follow-up asks of its topic is rather told by what says its own words, or is clearly liker it, than by what was said
already; so is a message that stands alone, where something new answers it as well."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.read import clause_text
from assistant.retrieval.retrieve import Candidate
from assistant.talk.context import QUOTED_LEAD, Context
from assistant.understanding.asked_for import PENAL
from assistant.understanding.topic import EMPTY, cut
from store.text import normalise

# How far behind what was said already a candidate may be that says the new words.
REACH = 0.5
_POINTS = "rd"  # classes of words that name nothing: 那边, 分别
# Words of who asks for what there is besides what was said.
_BESIDES, _ELSE = "除了", frozenset({"除了", "还有", "别的", "其他", "另外"})
# A worse case of what was said is told by what was said.
_GRAVER = frozenset({"情节", "严重", "特别严重"})
_SANCTION = re.compile("[处被]?罚|扣[钱分款证]|处分|吊销|追究|坐牢|后果")
# How much liker the question a candidate is that is rather meant than what was said before.
LIKER = 0.05


def newly_said(candidates: Sequence[Candidate], context: Context) -> list[Candidate]:
    """The candidates, best first, with that ahead which is rather meant than the best, where that was said before; all as they
    are where none is."""
    best = next((one for one in candidates if not one.gap), None)
    if best is None or not context.was_said(best) or context.tells_start(best):
        return list(candidates)
    new = _consequence(candidates, best, context)
    new = new or (_by_own_words if context.own else _no_less_like)(candidates, best, context)
    if new is None:
        return list(candidates)
    ahead = replace(new, score=best.score)
    others = [one for one in candidates if one is not new]
    place = others.index(best)
    return [*others[:place], ahead, *others[place:]]


def _consequence(candidates: Sequence[Candidate], best: Candidate, context: Context) -> Candidate | None:
    """What says what comes of a deed by the article just quoted, where a follow-up asks for that (要扣分吗) and the best, which was told
    already, only forbids it."""
    if not any(map(_SANCTION.search, context.own)) or PENAL.search(clause_text(best)):
        return None
    follows = (one for one in candidates if not one.gap and context.refers(one))
    return next((one for one in follows if PENAL.search(clause_text(one))), None)


def _by_own_words(candidates: Sequence[Candidate], best: Candidate, context: Context) -> Candidate | None:
    """What says a follow-up's own words, where the best says none of them: 要登记吗 asked of what may be pledged is told by the article on
    registers; or states the kind of value asked for in words liker the question. What else there is (除了…还有) may be told by
    all that was not yet said of the passage quoted."""
    own = [term for term in context.own if _is_thing(term) and term not in _ELSE]
    if not own:
        return None
    rest = (one for one in candidates if _BESIDES in context.own and not one.gap and context.goes_on(one))
    near = [one for one in candidates if _is_near(one, best)]
    if not _said_of(best, own):
        says = [one for one in near if _said_of(one, own) == len(own)]
        # What is excepted need not be said where the rest is.
        if new := next((one for one in rest if _said_of(one, own)), None) or next(iter(says), None):
            return new
    liker = (one for one in near if _is_meant(one, best) and not context.was_said(one))
    return None if _GRAVER.intersection(own) else next(liker, None)


def _no_less_like(candidates: Sequence[Candidate], best: Candidate, context: Context) -> Candidate | None:
    """What states the kind of value asked for, and is behind the best by no more than that was put ahead for being quoted:
    who asks by a message that stands alone does not mean to be told the same again."""
    if context.talk or not context.quotes(best):
        return None
    near = (one for one in candidates if not one.gap and best.score - one.score < QUOTED_LEAD)
    return next((one for one in near if _states_too(one, best) and not context.was_said(one)), None)


def _is_near(one: Candidate, best: Candidate) -> bool:
    behind = best.score - one.score
    alike = one.document_id == best.document_id and one.features.ask_vector >= best.features.ask_vector
    return not one.gap and alike and behind < REACH and not one.shares_clause(best)


def _is_meant(one: Candidate, best: Candidate) -> bool:
    """Whether a candidate states a value of the kind asked for, as the best does, and is clearly liker the question: who was told
    within how many days to complain asks in how many he is answered."""
    return _states_too(one, best) and one.features.ask_vector - best.features.ask_vector > LIKER


def _states_too(one: Candidate, best: Candidate) -> bool:
    return one.document_id == best.document_id and one.features.kind > 0 and best.features.kind > 0


def _is_thing(term: str) -> bool:
    return len(term) > 1 and not EMPTY.fullmatch(term) and cut(term)[0][1][0] not in _POINTS


def _said_of(candidate: Candidate, terms: Sequence[str]) -> int:
    """How many of the terms a candidate's clauses say."""
    said = normalise(" ".join(clause.text for clause in candidate.clauses))
    return sum(term in said for term in terms)
