"""Learning verdicts: the regression itself, on examples made for the test."""

import numpy as np

from evals.train_verdict import RARE, Example, feature_names, fit, matrix

EXAMPLES = [
    *(Example({"bias": 1.0, "may": 1.0}, "yes", "yes", "a") for _ in range(RARE)),
    *(Example({"bias": 1.0, "must not": 1.0, "odd\nname": 1.0}, "no", "yes", "b") for _ in range(RARE)),
    Example({"bias": 1.0, "seen once": 1.0}, "no", None, ""),
]


def test_only_features_that_are_not_rare_count_and_none_with_a_line_break() -> None:
    assert feature_names(EXAMPLES) == ["bias", "may", "must not"]


def test_what_goes_with_a_yes_weighs_for_it() -> None:
    names = feature_names(EXAMPLES)
    x = matrix(EXAMPLES, names)
    yes = np.array([example.verdict == "yes" for example in EXAMPLES], float)
    weights = dict(zip(names, fit(x, yes, np.ones(len(yes))), strict=True))
    assert weights["may"] > 0 > weights["must not"]


def test_worth_moves_the_weights() -> None:
    names = feature_names(EXAMPLES)
    x = matrix(EXAMPLES, names)
    yes = np.array([example.verdict == "yes" for example in EXAMPLES], float)
    even, more = np.ones(len(yes)), np.where(yes == 1, 50.0, 1.0)
    assert fit(x, yes, more)[names.index("bias")] > fit(x, yes, even)[names.index("bias")]
