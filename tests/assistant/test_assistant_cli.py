"""`python -m assistant` as it is typed."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Protocol

import pytest
from model_stub import Reply, StubModel

from assistant import __main__ as command
from assistant.__main__ import _place, as_record
from assistant.answer import Answer, Citation
from assistant.assistant import Assistant
from assistant.generation.fallback import Why
from store.command_line import run as run_command
from store.errors import StoreError
from store.records import Document
from store.settings import ROOT, Settings, load_settings


class Run(Protocol):
    """Runs the command; what it printed, and its exit status."""

    def __call__(self, *arguments: str, text: str = "", **setup: str) -> "subprocess.CompletedProcess[str]": ...


@pytest.fixture
def run_process(assistant: Assistant, settings: Settings) -> Run:
    """As it is typed: in a process of its own, which takes seconds to start."""

    def call(*arguments: str, text: str = "", **setup: str) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"POLICY_HOME": str(settings.home), "PYTHONUTF8": "1", **setup}
        command = [sys.executable, "-m", "assistant", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=environment, input=text, capture_output=True, text=True, check=False
        )

    return call


@pytest.fixture
def run(
    assistant: Assistant, settings: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Run:
    """In this process."""

    def call(*arguments: str, text: str = "", **setup: str) -> "subprocess.CompletedProcess[str]":
        with monkeypatch.context() as patch:
            for name, value in {"POLICY_HOME": str(settings.home), **setup}.items():
                patch.setenv(name, value)
            patch.setattr("sys.argv", ["assistant", *arguments])
            patch.setattr("sys.stdin", StringIO(text))
            load_settings.cache_clear()
            with pytest.raises(SystemExit) as ended:
                run_command(command.app)
            load_settings.cache_clear()
        return subprocess.CompletedProcess(arguments, ended.value.code, *capfd.readouterr())

    return call


def test_ask_json(run_process: Run) -> None:
    record = json.loads(run_process("ask", "每个城市给多少钱？", "--json").stdout)
    assert "2000万元" in record["answer"]
    assert set(record) >= {"refused", "coverage", "verdict", "mode", "citations", "latency_ms"}
    assert set(record["citations"][0]) == {"document_id", "document_title", "locator", "quote", "start", "end"}


def test_how_to_get_what_is_not_held_is_said_under_the_answer(run: Run) -> None:
    said, *after = run("ask", "城市道路管理办法").stdout.splitlines()
    assert "python -m" not in said
    assert after == ["  可用“python -m ingest fetch lanes-2019”收录《城市道路管理办法》。"]


def test_batch_keeps_order_and_survives_a_bad_question(run: Run, tmp_path: Path) -> None:
    questions, answers = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    questions.write_text(
        '{"id": "a", "question": "每个城市给多少钱？"}\n{"id": "b", "question": " "}\n', encoding="utf-8"
    )
    assert run("batch", str(questions), str(answers)).returncode == 0
    records = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == ["a", "b"]
    assert records[1]["refused"]


def test_an_index_that_fails_is_no_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def ask(self, *_: object) -> None:
            raise StoreError("The Chroma server does not answer.")

    questions, answers = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    questions.write_text('{"id": "a", "question": "每个城市给多少钱？"}\n', encoding="utf-8")
    monkeypatch.setattr(command, "_assistant", lambda mode: Broken())
    monkeypatch.setattr("sys.argv", ["assistant", "batch", str(questions), str(answers)])
    with pytest.raises(SystemExit) as ended:
        run_command(command.app)
    assert ended.value.code == 2
    assert capfd.readouterr().err == "The Chroma server does not answer.\n"
    assert answers.read_text(encoding="utf-8") == ""


def test_a_bad_line_is_named_and_exits_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "question": "x"}\nnonsense\n', encoding="utf-8")
    done = run("batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl"))
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr


def test_chat_holds_a_conversation(run_process: Run) -> None:
    done = run_process("chat", text="每个城市给多少钱？\n那首年先拨多少？\n\n")
    assert "1500万元" in done.stdout


def test_the_models_words_by_mode(run: Run, stub: StubModel, caplog: pytest.LogCaptureFixture) -> None:
    stub.replies = [Reply("每个城市可获补助2000万元[1]。")]
    setup = {"POLICY_LLM_MODEL": "stub", "POLICY_LLM_BASE_URL": stub.url}
    record = json.loads(run("ask", "每个城市给多少钱？", "--mode", "generative", "--json", **setup).stdout)
    assert (record["mode"], record["answer"]) == ("generative", "每个城市可获补助2000万元。[1]")
    assert json.loads(run("ask", "每个城市给多少钱？", "--json", **setup).stdout)["mode"] == "extractive"
    stub.replies = [Reply(status=500)]
    failed = run("ask", "每个城市给多少钱？", "--mode", "generative", **setup)
    assert f"（{Why.FAILED.note}）" in failed.stdout
    assert "HTTP status 500" in caplog.text
    english = run("ask", "How much does each city get?", "--mode", "generative", **setup).stdout
    assert english.startswith(f"（{Why.ENGLISH.english}; ")


def test_the_mode_without_a_model_is_a_sentence(run: Run) -> None:
    done = run("ask", "每个城市给多少钱？", "--mode", "generative")
    assert (done.returncode, done.stdout) == (2, "")
    assert "POLICY_LLM_MODEL" in done.stderr
    assert "Traceback" not in done.stderr


def test_batch_takes_any_character(run_process: Run, tmp_path: Path) -> None:
    questions, answers = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    questions.write_text('{"id": "a", "question": "每个城市\u2028给多少钱？\\ud800"}\n', encoding="utf-8")
    assert run_process("batch", str(questions), str(answers)).returncode == 0
    assert "2000万元" in json.loads(answers.read_text(encoding="utf-8"))["answer"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"id": "a", "question": null}', "the field question is not text"),
        ('{"id": "a"}', "the field question is missing"),
        ('{"question": "x"}', "the field id is missing"),
        ('["x"]', "the line is not a JSON object with fields"),
        ('{"id": "a", "question": "x", "history": "y"}', "the field history is not a list"),
        ('{"id": "a", "question": "x", "history": ["y"]}', "history, turn 1 is not a JSON object with fields"),
        (
            '{"id": "a", "question": "x", "history": [{"role": "user", "content": null}]}',
            "history, turn 1: the field content is not text",
        ),
        (
            '{"id": "a", "question": "x", "history": [{"content": "y"}]}',
            "history, turn 1: the field role is missing",
        ),
        ('{"id": "a", "question": "x", "as_of": "soon"}', "the field as_of is not a day such as 2021-02-03"),
        ('{"id": "a", "question": "x", "as_of": 3}', "the field as_of is not a day such as 2021-02-03"),
    ],
)
def test_what_is_no_question_is_said_by_line_and_field(run: Run, tmp_path: Path, line: str, fault: str) -> None:
    (tmp_path / "in.jsonl").write_text(line, encoding="utf-8")
    done = run("batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"line 1: not a question with id and question ({fault})." in done.stderr


def test_answers_do_not_take_the_place_of_the_questions(run: Run, tmp_path: Path) -> None:
    questions, link = tmp_path / "in.jsonl", tmp_path / "link.jsonl"
    questions.write_text('{"id": "a", "question": "x"}\n', encoding="utf-8")
    link.symlink_to(questions)
    (tmp_path / "none").mkdir()
    for answers in (questions, tmp_path / "none" / ".." / "in.jsonl", link):
        done = run("batch", str(questions), str(answers))
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "is the file of questions" in done.stderr
    assert questions.read_text(encoding="utf-8") == '{"id": "a", "question": "x"}\n'


def test_a_role_that_there_is_not_is_named(run: Run, tmp_path: Path) -> None:
    line = '{"id": "a", "question": "x", "history": [{"role": "system", "content": "y"}]}'
    (tmp_path / "in.jsonl").write_text(line, encoding="utf-8")
    done = run("batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl"))
    assert done.returncode == 2
    assert "neither user nor assistant" in done.stderr


def test_citations_tell_versions_of_one_name_apart() -> None:
    older = Document("older", "补贴办法", "补贴办法", "policy", "现行", number="示财规〔2022〕4号")
    newer = replace(older, id="newer", number="示财规〔2025〕3号")
    cited = Citation("older", "补贴办法", "《补贴办法》第九条", "……", 0, 2)
    assert _place(cited, {"older": older}) == "《补贴办法》第九条"
    assert _place(cited, {"older": older, "newer": newer}) == "《补贴办法》（示财规〔2022〕4号）第九条"


def test_a_citation_of_words_that_ocr_has_read_says_so() -> None:
    text = "第九条 童车免费停放。第十条 货车每日5元。"
    document = Document("parking", "停放办法", "停放办法", "policy", text=text, scanned=((0, text.index("第十条")),))
    documents = {"parking": document}
    cited = [
        Citation("parking", "停放办法", f"《停放办法》{name}", quote, text.index(quote), text.index(quote) + len(quote))
        for name, quote in (("第九条", "童车免费停放。"), ("第十条", "货车每日5元。"))
    ]
    assert [_place(one, documents) for one in cited] == ["《停放办法》第九条（扫描识别）", "《停放办法》第十条"]
    scanned, typed = as_record(Answer("免费吗", (), tuple(cited)), documents)["citations"]
    assert scanned["ocr"] is True
    assert set(typed) == {"document_id", "document_title", "locator", "quote", "start", "end"}
