"""The command line on a stored run: exit statuses, what is printed, how fast."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from evals import cli
from evals.runs import Recorded, Run
from store.settings import Settings


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(cli, "load_settings", lambda: Settings(home=tmp_path))
    return tmp_path


@pytest.fixture
def store(home, make_case, cite, corpus):
    """Keeps a run with that many questions, of which the first `wrong` are answered wrongly."""

    def store(name, wrong, n=20, unasked=0):
        cases = [
            make_case(
                "1亿元" if number < wrong else "1.5亿元",
                cite("每市支持1.5亿元"),
                id=str(number),
                facts=[["1.5亿元"]],
                gold=[{"document": "notice", "quote": "每市支持1.5亿元"}] if number % 2 else [],
            )
            for number in range(n)
        ]
        run = Run(home / "runs" / name)
        run.start({"started": name, "asked": {"repeat": 1}}, [case.question for case in cases], corpus)
        for case in cases[unasked:]:
            run.record(Recorded(case.question.id, 1, replace(case.answer), latency_ms=10))
        return run

    return store


def call(*arguments):
    return CliRunner().invoke(cli.app, arguments)


def test_score_prints_figures_and_failures_and_keeps_them(store):
    run = store("one", wrong=1)
    done = call("score", "one")
    assert done.exit_code == 0
    assert "fact not said" in done.stdout
    assert "95.0%" in done.stdout
    scores = json.loads((run.folder / "scores.json").read_text())
    assert scores["all"]["rates"]["right"]["value"] == 0.95
    assert [one["cause"] for one in scores["questions"][:2]] == ["fact not said", ""]
    assert "fact not said" not in call("score", "one", "--no-failures").stdout.replace("Errors: fact not said 1", "")


def test_compare_lists_flips_with_both_answers(store):
    store("a", wrong=0)
    store("b", wrong=1)
    shown = call("compare", "a", "b").stdout
    assert "A  1.5亿元[1]" in shown
    assert "B  1亿元[1]" in shown


def test_report_names_its_files(store):
    run = store("one", wrong=1)
    assert call("report").stdout.split() == [
        str(run.folder / f"report.{kind}") for kind in ("html", "md", "csv", "xml")
    ]


def test_gate_exit_statuses(store, tmp_path):
    store("good", wrong=0)
    store("poor", wrong=9)
    gates = tmp_path / "gates.toml"
    gates.write_text('require = ["right >= 0.4", "no significant regression against BASELINE"]')
    assert call("gate", "good", "--gates", str(gates)).exit_code == 0
    assert call("gate", "poor", "--gates", str(gates)).exit_code == 0
    assert call("gate", "poor", "--gates", str(gates), "--baseline", "good").exit_code == 100
    assert call("gate", "none", "--gates", str(gates)).exit_code == 1


def test_a_run_that_was_stopped_is_told_apart_and_passes_no_gate(store):
    store("half", wrong=0, unasked=5)
    assert "5 questions have no answer: `python -m evals resume half`" in call("score").stdout
    assert call("gate").exit_code == 1


def test_an_error_is_one_sentence_and_status_2(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "evals", "score", "none"],
        capture_output=True,
        text=True,
        env=os.environ | {"POLICY_HOME": str(tmp_path), "PATH": ""},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() == "There is no run named none."


def test_scoring_300_stored_answers_is_quick_and_needs_no_runner(store, tmp_path):
    run = store("many", wrong=10, n=300)
    code = "import sys; from evals.cli import app; app(standalone_mode=False); print('inspect_ai' in sys.modules)"
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, "score", str(run.folder), "--no-failures"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("False\n")
    assert time.perf_counter() - started < 6  # twice the 3 s that are promised, for a busy machine
