"""Where gold clauses and citations stand in the canonical text."""

import pytest

from assistant.answer import Citation
from evals.corpus import is_verbatim, locate_gold
from evals.dataset import Gold
from store.errors import DatasetError


def texts(corpus, spans):
    return [corpus["notice"].text[start:end] for start, end in spans]


def test_a_quote_is_found_without_regard_to_punctuation(corpus):
    spans = locate_gold(Gold(document="notice", quote="房屋装修, 征地拆迁"), corpus)
    assert texts(corpus, spans) == ["房屋装修、征地拆迁"]


def test_a_quote_may_stand_in_several_places(corpus):
    assert len(locate_gold(Gold(document="notice", quote="有关事项另行通知"), corpus)) == 40


@pytest.mark.parametrize("locator", ["二、（二）", "《通知》二、（二）", "二、(二)"])
def test_a_locator_is_the_node(corpus, locator):
    (text,) = texts(corpus, locate_gold(Gold(document="notice", locator=locator), corpus))
    assert text.startswith("（二）时间")


@pytest.mark.parametrize(
    "gold",
    [
        {"document": "other", "quote": "x"},
        {"document": "notice", "quote": "没有"},
        {"document": "notice", "locator": "九、"},
    ],
)
def test_gold_that_is_not_there_is_an_error(corpus, gold):
    with pytest.raises(DatasetError, match="not in"):
        locate_gold(Gold(**gold), corpus)


def test_home_is_the_leaf_or_the_opening_words(corpus):
    document = corpus["notice"]
    (leaf,) = document.find("征地拆迁")
    (opening,) = document.find("每市支持1.5亿元")
    (both,) = document.find("拨付1亿元。（一）用途")
    assert texts(corpus, [document.home(leaf)])[0].startswith("（一）用途")
    assert "（二）" not in texts(corpus, [document.home(leaf)])[0]
    assert texts(corpus, [document.home(opening)]) == ["二、资金\n每市支持1.5亿元，其中2020年拨付1亿元。\n"]
    assert texts(corpus, [document.home(both)])[0].endswith("集聚区。\n")


def test_verbatim_is_word_for_word_at_its_place(corpus, cite):
    good = cite("逾期不予受理")
    assert is_verbatim(good, corpus)
    assert not is_verbatim(Citation("notice", "", "", good.quote, good.start - 1, good.end), corpus)
    assert not is_verbatim(Citation("other", "", "", good.quote, good.start, good.end), corpus)
    assert not is_verbatim(Citation("notice", "", "", "", 5, 5), corpus)
