"""Read one of the corpus's TOML files into its model; what is wrong with it becomes one sentence for its editor.

And write one, for what users add.
"""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from store.errors import PolicyError


class Strict(BaseModel):
    """Base of the models of corpus files: a misspelt field is an error, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Filled = Annotated[str, Field(min_length=1)]
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
        raise error(f"{path}{_where(first['loc'], data)}: {first['msg'].removeprefix('Value error, ')}.") from cause


def to_toml(table: str, model: Strict) -> str:
    """One [[table]] of the model's fields that aren't as by default, which `read_toml` reads back equal."""
    fields = model.model_dump(exclude_defaults=True)
    return f"[[{table}]]\n" + "".join(f"{name} = {_value(value)}\n" for name, value in fields.items())


def _value(value: object) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(f"{_value(key)} = {_value(one)}" for key, one in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
        case date():
            return value.isoformat()
        case _:  # a JSON string is a TOML string but for one character
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _where(location: tuple[int | str, ...], data: dict[str, Any]) -> str:
    """`, document “notice-2020-40”, field deadline.on`: an entry by its id where it has one, else by its position."""
    match location:
        case str(table), int(place), *fields:
            entry = data[table][place]
            name = f"“{entry['id']}”" if isinstance(entry, dict) and "id" in entry else str(place + 1)
            return f", {table} {name}" + (f", field {'.'.join(map(str, fields))}" if fields else "")
    return "".join(f", field {part}" for part in location)
