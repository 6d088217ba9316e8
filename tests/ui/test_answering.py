"""The switch between the documents' words and a model's."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from ui_fakes import ANSWERS, html

from assistant.answer import Answer, Statement
from assistant.generation.fallback import Why
from assistant.generation.generative import GenerativeAssistant
from store.errors import ModelError
from store.settings import Settings
from ui import answering

Open = Callable[..., AppTest]
PROSE = replace(ANSWERS["多少钱"], statements=(Statement("一个县可得30万元。", (0,), "30万元"),), mode="generative")
FALLEN = replace(ANSWERS["多少钱"], note="模型服务连不上，以下为原文作答。<b>")


class FakeGenerative:
    """Streams what is prepared, or raises it."""

    def __init__(self, *prepared: Answer | Exception) -> None:
        self.prepared = prepared

    def stream(self, question: str, history: Any, as_of: Any) -> Iterator[Answer]:
        for item in self.prepared:
            if isinstance(item, Exception):
                raise item
            yield item


@pytest.fixture
def with_model(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets a model that gives the prepared answers."""

    def prepare(*prepared: Answer | Exception) -> None:
        monkeypatch.setattr(answering, "load_settings", lambda: Settings(llm_model="fake"))
        monkeypatch.setattr(GenerativeAssistant, "open", lambda *_: FakeGenerative(*prepared))

    return prepare


def ask(app: AppTest, mode: str) -> AppTest:
    app.get("button_group")[0].set_value(mode).run()
    return app.chat_input[0].set_value("多少钱").run()


def test_without_a_model_there_is_no_switch(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "load_settings", lambda: Settings(llm_model=""))
    assert not open_app().get("button_group")


def test_the_documents_words_are_the_default(open_app: Open, with_model: Callable[..., None]) -> None:
    with_model(PROSE)
    app = open_app().chat_input[0].set_value("多少钱").run()
    assert "每个县支持" in html(app)


def test_the_models_words_when_chosen(open_app: Open, with_model: Callable[..., None]) -> None:
    with_model(replace(PROSE, statements=(Statement("先来的半句。"),)), PROSE)
    app = ask(open_app(), "generative")
    assert "一个县可得" in html(app)
    assert "先来的半句" not in html(app)
    assert not app.exception


def test_why_the_words_are_not_the_models_is_said_and_escaped(open_app: Open, with_model: Callable[..., None]) -> None:
    with_model(FALLEN)
    shown = html(ask(open_app(), "generative"))
    assert "模型服务连不上，以下为原文作答。&lt;b&gt;" in shown
    assert "每个县支持" in shown


def test_why_is_said_in_the_readers_language(open_app: Open, with_model: Callable[..., None]) -> None:
    with_model(replace(ANSWERS["多少钱"], note=Why.ENGLISH.note))
    assert "英文问题暂不由模型作答，以下为原文作答。" in html(ask(open_app(), "generative"))
    shown = html(ask(open_app(lang="en"), "generative"))
    assert f"{Why.ENGLISH.english}; what follows is in the documents" in shown
    assert "英文问题" not in shown


def test_a_model_that_cannot_be_used_is_a_sentence(open_app: Open, with_model: Callable[..., None]) -> None:
    with_model(ModelError("Check POLICY_LLM_MODEL.", "请检查 POLICY_LLM_MODEL。"))
    app = ask(open_app(), "generative")
    assert "请检查 POLICY_LLM_MODEL。" in html(app)
    assert not app.exception
