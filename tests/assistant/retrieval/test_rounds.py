"""Policies of several years, named by the year."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.retrieval.rounds import (
    earlier_rounds,
    of_another_year,
    of_one_series,
    rounds_named,
    rounds_of,
    spans_year,
    without_round,
)
from store.records import Document


def _policy(year: str, held: bool, title: str = "") -> Document:
    title = title or f"交通部门关于做好{year}年自行车道网络体系建设工作的通知"
    number = f"交办〔{year}〕7号"
    return Document(year, title, "通知", "policy", number=number, held=held)


NEW, OLD = _policy("2021", True), _policy("2019", False, "关于建设自行车道的通知")
LAW = Document("law", "骑行法（2021年修正）", "骑行法", "statute")
ALL = [NEW, OLD, LAW]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2021年的通知里最多补多少", "通知里最多补多少"),
        ("按2021年那份通知,要修几条", "按通知,要修几条"),
        ("2021年入选的城市要不要报方案", "入选的城市要不要报方案"),
        ("2021年这批城市谁来查", "城市谁来查"),
        ("2021年自行车道网络体系建设每个城市多少钱", "每个城市多少钱"),
        ("车道怎么修?(2021年)", "车道怎么修?()"),
        ("21年入选的能再报吗", "入选的能再报吗"),
        ("what must cities picked in 2021 build", "what must cities picked build"),
        ("2021年一个城市给多少", "一个城市给多少"),
    ],
)
def test_the_year_of_a_round_is_nothing_to_search_for(text: str, rest: str) -> None:
    assert without_round(text, [NEW]) == rest


@pytest.mark.parametrize(
    "text",
    [
        "2019—2021年修过的城市能报吗",
        "用了21年以上的车道",
        "交办〔2021〕7号",
        "2020年修的车道算吗",
        "2021年?",
        "骑行法2020年改了什么",
    ],
)
def test_another_year_a_range_and_a_number_stay(text: str) -> None:
    assert without_round(text, [NEW]) == text


def test_what_a_round_says_of_its_own_year_is_asked_of_that_year() -> None:
    told = replace(NEW, text=f"{NEW.title}\n其中2021年拨付1000万元，余款次年拨付。")
    assert without_round("2021年拨多少钱", [told]) == "2021年拨多少钱"
    assert without_round("2021年入选的城市拨多少钱", [told]) == "入选的城市拨多少钱"
    assert without_round("2021年自行车道网络体系建设拨多少钱", [told]) == "拨多少钱"


def test_a_word_of_the_title_that_belongs_to_the_question_stays() -> None:
    assert without_round("2021年建设几条车道", [NEW]) == "建设几条车道"


def test_a_year_and_a_word_for_a_document_name_a_round_but_no_statute() -> None:
    assert rounds_named("2021年的通知里补多少", ALL) == [NEW]
    assert rounds_named("2019年那份自行车道的通知", ALL) == [OLD]
    assert rounds_named("2019年能报几条", ALL) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("去年的通知怎么说", ["2020"]),
        ("上一年度的自行车道网络体系建设的通知补多少", ["2020"]),
        ("前年那份文档补多少", ["2019"]),
        ("往年的通知在哪看", ["2019", "2020"]),
        ("去年的通知支持过的城市能报吗", []),
        ("去年修的车道算不算", []),
        ("去年收到的通知怎么办", []),
        ("6月以前的文档怎么报", []),
    ],
)
def test_a_year_counted_back_names_a_round_from_today_or_from_the_latest_held(text: str, years: list[str]) -> None:
    series = [_policy("2019", False), _policy("2020", False), NEW]
    assert [document.id for document in earlier_rounds(text, series, date(2026, 1, 1))] == years
    later = [*series, _policy("2025", False)]
    assert [d.id for d in earlier_rounds("去年的通知怎么说", later, date(2026, 1, 1))] == ["2025"]


def test_statutes_and_policies_about_something_else_are_no_series() -> None:
    assert of_one_series(NEW, OLD)
    assert not of_one_series(NEW, LAW)
    assert not of_one_series(NEW, _policy("2019", False, "关于开展夜间集市管理的通知"))


def test_a_question_is_about_the_round_of_its_only_year() -> None:
    assert rounds_of("2019年一个城市给多少", ALL) == [OLD]
    assert rounds_of("2019年和2021年一样多吗", ALL) == []


def test_a_date_and_a_year_of_other_matters_name_no_round() -> None:
    other = _policy("2018", False, "关于加强港口疏浚与航标维护的意见")
    assert rounds_of("2019年6月1日领的补助什么时候到期", ALL) == []
    assert rounds_of("2018年一个城市给多少", [*ALL, other]) == []


def test_the_number_of_a_document_is_called_by_its_short_title() -> None:
    assert without_round("请问交办〔2021〕7号这份通知的落款是哪天", [NEW]) == "请问通知这份通知的落款是哪天"


def test_years_around_a_year_span_it() -> None:
    assert spans_year("2018—2020年修过的城市", OLD)
    assert not spans_year("2020年修过的城市", OLD)


@pytest.mark.parametrize(
    "question",
    ["2020年的通知里，一个城市最多补多少钱？", "交办〔2020〕3号说一个城市最多补多少？", "2020年一个城市最多补多少钱？"],
)
def test_figures_of_a_round_that_is_not_held_are_not_those_of_another(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused
    assert "2020" in answer.text


def test_a_year_beside_a_day_of_ones_own_names_no_round(assistant: Assistant) -> None:
    answer = assistant.ask("一个城市2018年3月10日申请，2020年批的，最多补多少钱？")
    assert "未收录" not in answer.text


def test_the_round_that_is_held_answers_by_its_year(assistant: Assistant) -> None:
    answer = assistant.ask("2021年的通知里，一个城市最多补多少钱？")
    assert not answer.refused
    assert answer.text == assistant.ask("通知里，一个城市最多补多少钱？").text


def test_a_year_of_two_digits_is_no_length_of_time_to_be_corrected(assistant: Assistant) -> None:
    answer = assistant.ask("21年入选的城市，细则多久之内印发？")
    assert "3个月" in answer.text
    assert "不是21年" not in answer.text


def test_a_year_that_a_round_says_nothing_of() -> None:
    round_ = replace(NEW, text="2017—2019年入选的城市不再支持，其中2021年拨付一半。")
    assert of_another_year("2023年的申报截止是哪天", round_)
    assert not of_another_year("2018年入选的有哪些", round_)
    assert not of_another_year("申报截止是哪天", round_)
    assert not of_another_year("2023年3月下达的资金什么时候用完", round_)
