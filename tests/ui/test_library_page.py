"""The library page over a library and an index of a few sentences, all the way from the file to the index."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from ui_fakes import DOCUMENT, FakeIndex, html

from ingest.library import Proposal, add, corrected, propose
from ingest.parse import parse_corpus
from store.builder import build_index
from store.settings import Settings
from store.version import current_version
from ui import library, library_adding, library_changing, library_page
from ui.evidence import ocr_badge
from ui.library_texts import CHINESE, ENGLISH
from ui.texts import CHINESE as PAGE
from ui.texts import ENGLISH as ENGLISH_PAGE
from ui.texts import Texts

CATALOG = """
[[document]]
id = "base"
title = "示例条例"
short_title = "条例"
kind = "statute"
source = { file = "base.txt", origin = "测试" }

[[document]]
id = "absent"
title = "<b>未收录的</b>办法"
short_title = "办法"
kind = "policy"
status = "lapsed"
address = "https://example.org/absent"
"""
TEXT = "关于**示例**资金的通知\n示财〔2023〕9号\n一、资金用于培训。\n三、不得用于<i>装修</i>。\n示例局\n2023年2月6日"


def script() -> None:
    from ui import library_page

    library_page.page()


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """One statute that is held, one policy that is not, and one that a user added."""
    corpus = tmp_path / "corpus"
    (corpus / "sources").mkdir(parents=True)
    (corpus / "catalog.toml").write_text(CATALOG, encoding="utf-8")
    (corpus / "sources" / "base.txt").write_text(
        "示例条例\n第一条 为了示例。\n第二条 自发布之日起施行。", encoding="utf-8"
    )
    settings = Settings(corpus=corpus, home=tmp_path / "home")
    build_index(parse_corpus(settings), settings)
    for module in (library, library_page, library_adding, library_changing):
        monkeypatch.setattr(module, "load_settings", lambda: settings)
    library._open.clear()  # type: ignore[attr-defined]
    return settings


Open = Callable[[str], AppTest]


@pytest.fixture
def open_view(settings: Settings) -> Open:
    """Opens the page at one of its views."""

    def opened(view: str) -> AppTest:
        app = AppTest.from_function(script, default_timeout=60)
        app.session_state["library_view"] = view
        return app.run()

    return opened


def put(settings: Settings, text: str = TEXT) -> None:
    add(propose(text.encode(), "a.txt", settings), settings)


def test_every_document_is_listed_with_its_state(settings: Settings, open_view: Open) -> None:
    put(settings)
    page = html(open_view(CHINESE.documents))
    assert ">示例条例</a>" in page
    assert "&lt;b&gt;未收录的&lt;/b&gt;办法" in page
    assert f'<span class="badge">{CHINESE.not_held}</span><span class="badge">已失效</span>' in page
    assert 'href="https://example.org/absent"' in page
    for fact in ("示财〔2023〕9号", "示例局", f"{PAGE.issued_on} 2023年2月6日", CHINESE.passages.format(count=6)):
        assert f"<span>{fact}</span>" in page


@pytest.mark.parametrize(
    ("today", "texts", "old", "told", "new"),
    [
        (date(2021, 12, 31), PAGE, "现行有效", "将由《通知》（例办〔2022〕1号）代替，自2022年1月1日起", "尚未施行"),
        (date(2022, 1, 1), PAGE, "已失效", "已被《通知》（例办〔2022〕1号）代替", "现行有效"),
        (date(2022, 1, 1), ENGLISH_PAGE, "No longer in force", "Replaced by 《通知》（例办〔2022〕1号）", "In force"),
    ],
)
def test_each_version_is_listed_as_it_stands_today(
    monkeypatch: pytest.MonkeyPatch, today: date, texts: Texts, old: str, told: str, new: str
) -> None:
    older = replace(DOCUMENT, deadline=None)
    newer = replace(older, id="newer", number="例办〔2022〕1号", replaces=(older.id,), in_force_from=date(2022, 1, 1))
    index: Any = FakeIndex({older.id: older, newer.id: newer})
    monkeypatch.setattr(library_page, "date", type("Today", (), {"today": staticmethod(lambda: today)}))
    listed = library_page.document_html(older, index, texts, CHINESE)
    assert f'<span class="badge">{old}</span>' in listed
    assert f">{told}</a>" in listed
    assert f'<span class="badge">{new}</span>' in library_page.document_html(newer, index, texts, CHINESE)


def test_the_list_can_be_narrowed(settings: Settings, open_view: Open) -> None:
    app = open_view(CHINESE.documents)
    app.get("button_group")[0].set_value(CHINESE.not_held).run()
    assert "未收录的" in html(app)
    assert "示例条例" not in html(app)
    app.get("button_group")[0].set_value(CHINESE.added).run()
    assert CHINESE.no_documents in html(app)


def test_clauses_are_found_and_lead_to_their_place(settings: Settings, open_view: Open) -> None:
    put(settings)
    app = open_view(CHINESE.search)
    page = html(app.text_input(key="library_query").set_value("装修").run())
    assert "不得用于&lt;i&gt;<mark>装修</mark>&lt;/i&gt;。" in page
    assert 'href="document?document=sc-2023-9&amp;start=' in page
    assert CHINESE.nothing_found in html(app.text_input(key="library_query").set_value("鲸鱼").run())


def upload(app: AppTest, content: bytes) -> AppTest:
    return app.file_uploader[0].upload("通知.txt", content, "text/plain").run()


def test_a_file_is_checked_corrected_and_added(settings: Settings, open_view: Open) -> None:
    app = upload(open_view(CHINESE.add), TEXT.encode("gb18030"))
    assert app.text_input(key="number-sc-2023-9").value == "示财〔2023〕9号"
    assert app.date_input(key="issued-sc-2023-9").value == date(2023, 2, 6)
    assert "三、不得用于&lt;i&gt;装修&lt;/i&gt;。" in html(app)
    assert "编号不连续：" in html(app)
    assert current_documents(settings) == ["base", "absent"]

    app.text_input(key="issuer-sc-2023-9").set_value("示例市示例局")
    app.selectbox(key="replaces-sc-2023-9").set_value("base")
    app.button(key="FormSubmitter:entry-sc-2023-9-确认添加").click().run()
    assert "已添加《关于**示例**资金的通知》" in html(app)
    assert current_documents(settings) == ["base", "absent", "sc-2023-9"]
    listed = html(open_view(CHINESE.documents))
    assert "示例市示例局" in listed
    assert '<span class="badge">已失效</span>' in listed
    assert "已被《关于**示例**资金的通知》（示财〔2023〕9号）代替" in listed
    assert CHINESE.until.format(day="2023年2月5日") in listed


@pytest.mark.parametrize(("day", "offered"), [(date(1948, 12, 1), date(1948, 12, 1)), (date(1848, 2, 6), None)])
def test_a_day_that_the_calendar_lacks_is_left_open(
    settings: Settings, open_view: Open, monkeypatch: pytest.MonkeyPatch, day: date, offered: date | None
) -> None:
    def dated(*file: Any) -> Proposal:
        return corrected(propose(*file), settings, issued_on=day)

    monkeypatch.setattr(library_adding, "propose", dated)
    app = upload(open_view(CHINESE.add), TEXT.encode())
    assert not app.exception
    assert app.date_input(key="issued-sc-2023-9").value == offered


def test_what_cannot_be_added_is_said_in_the_readers_language(settings: Settings, open_view: Open) -> None:
    put(settings)
    app = open_view(CHINESE.add)
    assert "已经收录了同样的文本" in html(upload(app, TEXT.encode()))
    app = open_view(CHINESE.add)
    assert "“通知.txt”不是文本、网页、Word文档（.docx）或PDF" in html(upload(app, b"\x89PNG\r\n\x1a\n\0\0"))
    assert current_documents(settings) == ["base", "absent", "sc-2023-9"]


def test_what_is_said_of_an_added_document_can_be_corrected(settings: Settings, open_view: Open) -> None:
    put(settings)
    app = open_view(CHINESE.documents)
    app.text_input(key="number-sc-2023-9").set_value("示财〔2023〕10号")
    app.date_input(key="until-sc-2023-9").set_value(date(2024, 1, 1))
    app.button(key="save-sc-2023-9").click().run()
    assert CHINESE.edited.format(title="关于**示例**资金的通知") in html(app)
    assert "<span>示财〔2023〕10号</span>" in html(app)
    assert '<span class="badge">已失效</span>' in html(app)
    app.text_input(key="title-sc-2023-9").set_value("")
    app.button(key="save-sc-2023-9").click().run()
    assert "“标题”未填写或填写有误" in html(app)


def test_what_was_added_can_be_removed(settings: Settings, open_view: Open) -> None:
    put(settings)
    app = open_view(CHINESE.documents)
    app.button(key="remove-sc-2023-9").click().run()
    assert "已删除《关于**示例**资金的通知》。" in html(app)
    assert current_documents(settings) == ["base", "absent"]
    assert [button.key for button in app.button if (button.key or "").startswith("remove-")] == []


def current_documents(settings: Settings) -> list[str]:
    assert current_version(settings)
    return list(library.open_library().index.documents)


def test_words_read_by_ocr_are_marked() -> None:
    document = replace(DOCUMENT, scanned=((10, 20),))
    assert CHINESE.ocr_title in ocr_badge(document, 19, 25)
    assert ocr_badge(document, 20, 25) == ""
    assert ocr_badge(DOCUMENT, 0, 25) == ""
    assert ocr_badge(None, 0, 25) == ""


def test_both_languages_fill_in_the_same() -> None:
    for name in CHINESE.__slots__:
        fields = [sorted(re.findall(r"\{(\w+)\}", getattr(texts, name))) for texts in (CHINESE, ENGLISH)]
        assert fields[0] == fields[1]
