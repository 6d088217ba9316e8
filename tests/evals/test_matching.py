"""Words are found however they are written, and numbers are not mistaken for others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.matching import pattern, plain, says


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("支持 1.5 亿元", "1.5亿元"),
        ("建設知識產權", "建设知识产权"),
        ("ＡＢＣ４０％", "abc40%"),
        ("2017—2019年", "2017-2019年"),
        ("一、二；三。", "一二三"),
        ("1,000家", "1000家"),
        ("第3.", "3"),
    ],
)
def test_says(text, words):
    assert says(plain(text), words)


@pytest.mark.parametrize(
    ("text", "words"),
    [("15个", "5个"), ("0.5", "5"), ("5.2", "5"), ("1.5", "15"), ("4%0", "40"), ("140%", "40%"), ("四十", "四百")],
)
def test_does_not_say(text, words):
    assert not says(plain(text), words)


@given(st.text("一二三亿元省市", min_size=1, max_size=8), st.text("，。 、（）\n", max_size=3), st.integers(0, 8))
def test_punctuation_anywhere_makes_no_difference(words, marks, place):
    assert says(plain(words[:place] + marks + words[place:]), words)


def test_punctuation_alone_is_nothing_to_compare():
    with pytest.raises(ValueError, match="nothing to compare"):
        pattern("。，")
