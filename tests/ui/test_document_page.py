"""The document page: the whole text, its outline, the quote that the address names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest
from ui_fakes import DOCUMENT, MONEY, NODES, TEXT, FakeAssistant, FakeIndex, html

from assistant.retrieval.standing import full_title
from ui import document, library
from ui.document_view import document_html
from ui.markup import Span, typeset
from ui.texts import CHINESE

Open = Callable[..., AppTest]


def script() -> None:
    from ui import document

    document.page()


@pytest.fixture
def open_page(assistant: FakeAssistant) -> Open:
    def opened(**query: str) -> AppTest:
        app = AppTest.from_function(script, default_timeout=20)
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return opened


def plain(markup: str) -> str:
    """What a reader sees of `markup`."""

    class Reader(HTMLParser):
        text = ""

        def handle_data(self, data: str) -> None:
            self.text += data

    reader = Reader()
    reader.feed(markup)
    return reader.text


def test_whole_text_facts_and_outline(open_page: Open) -> None:
    page = html(open_page(document="example"))
    assert plain(document_html(replace(DOCUMENT, repairs=()), NODES, None, CHINESE)) == TEXT.replace("\n", "")
    assert "培训&lt;b&gt;和&lt;/b&gt;" in page
    assert '<h2 id="node-1">一、资金安排</h2>' in page
    assert '<a href="#node-2.1" target="_self">1. 申报条件</a>' in page
    assert "<b>1. 申报条件</b>。各县" in page
    for fact in ("例办〔2021〕7号", "示例办公室", "2021年5月1日", "申报期已过", 'href="https://example.org/notice"'):
        assert fact in page
    assert "<mark" not in page


def test_quote_is_highlighted(open_page: Open) -> None:
    page = html(open_page(document="example", start=str(MONEY.start), end=str(MONEY.end)))
    assert '<mark id="quoted">每</mark><mark>个县支持30万元</mark>' in page


def test_repairs_are_marked_with_what_was_received(open_page: Open) -> None:
    page = html(open_page())
    assert '<span class="repair" title="收到的文本：宣?\n修复原因：字节缺失">宣传</span>' in page
    assert "经过修复（1 处）" in page


@pytest.mark.parametrize(
    "start_end",
    [("5", "3"), ("0", "99999"), ("-1", "4"), ("x", "4"), ("3", ""), ("²", "4"), ("1" * 5000, "4")],
    ids=lambda span: "-".join(span)[:9],
)
def test_bad_span_is_a_sentence_above_the_text(open_page: Open, start_end: tuple[str, str]) -> None:
    page = html(open_page(document="example", start=start_end[0], end=start_end[1]))
    assert "不在本文件之内" in page
    assert "资金安排" in page


def test_unknown_document_is_a_sentence_above_the_first(open_page: Open) -> None:
    page = html(open_page(document="<b>nope", start="0", end="3"))
    assert "<mark" not in page
    assert "没有收录名为“&lt;b&gt;nope”的文件" in page
    assert "资金安排" in page


@pytest.mark.usefixtures("assistant")
def test_script_addresses_are_no_links(open_page: Open) -> None:
    library.open_library().index.documents["example"] = replace(DOCUMENT, address="javascript:alert(1)")  # type: ignore[index]
    assert "javascript:" not in html(open_page())


@pytest.mark.usefixtures("assistant")
def test_a_site_is_named_where_the_page_is_not_known(open_page: Open) -> None:
    known = replace(DOCUMENT, address="", site="https://example.org/")
    library.open_library().index.documents["example"] = known  # type: ignore[index]
    page = html(open_page())
    assert "官方网站" in page
    assert 'href="https://example.org/"' in page


@pytest.mark.usefixtures("assistant")
@pytest.mark.parametrize(
    ("today", "language", "old", "told", "new"),
    [
        (date(2021, 12, 31), "zh", "现行有效", "将由《通知》（例办〔2022〕1号）代替，自2022年1月1日起", "尚未施行"),
        (date(2022, 1, 1), "zh", "已失效", "已被《通知》（例办〔2022〕1号）代替", "现行有效"),
        (
            date(2021, 12, 31),
            "en",
            "In force",
            "To be replaced by 《通知》（例办〔2022〕1号） on 2022-01-01",
            "Not yet",
        ),
        (date(2022, 1, 1), "en", "No longer in force", "Replaced by 《通知》（例办〔2022〕1号）", "In force"),
    ],
)
def test_how_it_stands_today_and_the_way_to_what_replaces_it(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, today: date, language: str, old: str, told: str, new: str
) -> None:
    older = replace(DOCUMENT, deadline=None)
    newer = replace(older, id="newer", number="例办〔2022〕1号", replaces=(older.id,), in_force_from=date(2022, 1, 1))
    both = library.Library(cast(Any, FakeIndex({older.id: older, newer.id: newer})), cast(Any, None))
    monkeypatch.setattr(library, "_open", lambda version: both)
    monkeypatch.setattr(document, "date", type("Today", (), {"today": staticmethod(lambda: today)}))
    app = open_page(lang=language)
    page = html(app)
    assert f"<dd>{old}</dd>" in page
    assert told in page
    assert 'href="document?document=newer' in page
    assert app.selectbox[0].options == [full_title(older), full_title(newer)]
    assert f"<dd>{new}" in html(open_page(document="newer", lang=language))


@given(some.data())
def test_any_spans_leave_every_character_once_and_in_place(data: some.DataObject) -> None:
    text = data.draw(some.text("ab<>&\"'\n", max_size=30))
    place = some.integers(0, len(text))
    start, end = sorted((data.draw(place), data.draw(place)))
    pairs = data.draw(some.lists(some.tuples(place, place), max_size=4))
    spans = [Span(min(pair), max(pair), "<i>", "</i>") for pair in pairs]
    assert plain(typeset(text, start, end, spans)) == text[start:end]
