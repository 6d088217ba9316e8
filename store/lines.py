"""Text files that a user hands over, read line by line."""

import json
from collections.abc import Iterator
from pathlib import Path

from store.errors import DatasetError


def read_text(path: Path) -> str:
    """The text of a UTF-8 file. Raises DatasetError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DatasetError(f"{path} is not UTF-8 text.", f"{path} 不是UTF-8文本。") from error
    except OSError as error:
        raise DatasetError(f"{path} cannot be read: {error.strerror}.") from error


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Line number, from 1, and content of each non-empty line of a UTF-8 file. Raises DatasetError."""
    # Not splitlines: U+2028 and the like may stand within a JSON string.
    yield from ((number, line) for number, line in enumerate(read_text(path).split("\n"), start=1) if line.strip())


def read_jsonl(path: Path) -> Iterator[tuple[int, object]]:
    """Line number, from 1, and value of each non-empty line of a JSONL file. Raises DatasetError."""
    for number, line in read_lines(path):
        try:
            yield number, json.loads(line)
        except ValueError as error:
            raise DatasetError(
                f"{path}, line {number} is not JSON: {error}.", f"{path} 第{number}行不是JSON。"
            ) from error
