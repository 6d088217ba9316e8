"""A run on disk: what was asked, what was answered, under which conditions. Scores are apart and can be made again.

<home>/runs/<name>/manifest.json     conditions: commit, corpus version, dataset hashes, settings, machine, times
                   questions.jsonl   the questions asked, as their dataset has them
                   corpus.json       the documents held then, which golds and quotes are checked against
                   answers.jsonl     one answer or error a line; of two for the same question the later one counts
                   judgements.jsonl  what a judge said of the answers, where one was asked
                   scores.json       made by `score`
                   *.eval            the log that `inspect view` opens
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from os.path import isfile
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from assistant.answer import Answer
from evals.corpus import Corpus, CorpusText
from evals.dataset import Question, load_questions
from evals.metrics.case import Case
from store.errors import DatasetError


@dataclass(frozen=True, slots=True)
class Recorded:
    """What asking a question for the `repeat`-th time gave: an answer, or the error that it raised."""

    id: str
    repeat: int
    answer: Answer | None
    error: str = ""
    latency_ms: float = 0.0  # as the one who asks sees it
    model_tokens: int = 0  # sent to and received from language models

    def case(self, question: Question, corpus: Corpus, judged: bool | None = None) -> Case:
        """This beside its question, and what a judge said of it, ready to be scored."""
        return Case(question, self.answer, corpus, self.error, self.repeat, self.latency_ms, self.model_tokens, judged)


@dataclass(frozen=True, slots=True)
class JudgeReply:
    """What the judge, a language model, said of the answer to a question."""

    id: str
    repeat: int
    right: bool
    why: str


_RECORDED = TypeAdapter(Recorded)
_JUDGEMENT = TypeAdapter(JudgeReply)
Line = TypeVar("Line")
_CORPUS = TypeAdapter(dict[str, CorpusText])


@dataclass(frozen=True, slots=True)
class Run:
    """A run's folder."""

    folder: Path

    @property
    def name(self) -> str:
        """The name it was given, or the time it was started."""
        return self.folder.name

    @property
    def manifest(self) -> dict[str, Any]:
        """The conditions of the run. Raises DatasetError."""
        damaged = f"{self.folder / 'manifest.json'} is damaged."
        try:
            manifest: dict[str, Any] = json.loads(self._read("manifest.json"))
        except ValueError as error:
            raise DatasetError(damaged) from error
        if not isinstance(manifest, dict) or not manifest.keys() >= {"started", "asked"}:
            raise DatasetError(damaged)
        return manifest

    @property
    def answerer(self) -> str:
        """The name of the class that was asked. Raises DatasetError."""
        return str(self.manifest["asked"].get("answerer"))

    def check_same(self, answerer: str, corpus_version: str) -> None:
        """Raises DatasetError unless it was this answerer that was asked, on this version of the index.

        The figures of a run that went on with another would be nobody's.
        """
        if self.answerer != answerer:
            raise DatasetError(f"Run {self.name} was asked of {self.answerer}, not of {answerer}: start a new run.")
        if self.manifest.get("corpus_version") != corpus_version:
            raise DatasetError(f"Run {self.name} was asked on another version of the index: start a new run.")

    def start(self, manifest: dict[str, Any], questions: Iterable[Question], corpus: Corpus) -> None:
        """Makes the folder. Raises DatasetError if it is there already."""
        try:
            self.folder.mkdir(parents=True)
        except FileExistsError as error:
            raise DatasetError(f"There is a run named {self.name}: choose another name, or resume it.") from error
        except OSError as error:
            raise DatasetError(f"{self.folder} cannot be made: {error.strerror}.") from error
        lines = (question.model_dump_json(exclude_defaults=True) + "\n" for question in questions)
        (self.folder / "questions.jsonl").write_text("".join(lines), encoding="utf-8")
        (self.folder / "corpus.json").write_bytes(_CORPUS.dump_json(dict(corpus)))
        self.write_json("manifest.json", manifest)

    def write_json(self, file: str, content: object) -> None:
        """Writes one of the run's JSON files."""
        (self.folder / file).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")

    def record(self, recorded: Recorded) -> None:
        """Adds an answer or error; it is on disk when this returns."""
        self._add("answers.jsonl", _RECORDED.dump_json(recorded))

    def record_judgement(self, judgement: JudgeReply) -> None:
        """Adds what the judge said of an answer; it is on disk when this returns."""
        self._add("judgements.jsonl", _JUDGEMENT.dump_json(judgement))

    def questions(self) -> list[Question]:
        """The questions asked. Raises DatasetError."""
        return load_questions([self.folder / "questions.jsonl"])

    def corpus(self) -> dict[str, CorpusText]:
        """The documents as they were when the run was started. Raises DatasetError."""
        try:
            return _CORPUS.validate_json(self._read("corpus.json"))
        except ValidationError as error:
            raise DatasetError(f"{self.folder / 'corpus.json'} is damaged.") from error

    def recorded(self) -> dict[tuple[str, int], Recorded]:
        """What was answered so far, by id and repeat. Raises DatasetError."""
        return {(r.id, r.repeat): r for r in self._lines("answers.jsonl", _RECORDED)}

    def judgements(self) -> dict[tuple[str, int], JudgeReply]:
        """What the judge said so far, by id and repeat. Raises DatasetError."""
        return {(j.id, j.repeat): j for j in self._lines("judgements.jsonl", _JUDGEMENT)}

    def pending(self) -> list[tuple[Question, int]]:
        """What has no answer yet or raised an error: question, and the how-manieth asking. Raises DatasetError."""
        answered = {key for key, recorded in self.recorded().items() if recorded.answer}
        repeats = range(1, self.manifest["asked"]["repeat"] + 1)
        return [(q, repeat) for repeat in repeats for q in self.questions() if (q.id, repeat) not in answered]

    def cases(self) -> list[Case]:
        """Every answer beside its question, in the order of the questions. Raises DatasetError."""
        questions = {question.id: (place, question) for place, question in enumerate(self.questions())}
        corpus = self.corpus()
        judged = {key: judgement.right for key, judgement in self.judgements().items()}
        recorded = sorted(self.recorded().values(), key=lambda r: (questions[r.id][0], r.repeat))
        return [one.case(questions[one.id][1], corpus, judged.get((one.id, one.repeat))) for one in recorded]

    def _add(self, file: str, line: bytes) -> None:
        with (self.folder / file).open("ab") as opened:
            # The line break comes first, so that a line cut short by a stop cannot swallow this one.
            opened.write(b"\n" + line)

    def _lines(self, file: str, kind: TypeAdapter[Line]) -> Iterator[Line]:
        path = self.folder / file
        lines = path.read_bytes().split(b"\n") if path.is_file() else []
        for number, line in enumerate(lines, start=1):
            if line:
                try:
                    yield kind.validate_json(line)
                except ValidationError as error:
                    if error.errors()[0]["type"] == "json_invalid":
                        continue  # the process was stopped while it wrote; the question counts as not asked
                    raise DatasetError(f"{path}, line {number} cannot be read.") from error

    def _read(self, file: str) -> str:
        try:
            return (self.folder / file).read_text(encoding="utf-8")
        except OSError as error:
            raise DatasetError(f"{self.folder} is not a run: it has no {file}.") from error


def new_name(datasets: Sequence[Path]) -> str:
    """A name for a run that is started now."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{datasets[0].stem}"


def all_runs(runs: Path) -> list[Run]:
    """Every run in the folder, in the order in which they were started. Raises DatasetError."""
    found = [Run(path.parent) for path in runs.glob("*/manifest.json")]
    return sorted(found, key=lambda run: (run.manifest["started"], run.name))


def find_run(runs: Path, name: str) -> Run:
    """The run of that name, or in that folder; `latest` is the one started last. Raises DatasetError."""
    if name == "latest":
        started = all_runs(runs)
        if not started:
            raise DatasetError("There is no run yet: start one with `python -m evals run`.")
        return started[-1]
    # Not Path.is_file, which raises where a name is too long.
    folder = next((f for f in (runs / name, Path(name)) if isfile(f / "manifest.json")), None)
    if folder is None:
        raise DatasetError(f"There is no run named {name}.")
    return Run(folder)
