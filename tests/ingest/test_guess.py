"""What a document says of itself."""

from datetime import date

import pytest

from ingest.guess import document_id, guess, short_title
from store.records import Parsed

COVER = """\
某部文件
某建〔2023〕9号
某部关于印发《示例资金管理办法》的通知
各省、自治区、直辖市财政厅（局）：
现将《示例资金管理办法》印发给你们。《旧办法》（某建〔2019〕50号）同时废止。
某部
二〇二三年二月六日
示例资金管理办法
第一条 为规范资金管理，制定本办法。
第二条 本办法自印发之日起施行。"""
REGULATION = """\
中华人民共和国示例法实施条例
（1997年10月21日国务院令第231号公布 2010年2月2日国务院第100次常务会议修订通过）
第一条 根据《中华人民共和国示例法》的规定，制定本条例。
第二条 本条例自2010年5月1日起施行。"""


def test_the_notice(notice: Parsed) -> None:
    document, guessed = notice.document, guess(notice.document.text)
    assert (guessed.title, guessed.number) == (document.title, document.number)
    assert (guessed.issuer, guessed.issued_on) == (document.issuer, document.issued_on)
    assert guessed.kind == "policy"
    assert guessed.short_title == "2020年知识产权运营服务体系建设工作的通知"


def test_a_notice_with_an_enclosure_dated_in_chinese() -> None:
    guessed = guess(COVER)
    assert guessed.title == "某部关于印发《示例资金管理办法》的通知"
    assert (guessed.short_title, guessed.number, guessed.issuer) == ("示例资金管理办法", "某建〔2023〕9号", "某部")
    assert (guessed.issued_on, guessed.in_force_from) == (date(2023, 2, 6), date(2023, 2, 6))


def test_a_regulation_has_its_dates_in_brackets() -> None:
    guessed = guess(REGULATION)
    assert (guessed.kind, guessed.short_title) == ("statute", "示例法实施条例")
    assert (guessed.issued_on, guessed.in_force_from) == (date(2010, 2, 2), date(2010, 5, 1))
    assert (guessed.number, guessed.issuer) == ("国务院令第231号", "国务院")


@pytest.mark.parametrize(
    ("note", "issuer", "number", "issued", "since", "until"),
    [
        (
            "（2022年2月1日发布，自2022年3月1日起施行，有效期5年）",
            "", "", date(2022, 2, 1), date(2022, 3, 1), date(2027, 2, 28),
        ),
        (
            "（2019年5月6日某市人民政府令第4号公布 自2019年7月1日起施行 根据2022年8月9日某市人民政府令第6号修正）",
            "某市人民政府", "某市人民政府令第4号", date(2022, 8, 9), date(2019, 7, 1), None,
        ),
        (
            "（2019年5月6日某市第八届人民代表大会常务委员会第十二次会议通过）",
            "某市人民代表大会常务委员会", "", date(2019, 5, 6), None, None,
        ),
        (
            "某交规〔2022〕3号 2022年5月6日发布 2022年6月1日实施",
            "", "某交规〔2022〕3号", date(2022, 5, 6), date(2022, 6, 1), None,
        ),
        ("2022年5月6日办公会通过 2022年6月1日实施", "", "", date(2022, 5, 6), date(2022, 6, 1), None),
        ("（试行，2022年6月1日起施行）", "", "", None, date(2022, 6, 1), None),
        ("（2022年6月1日起施行，有效期至2024年5月31日）", "", "", None, date(2022, 6, 1), date(2024, 5, 31)),
        ("2022年5月6日某馆开放，2022年6月1日实施", "", "", None, None, None),  # a sentence
    ],
)  # fmt: skip
def test_what_a_note_beside_the_title_says(
    note: str, issuer: str, number: str, issued: date | None, since: date | None, until: date | None
) -> None:
    guessed = guess(f"摆渡船管理办法\n{note}\n第一条 为了管理。\n第二条 船票有效期三天。")
    assert (guessed.issuer, guessed.number) == (issuer, number)
    assert (guessed.issued_on, guessed.in_force_from, guessed.in_force_until) == (issued, since, until)


def test_an_order_is_of_whom_it_names_not_of_who_signed() -> None:
    guessed = guess("某市人民政府令\n第45号\n现予公布，自2023年5月1日起施行。\n市长 李明\n2023年3月8日\n摆渡船管理规定")
    assert (guessed.title, guessed.number) == ("摆渡船管理规定", "某市人民政府令第45号")
    assert (guessed.issuer, guessed.issued_on) == ("某市人民政府", date(2023, 3, 8))


@pytest.mark.parametrize(
    ("line", "number"),
    [("2023年第6号", "2023年第6号"), ("某局公告2023年第6号", "某局公告2023年第6号"), ("第6号渡口停航", "")],
)
def test_a_number_that_is_counted_through_the_year(line: str, number: str) -> None:
    assert guess(f"某局关于摆渡船停航的公告\n{line}\n停航。").number == number


