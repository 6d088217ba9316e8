"""Tokens: what an answer costs, and what a reader is given to check.

    model tokens      tokens that went to the language model and came back for this answer, as the model reports them,
                      else counted (`evals.usage`); 0 in the extractive mode, which asks none
    evidence tokens   tokens of the quotes shown with an answer, in cl100k_base; applies to answers that are no refusal

Reported beside the accuracies, because more of either buys right answers by chance.
"""

from evals.metrics.case import Case
from store.text import count_tokens


def model_tokens(case: Case) -> float | None:
    """Tokens; None where asking failed."""
    return float(case.model_tokens) if case.answer else None


def evidence_tokens(case: Case) -> float | None:
    """Tokens; None for a refusal."""
    return float(sum(count_tokens(citation.quote) for citation in case.replied.citations)) if case.replied else None
