"""Conversations are kept, opened again as they were, found, renamed and deleted; what cannot be kept is said."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest
from ui_fakes import ANSWERS, DOCUMENT, MONEY, FakeAssistant, FakeIndex, html

from assistant.kept import exchange, keep
from store.conversations import Conversations
from store.settings import Settings
from store.userdata import UserData
from ui import library
from ui.conversations_texts import CHINESE

Open = Callable[..., AppTest]


@pytest.fixture
def conversations(home: Settings) -> Conversations:
    return Conversations(UserData(home))


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def press(app: AppTest, words: str) -> AppTest:
    return next(button for button in app.button if button.label == words).click().run()


def kept(conversations: Conversations, question: str) -> str:
    """A conversation with the prepared answer to `question`; returns its id."""
    id = conversations.begin(question)
    keep(conversations, id, exchange(ANSWERS[question], {DOCUMENT.id: DOCUMENT}, "v1"))
    return id


def links(app: AppTest) -> list[str]:
    return [link.proto.label for link in app.get("page_link")]


def keys(app: AppTest) -> list[str | None]:
    return [button.key for button in app.button]


def title(app: AppTest) -> Any:
    return next(field for field in app.text_input if field.label == CHINESE.title)


def script() -> None:
    from ui import conversations

    conversations.page()


@pytest.fixture
def open_list(assistant: FakeAssistant) -> Callable[[], AppTest]:
    """Opens the page of conversations by itself."""
    return lambda: AppTest.from_function(script, default_timeout=20).run()


def test_an_answer_is_kept_and_its_address_opens_it(open_app: Open, conversations: Conversations) -> None:
    app = ask(ask(open_app(), "多少钱"), "能补报吗")
    (listed,) = conversations.find()
    assert (listed.title, listed.exchanges) == ("多少钱", 2)
    assert app.query_params["conversation"] in (listed.id, [listed.id])
    again = open_app(conversation=listed.id)
    assert html(again).count("<blockquote>") == 2
    assert "<blockquote>每个县支持30万元</blockquote>" in html(again)
    assert [message.name for message in again.chat_message] == ["user", "assistant"] * 2


def test_an_opened_conversation_goes_on(open_app: Open, conversations: Conversations, assistant: FakeAssistant) -> None:
    id = kept(conversations, "多少钱")
    ask(open_app(conversation=id), "能补报吗")
    assert [turn.content for turn in assistant.asked[-1][1]] == ["多少钱", "每个县支持30万元。[1]"]
    assert [listed.exchanges for listed in conversations.find()] == [2]


def test_a_new_conversation_is_another_one(open_app: Open, conversations: Conversations) -> None:
    app = press(ask(open_app(), "多少钱"), "新对话")
    assert "conversation" not in app.query_params
    ask(app, "能补报吗")
    assert [listed.title for listed in conversations.find()] == ["能补报吗", "多少钱"]


def test_an_address_without_conversation_says_so(open_app: Open) -> None:
    app = open_app(conversation="nothing")
    assert html(app).index(CHINESE.gone) < html(app).index('class="welcome"')
    assert "conversation" not in app.query_params
    assert "30万元" in html(ask(app, "多少钱"))
    assert CHINESE.gone not in html(app)


def test_a_quote_that_moved_is_shown_as_it_was(
    open_app: Open, conversations: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = kept(conversations, "多少钱")
    assert CHINESE.moved_on not in html(open_app(conversation=id))
    newer = FakeIndex({DOCUMENT.id: replace(DOCUMENT, text="新" + DOCUMENT.text)})
    monkeypatch.setattr(library, "_open", lambda version: library.Library(cast(Any, newer), cast(Any, None)))
    page = html(open_app(conversation=id))
    assert "<blockquote>每个县支持30万元</blockquote>" in page
    assert CHINESE.moved_on in page
    assert f"start={MONEY.start}" not in page  # which would highlight other words
    gone = FakeIndex({"other": replace(DOCUMENT, id="other")})
    monkeypatch.setattr(library, "_open", lambda version: library.Library(cast(Any, gone), cast(Any, None)))
    assert "<blockquote>每个县支持30万元</blockquote>" in html(open_app(conversation=id))


def test_an_answer_that_cannot_be_kept_is_shown_with_the_reason(open_app: Open, home: Settings) -> None:
    (home.home / "conversations.sqlite").mkdir()
    app = ask(open_app(), "多少钱")
    assert "<strong>30万元</strong>" in html(app)
    assert CHINESE.not_kept in html(app)
    assert "能否写入" in html(app)
    assert not app.exception


def test_the_last_conversations_stand_beside_the_open_one(open_app: Open, conversations: Conversations) -> None:
    for n in range(10):
        conversations.begin(f"对话{n}")
    app = open_app()
    assert links(app)[-8:] == [f"对话{n}" for n in range(9, 1, -1)]
    assert links(ask(app, "多少钱"))[-8:] == ["多少钱", *(f"对话{n}" for n in range(9, 2, -1))]


def test_list_is_searched(open_list: Open, conversations: Conversations) -> None:
    kept(conversations, "多少钱")
    kept(conversations, "能补报吗")
    app = open_list()
    assert links(app) == ["能补报吗", "多少钱"]
    app.text_input(key="search").set_value("30万").run()
    assert links(app) == ["多少钱"]
    app.text_input(key="search").set_value("<b>没有").run()
    assert CHINESE.none_found.format(words="&lt;b&gt;没有") in html(app)


def test_empty_list_says_so(open_list: Open) -> None:
    assert CHINESE.none_yet in html(open_list())


def test_a_long_list_is_shown_in_parts(open_list: Open, conversations: Conversations) -> None:
    for n in range(25):
        conversations.begin(f"对话{n}")
    app = open_list()
    assert len(links(app)) == 20
    assert len(links(press(app, CHINESE.more))) == 25


def test_rename(open_list: Open, conversations: Conversations) -> None:
    id = kept(conversations, "多少钱")
    app = open_list()
    title(app).set_value("资金问题")
    assert links(press(app, CHINESE.rename)) == ["资金问题"]
    assert conversations.read(id)[0] == "资金问题"


def test_the_open_conversation_has_the_title_that_is_kept(open_app: Open, conversations: Conversations) -> None:
    app = ask(open_app(), "问" * 100).run()
    (listed,) = conversations.find()
    assert title(app).value == listed.title
    title(app).set_value("资金\u3000问题")
    app = press(app, CHINESE.rename)
    assert title(app).value == "资金 问题"
    title(app).set_value("  ")
    app = press(press(app, CHINESE.rename), CHINESE.delete)
    assert CHINESE.delete_question.format(title="资金 问题") in html(app)


def test_delete_asks_first(open_list: Open, conversations: Conversations) -> None:
    kept(conversations, "多少钱")
    app = press(open_list(), CHINESE.delete)
    assert CHINESE.delete_question.format(title="多少钱") in html(app)
    assert "confirm_delete" in keys(app)
    assert "confirm_delete" not in keys(press(app, CHINESE.cancel))
    assert len(conversations.find()) == 1
    app = press(press(app, CHINESE.delete), CHINESE.delete_confirm)
    assert conversations.find() == []
    assert links(app) == []


def test_deleting_the_open_conversation_empties_the_page(open_app: Open, conversations: Conversations) -> None:
    app = ask(open_app(), "多少钱")
    press(press(app.run(), CHINESE.delete), CHINESE.delete_confirm)
    assert not app.chat_message
    assert conversations.find() == []


def test_a_database_that_fails_is_one_sentence(open_list: Open, home: Settings) -> None:
    (home.home / "conversations.sqlite").mkdir()
    app = open_list()
    assert "能否写入" in html(app)
    assert not app.exception
