"""Feedback is given under an answer, reviewed on a page, and accepted only as a case that can be scored."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner
from ui_fakes import MONEY, FakeAssistant, html

from evals import cli
from evals.dataset import load_questions
from store.feedback import FeedbackBook
from store.settings import Settings
from store.userdata import UserData
from ui import conversations_texts
from ui.feedback_texts import CHINESE

Open = Callable[..., AppTest]
GIVING = conversations_texts.CHINESE


@pytest.fixture
def book(home: Settings) -> FeedbackBook:
    return FeedbackBook(UserData(home))


def script() -> None:
    from ui import feedback_page

    feedback_page.page()


@pytest.fixture
def open_page(assistant: FakeAssistant) -> Callable[[], AppTest]:
    return lambda: AppTest.from_function(script, default_timeout=20).run()


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def press(app: AppTest, words: str) -> AppTest:
    return next(button for button in app.button if button.label == words).click().run()


def give(app: AppTest, judgement: str, note: str = "") -> AppTest:
    """Judges the last answer."""
    app.radio[-1].set_value(judgement)
    app.text_area[-1].set_value(note)
    return [button for button in app.button if button.label == GIVING.send][-1].click().run()


def test_feedback_keeps_answer_note_and_conversation(open_app: Open, book: FeedbackBook) -> None:
    app = ask(ask(open_app(), "多少钱"), "能补报吗")
    give(app, "wrong_citation", "应为 <b>一、</b>")
    assert GIVING.thanks in html(app)
    (given,) = book.list("open")
    assert (given.judgement, given.note) == ("wrong_citation", "应为 <b>一、</b>")
    assert [turn["content"] for turn in given.history] == ["多少钱", "每个县支持30万元。[1]"]
    assert given.answer["answer"]["question"] == "能补报吗"
    assert len(app.radio) == 1  # the first answer can still be judged


def test_nothing_is_chosen_for_the_reader(open_app: Open, book: FeedbackBook) -> None:
    app = ask(open_app(), "多少钱")
    assert app.radio[-1].value is None
    app = press(app, GIVING.send)
    assert GIVING.judgement_missing in html(app)
    assert not book.list("open")


def test_what_was_judged_is_known_after_a_reload(open_app: Open) -> None:
    app = give(ask(ask(open_app(), "多少钱"), "能补报吗"), "right")
    again = open_app(conversation=app.session_state.current.id)
    assert html(again).count(GIVING.thanks) == 1
    assert len(again.radio) == 1


def test_a_database_that_fails_is_one_sentence(open_app: Open, home: Settings) -> None:
    (home.home / "conversations.sqlite").mkdir()
    app = give(ask(open_app(), "多少钱"), "right")
    assert html(app).count("能否写入") == 2  # of the conversation, of the feedback
    assert GIVING.thanks not in html(app)
    assert not app.exception


def test_accepted_with_corrections_and_exported(
    open_app: Open, open_page: Open, book: FeedbackBook, home: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(ask(open_app(), "多少钱"), "wrong_answer", "<b>是20万</b>")
    app = open_page()
    assert "&lt;b&gt;是20万&lt;/b&gt;" in html(app)
    field = next(field for field in app.text_input if field.label == CHINESE.facts)
    field.set_value("20万元|二十万元")
    press(app, CHINESE.accept)
    assert CHINESE.empty.format(review=CHINESE.reviews["open"]) in html(app)
    app.session_state["review"] = "accepted"
    assert [button.proto.label for button in app.run().get("download_button")] == [CHINESE.download]
    monkeypatch.setattr(cli, "load_settings", lambda: home)
    out = home.home / "out.jsonl"
    assert CliRunner().invoke(cli.app, ["candidates", str(out)]).exit_code == 0
    (question,) = load_questions([Path(out)])
    assert question.question == "多少钱"
    assert question.facts == (("20万元", "二十万元"),)
    assert question.forbidden == ("30万元",)
    assert question.gold[0].quote == MONEY.quote


def test_a_clause_that_no_document_holds_is_not_accepted(open_app: Open, open_page: Open, book: FeedbackBook) -> None:
    give(ask(open_app(), "多少钱"), "right")
    app = open_page()
    next(field for field in app.text_area if field.label == CHINESE.gold).set_value("example: 没有这句话")
    press(app, CHINESE.accept)
    assert "没有“没有这句话”" in html(app)
    assert len(book.list("open")) == 1


def test_rejected_and_reviewed_again(open_app: Open, open_page: Open, book: FeedbackBook) -> None:
    give(ask(open_app(), "谁来评审"), "right")
    app = press(open_page(), CHINESE.reject)
    assert len(book.list("rejected")) == 1
    app.session_state["review"] = "rejected"
    press(app.run(), CHINESE.reopen)
    assert len(book.list("open")) == 1
