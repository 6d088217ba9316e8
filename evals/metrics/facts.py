"""Fact accuracy: does the answer say what it must, where a reader sees it, and nothing that is wrong?

    1 if, in the first `limit` characters of the answer, every fact is said in one of its alternatives
        and no forbidden string is said, and the answer is not a refusal; else 0.

Applies to answerable questions with facts. Source: the answer-string containment of open-domain question answering
(Chen et al. 2017, DrQA; "STR-EM" of ALCE, Gao et al. 2023), all facts required instead of averaged, because an official
signs the whole answer; the limit keeps a long quotation from winning. The [n] marks are removed before characters are
counted; spaces, punctuation, script and width make no difference.
"""

from evals.matching import plain, says, without_marks
from evals.metrics.case import Case


def fact_accuracy(case: Case, limit: int) -> float | None:
    """1.0 or 0.0; None if the question expects no facts."""
    question = case.question
    if not (question.answerable and question.facts):
        return None
    if not case.replied:
        return 0.0
    head = plain(without_marks(case.replied.text)[:limit])
    said = all(any(says(head, words) for words in alternatives) for alternatives in question.facts)
    return float(said and not any(says(head, words) for words in question.forbidden))
