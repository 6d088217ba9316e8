"""Chinese numerals are read as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from store.numerals import numeral, parse_number


@given(some.integers(1, 9999))
def test_numerals_are_read_as_they_are_written(number: int) -> None:
    assert parse_number(numeral(number)) == parse_number(str(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (345, "三百四十五"),
        (1260, "一千二百六十"),
    ],
)
def test_numbers_as_statutes_write_them(number: int, written: str) -> None:
    assert numeral(number) == written


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.5亿", 150_000_000),
        ("3000万", 30_000_000),
        ("二十", 20),
        ("一百零五", 105),
        ("两", 2),
        ("1,200", 1200),
        ("十", 10),
        ("三百二十〇", 320),
    ],
)
def test_numbers_are_read_in_both_scripts(text: str, number: int) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "个", "甲乙"])
def test_what_is_no_number_gives_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("一亿五千万", 150_000_000), ("两万五", 25_000), ("二〇二〇", 2020), ("8百", 800), ("三点半", None), ("万", None)],
)
def test_numbers_of_several_parts(text: str, number: int | None) -> None:
    assert parse_number(text) == number
