"""Verbatim rate: are the quotes what the documents say?

    citations whose quote equals the canonical text at its offsets (and is at most 600 characters) / citations;
    0 if an answer cites nothing

Applies to every answer that is not a refusal. Source: "quoted claims" of GopherCite (Menick et al. 2022), which quotes
by construction; here it is checked.
"""

from evals.metrics.case import Case


def verbatim_rate(case: Case) -> float | None:
    """Between 0 and 1; None for a refusal."""
    if case.refused:
        return None
    if not case.replied or not case.replied.citations:
        return 0.0
    return len(case.evidence) / len(case.replied.citations)
