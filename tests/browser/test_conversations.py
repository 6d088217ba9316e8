"""Conversations in the browser: kept over a reload, opened from the list, copied, exported, deleted."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

QUESTION = "选做任务至少要选几项？"
OVERFLOW = """() => Math.max(...[document.documentElement, document.querySelector("[data-testid=stMain]")]
    .map(element => element.scrollWidth - element.clientWidth))"""


def ask(page: Page) -> str:
    """Ask and wait until the answer is complete; returns the first quote."""
    page.get_by_role("textbox").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.get_by_text("新对话")).to_be_visible()
    return page.locator(".card blockquote").first.inner_text()


def test_a_conversation_survives_a_reload_and_is_exported_and_deleted(open_page: Open) -> None:
    page = open_page()
    quote = ask(page)
    page.reload()
    expect(page.locator(".card blockquote").first).to_have_text(quote)
    page.goto(page.url.split("?")[0] + "conversations")
    page.get_by_role("link", name=QUESTION).first.click()
    expect(page.locator(".card blockquote").first).to_have_text(quote)
    page.get_by_role("button", name="管理").click()
    with page.expect_download() as exported:
        page.get_by_role("button", name="导出 Word").click()
    read = docx.Document(BytesIO(Path(exported.value.path()).read_bytes()))
    assert any(f"“{quote}”" in paragraph.text for paragraph in read.paragraphs)
    page.get_by_role("button", name="删除").click()
    page.get_by_role("button", name="确认删除").click()
    expect(page.locator(".question")).to_have_count(0)
    assert "conversation=" not in page.url


def test_copy_puts_answer_and_citation_on_the_clipboard(open_page: Open) -> None:
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    quote = ask(page)
    page.get_by_role("button", name="复制").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(page.locator(".answer").first.inner_text().split("[")[0][:10])
    assert f"“{quote}”" in copied


@pytest.mark.parametrize("path", ["/conversations", "/feedback", "/?lang=en"])
def test_pages_and_navigation_fit_a_phone(open_page: Open, path: str) -> None:
    page = open_page(path, "phone")
    page.wait_for_timeout(500)
    assert page.evaluate(OVERFLOW) <= 0
    for link in page.locator(".st-key-pages a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
