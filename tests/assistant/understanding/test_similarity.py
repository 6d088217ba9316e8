import math

import pytest

from assistant.understanding.similarity import Scale, grams


def test_texts_are_alike_as_they_sound() -> None:
    assert grams("质押融资") == grams("质压融资")
    assert "patent" in grams("What patents?")


def test_the_texts_together_hold_a_share_of_the_question() -> None:
    scale = Scale("修桥补路", ["修桥", "补路", "种树"])
    assert scale.covered("修桥") == pytest.approx(scale.covered("补路"))
    assert scale.covered("修桥", "补路") == pytest.approx(2 * scale.covered("修桥"))
    assert scale.covered("修桥补路") == 1.0
    assert scale.covered() == scale.covered("种树") == 0.0


def test_what_few_texts_say_weighs_more() -> None:
    scale = Scale("修桥补路", ["修桥", "修桥", "修桥", "补路"])
    assert scale.covered("补路") > scale.covered("修桥")
    rare, frequent, unknown = math.log(1 + 4), math.log(1 + 4 / 3), math.log(1 + 4)  # 桥补 stands in none
    assert scale.covered("补路") == pytest.approx(rare / (rare + frequent + unknown))


def test_likeness_counts_what_only_one_of_both_says() -> None:
    scale = Scale("修桥", ["修桥", "修桥种树"])
    assert scale.alike("修桥") == 1.0
    assert 0.0 < scale.alike("修桥种树") < 1.0
    assert scale.alike("种树") == 0.0


def test_nothing_asked_and_nothing_compared() -> None:
    assert Scale("", []).covered("修桥") == 0.0
    assert Scale("", []).alike("") == 0.0