@pytest.mark.parametrize(
    ("label", "until"),
    [("有效期：2年", date(2026, 1, 31)), ("有效期至：2025年6月30日", date(2025, 6, 30)), ("有效期：长期", None)],
)
def test_a_label_says_how_long_it_is_in_force(label: str, until: date | None) -> None:
    guessed = guess(f"摆渡船管理办法\n实施日期：2024年2月1日\n{label}\n一、船票\n每张2元。")
    assert (guessed.in_force_from, guessed.in_force_until) == (date(2024, 2, 1), until)
    assert guess(f"摆渡船管理办法\n{label}\n一、船票\n每张2元。").in_force_until in (None, date(2025, 6, 30))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("某省财政厅关于印发", "《某专项资金管理办法》的通知"), "某省财政厅关于印发《某专项资金管理办法》的通知"),
        (
            ("某市人民政府办公室转发", "市商务局关于促进消费若干措施的通知"),
            "某市人民政府办公室转发市商务局关于促进消费若干措施的通知",
        ),
        (("某局关于做好", "来年防汛工作", "的通知"), "某局关于做好来年防汛工作的通知"),
        (("某厅", "某局办公室", "关于做好防汛工作的通知"), "某厅 某局办公室关于做好防汛工作的通知"),
        (("某部", "某建〔2023〕9号", "关于做好防汛工作的通知"), "关于做好防汛工作的通知"),
        (("防汛须知", "二、补贴标准", "（三）报送要求", "1. 采取措施"), "防汛须知"),
    ],
)
def test_a_title_on_several_lines_and_headings_that_are_none(lines: tuple[str, ...], title: str) -> None:
    assert guess("\n".join([*lines, "各县：", "正文如下，请遵照。"])).title == title


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("本办法自2020年3月1日起施行，有效期3年。", date(2023, 2, 28)),
        ("本办法自2020年3月1日起施行，有效期限为五年。", date(2025, 2, 28)),
        ("本办法自2020年3月1日起施行，有效期至2022年12月31日。", date(2022, 12, 31)),
        ("本办法自2020年3月1日起施行至2022年6月30日止。", date(2022, 6, 30)),
        ("证书有效期以证书所载为准。", None),
        ("本办法有效期三年。", None),
        ("本办法自2020年3月1日起施行。示范企业有效期为3年，期满可以申请复核。", None),
        ("本办法自2020年3月1日起施行。评估报告有效期至2022年12月31日。", None),
        ("本办法所称证书有效期为3年。", None),
        ("本市企业报告有效期至2022年12月31日。", None),
        ("本行动计划自2020年3月1日起施行，实施期限至2026年12月31日。", date(2026, 12, 31)),
        ("本办法由某局负责解释，自2020年3月1日起施行，有效期2年。", date(2022, 2, 28)),
        ("本方案执行期限为2024年1月1日至2026年12月31日。", date(2026, 12, 31)),
        ("自2020年3月1日起试行，试行期一年。", date(2021, 2, 28)),
        ("本办法于2020年3月1日起施行，有效期自2020年3月1日至2021年12月31日。", date(2021, 12, 31)),
    ],
)
def test_until_when_it_is_in_force(said: str, until: date | None) -> None:
    assert guess(f"某某管理办法\n第一条 为了管理。\n第二条 {said}").in_force_until == until


@pytest.mark.parametrize(
    ("said", "since"),
    [
        ("本办法自2020年3月1日起施行。", date(2020, 3, 1)),
        ("本实施方案由某局负责解释，自2020年3月1日起正式实施。", date(2020, 3, 1)),
        ("《示例办法》已经通过，现予公布，自2020年3月1日起施行。", date(2020, 3, 1)),
        ("本办法自印发之日起施行。第四条规定的补贴自2024年7月1日起执行。", date(2019, 12, 1)),
        ("（二）停止资助。自2024年7月1日起停止执行。", None),
        ("补贴标准自2024年7月1日起执行。", None),
        ("为了方便借阅，现将常见问题解答如下，自2020年3月1日起使用。", date(2020, 3, 1)),
        ("自2020年3月1日起使用新版借书证。", None),
        ("本办法从2020年3月1日起执行。", date(2020, 3, 1)),
        ("本办法自公布之日起30日后施行。", date(2019, 12, 31)),
        ("本办法执行期限自2020年3月1日起至2021年2月28日止。", date(2020, 3, 1)),
        ("船票有效期自2020年3月1日至2021年2月28日。", None),
    ],
)
def test_since_when_it_is_in_force(said: str, since: date | None) -> None:
    assert guess(f"某某管理办法\n第一条 为了管理。\n第二条 {said}\n某局\n2019年12月1日").in_force_from == since


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("某政发〔2024〕9号 2024年2月6日印发", "正文。"), date(2024, 2, 6)),
        (("（2023年9月）", "正文。"), date(2023, 9, 1)),
        (("正文。", "某部", "2024-02-06"), date(2024, 2, 6)),
        (("一、停止资助。自2024年7月1日起停止。", "（二）自2024年7月1日起停止。"), None),
        (("正文。", "某局办公室 2024年2月6日印发"), date(2024, 2, 6)),
    ],
)
def test_when_it_was_issued(lines: tuple[str, ...], day: date | None) -> None:
    assert guess("\n".join(("某区三年行动计划", *lines))).issued_on == day


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("甲协会 乙协会", "办理指南", "正文。"), "甲协会、乙协会"),
        (("某区三年行动计划", "（2024—2026年）", "某区人民政府办公室", "正文。"), "某区人民政府办公室"),
        (("某市财政局文件", "某市管理办法", "正文。"), "某市财政局"),
        (("某市管理办法", "2024年2月6日", "正文。"), ""),
    ],
)
def test_an_issuer_by_itself_near_the_title(lines: tuple[str, ...], issuer: str) -> None:
    assert guess("\n".join(lines)).issuer == issuer


