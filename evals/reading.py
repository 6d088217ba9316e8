"""How well the assistant reads: questions on a passage each, some without an answer (SQuAD 2, Rajpurkar et al. 2018).

The passages are one library; each question is put to the assistant over its own passage alone. What is scored is the
value that stands out in the answer, the first statement where none does, YES or NO where there is a verdict, and
nothing where it refuses.

    EM    whether that is one of the gold answers, but for punctuation and spaces
    F1    2pr / (p + r) of the characters in common with the gold answer that gives most; p of those said, r of gold

as the CAIL and CJRC evaluations do (Duan et al. 2019); a question without an answer scores 1 if nothing is said.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.progress import track

from assistant.answer import Answer
from assistant.assistant import Assistant
from evals.beir import CorpusEntry, Places
from evals.dataset import validated
from evals.metrics.intervals import Estimate, estimate
from evals.retrieval import open_index
from ingest.clean import apply_rules
from store.errors import DatasetError
from store.index import Index
from store.lines import read_text

_VERDICTS = ("YES", "NO")


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Asked(_Strict):
    """One question; `answers` are alternatives, none where the passage has no answer."""

    id: str
    question: str
    answers: tuple[str, ...] = ()


class Paragraph(_Strict):
    """A passage with its questions."""

    title: str = ""
    context: str
    qas: tuple[Asked, ...]


class _File(_Strict):
    data: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A question with what was read, "" where the assistant refused, and the seconds it took."""

    asked: Asked
    said: str
    seconds: float


def load_paragraphs(path: Path, limit: int | None = None) -> list[Paragraph]:
    """The passages with their first `limit` questions. Raises DatasetError naming the file and field that is wrong."""
    try:
        content = json.loads(read_text(path))
    except ValueError as error:
        raise DatasetError(f"{path} is not JSON: {error}.") from error
    found = validated(_File, content, str(path))
    kept, left = [], limit
    for paragraph in found.data:
        questions = paragraph.qas[:left]
        left = None if left is None else left - len(questions)
        if questions:
            kept.append(paragraph.model_copy(update={"qas": questions}))
    if not kept:
        raise DatasetError(f"{path} holds no questions.")
    return kept


def read_all(name: str, paragraphs: Sequence[Paragraph]) -> Iterator[Read]:
    """Asks each question over its passage; the index of all passages is kept under `name` in the cache folder."""
    names = [f"{number}" for number in range(len(paragraphs))]
    entries = [
        # Brought in as any document is: with full-width punctuation, without which no sentence has parts.
        CorpusEntry.model_validate(
            {"_id": name, "text": apply_rules(one.context), "document": f"{one.title}（{name}）"}
        )
        for name, one in zip(names, paragraphs, strict=True)
    ]
    places = Places(entries)
    index = open_index(name, places.parsed)
    for parsed, paragraph in track(
        list(zip(places.parsed, paragraphs, strict=True)), "reading", console=Console(stderr=True)
    ):
        assistant = Assistant(_only(index, parsed.document.id))
        for asked in paragraph.qas:
            began = perf_counter()
            answer = assistant.ask(asked.question)
            yield Read(asked, said(answer), perf_counter() - began)


def _only(index: Index, document_id: str) -> Index:
    """The same index as if it held that document alone."""
    alone = copy(index)
    alone.documents = MappingProxyType({document_id: index.documents[document_id]})
    return alone


def said(answer: Answer) -> str:
    """What an answer comes to: a verdict, a value, or its first statement; "" for a refusal."""
    if answer.refused or not answer.statements:
        return ""
    if answer.verdict:
        return answer.verdict.upper()
    first = answer.statements[0]
    return first.value or first.text


def measure(read: Sequence[Read]) -> dict[str, Estimate]:
    """EM and F1 of all questions, and F1 of those with a span, with YES or NO, and without an answer."""
    values: dict[str, list[float]] = defaultdict(list)
    for one in read:
        values["EM"].append(exact(one.said, one.asked.answers))
        score = f1(one.said, one.asked.answers)
        values["F1"].append(score)
        values[f"F1, {_kind(one.asked)}"].append(score)
        values["refused"].append(float(not one.said))
    return {name: figure for name, scores in values.items() if (figure := estimate(scores))}


def _kind(asked: Asked) -> str:
    if not asked.answers:
        return "no answer"
    return "yes or no" if asked.answers[0] in _VERDICTS else "a span"


def exact(said: str, gold: Sequence[str]) -> float:
    """1 or 0."""
    return float(_plain(said) in ({_plain(answer) for answer in gold} or {""}))


def f1(said: str, gold: Sequence[str]) -> float:
    """Between 0 and 1, against the alternative that gives most."""
    if not gold or not said or said in _VERDICTS or gold[0] in _VERDICTS:
        return exact(said, gold)
    return max(_overlap(_plain(said), _plain(answer)) for answer in gold)


def _overlap(said: str, gold: str) -> float:
    common = sum((Counter(said) & Counter(gold)).values())
    return 2 * common / (len(said) + len(gold)) if common else 0.0


def _plain(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
