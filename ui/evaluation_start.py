"""Starting a run from the page: a question set is chosen or uploaded, and asked by a process of its own.

The process is the command line's own `python -m evals run`, so that a run from the page is the same as any other, goes
on when the page is closed, and cannot slow the page down more than another program would.
"""

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from assistant.export import file_name
from evals.dataset import load_questions
from evals.runs import Run, new_name
from store.errors import DatasetError
from store.settings import ROOT
from ui import frame
from ui.evaluation_texts import EvaluationTexts
from ui.texts import current_texts

OWN_SETS = ROOT / "evals" / "datasets"
SAMPLE = ROOT / "evals" / "templates" / "questions.csv"
COMMAND = (sys.executable, "-m", "evals")


@dataclass(frozen=True, slots=True)
class Job:
    """A run that was started from the page."""

    run: Run
    total: int  # questions
    process: "subprocess.Popen[bytes]"
    log: Path  # what the process writes to its standard error

    @property
    def done(self) -> int:
        """Questions asked so far."""
        return len(self.run.recorded())

    @property
    def error(self) -> str:
        """The last thing the process complained of."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return lines[-1] if lines else ""


_starting = threading.Lock()  # sessions are threads of one process


@st.cache_resource(show_spinner=False)
def _jobs() -> list[Job]:
    """The job that is going on, if any: one at a time in this server, whoever started it."""
    return []


def starter(home: Path, texts: EvaluationTexts) -> None:
    """What starts a run, or how far the one that is going on has come. Uploaded sets are kept in `home`."""
    if told := st.session_state.pop("job_told", ""):
        frame.note(told)
    if _jobs():
        _progress(texts)
        return
    with st.expander(texts.start):
        found = sorted(OWN_SETS.glob("*.jsonl"))
        own = st.multiselect(texts.own_sets, found, format_func=lambda path: path.stem, placeholder=texts.choose_sets)
        with st.container(key="evaluation-file"):
            uploaded = st.file_uploader(
                texts.upload, ["csv", "xlsx", "jsonl"], help=texts.upload_help, max_upload_size=20
            )
        with st.container(horizontal=True):
            clicked = st.button(texts.start_button, type="primary", disabled=not (own or uploaded))
            st.download_button(texts.template, SAMPLE.read_bytes(), "questions.csv", "text/csv", on_click="ignore")
        if clicked:
            try:
                sets = [_keep(uploaded.name, uploaded.getvalue(), home)] if uploaded else own
                _start(sets, home)
            except DatasetError as error:
                told = current_texts().explain(error).replace(f"{sets[0].parent}{os.sep}", "")
                frame.error(texts.bad_set.format(error=told))
            except OSError:
                frame.error(texts.not_kept.format(folder=home))
            else:
                st.rerun()


@st.fragment(run_every=1)
def _progress(texts: EvaluationTexts) -> None:
    job = next(iter(_jobs()), None)
    if job is None:  # another session has seen its end
        st.rerun()
    done = job.done
    st.progress(min(1.0, done / job.total), texts.running.format(name=job.run.name, done=done, total=job.total))
    if st.button(texts.stop):
        job.process.terminate()
        job.process.wait()
        _end(job, texts.stopped.format(name=job.run.name))
    if (status := job.process.poll()) is not None:
        if status == 0:
            st.session_state.finished_run = job.run.name
        _end(job, texts.finished.format(name=job.run.name) if status == 0 else texts.broken.format(error=job.error))


def _end(job: Job, told: str) -> None:
    with _starting:
        if job in _jobs():  # else another session has seen its end, and may have started the next
            _jobs().remove(job)
    st.session_state.job_told = told
    st.rerun()


def _keep(name: str, content: bytes, home: Path) -> Path:
    """The uploaded set as a file, which a run's manifest names; another set of that name has a folder of its own.

    Raises OSError where it cannot be written.
    """
    folder = home / "uploads" / hashlib.sha256(content).hexdigest()
    path = folder / file_name(Path(name).stem, Path(name).suffix.lower())
    folder.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_bytes(content)
    os.replace(new, path)  # in one step: a run may be reading it
    return path


def _start(sets: Sequence[Path], home: Path) -> None:
    """Starts asking, unless another session has just done so. Raises DatasetError if a set cannot be read."""
    with _starting:
        if not _jobs():
            _jobs().append(_asking(sets, home))


def _asking(sets: Sequence[Path], home: Path) -> Job:
    total = len(load_questions(sets))
    run = Run(home / "runs" / new_name(sets))
    log = home / "evaluation.log"
    with log.open("wb") as complaints:
        process = subprocess.Popen(
            [*COMMAND, "run", *map(str, sets), f"--name={run.name}", "--no-failures"],
            cwd=ROOT,
            env=os.environ | {"POLICY_HOME": str(home)},
            stdout=subprocess.DEVNULL,
            stderr=complaints,
        )
    return Job(run, total, process, log)
