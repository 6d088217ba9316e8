"""Imports go one way, as DESIGN and `assistant/__init__.py` say."""

import ast
import re
from collections.abc import Iterator

import pytest

import assistant
from store.settings import ROOT

FOLDERS = re.findall(r"^    (\w+) {2,}", assistant.__doc__ or "", re.MULTILINE)
# What each part may import. `assistant` is the first that knows of questions, `ui` the last.
MAY = {
    "store": {"store"},
    "ingest": {"ingest", "store"},
    "assistant": {"assistant", "store"},
    "evals": {"evals", "assistant", "ingest", "store"},
}


def _imported(folder: str) -> Iterator[tuple[str, str]]:
    """Each file below the folder with each module it imports."""
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield path.name, node.module
            elif isinstance(node, ast.Import):
                yield from ((path.name, name.name) for name in node.names)


@pytest.mark.parametrize("folder", MAY)
def test_parts_import_only_what_is_before_them(folder: str) -> None:
    others = {*MAY, "ui", "app"} - MAY[folder]
    assert not [found for found in _imported(folder) if found[1].split(".")[0] in others]


def test_the_assistant_s_folders_are_those_named() -> None:
    assert sorted(FOLDERS) == sorted(path.parent.name for path in (ROOT / "assistant").glob("*/__init__.py"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_assistant_s_folders_import_only_those_before_them(folder: str) -> None:
    later = tuple(f"assistant.{name}." for name in FOLDERS[FOLDERS.index(folder) + 1 :])
    assert not [found for found in _imported(f"assistant/{folder}") if later and found[1].startswith(later)]
