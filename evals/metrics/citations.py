"""Citations against gold clauses.

    cited (any)  1 if at least one gold clause is cited, else 0
    recall       gold clauses cited / gold clauses
    precision    citations where gold clauses stand / citations;  0 if an answer cites nothing

A gold clause is cited when one checkable citation shares at least half of the shorter of the two with it and is
relevant; a citation is relevant, and counts for precision, when at least half of it stands in the same leaf of the
outline as a gold clause. So citing a whole document cites nothing.

Recall and precision apply to answerable questions with gold clauses, precision only where an answer was given. Source:
ALCE (Gao et al. 2023), with gold clauses in the place of its entailment model: deterministic, and stricter.
"""

from evals.metrics.case import Case


def cited_any(case: Case) -> float | None:
    """1.0 or 0.0; None without gold clauses."""
    recall = citation_recall(case)
    return None if recall is None else float(recall > 0)


def citation_recall(case: Case) -> float | None:
    """Between 0 and 1; None without gold clauses."""
    if not (case.question.answerable and case.gold):
        return None
    return sum(case.is_cited(gold, case.evidence) for gold in case.gold) / len(case.gold)


def citation_precision(case: Case) -> float | None:
    """Between 0 and 1; None without gold clauses or without an answer."""
    if not (case.question.answerable and case.gold and case.replied):
        return None
    if not case.replied.citations:
        return 0.0
    return sum(case.is_relevant(citation) for citation in case.evidence) / len(case.replied.citations)
