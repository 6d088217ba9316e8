"""The evaluation page over stored runs on the invented document."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest
from ui_fakes import DOCUMENT, MONEY, NODES, TEXT, FakeAssistant, html

from assistant.answer import Answer, Statement
from evals.corpus import CorpusText
from evals.dataset import Question, load_questions
from evals.runs import JudgeReply, Recorded, Run
from evals.score import as_json, score
from store.settings import Settings
from ui import evaluation, evaluation_start
from ui.evaluation_texts import CHINESE, ENGLISH

CORPUS = {"example": CorpusText("example", DOCUMENT.title, TEXT, tuple((n.locator, n.start, n.end) for n in NODES))}
QUESTIONS = [
    Question.model_validate(
        {"id": "money", "question": "多少钱？", "answerable": True, "category": "amount", "facts": [["30万元"]]}
        | {"gold": [{"document": "example", "quote": MONEY.quote}]}
    ),
    Question.model_validate({"id": "who", "question": "**谁**评审？", "answerable": False, "category": "自拟"}),
]
RIGHT = Answer("多少钱？", (Statement("每个县30万元。", (0,)),), (MONEY,))
REFUSAL = Answer("", (Statement("没有规定。"),), coverage="none")
WRONG = Answer("", (Statement("<b>另定</b>。"),))

Keep = Callable[..., Run]


def script() -> None:
    from ui import evaluation

    evaluation.page()


@pytest.fixture
def home(assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(evaluation, "load_settings", lambda: Settings(home=tmp_path))
    evaluation._score_all.clear()  # type: ignore[attr-defined]
    evaluation_start._jobs.clear()  # type: ignore[attr-defined]
    return tmp_path


@pytest.fixture
def keep(home: Path) -> Keep:
    """Keeps a run in which the questions got these answers."""

    def keep(name: str, *answers: Answer, corpus: dict[str, CorpusText] = CORPUS) -> Run:
        run = Run(home / "runs" / name)
        asked = {"repeat": 1, "answerer": "Assistant"}
        run.start(
            {"started": f"2026-01-01T0{name[-1]}:00:00", "asked": asked, "datasets": {"s.csv": ""}}, QUESTIONS, corpus
        )
        for question, answer in zip(QUESTIONS, answers, strict=False):
            run.record(Recorded(question.id, 1, answer))
        run.write_json("scores.json", as_json([score(case) for case in run.cases()]))
        return run

    return keep


def open_page(view: str = CHINESE.failures) -> AppTest:
    app = AppTest.from_function(script, default_timeout=20)
    app.session_state["view"] = view
    return app.run()


def shown(app: AppTest) -> str:
    assert not app.exception
    return html(app) + "\n".join(element.value for element in app.caption)


def test_without_runs_the_page_says_how_to_begin(home: Path) -> None:
    assert CHINESE.no_runs in shown(open_page())


def test_the_latest_run_is_shown_with_intervals(keep: Keep) -> None:
    keep("run-1", RIGHT, REFUSAL)
    keep("run-2", RIGHT, WRONG)
    app = open_page()
    tiles = {tile.label: (tile.value, tile.delta) for tile in app.metric}
    assert tiles["答对"] == ("50.0%", "9.5 – 90.5%")  # Wilson, 1 of 2
    assert tiles["该拒答而拒答"] == ("0.0%", "0.0 – 79.3%")
    assert "2 个回答，其中 1 个有误" in shown(app)


def test_a_failure_shows_question_answer_gold_and_what_went_wrong(keep: Keep) -> None:
    keep("run-1", WRONG, REFUSAL)
    app = open_page()
    page = shown(app)
    (heading,) = [one.label for one in app.expander if "money" in one.label]
    assert CHINESE.causes["not retrieved"] in heading
    for text in ("多少钱？", "&lt;b&gt;另定&lt;/b&gt;。", "说出：30万元", CHINESE.meanings["not retrieved"]):
        assert text in page
    assert f'href="document?document=example&amp;start={MONEY.start}&amp;end={MONEY.end}"' in page
    assert "who" not in page


def test_gold_of_a_text_that_changed_since_leads_to_the_document_only(keep: Keep) -> None:
    then = {"example": CorpusText("example", "", "一、" + TEXT)}
    keep("run-1", REFUSAL, REFUSAL, corpus=then)
    page = shown(open_page())
    assert 'href="document?document=example"' in page
    assert "start=" not in page


def test_failures_by_cause_and_category(keep: Keep) -> None:
    keep("run-1", REFUSAL, WRONG)
    app = open_page()
    by_label = {box.label: box for box in app.selectbox}
    assert by_label[CHINESE.category].options == ["全部类别", "金额", "自拟"]
    by_label[CHINESE.cause].select("missing refusal").run()
    headings = " ".join(one.label for one in app.expander)
    assert "who" in headings
    assert "money" not in headings
    assert "**谁**" not in headings


def test_two_runs_beside_each_other(keep: Keep) -> None:
    keep("run-1", RIGHT, REFUSAL)
    keep("run-2", RIGHT, WRONG)
    app = open_page(CHINESE.comparison)
    page = shown(app)
    assert "没有规定。" in page
    assert "&lt;b&gt;另定&lt;/b&gt;。" in page
    assert any(CHINESE.lost in one.label for one in app.expander)
    table = app.table[0].value
    right = table[table[CHINESE.figure] == "答对"].iloc[0]
    assert (right[CHINESE.before], right[CHINESE.after], right["p"]) == ("100.0%", "50.0%", "1.000")


def test_runs_without_a_common_question_are_said_to_have_none(keep: Keep) -> None:
    keep("run-1")
    keep("run-2", RIGHT, REFUSAL)
    assert CHINESE.nothing_to_compare in shown(open_page(CHINESE.comparison))


@pytest.mark.parametrize("view", [CHINESE.by_category, CHINESE.trend, CHINESE.figures])
def test_other_views_are_drawn(keep: Keep, view: str) -> None:
    keep("run-1", RIGHT, REFUSAL)
    keep("run-2", RIGHT, WRONG)
    app = open_page(view)
    shown(app)
    assert (len(app.get("vega_lite_chart")), len(app.table)) == {
        CHINESE.by_category: (1, 0),
        CHINESE.trend: (1, 0),
        CHINESE.figures: (0, 1),
    }[view]


@pytest.mark.parametrize(
    "view", [CHINESE.failures, CHINESE.by_category, CHINESE.trend, CHINESE.comparison, CHINESE.figures]
)
def test_a_run_without_an_answer_yet_has_every_view(keep: Keep, view: str) -> None:
    keep("run-1")
    keep("run-2")
    assert "有 2 个问题还没有回答" in shown(open_page(view))


def test_what_a_judge_says_later_is_shown(keep: Keep) -> None:
    run = keep("run-1", RIGHT, REFUSAL)
    judged = CHINESE.metrics["judged"]
    app = open_page(CHINESE.figures)
    assert judged not in list(app.table[0].value[CHINESE.figure])
    for question in QUESTIONS:
        run.record_judgement(JudgeReply(question.id, 1, True, ""))
    assert judged in list(app.run().table[0].value[CHINESE.figure])


def test_a_run_that_stopped_says_how_to_go_on(keep: Keep) -> None:
    keep("run-1", RIGHT)
    assert "有 1 个问题还没有回答" in shown(open_page())


def test_the_sample_is_a_question_set() -> None:
    questions = load_questions([evaluation_start.SAMPLE])
    assert [question.answerable for question in questions] == [True, True, False]
    assert questions[2].history


class TestStart:
    """The process that asks, made up for the purpose."""

    @pytest.fixture
    def command(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
        def command(code: str) -> None:
            monkeypatch.setattr(evaluation_start, "COMMAND", (sys.executable, "-c", code))

        return command

    def upload(self, home: Path, app: AppTest) -> AppTest:
        content = "id,question,answerable,category\n1,评分标准？,否,其他\n".encode()
        app.file_uploader[0].set_value(("我的题.csv", content, "text/csv")).run()
        next(button for button in app.button if button.label == CHINESE.start_button).click().run()
        return app

    def until_ended(self, app: AppTest) -> str:
        for _ in range(100):
            if not evaluation_start._jobs():
                break
            time.sleep(0.1)
            app.run()
        return shown(app)

    def test_an_uploaded_set_is_asked_with_a_progress_bar(self, home: Path, command: Callable[[str], None]) -> None:
        command("import sys, time; time.sleep(1.5); open('/dev/stderr', 'w').write(' '.join(sys.argv))")
        app = self.upload(home, open_page())
        assert "已回答 0 / 1" in app.get("progress")[0].proto.text
        (job,) = evaluation_start._jobs()
        (kept,) = (home / "uploads").rglob("*.csv")
        assert job.process.args[3:5] == ["run", str(kept)]  # type: ignore[index]
        assert kept.name == "我的题.csv"
        assert job.run.name.endswith("-我的题")
        assert CHINESE.finished.format(name=job.run.name) in self.until_ended(app)

    def test_another_set_of_that_name_leaves_the_first_as_it_was(self, home: Path) -> None:
        first, second = (evaluation_start._keep("题.csv", content, home) for content in (b"one", b"two"))
        assert evaluation_start._keep("题.csv", b"one", home) == first
        assert (first.name, first.read_bytes()) == (second.name, b"one") == ("题.csv", b"one")
        assert second.read_bytes() == b"two"

    def test_what_cannot_be_written_is_a_sentence(self, home: Path) -> None:
        (home / "uploads").write_bytes(b"no folder")
        page = shown(self.upload(home, open_page()))
        assert CHINESE.not_kept.format(folder=home) in page
        assert not evaluation_start._jobs()

    def test_what_the_process_complains_of_is_on_the_page(self, home: Path, command: Callable[[str], None]) -> None:
        command("import sys; print('first\\nNo index.', file=sys.stderr); sys.exit(2)")
        assert CHINESE.broken.format(error="No index.") in self.until_ended(self.upload(home, open_page()))

    def test_it_can_be_stopped(self, home: Path, command: Callable[[str], None]) -> None:
        command("import time; time.sleep(60)")
        app = self.upload(home, open_page())
        (job,) = evaluation_start._jobs()
        next(button for button in app.button if button.label == CHINESE.stop).click().run()
        assert job.process.poll() is not None
        assert CHINESE.stopped.format(name=job.run.name) in shown(app)

    def test_of_two_sessions_only_one_starts(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def asking(sets: list[Path], home: Path) -> list[Path]:
            time.sleep(0.1)
            return sets

        monkeypatch.setattr(evaluation_start, "_asking", asking)
        sessions = [Thread(target=evaluation_start._start, args=([], home)) for _ in range(2)]
        for session in sessions:
            session.start()
        for session in sessions:
            session.join()
        assert len(evaluation_start._jobs()) == 1

    def test_an_end_seen_late_leaves_the_next_job(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(evaluation_start.st, "rerun", lambda: None)
        ended, following = cast(Any, "ended"), cast(Any, "following")
        evaluation_start._jobs().append(following)
        evaluation_start._end(ended, "")
        assert evaluation_start._jobs() == [following]

    def test_a_mistake_in_a_set_names_file_line_and_field(self, home: Path) -> None:
        app = open_page()
        app.file_uploader[0].set_value(("坏.jsonl", b'{"id": "1"}', "application/json")).run()
        next(button for button in app.button if button.label == CHINESE.start_button).click().run()
        assert CHINESE.bad_set.format(error="坏.jsonl 第1行缺少 question。") in shown(app)


def test_every_cause_and_figure_has_its_words() -> None:
    from typing import get_args

    from evals.causes import Cause
    from evals.metrics.table import METRICS

    causes = set(get_args(Cause)) - {""}
    assert set(CHINESE.causes) == set(CHINESE.meanings) == set(ENGLISH.meanings) == causes
    assert set(METRICS) <= set(CHINESE.metrics)
