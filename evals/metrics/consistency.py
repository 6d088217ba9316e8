"""Consistency: is an answerer right however, and however often, it is asked?

    consistent   groups in which every answer is right / groups
    repeatable   questions asked more than once that got the same text and citations each time / such questions

A group is the answers to all questions with the same gold clauses, facts and verdict, that is paraphrases and repeats;
groups of one answer are left out. Source: pass^k of τ-bench (Yao et al. 2024). Asking for *right* answers rather than
merely equal ones keeps an answerer that is always wrong from being called consistent.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from evals.causes import is_right
from evals.metrics.case import Case
from evals.metrics.intervals import Estimate, estimate


def consistent(cases: Iterable[Case]) -> Estimate | None:
    """None if no two questions are paraphrases and none was repeated."""
    groups = defaultdict(list)
    for case in cases:
        groups[_expected(case)].append(is_right(case))
    return estimate([min(rights) for rights in groups.values() if len(rights) > 1])


def repeatable(cases: Iterable[Case]) -> Estimate | None:
    """None if no question was asked more than once."""
    answers = defaultdict(list)
    for case in cases:
        answers[case.question.id].append((case.answer.text, case.answer.citations) if case.answer else None)
    repeated = [given for given in answers.values() if len(given) > 1]
    return estimate([float(given[0] is not None and given.count(given[0]) == len(given)) for given in repeated])


def _expected(case: Case) -> Hashable:
    question = case.question
    if not question.gold:
        return question.id
    return frozenset(question.gold), frozenset(map(frozenset, question.facts)), question.verdict
