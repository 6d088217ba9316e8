"""Comparing runs, and gates."""

from dataclasses import replace

import pytest

from evals.compare import compare, flipped, pair
from evals.gates import check, load_gates
from evals.score import score
from store.errors import DatasetError

NO_RUNS = {}.get
GOLD = {"document": "notice", "quote": "每市支持1.5亿元"}


@pytest.fixture
def run_of(make_case, cite):
    """Scores of questions of which the marked ones are answered right: run_of("11010")."""

    def run_of(rights, **fields):
        said = {"1": "1.5亿元", "0": "1亿元"}
        expected = {"facts": [["1.5亿元"]]} | fields
        return [
            score(make_case(said[mark], cite("每市支持1.5亿元"), id=f"q{n}", **expected))
            for n, mark in enumerate(rights)
        ]

    return run_of


def change(a, b):
    return next(d for d in compare(pair(a, b)) if d.metric == "right")


def test_mcnemar_on_the_flipped_questions(run_of):
    # 8 lost, 1 gained: two-sided exact p = 2 · (C(9,0) + C(9,1)) / 2^9 = 20/512
    difference = change(run_of("1" * 8 + "0" + "1" * 11), run_of("0" * 8 + "1" + "1" * 11))
    assert difference.p == pytest.approx(20 / 512)
    assert (difference.n, difference.a, difference.b) == (20, 0.95, 0.6)
    assert difference.is_regression


def test_the_same_run_does_not_differ(run_of):
    difference = change(run_of("1100"), run_of("1100"))
    assert (difference.change, difference.low, difference.high, difference.p) == (0, 0, 0, 1)
    assert not difference.is_significant


def test_questions_on_one_clause_are_drawn_together(make_case, cite):
    words = ("每市支持1.5亿元", "资金不得用于房屋装修", "其中40%用于集聚区", "务必于5月15日前上报材料")

    def run(rights, gold):
        return [
            score(make_case(mark, cite(words[n // 5]), id=str(n), facts=[["1"]], gold=gold(words[n // 5])))
            for n, mark in enumerate(rights)
        ]

    def interval(gold):
        difference = change(run("1" * 20, gold), run("0" * 5 + "1" * 15, gold))
        return difference.low, difference.high

    apart = interval(lambda quote: [])
    together = interval(lambda quote: [{"document": "notice", "quote": quote}])
    assert together[0] < apart[0] < apart[1] < together[1] == 0


def test_one_clause_says_nothing_about_chance(run_of):
    difference = change(run_of("1" * 20, gold=[GOLD]), run_of("0" * 20, gold=[GOLD]))
    assert difference.change == -1
    assert not difference.is_significant


def test_a_longer_answer_is_a_regression_in_length(make_case):
    a = [score(make_case("甲", id=str(n))) for n in range(9)]
    b = [score(make_case("甲乙丙", id=str(n))) for n in range(9)]
    length = next(d for d in compare(pair(a, b)) if d.metric == "length")
    assert (length.change, length.is_regression, length.p) == (2, True, None)


def test_flipped_lists_lost_questions_first(run_of):
    flips = flipped(pair(run_of("0110"), run_of("1100")))
    assert [(one.case.question.id, bool(other.cause)) for one, other in flips] == [("q2", True), ("q0", False)]


def test_only_the_same_questions_can_be_compared(run_of):
    with pytest.raises(DatasetError, match="no question in common"):
        pair(run_of("1"), [])
    with pytest.raises(DatasetError, match="Question q0 is not the same"):
        pair(run_of("1"), run_of("1", category="other"))


class TestGates:
    def test_limits(self, run_of):
        outcomes = check(["right >= 0.5", "right >= 0.6", "length <= 9"], run_of("10"), NO_RUNS)
        assert [outcome.passed for outcome in outcomes] == [True, False, True]
        assert outcomes[1].found == "0.5"

    def test_a_figure_that_applies_nowhere_fails(self, run_of):
        (outcome,) = check(["verdict >= 0.1"], run_of("1"), NO_RUNS)
        assert outcome.passed is False

    @pytest.mark.parametrize("figure", ["", " in right", " in fact_200"])
    def test_regression_needs_a_baseline(self, run_of, figure):
        condition = [f"no significant regression{figure} against BASELINE"]
        good, bad = run_of("1" * 20), run_of("0" * 9 + "1" * 11)
        assert [check(condition, run, lambda _: good)[0].passed for run in (good, bad)] == [True, False]
        assert check(condition, bad, NO_RUNS)[0].passed is None
        assert check(condition, good, lambda _: bad)[0].passed

    def test_a_condition_may_name_its_run(self, run_of):
        runs = {"spring": run_of("1" * 20), "BASELINE": run_of("0" * 20)}
        condition = ["no significant regression against spring", "no significant regression"]
        assert [one.passed for one in check(condition, run_of("0" * 9 + "1" * 11), runs.get)] == [False, True]

    @pytest.mark.parametrize(
        "condition", ["beauty >= 1", "right > 1", "right >= 0.5.1", "right >= .", "no significant regression in beauty"]
    )
    def test_conditions_that_cannot_be_understood(self, run_of, condition):
        with pytest.raises(DatasetError, match=r"beauty|understood"):
            check([condition], run_of("1"), NO_RUNS)

    def test_files(self, tmp_path, run_of):
        from evals.cli import GATES

        for gates in (GATES, GATES.with_name("gates-notice-a.toml")):
            assert check(load_gates(gates), run_of("1"), NO_RUNS)
        with pytest.raises(DatasetError, match=r"none\.toml is not there"):
            load_gates(tmp_path / "none.toml")
        for content in ("require", "other = 1", "require = 3", 'require = "right >= 0.5"', "require = [3]"):
            (tmp_path / "bad.toml").write_text(content)
            with pytest.raises(DatasetError, match=r"bad\.toml is not a gate file"):
                load_gates(tmp_path / "bad.toml")


def test_repeats_are_paired_with_repeats(run_of):
    (one,) = run_of("1")
    second = replace(one, case=replace(one.case, repeat=2))
    assert len(pair([one, second], [second, one])) == 2
