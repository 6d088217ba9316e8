"""Question sets: what a question and its expected answer are, how a file of them is read, and how they are split.

A JSONL file holds one question a line, in the fields of `Question`. CSV and XLSX files hold the same fields as columns
(see `evals.tables`).
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from evals.matching import pattern, plain
from evals.tables import read_table
from store.errors import DatasetError
from store.lines import read_jsonl

Split = Literal["dev", "test"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# `pattern` raises ValueError, which pydantic reports as an error of the field, for words that could never be found.
Words = Annotated[Text, AfterValidator(lambda words: pattern(plain(words)) and words)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Message(_Strict):
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: Text


class Gold(_Strict):
    """A clause that a right answer stands on: a document of the corpus, and its words or its locator."""

    document: Text
    quote: Text | None = None
    locator: Text | None = None

    @model_validator(mode="after")
    def _one_address(self) -> "Gold":
        if (self.quote is None) == (self.locator is None):
            raise ValueError("needs either quote or locator")
        return self


class Question(_Strict):
    """One question and what is expected of its answer.

    Each group of `facts` is a list of alternatives of which one must be said; none of `forbidden` may be said.
    """

    id: Text
    question: Text
    history: tuple[Message, ...] = ()
    answerable: bool
    category: Text
    facts: tuple[Annotated[tuple[Words, ...], Field(min_length=1)], ...] = ()
    forbidden: tuple[Words, ...] = ()
    verdict: Literal["yes", "no"] | None = None
    gold: tuple[Gold, ...] = ()
    as_of: date | None = None

    @property
    def split(self) -> Split:
        """`dev` where the SHA-1 of the id is an even number, else `test`.

        The rule needs no list, so a new question has its place before anyone has seen how it scores. Questions on the
        same clause may fall on both sides; intervals over clauses (`evals.compare`) take care of that.
        """
        return split_of(self.id)

    @property
    def cluster(self) -> str:
        """Questions with the same cluster stand on the same clauses; one without gold is a cluster of its own."""
        return " + ".join(sorted(f"{g.document}: {g.quote or g.locator}" for g in self.gold)) or self.id


def split_of(id_: str) -> Split:
    """The half that a question of that id belongs to."""
    return "test" if hashlib.sha1(id_.encode()).digest()[-1] % 2 else "dev"


def load_questions(paths: Iterable[Path]) -> list[Question]:
    """The questions of all files, in order. Raises DatasetError naming the file, line and field of the first error."""
    questions: dict[str, Question] = {}
    for path in paths:
        for line, row in _rows(path):
            question = validated(Question, row, f"{path}, line {line}", f"{path} 第{line}行")
            if question.id in questions:
                raise DatasetError(
                    f"{path}, line {line}, field id: {question.id!r} is there twice.",
                    f"{path} 第{line}行的 id 与前面重复：{question.id}。",
                )
            questions[question.id] = question
    if not questions:
        raise DatasetError("The question set holds no questions.", "题集中没有题目。")
    return list(questions.values())


def select(
    questions: Iterable[Question], split: Split | None = None, category: str | None = None, limit: int | None = None
) -> list[Question]:
    """The first `limit` questions of a split and category. Raises DatasetError if there are none."""
    chosen = [q for q in questions if split in (None, q.split) and category in (None, q.category)][:limit]
    if not chosen:
        raise DatasetError("No question is left: check the split, the category and the limit.")
    return chosen


def _rows(path: Path) -> Iterator[tuple[int, object]]:
    """Line number, from 1, and content of each non-empty line."""
    if not path.is_file():
        raise DatasetError(f"{path} is not there.")
    if path.suffix.lower() in (".csv", ".xlsx"):
        yield from read_table(path)
    else:
        yield from read_jsonl(path)


Model = TypeVar("Model", bound=BaseModel)


def validated(kind: type[Model], row: object, where: str, where_in_chinese: str = "") -> Model:
    """`row` as a `kind`. Raises DatasetError naming `where` it stands and the first field that is wrong."""
    try:
        return kind.model_validate(row)
    except ValidationError as error:
        field, fault = first_fault(error)
        chinese = "缺少" if error.errors()[0]["type"] == "missing" else "填写有误："
        told = f"{where_in_chinese}{chinese} {field}。" if where_in_chinese else ""
        raise DatasetError(f"{where}, field {field}: {fault}.", told) from error


def first_fault(error: ValidationError) -> tuple[str, str]:
    """The first field that is wrong, and what is wrong with it."""
    first = error.errors()[0]
    return ".".join(map(str, first["loc"])) or "the whole line", first["msg"]
