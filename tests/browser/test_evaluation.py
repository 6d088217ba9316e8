"""The way of an evaluator: upload a question set, watch it run, follow a failure to its clause, keep the report."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

Open = Callable[..., Page]

# The second question expects what the notice does not say, so that there is a failure to look at.
SET = """id,question,answerable,category,facts,gold
q1,中央财政对每个城市支持多少钱？,是,金额,1.5亿元,notice-2020-40: 中央财政对每个城市支持1.5亿元
q2,材料最迟哪天上报？,是,日期,9月9日,notice-2020-40: 务必于5月15日前上报工作方案和有关材料
"""
OVERFLOW = "element => element.scrollWidth - element.clientWidth"


def test_upload_run_failure_clause_and_report(open_page: Open, tmp_path: Path) -> None:
    sheet = tmp_path / "我的题.csv"
    sheet.write_text(SET, encoding="utf-8-sig")
    page = open_page("/evaluation")
    page.get_by_text("开始一次评测").click()
    page.locator("input[type=file]").set_input_files(sheet)
    page.get_by_role("button", name="开始评测").click()
    expect(page.get_by_role("progressbar").first).to_be_visible()
    expect(page.get_by_text("评测完成")).to_be_visible(timeout=120_000)

    tile = page.get_by_test_id("stMetric").first
    expect(tile).to_contain_text("50.0%")
    expect(tile).to_contain_text("9.5 – 90.5%")
    failure = page.get_by_test_id("stExpander").filter(has_text="要点缺失")
    expect(failure).to_contain_text("材料最迟哪天上报？")
    failure.locator("summary").first.click()
    expect(failure.get_by_text("说出：9月9日")).to_be_visible()
    with page.context.expect_page() as opened:
        failure.locator(".case a").click()
    marked = opened.value.locator(".document mark")
    expect(marked.first).to_be_visible()
    assert "".join(marked.all_inner_texts()).startswith("务必于5月15日前")

    with page.expect_download() as download:
        page.get_by_role("button", name="下载报告").click()
    report = Path(download.value.path()).read_text(encoding="utf-8")
    assert "<title>Run " in report
    assert "材料最迟哪天上报？" in report

    page.set_viewport_size({"width": 390, "height": 844})
    for view in ("分类", "走势", "全部指标"):
        page.get_by_role("tab", name=view).click()
        page.wait_for_timeout(1000)
        assert page.get_by_test_id("stMain").evaluate(OVERFLOW) <= 0
