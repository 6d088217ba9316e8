"""The odds that training fits, on data made to known odds."""

import subprocess
import sys

import numpy as np
import pytest

from assistant.retrieval.rank import FEATURES, load_weights
from evals.train_rank import TALK, learn_odds
from store.settings import ROOT


def test_the_odds_that_made_the_data_are_found_again():
    random = np.random.default_rng(0)
    features = random.normal(size=(20_000, len(FEATURES)))
    features[:, -1] = 0
    right = random.random(20_000) < 1 / (1 + np.exp(1 - 2 * features[:, 0] + 0.5 * features[:, 1]))
    coefficients, intercept = learn_odds(features, right.astype(float))
    assert coefficients[:3] == pytest.approx([2, -0.5, 0], abs=0.1)
    assert (coefficients[-1], intercept) == (TALK, pytest.approx(-1, abs=0.1))


def test_the_weights_in_use_fit_the_features_and_turn_a_question_a_little():
    weights = load_weights()
    assert len(weights.coefficients) == len(FEATURES)
    vector = np.eye(len(weights.centre), dtype=np.float32)[0]
    assert 0 < np.linalg.norm(weights.turned(vector.tolist()) - vector) < 1


@pytest.mark.parametrize("folders", [(), ("/nowhere",)])
def test_without_a_set_it_ends_in_a_sentence(folders):
    command = [sys.executable, "-m", "evals.train_rank", *folders]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
