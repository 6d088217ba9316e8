"""A document of one's own, from the file to the clause that is found in it, on the library page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

TITLE = "示例市财政局关于印发《示例资金管理办法》的通知"
TEXT = f"{TITLE}\n示财〔2023〕9号\n一、资金用于培训。\n三、资金不得用于饲养鲸鱼。\n示例市财政局\n2023年2月6日\n"
OVERFLOW = """() => Math.max(...[document.documentElement, document.querySelector("[data-testid=stMain]")]
    .map(element => element.scrollWidth - element.clientWidth))"""


@pytest.fixture
def added(open_page: Open, tmp_path: Path) -> Iterator[Page]:
    """The page after the document was added; it is removed again."""
    file = tmp_path / "办法.txt"
    file.write_text(TEXT, encoding="utf-8")
    page = open_page("/library")
    page.set_default_timeout(60_000)
    page.get_by_role("tab", name="添加文件").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_label("文号")).to_have_value("示财〔2023〕9号", timeout=60_000)
    expect(page.get_by_text("编号不连续")).to_be_visible()
    page.get_by_role("button", name="确认添加").click()
    expect(page.get_by_text(f"已添加《{TITLE}》")).to_be_visible(timeout=60_000)
    yield page
    page.get_by_role("tab", name="文件", exact=True).click()
    page.get_by_role("button", name="删除").click()
    page.get_by_role("button", name="确认删除").click()
    expect(page.get_by_text(f"已删除《{TITLE}》。")).to_be_visible(timeout=60_000)


def test_what_was_added_is_found_and_opens_at_its_clause(added: Page) -> None:
    added.get_by_role("tab", name="查找条文").click()
    added.get_by_role("textbox").fill("鲸鱼")
    added.keyboard.press("Enter")
    card = added.locator(".card").first
    expect(card.locator("mark")).to_have_text("鲸鱼", timeout=30_000)
    with added.context.expect_page() as opened:
        card.locator("a.open").click()
    expect(opened.value.locator("#quoted")).to_be_visible(timeout=30_000)
    assert "饲养鲸鱼" in "".join(opened.value.locator(".document mark").all_inner_texts())


@pytest.mark.parametrize("view", ["文件", "查找条文", "添加文件"])
def test_nothing_sticks_out_on_a_phone(open_page: Open, view: str) -> None:
    page = open_page("/library", "phone")
    page.get_by_role("tab", name=view, exact=True).click()
    page.wait_for_timeout(1000)
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("name", ["旧版.doc", "大.txt"])
def test_a_file_that_the_browser_refuses_is_said_to_be_refused(open_page: Open, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"a" * (51_000_000 if name == "大.txt" else 10))
    page = open_page("/library")
    page.get_by_role("tab", name="添加文件").click()
    refused = page.get_by_text("这个文件没有接收")
    expect(page.locator("input[type=file]")).to_be_attached()
    expect(refused).to_be_hidden()
    page.locator("input[type=file]").set_input_files(file)
    expect(refused).to_be_visible(timeout=60_000)
