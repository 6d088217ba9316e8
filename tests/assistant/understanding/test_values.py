from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.values import find_values, size_in


@pytest.mark.parametrize(
    ("text", "kind", "size", "bound"),
    [
        ("比例不得少于40%", "share", 40, "min"),
        ("四成", "share", 40, ""),
        ("200家以上", "count", 200, "min"),
        ("两个月内印发", "period", 2, "max"),
        ("半年", "period", 6, ""),
        ("占一半", "share", 50, ""),
        ("三年", "period", 36, ""),
        ("补助1.5亿元", "amount", 150_000_000, ""),
        ("补助一亿五，对吧", "amount", 150_000_000, ""),
        ("补助一个亿五千万元", "amount", 150_000_000, ""),
        ("补助1亿5", "amount", 150_000_000, ""),
        ("不得超过3项", "count", 3, "max"),
    ],
)
def test_a_value_has_kind_size_and_bound(text: str, kind: str, size: int, bound: str) -> None:
    (value,) = find_values(text)
    assert (value.kind, value.size, value.bound) == (kind, Decimal(size), bound)


@pytest.mark.parametrize("text", ["棚子搭建到一半", "展览办到一半", "合同干了一半"])
def test_how_far_a_thing_has_got_is_no_share(text: str) -> None:
    assert not find_values(text)


def test_what_is_counted_after_an_amount_is_no_part_of_it() -> None:
    assert [value.text for value in find_values("补助一亿五个城市")] == ["一亿", "五个"]
    assert [value.text for value in find_values("补助5万2020年发")] == ["5万", "2020年"]
    assert find_values("不知情的第三人") == []


def test_a_rough_number_is_no_figure() -> None:
    assert not any(find_values(text) for text in ("还能拿几百万", "数千家企业", "好几个月"))
    assert [value.text for value in find_values("拿五百万元")] == ["五百万元"]
    assert find_values("打算做五六个项目") == []
    assert [value.text for value in find_values("二十五个项目")] == ["二十五个"]


def test_dates_titles_and_document_numbers_are_one_value_each() -> None:
    text = "财办建〔2020〕40号和《服务业发展资金管理办法》于2020年4月30日"
    assert [value.kind for value in find_values(text)] == ["number", "title", "date"]


@given(st.text(alphabet="一二三四1250.,%亿万元个月年家《》〔〕日不得少于以上 甲", max_size=40))
def test_values_are_slices_in_order(text: str) -> None:
    values = find_values(text)
    assert all(text[value.start : value.end] == value.text for value in values)
    assert all(left.end <= right.start for left, right in pairwise(values))


@pytest.mark.parametrize(("text", "size"), [("千分之五", "0.5"), ("10‰", "1"), ("百分之三", "3")])
def test_parts_of_a_thousand_are_shares(text: str, size: str) -> None:
    assert [(value.kind, value.size) for value in find_values(text)] == [("share", Decimal(size))]


def test_the_fourth_year_is_no_length_of_time() -> None:
    assert not find_values("第四年要交费")
    assert not find_values("截止于第五十年的年底")


def test_an_ordinal_counts_nothing() -> None:
    assert find_values("我们是第三个，第二家也报了") == []


@pytest.mark.parametrize(
    ("text", "bound"), [("会议举行的四十五日前", "min"), ("四十五日内", "max"), ("5万元以下", "max")]
)
def test_days_ahead_are_a_floor(text: str, bound: str) -> None:
    (value,) = find_values(text)
    assert value.bound == bound


def test_a_year_in_numerals_is_no_period() -> None:
    assert [(value.kind, value.text) for value in find_values("二〇二〇年五月十五日前，二〇一〇年申请")] == [
        ("date", "二〇二〇年五月十五日"),
        ("year", "二〇一〇年"),
    ]


def test_working_days_have_one_unit() -> None:
    assert [value.unit for value in find_values("5个工作日，7工作日")] == ["工作日", "工作日"]


@pytest.mark.parametrize(("text", "percent"), [("不得少于三分之二", "66.67"), ("四分之一", "25.00"), ("三成", "30.00")])
def test_a_fraction_is_a_share(text: str, percent: str) -> None:
    (value,) = find_values(text)
    assert value.kind == "share"
    assert value.size is not None
    assert f"{value.size:.2f}" == percent


def test_a_share_beyond_all_measure_has_no_size() -> None:
    assert [value.size for value in find_values("增长99999999999999999999999999999999%")] == [None]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("比例不能少于30%", "min"),
        ("比例不可低于30%", "min"),
        ("比例不能超过30%", "max"),
        ("比例不能高于30%", "max"),
        ("能不能少于30%", "max"),
        ("能不能超过30%", "min"),
        ("不得超过合同价款的百分之十", "max"),
        ("不能少于合同价款的百分之十", "min"),
    ],
)
def test_what_may_not_be_less_is_a_floor_as_what_must_not(text: str, bound: str) -> None:
    (value,) = find_values(text)
    assert value.bound == bound


def test_weeks_are_days_and_part_of_months() -> None:
    (weeks,) = find_values("第三周")
    assert size_in(weeks, "天") == 21
    assert (size_in(weeks, "月") or 1) < 1


@pytest.mark.parametrize(("text", "size"), [("建成3.8万个", 38000), ("3万家企业", 30000), ("二百家", 200)])
def test_thousands_of_what_is_counted(text: str, size: int) -> None:
    (value,) = find_values(text)
    assert (value.kind, value.size) == ("count", size)


def test_so_many_kuai_are_money_where_nothing_is_counted_in_pieces() -> None:
    assert [(v.kind, v.size) for v in find_values("押金五千块吗")] == [("amount", 5000)]
    assert [v.kind for v in find_values("铺了五百块地砖")] != ["amount"]


def test_ages_and_hours() -> None:
    found = [(v.kind, v.size, v.unit, v.bound) for v in find_values("年满18周岁；未满60岁；70—79周岁；2小时内")]
    assert found == [
        ("age", 18, "岁", "min"),
        ("age", 60, "岁", "max"),
        ("age", 70, "岁", ""),
        ("age", 79, "岁", ""),
        ("period", 2, "小时", "max"),
    ]
