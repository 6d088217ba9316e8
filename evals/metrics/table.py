"""All metrics by name: the one list that scores, reports and gates go by."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ir_measures import RR, R, nDCG

from evals.causes import is_right
from evals.metrics.agreement import judged
from evals.metrics.alce import alce_precision, alce_recall
from evals.metrics.case import Case
from evals.metrics.citations import citation_precision, citation_recall, cited_any
from evals.metrics.facts import fact_accuracy
from evals.metrics.length import answer_length
from evals.metrics.numbers import number_support
from evals.metrics.refusal import false_refusal, refusal_precision, refusal_recall
from evals.metrics.retrieval import retrieval
from evals.metrics.tokens import evidence_tokens, model_tokens
from evals.metrics.verbatim import verbatim_rate
from evals.metrics.verdict import verdict_accuracy


@dataclass(frozen=True, slots=True)
class Metric:
    """`measure` gives a share between 0 and 1 (`is_rate`) or a quantity, or None where the metric does not apply."""

    label: str
    measure: Callable[[Case], float | None]
    higher_is_better: bool = True
    is_rate: bool = True


METRICS = {
    "right": Metric("Right answers", is_right),
    "fact_200": Metric("Facts within 200 characters", partial(fact_accuracy, limit=200)),
    "fact_600": Metric("Facts within 600 characters", partial(fact_accuracy, limit=600)),
    "verdict": Metric("Verdict accuracy", verdict_accuracy),
    "cited_any": Metric("Some gold clause cited", cited_any),
    "citation_recall": Metric("Citation recall", citation_recall),
    "citation_precision": Metric("Citation precision", citation_precision),
    "alce_recall": Metric("ALCE citation recall", alce_recall),
    "alce_precision": Metric("ALCE citation precision", alce_precision),
    "recall_5": Metric("Retrieval recall@5", partial(retrieval, measure=R @ 5)),
    "mrr": Metric("Retrieval MRR", partial(retrieval, measure=RR)),
    "ndcg_10": Metric("Retrieval nDCG@10", partial(retrieval, measure=nDCG @ 10)),
    "verbatim": Metric("Verbatim rate", verbatim_rate),
    "number_support": Metric("Number support", number_support),
    "refusal_precision": Metric("Refusal precision", refusal_precision),
    "refusal_recall": Metric("Refusal recall", refusal_recall),
    "false_refusal": Metric("False refusals", false_refusal, higher_is_better=False),
    "judged": Metric("Right to the judge", judged),
    "length": Metric("Answer length (characters)", answer_length, higher_is_better=False, is_rate=False),
    "evidence_tokens": Metric("Evidence (tokens)", evidence_tokens, higher_is_better=False, is_rate=False),
    "model_tokens": Metric("Model (tokens)", model_tokens, higher_is_better=False, is_rate=False),
}
