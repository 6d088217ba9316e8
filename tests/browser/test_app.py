"""The way of an official through the product: ask, read, follow a mark to the clause; on a desk and on a phone."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

QUESTION = "中央财政对每个城市支持多少钱？"
IN_VIEW = "element => { const box = element.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
OVERFLOW = """() => Math.max(...[document.documentElement, document.querySelector("[data-testid=stMain]")]
    .map(element => element.scrollWidth - element.clientWidth))"""


def ask(page: Page, question: str) -> None:
    """Ask and wait until the answer is complete."""
    page.get_by_role("textbox").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".question").last).to_have_text(question)
    expect(page.locator(".answer").last).to_be_visible()
    expect(page.locator("[class*=st-key-actions-]")).to_have_count(page.locator(".question").count())
    page.wait_for_timeout(500)


def test_mark_leads_to_the_clause_in_view(open_page: Open) -> None:
    page = open_page()
    ask(page, QUESTION)
    quote = page.locator(".card blockquote").first.inner_text()
    with page.context.expect_page() as opened:
        page.locator("a.mark").first.click()
    document = opened.value
    first = document.locator("#quoted")
    expect(first).to_be_visible()
    document.wait_for_timeout(1000)
    assert first.evaluate(IN_VIEW)
    shown = "".join(document.locator(".document mark").all_inner_texts())
    assert shown == quote.replace("\n", "")


def test_outline_leads_into_the_text(open_page: Open) -> None:
    page = open_page("/document")
    entry = page.locator(".outline.wide a").last
    target = page.locator(f"[id='{(entry.get_attribute('href') or '').removeprefix('#')}']")
    assert not target.evaluate(IN_VIEW)
    entry.click()
    page.wait_for_timeout(500)
    assert target.evaluate(IN_VIEW)


def test_a_long_answer_is_read_from_its_beginning(open_page: Open) -> None:
    page = open_page()
    page.set_viewport_size({"width": 390, "height": 480})
    ask(page, QUESTION)
    ask(page, "必做任务有哪些？")
    page.wait_for_timeout(1000)
    assert page.locator(".question").last.evaluate(IN_VIEW)


@pytest.mark.parametrize("path", ["/", "/document"])
def test_nothing_sticks_out_on_a_phone(open_page: Open, path: str) -> None:
    page = open_page(path, "phone")
    if path == "/":
        ask(page, QUESTION)
        ask(page, "长" * 200 + "https://example.org/" + "a" * 200)
    assert page.evaluate(OVERFLOW) <= 0


def test_injection_is_shown_as_text(open_page: Open) -> None:
    page = open_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    attack = "<img src=x onerror=alert(1)> **x** [x](javascript:alert(1)) $x$ :red[x] :smile: www.x.cn"
    ask(page, attack)
    assert page.locator(".question").inner_text() == attack
    assert page.locator("img[src=x], a[href^=javascript]").count() == 0


def test_screenshot_for_the_readme(open_page: Open, tmp_path: Path) -> None:
    """Written to POLICY_SCREENSHOT where that is set."""
    page = open_page()
    ask(page, QUESTION)
    page.locator(".label").first.click()
    path = Path(os.environ.get("POLICY_SCREENSHOT", tmp_path / "screenshot.png"))
    page.screenshot(path=path)
    assert path.stat().st_size > 10_000
