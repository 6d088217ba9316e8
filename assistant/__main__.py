"""Ask from the command line: one question, a conversation, or a file of questions."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.answer import Answer, Citation, Mode, Turn
from assistant.assistant import Assistant
from assistant.generation.fallback import note_for
from assistant.understanding.question import understand
from store.command_line import run
from store.errors import DatasetError, PolicyError, QuestionError
from store.index import Index
from store.lines import read_jsonl
from store.records import Document
from store.settings import load_settings

if TYPE_CHECKING:  # it brings the clients of models with it, which take a second
    from assistant.generation.generative import GenerativeAssistant

app = typer.Typer(help="Ask questions about the policies in the index.", no_args_is_help=True, add_completion=False)


InMode = Annotated[Mode, typer.Option("--mode", help="In the documents' own words, or in those of the model you set.")]


def _assistant(mode: Mode) -> "Assistant | GenerativeAssistant":
    settings = load_settings()
    assistant = Assistant(Index.open(settings))
    if mode == "extractive":
        return assistant
    from assistant.generation.generative import GenerativeAssistant

    return GenerativeAssistant.open(assistant, settings)


def as_record(answer: Answer, documents: Mapping[str, Document]) -> dict[str, Any]:
    """The answer as `batch` writes it; the field names are stable. A citation has `ocr` only where OCR read its words."""
    return {
        "answer": answer.text,
        "refused": answer.refused,
        "coverage": answer.coverage,
        "verdict": answer.verdict,
        "mode": answer.mode,
        "note": answer.note,
        "citations": [
            asdict(citation) | ({"ocr": True} if _is_scanned(citation, documents) else {})
            for citation in answer.citations
        ],
        "latency_ms": round(answer.latency_ms, 1),
    }


def _print(answer: Answer, documents: Mapping[str, Document]) -> None:
    if answer.understood_as:
        print(f"理解为：{answer.understood_as}")
    if answer.note:
        print(f"（{note_for(answer.note, understand(answer.question).english)}）")
    print(answer.text)
    for number, citation in enumerate(answer.citations, start=1):
        print(f"  [{number}] {_place(citation, documents)}：{citation.quote}")
    for citation in answer.related:
        print(f"  相关条款 {_place(citation, documents)}：{citation.quote}")
    for id_ in answer.missing:
        if id_ in documents and documents[id_].address:
            print(f"  可用“python -m ingest fetch {id_}”收录《{documents[id_].title}》。")


def _place(citation: Citation, documents: Mapping[str, Document]) -> str:
    """The locator, with the version where several documents have its name, 《商标法》（2019年修正）第十条, and a mark on words
    that OCR has read."""
    document = documents[citation.document_id]
    name = f"《{document.short_title}》"
    several = sum(other.held and other.short_title == document.short_title for other in documents.values()) > 1
    place = citation.locator.replace(name, name + document.version, 1) if several else citation.locator
    return place + ("（扫描识别）" if _is_scanned(citation, documents) else "")


def _is_scanned(citation: Citation, documents: Mapping[str, Document]) -> bool:
    return documents[citation.document_id].is_scanned(citation.start, citation.end)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in Chinese or English.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
    mode: InMode = "extractive",
) -> None:
    """Answer one question."""
    assistant = _assistant(mode)
    answer = assistant.ask(question)
    if as_json:
        print(json.dumps(as_record(answer, assistant.index.documents), ensure_ascii=False))
    else:
        _print(answer, assistant.index.documents)


@app.command()
def chat(mode: InMode = "extractive") -> None:
    """Hold a conversation; an empty line ends it."""
    assistant = _assistant(mode)
    history: list[Turn] = []
    while question := _line():
        try:
            answer = assistant.ask(question, history)
        except PolicyError as error:
            print(error)
            continue
        _print(answer, assistant.index.documents)
        history += [Turn("user", question), Turn("assistant", answer.text)]


def _line() -> str:
    try:
        return input("问：").strip()
    except (EOFError, KeyboardInterrupt):
        return ""


@app.command()
def batch(
    questions: Annotated[Path, typer.Argument(help='JSONL with {"id", "question", "history", "as_of"?} a line.')],
    answers: Annotated[Path, typer.Argument(help="Where the answers go, a JSON object a line.")],
    mode: InMode = "extractive",
) -> None:
    """Answer a file of questions, in order."""
    if answers.exists() and questions.exists() and answers.samefile(questions):
        raise DatasetError(f"{answers} is the file of questions; give another one for the answers.")
    asked = list(_read_batch(questions))
    assistant = _assistant(mode)
    try:
        with answers.open("w", encoding="utf-8") as out:
            for item, history, as_of in asked:
                try:
                    answer = assistant.ask(item["question"], history, as_of)
                    record = as_record(answer, assistant.index.documents)
                except QuestionError as error:  # of this line alone; what else fails would fail on all of them
                    record = as_record(Answer(item["question"], ()), {}) | {
                        "answer": error.chinese or str(error),
                        "refused": True,
                        "coverage": "none",
                    }
                out.write(json.dumps({"id": item["id"], **record}, ensure_ascii=False) + "\n")
    except OSError as error:
        raise DatasetError(f"{answers} cannot be written: {error.strerror}.") from error


def _read_batch(path: Path) -> Iterator[tuple[dict[str, Any], list[Turn], date | None]]:
    """Each question with its id, the turns before it, and the day it is asked on. Raises DatasetError naming line and
    field."""
    for number, row in read_jsonl(path):
        try:
            item = _object(row, "the line")
            if "id" not in item:
                raise ValueError("the field id is missing")
            question, turns = _text(item, "question"), item.get("history") or []
            if not isinstance(turns, list):
                raise ValueError("the field history is not a list")
            history = [_turn(turn, f"history, turn {n}") for n, turn in enumerate(turns, start=1)]
            as_of = _day(item, "as_of") if item.get("as_of") else None
        except ValueError as error:
            raise DatasetError(f"{path}, line {number}: not a question with id and question ({error}).") from error
        yield {"id": item["id"], "question": question}, history, as_of


def _turn(value: object, place: str) -> Turn:
    """Raises ValueError for what is none: an object with a role that there is, and text."""
    turn = _object(value, place)
    if _text(turn, "role", place) not in ("user", "assistant"):
        raise ValueError(f"{place}: the role “{turn['role']}” is neither user nor assistant")
    return Turn(turn["role"], _text(turn, "content", place))


def _object(value: object, place: str) -> dict[str, Any]:
    """Raises ValueError for what is no JSON object."""
    if not isinstance(value, dict):
        raise ValueError(f"{place} is not a JSON object with fields")
    return value


def _text(item: Mapping[str, Any], field: str, place: str = "") -> str:
    """What the field says. Raises ValueError where it is missing or no text."""
    named = f"{place}: the field {field}" if place else f"the field {field}"
    if field not in item:
        raise ValueError(f"{named} is missing")
    if not isinstance(item[field], str):
        raise ValueError(f"{named} is not text")
    return str(item[field])


def _day(item: Mapping[str, Any], field: str) -> date:
    """Raises ValueError for what is no day."""
    try:
        return date.fromisoformat(_text(item, field))
    except ValueError as error:
        raise ValueError(f"the field {field} is not a day such as 2021-02-03") from error


if __name__ == "__main__":
    run(app)
