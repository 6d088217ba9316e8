"""The prompts, one TOML file each in prompts/: the variables it takes, and its text."""

import tomllib
from functools import cache
from pathlib import Path

from langchain_core.prompts import PromptTemplate

from store.errors import PromptError
from store.settings import ROOT


@cache
def load_prompt(name: str, folder: Path = ROOT / "prompts") -> PromptTemplate:
    """The prompt in `folder`/`name`.toml. Raises PromptError if it is unreadable or uses other variables than it says.

    A wrong variable would else be found only when a user asks.
    """
    path = folder / f"{name}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        declared, template = set(data["variables"]), PromptTemplate.from_template(data["text"].strip())
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise PromptError(
            f"{path} is not a prompt with variables and text ({type(error).__name__}: {error})."
        ) from error
    if wrong := declared ^ set(template.input_variables):
        raise PromptError(f"{path}: declared and used variables differ: {', '.join(sorted(wrong))}.")
    return template
