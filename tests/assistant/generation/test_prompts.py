"""Prompts say which variables they take, and take no others."""

from pathlib import Path

import pytest

from assistant.generation.prompts import load_prompt
from store.errors import PromptError
from store.settings import ROOT


@pytest.mark.parametrize("path", sorted((ROOT / "prompts").glob("*.toml")), ids=lambda path: path.stem)
def test_every_prompt_loads(path: Path) -> None:
    assert load_prompt(path.stem).template


def test_braces_in_a_value_stay() -> None:
    filled = load_prompt("answer").format(evidence="{question}", question="{evidence} {x}")
    assert "{question}" in filled
    assert "{evidence} {x}" in filled


@pytest.mark.parametrize(
    "text",
    [
        'variables = ["question"]\ntext = "{question} {evidence}"',
        'variables = ["question", "evidence"]\ntext = "{question}"',
        'variables = ["question"]',
        'variables = []\ntext = "{"',
        "not toml",
    ],
)
def test_a_prompt_that_is_not_as_it_says_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PromptError, match=r"broken\.toml"):
        load_prompt("broken", tmp_path)
