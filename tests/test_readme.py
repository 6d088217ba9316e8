"""What the READMEs say can be typed can be typed, and what they count is so many."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from assistant.__main__ import app as assistant
from evals.cli import app as evals
from evals.dataset import load_questions, select
from ingest.__main__ import app as ingest
from ingest.catalog import load_catalog
from ingest.notes import read_notes
from store.settings import ROOT
from ui.__main__ import main

ui = typer.Typer()
ui.command()(main)
APPS = {"assistant": assistant, "evals": evals, "ingest": ingest, "ui": ui}
READMES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")}


def _typed(readme: str) -> Iterator[str]:
    """The command lines of a README: in its indented blocks, and in the text."""
    block = re.compile(r"^ {4}(.+)$", re.MULTILINE)
    text = re.sub("```.*?```", "", READMES[readme], flags=re.DOTALL)  # the diagram
    yield from block.findall(text)
    yield from (" ".join(code.split()) for code in re.findall("`([^`]+)`", block.sub("", text)))


COMMANDS = [
    (found[1], found[2])
    for readme in READMES
    for line in _typed(readme)
    if (found := re.search(r"python -m (\w+)(.*)", line)) and found[1] != "pytest"
]


def test_the_commands_are_found() -> None:
    assert {module for module, _ in COMMANDS} == set(APPS)
    assert len(COMMANDS) > 20


@pytest.mark.parametrize(("module", "line"), COMMANDS)
def test_a_command_can_be_typed_as_it_stands(module: str, line: str) -> None:
    """Its command and options exist, and no argument is missing. Nothing is run."""
    command = typer.main.get_command(APPS[module])
    words = shlex.split(line, comments=True)
    if isinstance(command, TyperGroup):
        command = command.commands[words.pop(0)]
    command.make_context(module, words)  # an error of the line is raised here


def _rounded(count: int) -> str:
    return f"{round(count, -2):,}"


def test_the_questions_are_as_many_as_it_says() -> None:
    sets = {path.stem: load_questions([path]) for path in (ROOT / "evals" / "datasets").glob("*.jsonl")}
    first = {"notice-a", "notice-b"}  # which were looked at whole
    seen, blind = ({"notice": 0, "statutes": 0} for _ in range(2))
    for name, questions in sets.items():
        kept = 0 if name in first else len(select(questions, "test"))
        kind = name.partition("-")[0]
        blind[kind] += kept
        seen[kind] += len(questions) - kept
    readme = READMES["README.md"]
    assert f"{sum(map(len, sets.values())):,} questions in `evals/datasets`" in readme
    for kind in ("notice", "statutes"):
        assert f"| {kind}, seen ({seen[kind]:,}) | {kind}, blind ({blind[kind]:,}) |" in readme


def test_the_ways_of_asking_are_as_many_as_it_says() -> None:
    corpus: Path = ROOT / "corpus"
    held = [entry.id for entry in load_catalog(corpus).document if entry.source]
    files = [read_notes(document, corpus) for document in held]
    judged = sum(len(note.yes) + len(note.no) for file in files for note in file.note)
    asks = sum(len(note.asks) for file in files for note in (*file.note, *file.gap))
    readme = " ".join(READMES["README.md"].split())
    assert f"which ask in {_rounded(asks + judged)} ways" in readme
    assert f"learned from {_rounded(judged)} askings" in readme
