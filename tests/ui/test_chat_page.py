"""The chat page: what it says in each state, and that nothing anyone wrote is ever rendered."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from ui_fakes import ANSWERS, DOCUMENT, MONEY, FakeAssistant, html

from assistant.answer import Answer, Citation, Statement, Turn
from ui import chat, frame, library
from ui.answer_view import answer_html, stream
from ui.markup import label
from ui.texts import CHINESE, ENGLISH, TEXTS, Texts

Open = Callable[..., AppTest]

INJECTIONS = [
    "<img src=x onerror=alert(1)>",
    "**x**",
    "[x](javascript:alert(1))",
    "$x$",
    ":red[x]",
    "# x",
    "</p><script>x",
]


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_empty_page_offers_examples_by_topic(open_app: Open) -> None:
    app = open_app()
    assert CHINESE.welcome in html(app)
    assert "资金" in html(app)
    assert "多少钱" in labels(app)
    assert not app.chat_message


def test_example_is_asked(open_app: Open, assistant: FakeAssistant) -> None:
    app = open_app()
    next(button for button in app.button if button.label == "多少钱").click().run()
    assert [question for question, _ in assistant.asked] == ["多少钱"]
    assert CHINESE.welcome not in html(app)


def test_the_day_picked_is_the_day_asked_for(open_app: Open, assistant: FakeAssistant) -> None:
    app = ask(open_app(), "多少钱")
    app.date_input(key="as_of").set_value(date(2027, 1, 1)).run()
    ask(app, "能补报吗")
    assert assistant.days == [date.today(), date(2027, 1, 1)]
    assert app.query_params["as_of"] in ("2027-01-01", ["2027-01-01"])
    app.date_input(key="as_of").set_value(date.today()).run()
    assert "as_of" not in app.query_params


def test_a_day_that_is_not_today_is_said_with_the_answer_and_kept_in_the_address(
    open_app: Open, assistant: FakeAssistant
) -> None:
    said = f'<p class="understood">{CHINESE.as_of.format(day="2020年1月2日")}</p>'
    app = ask(open_app(as_of="2020-01-02"), "多少钱")
    assert assistant.days == [date(2020, 1, 2)]
    assert said in html(app)
    assert said in html(open_app(conversation=str(app.session_state.current.id)))
    assert said not in html(ask(open_app(as_of="nonsense"), "多少钱"))
    assert assistant.days[1:] == [date.today()]


def test_evidence_says_what_force_its_document_has(open_app: Open) -> None:
    assert '<span class="badge kind">规范性文件</span>' in html(ask(open_app(), "多少钱"))


def test_answer_has_marks_value_evidence_and_suggestions(open_app: Open) -> None:
    app = ask(open_app(), "多少钱")
    page = html(app)
    assert "<strong>30万元</strong>" in page
    assert f'href="document?document=example&amp;start={MONEY.start}&amp;end={MONEY.end}"' in page
    assert ">[1]</a>" in page
    assert "<blockquote>每个县支持30万元</blockquote>" in page
    assert "<mark>每个县支持30万元</mark>，用于培训" in page  # the surrounding text, with the quote in it
    assert "逾期能补报吗？" in labels(app)


def test_follow_up_carries_the_conversation(open_app: Open, assistant: FakeAssistant) -> None:
    ask(ask(open_app(), "多少钱"), "能补报吗")
    question, history = assistant.asked[-1]
    assert question == "能补报吗"
    assert history == (Turn("user", "多少钱"), Turn("assistant", "每个县支持30万元。[1]"))


def test_verdict_and_understanding_are_shown(open_app: Open) -> None:
    page = html(ask(open_app(), "能补报吗"))
    assert f"{CHINESE.verdict}<b>{CHINESE.no}</b>" in page
    assert f"{CHINESE.understood_as}逾期能补报吗" in page


def test_refusal_offers_related_clauses_and_no_evidence(open_app: Open) -> None:
    page = html(ask(open_app(), "谁来评审"))
    assert CHINESE.none in page
    assert f">{CHINESE.related}<" in page
    assert f">{CHINESE.evidence}<" not in page


def test_partial_answer_says_so(open_app: Open) -> None:
    page = html(ask(open_app(), "钱和评审"))
    assert CHINESE.partial in page
    assert f">{CHINESE.evidence}<" in page
    assert f">{CHINESE.related}<" in page


def test_new_conversation_empties_the_page(open_app: Open) -> None:
    app = ask(open_app(), "多少钱")
    next(button for button in app.button if button.label == CHINESE.new_conversation).click().run()
    assert not app.chat_message
    assert CHINESE.welcome in html(app)


def test_rejected_question_comes_back_with_the_reason(open_app: Open) -> None:
    question = "问" * 10_000
    app = ask(open_app(), question)
    assert "问题太长，请缩短后再问。" in html(app)
    assert app.chat_input[0].value == question
    assert not app.chat_message
    assert "<strong>30万元</strong>" in html(ask(app, "多少钱"))


def test_the_reason_is_in_the_readers_language(open_app: Open) -> None:
    page = html(ask(open_app(lang="en"), "问" * 10_000))
    assert "The question is too long; please shorten it." in page
    assert "问题太长" not in page


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_a_user_wrote_is_shown_as_text(open_app: Open, text: str) -> None:
    app = ask(open_app(), text)
    page = html(app)
    escaped = text.replace("<", "&lt;").replace(">", "&gt;")
    assert f">{escaped}</p>" in page  # the question itself
    assert f"{CHINESE.understood_as}{escaped}</p>" in page
    assert "<img" not in page
    assert "<script" not in page
    assert not app.markdown  # nothing of it went through Markdown


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_a_document_says_is_shown_as_text(open_app: Open, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    citation = Citation("gone", text, text, text, 0, len(text))
    answer = Answer("问", (Statement(text, (0,), text),), (citation,), suggestions=(text,))
    monkeypatch.setitem(ANSWERS, "问", answer)
    app = ask(open_app(), "问")
    escaped = text.replace("<", "&lt;").replace(">", "&gt;")
    assert f"<blockquote>{escaped}</blockquote>" in html(app)
    assert f"<strong>{escaped}</strong>" in html(app)
    assert "<img" not in html(app)
    assert text not in labels(app)  # escaped for Markdown, the only thing that a label takes


def test_deadline_is_shown_once_it_has_passed(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def on(day: date) -> str:
        monkeypatch.setattr(chat, "date", type("Today", (), {"today": staticmethod(lambda: day)}))
        return html(open_app())

    assert "2021年6月1日届满" not in on(date(2021, 6, 1))
    assert "2021年6月1日届满" in on(date(2021, 6, 2))


def test_deadline_is_said_where_its_document_is_cited(open_app: Open) -> None:
    assert "2021年6月1日届满" in html(ask(open_app(), "多少钱"))
    assert "2021年6月1日届满" not in html(ask(open_app(), "别的"))


def test_a_dismissed_deadline_is_remembered_by_the_browser(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    cookies = property(lambda _: {"dismissed-example": "1"})
    monkeypatch.setattr(type(st.context), "cookies", cookies)
    assert "2021年6月1日届满" not in html(open_app())


def test_deadline_can_be_dismissed_for_the_session(open_app: Open) -> None:
    app = open_app()
    assert "2021年6月1日届满" in html(app)
    app.button(key="dismiss-example").click().run()
    assert "2021年6月1日届满" not in html(app)
    assert "2021年6月1日届满" not in html(ask(app, "多少钱"))
    assert "2021年6月1日届满" in html(open_app())


def test_streaming_grows_to_the_answer() -> None:
    answer = ANSWERS["多少钱"]
    steps = list(stream(answer, CHINESE))
    assert len(steps) > 2
    assert steps[-1] == answer_html(answer, CHINESE)
    bodies = [step.removesuffix("</p></div>") for step in steps]
    assert all(later.startswith(earlier) for earlier, later in pairwise(bodies))


def test_what_to_do_about_a_document_that_is_not_held_is_the_pages_to_say() -> None:
    refusal = replace(ANSWERS["谁来评审"], missing=("absent",))
    for texts in (CHINESE, ENGLISH):
        assert texts.missing in answer_html(refusal, texts)
        assert texts.missing not in answer_html(ANSWERS["谁来评审"], texts)


def test_english_by_switch_and_by_address(open_app: Open) -> None:
    app = open_app()
    app.button(key="switch_language").click().run()
    assert "Ask about the policy documents" in html(app)
    assert app.query_params["lang"] in ("en", ["en"])
    assert "Ask about the policy documents" in html(open_app(lang="en"))
    app.button(key="switch_language").click().run()
    assert CHINESE.welcome in html(app)


def test_examples_and_refusals_are_in_english_on_the_english_page(open_app: Open) -> None:
    app = open_app(lang="en")
    assert label("How much?") in labels(app)
    assert "多少钱" not in labels(app)
    assert f"<p>{ENGLISH.refusal}\n没有找到" in html(ask(app, "谁来评审"))
    assert ENGLISH.refusal not in html(ask(open_app(), "谁来评审"))


def test_a_rendering_is_apart_and_marked(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Each county gets 0.3 million yuan. 每个县支持30万元。"
    monkeypatch.setitem(ANSWERS, "how much", Answer("how much", (Statement(words, (0,), "30万元"),), (MONEY,)))
    page = html(ask(open_app(lang="en"), "how much"))
    assert f"<small>{ENGLISH.rendering}</small>Each county gets 0.3 million yuan.</span>\n每个县支持<strong>" in page


def test_topics_read_in_the_readers_language(open_app: Open) -> None:
    assert ">Funds</h3>" in html(open_app(lang="en"))
    assert ">资金</h3>" in html(open_app())


def test_where_no_example_is_in_english_the_others_are_offered(open_app: Open) -> None:
    library.open_library().index.documents["example"] = replace(DOCUMENT, english_examples=())  # type: ignore[index]
    assert "多少钱" in labels(open_app(lang="en"))


@pytest.mark.parametrize("texts", TEXTS.values())
def test_the_pages_own_words_speak_of_no_policys_matter(texts: Texts) -> None:
    assert not re.search("申报|城市|patent|provinc|mandatory", repr(texts))


def test_unexpected_error_is_a_sentence(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(frame, "deadline_notes", broken)
    app = open_app()
    assert CHINESE.unexpected in html(app)
    assert "secret detail" not in html(app)
    assert not app.exception
