"""评测: a run's figures with their intervals, its failures down to the clause, two runs beside each other."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import streamlit as st

from evals.report import write_report
from evals.runs import Run, all_runs
from evals.score import Scored, score
from store.settings import load_settings
from ui import frame
from ui.evaluation_figures import all_figures, categories, headline, trend
from ui.evaluation_questions import comparison, failures
from ui.evaluation_start import starter
from ui.evaluation_texts import EvaluationTexts, current_evaluation_texts
from ui.library import open_library


def page() -> None:
    """Draw the page. Raises StoreError if no index can be read, DatasetError if a run cannot."""
    texts = current_evaluation_texts()
    home = load_settings().home
    index = open_library().index
    st.html(f'<div class="welcome"><h1>{texts.title}</h1><p>{texts.introduction}</p></div>')
    starter(home, texts)
    runs = all_runs(home / "runs")
    if not runs:
        frame.note(texts.no_runs)
        frame.foot()
        return
    run = _choose(runs, texts)
    scored = _scored(run)
    _about(run, scored, texts)
    headline(scored, texts)
    views: dict[str, Callable[[], None]] = {
        texts.failures: lambda: failures(scored, index, texts),
        texts.by_category: lambda: categories(scored, texts),
        texts.trend: lambda: trend(runs, run, texts),
        texts.comparison: lambda: comparison(run, scored, runs, _scored, texts),
        texts.figures: lambda: all_figures(scored, texts),
    }
    for tab, draw in zip(st.tabs(list(views), key="view", on_change="rerun"), views.values(), strict=True):
        if tab.open:
            with tab:
                draw()
    frame.foot()


def _choose(runs: list[Run], texts: EvaluationTexts) -> Run:
    """The run in question: the one just finished, the one that the address names, or the latest."""
    by_name = {run.name: run for run in reversed(runs)}
    if (finished := st.session_state.pop("finished_run", None)) in by_name:
        st.session_state["run"] = finished
    chosen = st.selectbox(texts.run, list(by_name), key="run", bind="query-params")
    return by_name.get(chosen, runs[-1])


def _about(run: Run, scored: list[Scored], texts: EvaluationTexts) -> None:
    """When and what was asked, what is missing, and the report to take away."""
    manifest = run.manifest
    started = datetime.fromisoformat(manifest["started"]).astimezone()
    wrong = sum(bool(one.cause) for one in scored)
    sets = "、".join(manifest["datasets"])
    st.caption(texts.about_run.format(time=f"{started:%Y-%m-%d %H:%M}", sets=sets, n=len(scored), wrong=wrong))
    if pending := len(run.pending()):
        frame.note(texts.unanswered.format(n=pending, run=run.name))
    st.download_button(texts.download, lambda: _report(run, scored), f"{run.name}.html", "text/html", on_click="ignore")


def _report(run: Run, scored: list[Scored]) -> bytes:
    return write_report(run, scored)[0].read_bytes()


def _scored(run: Run) -> list[Scored]:
    kept = [file for name in ("answers.jsonl", "judgements.jsonl") if (file := run.folder / name).exists()]
    return _score_all(run.folder, max((file.stat().st_mtime_ns for file in kept), default=0))


@st.cache_resource(max_entries=4, show_spinner=False)
def _score_all(folder: Path, changed: int) -> list[Scored]:
    """Scored once for each state of the answers and judgements, of which `changed` is the time."""
    return [score(case) for case in Run(folder).cases()]
