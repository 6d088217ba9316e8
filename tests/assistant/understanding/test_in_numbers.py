"""Figures and days said in words become those that documents write."""

import pytest

from assistant.understanding.in_numbers import in_numbers


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("九月二十一号交", "9月21号交"),
        ("十二月底前", "12月底前"),
        ("may one stall sell two kinds of fruit?", "may one stall sell 2个 kinds of fruit?"),
        ("can a stall sell one kind?", "can a stall sell 1个 kind?"),
        ("which one of them pays?", "which one of them pays?"),
        ("must one third be paid?", "must 三分之一 be paid?"),
        ("two thirds of the stalls, half of the rent", "三分之二 of the stalls, 一半 of the rent"),
        ("sixteen stalls", "16个 stalls"),
        ("one hundred and twenty-five stalls", "125个 stalls"),
        ("two thousand three hundred yuan", "2300 yuan"),
        ("one hundred and fifty million yuan", "150百万元"),
        ("at least forty per cent of the rent", "至少40% of the rent"),
        ("no more than 3 percent", "最多3%"),
        ("more than two stalls", "高于2个 stalls"),
        ("three or more stalls", "3个以上 stalls"),
        ("within two months", "2个月内"),
        ("a five-year lease", "a 5年 lease"),
        ("10 working days", "10个工作日"),
        ("we get 150m in all", "we get 150百万元 in all"),
        ("rmb 20 million a year", "20百万元 a year"),
        ("a 30 m pole", "a 30 m pole"),
        ("in 2031 under section 3 of article 7", "in 2031 under section 3 of 第7条"),
        ("which of the 3 may be chosen", "which of the 3 may be chosen"),
        ("is three enough?", "is 3个 enough?"),
        ("请2天假找谁", "请假2天找谁"),
        ("旷了十节课怎么办", "旷课十节怎么办"),
        ("住了5天院", "住院5天"),
        ("请3个人吃饭", "请3个人吃饭"),
        ("摊位要2个吗", "摊位要2个吗"),
        ("每市几个摊位", "每个市几个摊位"),
        ("每市场几个摊位", "每市场几个摊位"),
        ("看§ 40第2款", "看第40条第2款"),
    ],
)
def test_figures_in_words_are_written_as_documents_do(said: str, written: str) -> None:
    assert in_numbers(said) == written
