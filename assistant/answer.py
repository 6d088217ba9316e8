"""What an answer is made of. `Answer` is the one thing pages, command lines and evals receive."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Coverage = Literal["complete", "partial", "none"]
Verdict = Literal["yes", "no"]
Mode = Literal["extractive", "generative"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote: the document's canonical text from `start` to `end` is `quote`, always."""

    document_id: str
    document_title: str
    locator: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer. `citations` are positions in `Answer.citations`, from 0; `value` is the asked-for
    value within `text` that the page makes stand out ("" if none)."""

    text: str
    citations: tuple[int, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    `understood_as` is the question after the conversation was taken into account, "" where nothing was changed.
    `related` are near clauses that do not answer. `suggestions` are follow-up questions that the documents answer, which a
    page adds (`Assistant.with_suggestions`).
    `missing` are the ids of documents that are asked about and not held, "" for one that is not even catalogued; what a
    reader can do about it is said by whoever shows the answer.
    `note` is why the words are not the model's although they were asked for, "" where they are or were not.
    """

    question: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...] = ()
    coverage: Coverage = "complete"
    verdict: Verdict | None = None
    mode: Mode = "extractive"
    understood_as: str = ""
    related: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    latency_ms: float = 0.0
    note: str = ""
    missing: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """True when the documents hold no answer."""
        return self.coverage == "none"

    @property
    def text(self) -> str:
        """What a user reads, without the evidence: each statement with its marks, [1] for the first citation."""
        return marked(self.statements)


def marked(statements: Iterable[Statement]) -> str:
    """The statements one after the other, each with its marks."""
    return "".join(s.text + "".join(f"[{n + 1}]" for n in s.citations) for s in statements)
