"""Retrieval: how far up the clauses that an answer shows, cited ones first, then related ones, the gold clauses are.

    recall@5   gold clauses among the first 5 / gold clauses
    RR         1 / rank of the first gold clause, 0 if there is none (its mean is MRR)
    nDCG@10    Σ rel(i)/log2(i+1) over the first 10, divided by that of the best order

computed by `ir-measures` (MacAvaney et al. 2022). Applies to answerable questions with gold clauses. A shown clause
counts for a gold clause as a citation does (`evals.metrics.citations`), and for no second one.
"""

from ir_measures import iter_calc
from ir_measures.measures import Measure

from evals.metrics.case import Case


def retrieval(case: Case, measure: Measure) -> float | None:
    """Between 0 and 1; None without gold clauses or where asking failed."""
    if not (case.question.answerable and case.gold and case.answer):
        return None
    left = list(case.gold)
    run: dict[str, float] = {}
    for rank, citation in enumerate((*case.answer.citations, *case.answer.related), start=1):
        name = f"other {rank}"
        if case.checkable(citation):
            hit = next((gold for gold in left if case.is_cited(gold, [citation])), None)
            if hit is not None:
                left.remove(hit)
                name = f"gold {list(case.gold).index(hit)}"
        run[name] = -float(rank)
    qrels = {"q": {f"gold {place}": 1 for place in range(len(case.gold))}}
    return next((m.value for m in iter_calc([measure], qrels, {"q": run})), 0.0)
