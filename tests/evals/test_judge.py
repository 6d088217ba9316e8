"""The judge: a chat model behind a stub server that speaks OpenAI's wire format."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typer.testing import CliRunner

from assistant.generation.model import chat_model
from evals import cli
from evals.judge import judge
from evals.metrics.agreement import agreement, judged
from evals.report import write_report
from evals.runs import Recorded, Run
from evals.score import score
from store.errors import ModelError
from store.settings import Settings

GOLD = {"document": "notice", "quote": "每市支持1.5亿元"}


class Server:
    """Replies to every prompt with what `reply` makes of it, and keeps the prompts."""

    def __init__(self):
        self.prompts = []
        self.reply = lambda prompt: '{"right": true, "why": "说到了"}'
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                prompt = asked["messages"][-1]["content"]
                outer.prompts.append(prompt)
                message = {"role": "assistant", "content": outer.reply(prompt)}
                choice = {"index": 0, "message": message, "finish_reason": "stop"}
                usage = {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12}
                body = {"id": "1", "object": "chat.completion", "created": 1, "model": asked["model"], "usage": usage}
                content = json.dumps(body | {"choices": [choice]}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *args):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}/v1"


@pytest.fixture
def server() -> Iterator[Server]:
    started = Server()
    thread = threading.Thread(target=started.http.serve_forever, daemon=True)
    thread.start()
    yield started
    started.http.shutdown()


@pytest.fixture
def settings(server, tmp_path):
    return Settings(home=tmp_path, llm_model="judge-1", llm_base_url=server.address)


@pytest.fixture
def run(tmp_path, make_case, cite, corpus):
    """Three answers: right, wrong, and a right refusal."""
    cases = [
        make_case("每市1.5亿元", cite(GOLD["quote"]), id="r", facts=[["1.5亿元"]], forbidden=["3亿元"], gold=[GOLD]),
        make_case("每市1亿元", cite(GOLD["quote"]), id="w", facts=[["1.5亿元"]], gold=[GOLD]),
        make_case("没有规定", id="n", answerable=False, coverage="none", history=[{"role": "user", "content": "你好"}]),
    ]
    kept = Run(tmp_path / "runs" / "one")
    kept.start({"started": "2026", "asked": {"repeat": 1}}, [case.question for case in cases], corpus)
    for case in cases:
        kept.record(Recorded(case.question.id, 1, case.answer))
    return kept


def test_every_answer_is_judged_once_with_what_was_expected(run, server, settings):
    assert judge(run, chat_model(settings)) == 0
    assert len(server.prompts) == 3
    right, refusal = (next(p for p in server.prompts if text in p) for text in ("每市1.5亿元", "没有规定\n"))
    for part in ("1.5亿元", "not: 3亿元", GOLD["quote"]):
        assert part in right
    assert "user: 你好" in refusal
    assert "a refusal" in refusal
    assert [case.judged for case in run.cases()] == [True, True, True]
    assert run.judgements()["r", 1].why == "说到了"
    judge(run, chat_model(settings))
    assert len(server.prompts) == 3


@pytest.mark.parametrize(
    ("reply", "wanted"),
    [
        ('想一想 {"right": true}\n```json\n{"right": false, "why": "少了要点"}\n```', False),
        ('{"right": "yes"}', None),
        ("正确", None),
    ],
)
def test_a_reply_that_says_neither_judges_nothing(run, server, settings, reply, wanted):
    server.reply = lambda prompt: reply
    assert judge(run, chat_model(settings)) == (3 if wanted is None else 0)
    assert [case.judged for case in run.cases()] == [wanted] * 3


def test_a_judge_that_is_not_there_is_one_sentence(run, settings):
    nowhere = settings.model_copy(update={"llm_base_url": "http://127.0.0.1:9/v1"})
    with pytest.raises(ModelError, match="The judge does not answer"):
        judge(run, chat_model(nowhere))


def test_score_prints_the_agreement(run, server, settings, monkeypatch):
    monkeypatch.setattr(cli, "load_settings", lambda: settings)
    server.reply = lambda prompt: json.dumps({"right": "每市1.5亿元" in prompt})
    done = CliRunner().invoke(cli.app, ["score", "one", "--judge"], catch_exceptions=False)
    # Score: right, wrong, right; judge: right, wrong, wrong. They agree on 2/3, by chance on 2/3·1/3 + 1/3·2/3 = 4/9.
    assert "Right to the judge" in done.stdout
    assert "33.3%" in done.stdout
    assert "0.40" in next(line for line in done.stdout.splitlines() if "Agreement with the judge" in line)
    assert "judged" in next(line for line in done.stdout.splitlines() if "category" in line)


def test_a_report_says_why_the_judge_thinks_so(run, server, settings):
    server.reply = lambda prompt: json.dumps({"right": "1.5亿元" in prompt, "why": "<b>一致</b>"})
    written = {path.suffix: path for path in write_report(run, [score(case) for case in run.cases()])}
    assert "udge:" not in written[".md"].read_text(encoding="utf-8")
    judge(run, chat_model(settings))
    write_report(run, [score(case) for case in run.cases()])
    assert "  - the judge: right: <b>一致</b>" in written[".md"].read_text(encoding="utf-8")
    assert "<dt>The judge<dd>right: &lt;b&gt;一致&lt;/b&gt;" in written[".html"].read_text(encoding="utf-8")


def test_without_a_model_there_is_no_judge(run, settings, monkeypatch):
    monkeypatch.setattr(cli, "load_settings", lambda: settings.model_copy(update={"llm_model": ""}))
    done = CliRunner().invoke(cli.app, ["score", "one", "--judge"])
    assert isinstance(done.exception, ModelError)


class TestAgreement:
    def cases(self, make_case, both, only_score, only_judge, neither):
        def some(n, text, said):
            return [case_of(make_case, text, said) for _ in range(n)]

        def case_of(make_case, text, said):
            case = make_case(text, facts=[["甲"]])
            object.__setattr__(case, "judged", said)
            return case

        return [
            *some(both, "甲", True),
            *some(only_score, "甲", False),
            *some(only_judge, "乙", True),
            *some(neither, "乙", False),
        ]

    def test_kappa(self, make_case):
        # 20 + 15 of 50 agree, 0.7; by chance 0.5·0.6 + 0.5·0.4 = 0.5; κ = 0.2 / 0.5
        assert agreement(self.cases(make_case, 20, 5, 10, 15)) == pytest.approx(0.4)
        assert agreement(self.cases(make_case, 5, 0, 0, 5)) == 1
        assert agreement(self.cases(make_case, 0, 5, 5, 0)) == -1

    def test_where_it_is_not_defined(self, make_case):
        assert agreement(self.cases(make_case, 5, 0, 0, 0)) is None
        assert agreement([make_case("甲", facts=[["甲"]])]) is None

    def test_an_answer_nobody_judged_does_not_count(self, make_case):
        assert judged(make_case("甲")) is None
        cases = self.cases(make_case, 1, 0, 0, 1)
        assert agreement([*cases, make_case("乙", facts=[["甲"]])]) == 1
