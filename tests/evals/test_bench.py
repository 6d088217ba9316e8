"""The commands that ask, with a small index and an assistant made up for the purpose."""

import json

import pytest
from typer.testing import CliRunner

from assistant.answer import Answer, Statement
from evals import cli
from store.errors import DatasetError
from store.records import Document, Node
from store.settings import Settings

LINES = [
    {"id": "a", "question": "每市多少钱？", "answerable": True, "category": "amount", "facts": [["1.5亿元"]]},
    {"id": "b", "question": "还能报吗？", "answerable": True, "category": "yes-no", "facts": [["不能"]]},
    {"id": "c", "question": "评分标准？", "answerable": False, "category": "near-miss"},
]


class SmallIndex:
    """What evals asks of an index."""

    version = "v1"

    def __init__(self, corpus):
        notice = corpus["notice"]
        self._nodes = tuple(
            Node("notice", str(n), "section", "", "", s, e, at) for n, (at, s, e) in enumerate(notice.nodes)
        )
        self.documents = {
            "notice": Document("notice", notice.title, "通知", "policy", "", text=notice.text),
            "missing": Document("missing", "另一通知", "另一通知", "policy", "", held=False),
        }

    @property
    def held(self):
        return [document for document in self.documents.values() if document.held]

    def nodes(self, document_id):
        assert document_id == "notice", "documents that are not held have no outline"
        return self._nodes


class Parrot:
    """Answers every question with the amount, and fails while it is told to."""

    broken = False

    def __init__(self, index):
        self.index = index

    def ask(self, question, history=(), as_of=None):
        if self.broken and question == "还能报吗？":
            raise ConnectionError("no model")
        return Answer(question, (Statement("1.5亿元"),))


@pytest.fixture
def home(tmp_path, monkeypatch, corpus):
    monkeypatch.setattr(cli, "load_settings", lambda: Settings(home=tmp_path))
    monkeypatch.setattr("store.index.Index.open", lambda settings: SmallIndex(corpus))
    monkeypatch.setattr("assistant.assistant.Assistant", Parrot)
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, LINES)))
    return tmp_path


def call(*arguments):
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments], catch_exceptions=False)


def test_run_asks_scores_and_notes_the_conditions(home):
    shown = call("run", home / "set.jsonl", "--name", "first", "--repeat", "2").stdout
    assert "missing refusal" in shown
    run = home / "runs" / "first"
    assert json.loads((run / "scores.json").read_text())["all"]["rates"]["right"]["value"] == pytest.approx(1 / 3)
    assert json.loads((run / "corpus.json").read_text()).keys() == {"notice"}
    manifest = json.loads((run / "manifest.json").read_text())
    assert manifest["corpus_version"] == "v1"
    assert manifest["asked"] == {"answerer": "Parrot", "split": None, "category": None, "limit": None, "repeat": 2}
    assert len((run / "answers.jsonl").read_text().split()) == 6


def test_run_asks_the_selection_only(home):
    call("run", home / "set.jsonl", "--name", "one", "--category", "yes-no")
    call("run", home / "set.jsonl", "--name", "two", "--limit", "2")
    assert [len((home / "runs" / name / "questions.jsonl").read_text().splitlines()) for name in ("one", "two")] == [
        1,
        2,
    ]


def test_resume_asks_only_what_failed(home, monkeypatch):
    monkeypatch.setattr(Parrot, "broken", True)
    shown = call("run", home / "set.jsonl", "--name", "first").stdout
    assert "ConnectionError: no model" in shown
    assert "1 questions have no answer" in shown
    monkeypatch.setattr(Parrot, "broken", False)
    shown = call("resume", "first").stdout
    assert "1 questions asked" in shown
    assert "no answer" not in shown


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ({"asked": {"answerer": "SplitterChroma", "repeat": 1}}, "was asked of SplitterChroma, not of Parrot"),
        ({"corpus_version": "v0"}, "another version of the index"),
    ],
)
def test_resume_mixes_neither_answerers_nor_versions_of_the_index(home, monkeypatch, manifest, says):
    monkeypatch.setattr(Parrot, "broken", True)
    call("run", home / "set.jsonl", "--name", "first")
    path, answers = (home / "runs" / "first" / file for file in ("manifest.json", "answers.jsonl"))
    path.write_text(json.dumps(json.loads(path.read_text()) | manifest))
    before = answers.read_text()
    with pytest.raises(DatasetError, match=says):
        call("resume", "first")
    assert answers.read_text() == before


def test_the_generative_mode_is_asked_and_resumed(home, monkeypatch):
    opened = []

    class GenerativeAssistant(Parrot):
        @classmethod
        def open(cls, assistant, settings):
            opened.append(assistant)
            return cls(assistant.index)

    monkeypatch.setattr("assistant.generation.generative.GenerativeAssistant", GenerativeAssistant)
    monkeypatch.setattr(Parrot, "broken", True)
    call("run", home / "set.jsonl", "--name", "prose", "--mode", "generative")
    manifest = json.loads((home / "runs" / "prose" / "manifest.json").read_text())
    assert manifest["asked"]["answerer"] == "GenerativeAssistant"
    call("resume", "prose")
    assert len(opened) == 2


def test_peers_shows_both_with_the_time_each_took(home):
    shown = call("peers", home / "set.jsonl").stdout
    assert "Parrot, " in shown
    assert "SplitterChroma, " in shown
    assert "Right answers" in shown
    assert len(list((home / "runs").iterdir())) == 2
