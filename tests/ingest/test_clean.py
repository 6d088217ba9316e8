"""From a page as received to the canonical text."""

import pytest

from ingest.clean import apply_rules, clean
from ingest.errata import Errata, RepairEntry
from store.errors import CatalogError
from store.records import Parsed


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("知識產(chǎn)權(quán)運(yùn)營", "知识产权运营"),
        ("重(zhòng)(chóng)點(diǎn)", "重点"),
        ("產(cha\u030cn)業", "产业"),  # the tone mark a character of its own
        ("類別(a)和F(xiàn)", "类别（a）和F（xiàn）"),  # no tone mark, no Chinese character before it
        ("支持1.5億元,其中20%以上;電話:010-68552796", "支持1.5亿元，其中20%以上；电话：010-68552796"),
        ("情況),2017—2019年(含", "情况），2017—2019年（含"),
        ("10:30前,1,000家", "10:30前，1,000家"),
        ("體系建設(shè)?", "体系建设?"),
        ("  一、 總體\u3000\n\n\xa0\n要求 \r\n", "一、 总体\n要求"),
        ("第一条\u3000\u3000为了\u200b示例", "第一条 为了示例"),
        ("第一条 每\u202e日借\u202c书\u2066三\u2069册", "第一条 每日借书三册"),
        ("借(ji\u202eè)書", "借书"),  # within what another rule looks for
        ("第\u2f00章　\u2ed8年和\u2ea0事", "第一章 青年和民事"),  # radicals for characters
        ("第一条为了示例", "第一条 为了示例"),
        ("第三条规定的，第三条第一款", "第三条规定的，第三条第一款"),
        ("第一章　总　则", "第一章 总则"),
        ("养护费每年3.5元.逾期的,加收!", "养护费每年3.5元。逾期的，加收！"),
        ("(一)无欠费的.", "（一）无欠费的。"),
        ("让.雅克的", "让.雅克的"),  # within a line that does not end so
        ("一.养护\n十二．罚则\n1.养护", "一、养护\n十二、罚则\n1.养护"),
        ("自 2021 年 3 月 1 日 起，每户 3.5 万元、2 次", "自2021年3月1日起，每户3.5万元、2次"),
        ("2021 年 3 月 1 日", "2021年3月1日"),
        ("1 个人信息\n附件 1 个人信息\n表 5 30", "1 个人信息\n附件 1 个人信息\n表 5 30"),
        ("每户２０元，见表Ａ", "每户20元，见表A"),
        ("Hello, world; see (a): http://x.org", "Hello, world; see (a): http://x.org"),
        ("甲市 | 1.5亿元", "甲市 | 1.5亿元"),
    ],
)
def test_rules(received: str, expected: str) -> None:
    assert apply_rules(received) == expected


def test_the_document_stands_between_its_first_and_last_lines() -> None:
    page = "菜单\n标题\n标题\n1号\n正文(一)\n2020年1月1日\n广告\n"
    assert clean(page, Errata(), "标题\n1号", "2020年1月1日").text == "标题\n1号\n正文（一）\n2020年1月1日"


@pytest.mark.parametrize(("first", "last", "times"), [("标题", "尾", 2), ("没有", "尾", 0), ("号", "无尾", 0)])
def test_an_edge_that_is_not_there_once(first: str, last: str, times: int) -> None:
    with pytest.raises(CatalogError, match=rf"source\.(first|last).* {times} times"):
        clean("标题\n标题\n号\n尾", Errata(), first, last)


def test_scanned_lines_are_found_again_after_rules_cut_and_repairs() -> None:
    page = "菜单\n標題\n\n掃描(一)\n甲?乙\n末尾"
    start = page.index("掃描")
    errata = Errata(repair=(RepairEntry(received="扫描（一）", repaired="扫", reason="误"),))
    cleaned = clean(page, errata, "标题", "甲?乙", scanned=[(start, start + len("掃描(一)\n甲?乙\n末尾"))])
    assert cleaned.text == "标题\n扫\n甲?乙"
    assert [cleaned.text[left:right] for left, right in cleaned.scanned] == ["扫\n甲?乙"]


def test_of_the_page_only_the_notice_remains(notice: Parsed) -> None:
    text = notice.document.text
    assert text.startswith(notice.document.title + "\n" + notice.document.number + "\n各省")
    assert text.endswith("\n2020年4月30日")
    assert not set("?(),;:ㄗ") & set(text)
    assert not [char for char in text if char.isascii() and char.isalpha()]  # no pinyin, no site furniture
    assert "电话：010-68552796" in text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("船票当日有效.过期的,补交一半.", "船票当日有效。过期的，补交一半。"),
        ("押金不超过船价的20%.\n2.1 每船3.5元", "押金不超过船价的20%。\n2.1 每船3.5元"),
        ("见附件1.船名表", "见附件1.船名表"),
        ("渡口网址www.dukou.cn", "渡口网址www.dukou.cn"),
    ],
)
def test_the_full_stop_of_a_western_keyboard(typed: str, meant: str) -> None:
    assert apply_rules(typed) == meant
