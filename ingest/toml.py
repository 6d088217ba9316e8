"""Read one of the corpus's TOML files into its model; what is wrong with it becomes one sentence for its editor."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from store.errors import PolicyError


class Strict(BaseModel):
    """Base of the models of corpus files: a misspelt field is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=Strict)


def read_toml(path: Path, model: type[Model], error: type[PolicyError]) -> Model:
    """The file as `model`. Raises `error`, naming file, entry and field, where it is missing or not as it should be."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return model.model_validate(data)
    except OSError as cause:
        raise error(f"{path} cannot be read ({cause.strerror}).") from cause
    except UnicodeDecodeError as cause:
        raise error(f"{path} is not UTF-8 text; save it as UTF-8.") from cause
    except tomllib.TOMLDecodeError as cause:
        raise error(f"{path} is not valid TOML: {cause}.") from cause
    except ValidationError as cause:
        first = cause.errors()[0]
        where = _where(first["loc"], data)
        raise error(f"{path}{where}: {first['msg'].removeprefix('Value error, ')}.") from cause


def _where(location: tuple[int | str, ...], data: object) -> str:
    """`, document “notice-2020-40”, field issued_on`: an entry by its id where it has one, else by its position."""
    named = ""
    for part in location:
        data = data[part] if _holds(data, part) else None  # type: ignore[index]
        if isinstance(part, int):
            name = data.get("id") if isinstance(data, dict) else None
            named += f" “{name}”" if name else f" {part + 1}"
        elif _opens_entries(data):
            named += f", {part}"
        else:
            named += f", field {part}"
    return named


def _holds(data: object, part: int | str) -> bool:
    return (isinstance(data, dict) and part in data) or (isinstance(data, list) and isinstance(part, int))


def _opens_entries(data: object) -> bool:
    return isinstance(data, list) and any(isinstance(entry, dict) for entry in data)
