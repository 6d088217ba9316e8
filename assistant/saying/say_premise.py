"""What puts right the premise of a message, which takes something for granted before it asks: 每市给三亿，首年给多少."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import Draft
from assistant.figures.bounds import bound_verdict, turns_bound
from assistant.reading.read import LIMIT
from assistant.refusal.refuse import is_enough
from assistant.retrieval.retrieve import Candidate, Retriever
from assistant.saying.say_read import say_read
from assistant.talk.parts import about_what, is_of_same, states_rule
from assistant.understanding.period_brackets import of_case
from assistant.understanding.question import Question, understand
from assistant.verdicts.verdict import NOT_SO
from store.index import Index
from store.text import normalise

MEANT = 2.7  # score from which a clause is on what a claim is about, though in other words
NEAR = 0.15  # by which what answers a claim may score less than the best that is found for it


def claim_of_premise(premise: str) -> Question:
    """The question whether a premise is so."""
    return understand(f"{premise}，对吗")


def affirmed(index: Index, retriever: Retriever, premise: str, found: Sequence[Candidate]) -> bool:
    """Whether the best of the candidates `found` for a premise says that it is so."""
    answers = [candidate for candidate in found if not candidate.gap and is_enough(candidate)][:1]
    judged = say_read(index, retriever, claim_of_premise(premise), answers, LIMIT).judgement if answers else None
    return bool(judged and judged.verdict == "yes")


def put_right(
    index: Index,
    retriever: Retriever,
    premise: str,
    found: Sequence[Candidate],
    answering: Candidate | None,
    limit: int,
) -> Draft | None:
    """What puts right a premise, by one of the candidates `found` for it, best first: by the one that answers what is asked
    where that is among the best of them. None where it is not surely wrong."""
    claim = claim_of_premise(premise)
    if claim.values and all(of_case(claim, value) for value in claim.values):
        return None  # 房龄25年的二手房 is what is the case
    answers = [candidate for candidate in found if not candidate.gap and is_enough(candidate)]
    near = [candidate for candidate in answers if candidate.score >= answers[0].score - NEAR]
    for candidate in sorted(near, key=lambda c: not (answering and c.shares_clause(answering))):
        draft = say_read(index, retriever, claim, [candidate], limit)
        judged, first = draft.judgement, draft.said[0]
        if judged is None or judged.verdict == "yes":
            return None
        stated = first.text.removeprefix(judged.lead)
        limited = turns_bound(claim, stated) or bound_verdict(claim, stated) == "no"
        if not (judged.right or (judged.puts_right and (limited or states_rule(normalise(premise))))):
            continue  # 合同是五百万 is nothing that a clause could deny
        # What has no word of the premise denies nothing of it.
        related = about_what(normalise(premise)) & about_what(normalise(stated))
        same = candidate.score >= MEANT or is_of_same(premise, judged.right, stated)
        if same if judged.right else related:
            lead = judged.correction or NOT_SO
            said = (replace(first, text=lead + stated), *draft.said[1:])
            return replace(draft, said=said, judgement=replace(judged, verdict=None, lead=lead))
    return None