def test_what_ends_with_it() -> None:
    assert guess(COVER).ended == (("旧办法", "某建〔2019〕50号"),)
    said = "根据《某法》制定。自2024年1月1日起施行，原《甲办法》（某发〔2019〕1号）和《乙细则》同时废止。"
    assert guess(f"某办法\n{said}").ended == (("甲办法", "某发〔2019〕1号"), ("乙细则", ""))
    assert guess("某办法\n按《甲办法》废止的证书无效。").ended == ()


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("某部关于印发《临水市补贴办法》的通知", "临水市补贴办法"),
        ("临水市人民政府办公室关于进一步做好稳定就业工作的若干意见", "临水市稳定就业工作的若干意见"),
        ("临水市人民政府办公室关于推进临水市标准化工作的意见", "推进临水市标准化工作的意见"),
        ("国家市场监督管理总局办公厅关于开展示例工作的通知", "示例工作的通知"),
        ("临水市示例管理办法", "临水市示例管理办法"),
        ("临水市人民政府办公室关于印发临水市摊位管理细则的通知", "临水市摊位管理细则"),
        ("临水市教育局关于印发临水市借书办法（试行）的通知", "临水市借书办法（试行）"),
        ("临水市关于印发和使用借书证的通知", "临水市关于印发和使用借书证的通知"),
    ],
)
def test_the_short_title_keeps_the_place(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize("text", ["随便的一段话。\n没有标题", "2023年13月45日\n一", "\n\n甲", "自某日起施行。" * 50])
def test_what_says_nothing_of_itself(text: str) -> None:
    guessed = guess(text)
    assert len(guessed.title) <= 60
    assert (guessed.number, guessed.issued_on, guessed.in_force_from) == ("", None, None)


@pytest.mark.parametrize("day", ["二九九九年五月一日", "一八四八年五月一日", "1830年5月1日"])
def test_days_that_no_document_is_of_are_not_guessed(day: str) -> None:
    guessed = guess(f"关于示例工作的通知\n一、自{day}起施行。\n某部\n{day}")
    assert (guessed.issued_on, guessed.in_force_from) == (None, None)
    assert guess(f"关于示例工作的通知\n{day}\n2021年5月1日").issued_on == date(2021, 5, 1)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("国发[2015]71号", "国发〔2015〕71号"),
        ("财办建【2020】40号 签发人：张三", "财办建〔2020〕40号"),
        ("见《甲》（国发〔2015〕71号）", ""),
    ],
)
def test_numbers(printed: str, number: str) -> None:
    assert guess(f"关于示例工作的通知\n{printed}\n正文").number == number


@pytest.mark.parametrize(
    ("title", "number", "taken", "expected"),
    [
        ("", "财办建〔2020〕40号", (), "cbj-2020-40"),
        ("", "财办建〔2020〕40号", ("cbj-2020-40", "cbj-2020-40-2"), "cbj-2020-40-3"),
        ("示例办法", "", (), "slbf"),
        ("ISO 9001 指南", "", (), "iso-9001-zn"),
        ("《》", "", (), "document"),
    ],
)
def test_ids(title: str, number: str, taken: tuple[str, ...], expected: str) -> None:
    assert document_id(title, number, taken) == expected


@pytest.mark.parametrize(
    ("lines", "issuer", "day"),
    [
        (("东县文化局 2021年4月2日",), "东县文化局", date(2021, 4, 2)),
        (("东县文化局2021年4月2日", "附件：摊位图"), "东县文化局", date(2021, 4, 2)),
        (("东县教育局 东县文化局 二〇二一年四月二日",), "东县教育局、东县文化局", date(2021, 4, 2)),
        (("东县文化局 2021年4月2日", "西县文化局 2021年4月3日"), "", None),  # a table
        (("发布日期 2021年4月2日",), "", None),
        (("自2021年4月2日",), "", None),
        (("东县教育局", "东县文化局", "2021年4月2日"), "东县教育局、东县文化局", date(2021, 4, 2)),
        (("二、本县文化局", "东县文化局", "2021年4月2日"), "东县文化局", date(2021, 4, 2)),
        (("东县文化局", "张三", "2021年4月2日"), "张三", date(2021, 4, 2)),
        (("东县文化局 2021年4月31日",), "", None),
    ],
)
def test_who_signed_and_when_on_one_line(lines: tuple[str, ...], issuer: str, day: date | None) -> None:
    guessed = guess("\n".join(("借书通知", "一、每人可以借三本书。", *lines)))
    assert (guessed.issuer, guessed.issued_on) == (issuer, day)
