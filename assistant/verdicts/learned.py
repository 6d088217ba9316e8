"""The learned part of a verdict: how likely the answer to a yes-no question is yes, by the stretch that answers it.

A logistic regression over what the rules found (`assistant.verdicts.rules`), each of the patterns they use, in the question, its
claim and the stretch, and each of the claim against each of the stretch, how much of the claim the stretch holds, and the
runs of characters in question, claim and the part of the stretch closest to it. `evals/train_verdict.py` learned the
weights, verdict.npz, and says how well they do.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np

from assistant.answer import Verdict
from assistant.figures.claimed_values import wrong_values
from assistant.figures.thresholds import condition_holds
from assistant.understanding.contrast import closest_part, earlier_than_due, levels, other_direction, pairs
from assistant.understanding.polarity import claim_of, is_negative, stated
from assistant.understanding.question import Question, content_terms
from assistant.understanding.rule_words import PATTERNS
from assistant.verdicts.rules import denies
from store.text import normalise

WEIGHTS = Path(__file__).with_name("verdict.npz")
BIAS = "bias"
# Runs of up to so many characters, and what the presence of one counts beside a feature that says as much by itself.
_RUNS = {"question": (3, 0.5), "claim": (3, 0.5), "part": (2, 0.3)}

# Nine in ten of the askings that end so (对吧, 是吧) were written to be wrong, of people's some half: with so much for a claim
# of which the stretch has all words, either are told as often.
RIGHTLY = 1.5


def learned_verdict(question: Question, stretch: str, ruled: Verdict | None) -> Verdict:
    """The verdict, given the one that the rules come to."""
    return "yes" if leaning(question, stretch, ruled) + _put_rightly(question, stretch, ruled) > 0 else "no"


def _put_rightly(question: Question, stretch: str, ruled: Verdict | None) -> float:
    """What speaks for a claim that is put for confirmation (先付一半，对吧), by its words that the stretch has, where no rule speaks
    against it: what was learned knows that form mostly from claims that are wrong."""
    claim = claim_of(question)
    asserts = stated(question) != question.text and not is_negative(claim) and levels(claim) <= levels(stretch)
    if ruled != "yes" or not asserts or any(wrong_values(question, stretch)):
        return 0.0
    return RIGHTLY * len(pairs(claim) & pairs(normalise(stretch))) / max(1, len(pairs(claim)))


def leaning(question: Question, stretch: str, ruled: Verdict | None) -> float:
    """How much speaks for a yes, below zero for a no: the log of the odds."""
    weights = _weights()
    return sum(weights.get(name, 0.0) * value for name, value in features(question, stretch, ruled).items())


def features(question: Question, stretch: str, ruled: Verdict | None) -> dict[str, float]:
    """What speaks for a yes or a no, by name."""
    asked, claim, plain = stated(question), claim_of(question), normalise(stretch).strip()
    part = closest_part(plain, asked)
    terms = content_terms(claim)
    found: dict[str, float] = {
        BIAS: 1,
        f"ruled {ruled}": 1,
        f"condition {condition_holds(question, stretch)}": 1,
        "negative": is_negative(claim),
        "denies": denies(stretch, question),
        "other direction": other_direction(claim, stretch),
        "too early": earlier_than_due(question.text, stretch),
        "wrong value": bool(wrong_values(question, stretch)),
        "terms held": sum(term in plain for term in terms) / max(1, len(terms)),
        "pairs held": len(pairs(claim) & pairs(plain)) / max(1, len(pairs(claim))),
        "English": question.english,
        "length": min(len(question.text), 100) / 50,
        "stretch length": min(len(plain), 300) / 100,
    }
    found |= dict.fromkeys(_patterns(asked, claim, stretch, ruled), 1.0)
    for place, text in (("question", asked), ("claim", claim), ("part", part)):
        longest, worth = _RUNS[place]
        found |= {f"{place}:{text[n : n + k]}": worth for k in range(1, longest + 1) for n in range(len(text) - k + 1)}
    return {name: float(value) for name, value in found.items() if value}


def _patterns(question: str, claim: str, stretch: str, ruled: Verdict | None) -> Iterator[str]:
    """The names of the rules' patterns, each with where it was found, and with what the rules say in its presence."""
    in_claim, in_stretch = set[str](), set[str]()
    for name, pattern in PATTERNS.items():
        if pattern.search(question):
            yield f"question {name}"
        if pattern.search(claim):
            in_claim.add(name)
            yield from (f"claim {name}", f"claim {name} ruled {ruled}")
        if pattern.search(stretch):
            in_stretch.add(name)
            yield from (f"stretch {name}", f"stretch {name} ruled {ruled}")
    yield from (f"{claimed} against {said}" for claimed in in_claim for said in in_stretch)


@cache
def _weights() -> dict[str, float]:
    with np.load(WEIGHTS) as file:
        names = bytes(file["names"]).decode().split("\n")
        return dict(zip(names, file["weights"].astype(float).tolist(), strict=True))
