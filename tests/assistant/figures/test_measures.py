"""Brackets of what is measured."""

import pytest

from assistant.figures.measures import measure_bracketed


@pytest.mark.parametrize(
    ("asked", "column", "words", "held"),
    [
        ("拉12吨沙子", "装载量", "10吨以上不足20吨", 1),
        ("拉20吨沙子", "装载量", "10吨以上不足20吨", -1),
        ("用了90方气", "用气量", "60立方米以上至90立方米（含90立方米）", 1),
        ("用了91方气", "用气量", "60立方米以上至90立方米（含90立方米）", -1),
        ("仓库50平", "面积", "40—60平方米", 1),
        ("糖度12的瓜", "糖度（度）", "11以上", 1),
        ("糖度10的瓜", "糖度（度）", "11以上", -1),
        ("10个瓜", "糖度（度）", "11以上", 0),
        ("拉12吨沙子", "装载量", "每吨15元", 0),
        ("拉12吨沙子", "装载量", "12吨", 0),
    ],
)
def test_the_bracket_that_a_measure_falls_into(asked: str, column: str, words: str, held: int) -> None:
    assert measure_bracketed(asked, column, words) == held
