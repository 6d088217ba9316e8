"""Citations statement by statement, as ALCE counts them (Gao et al. 2023): does what is cited carry what is said?

    recall      statements that their citations, taken together, support / statements
    precision   relevant citations / citations, each counted for each statement it stands under
                A citation is irrelevant where the statement is not supported, and where it neither supports the
                statement alone nor is missed when it is left out.

ALCE asks an entailment model for support. Here citations support a statement when they say every figure of it
(`evals.metrics.numbers`) and at least half of its pairs of neighbouring characters: deterministic, and right for
answers that keep to the documents' words. Nine in ten of our own statements share more than 84 % of their pairs with
their quotes, and less than 27 % with quotes drawn at random. A citation is missed when a figure goes with it, or a
quarter of the pairs that each of the statement's citations would hold if they held equally many, as an item of a list.

Applies to answers that are no refusal; to precision, statements without citations count for nothing. A statement in
Latin letters shares no characters with a Chinese quote whatever it says, and is left out.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Citation, Statement
from assistant.understanding.contrast import pairs
from evals.matching import plain
from evals.metrics.case import Case
from evals.metrics.numbers import supported_figures

ENOUGH = 0.5
PART = 0.25
_NO_CONTENT = re.compile(r"\[\d+\]|[\W\d_]+")
_LATIN = re.compile(r"[a-z]{3,} [a-z]{2,}", re.IGNORECASE)


def alce_recall(case: Case) -> float | None:
    """Between 0 and 1; None for a refusal and for an answer in Latin letters."""
    held = [supports(statement.text, case.cited_by(statement), case) for statement in _statements(case)]
    return sum(held) / len(held) if held else None


def alce_precision(case: Case) -> float | None:
    """Between 0 and 1; None for a refusal, and where nothing is cited or all is in Latin letters."""
    relevant = [_relevant(statement, place, case) for statement in _statements(case) for place in statement.citations]
    return sum(relevant) / len(relevant) if relevant else None


def supports(text: str, citations: Sequence[Citation], case: Case) -> bool:
    """Whether `citations` hold the figures of `text` and enough of its words."""
    return _covered(text, citations) >= ENOUGH and all(supported_figures(text, citations, case))


def _statements(case: Case) -> list[Statement]:
    return [s for s in case.replied.statements if not _LATIN.search(s.text)] if case.replied else []


def _relevant(statement: Statement, place: int, case: Case) -> bool:
    assert case.answer is not None
    text, citation, cited = statement.text, case.answer.citations[place], case.cited_by(statement)
    if citation not in cited or not supports(text, cited, case):
        return False
    others = [other for other in cited if other != citation]
    lost = _covered(text, cited) - _covered(text, others)
    is_missed = lost >= PART / len(cited) or not all(supported_figures(text, others, case))
    return is_missed or supports(text, [citation], case)


def _covered(text: str, citations: Sequence[Citation]) -> float:
    """The share of the pairs of characters of `text` that `citations` hold; 0 without citations."""
    said = _pairs([text])
    quoted = _pairs([citation.locator + citation.quote for citation in citations])
    return len(said & quoted) / len(said) if said else float(bool(citations))


def _pairs(texts: Iterable[str]) -> set[str]:
    """Pairs of neighbouring characters, figures and punctuation left out."""
    return {pair for text in texts for pair in pairs(_NO_CONTENT.sub("", plain(text)))}
