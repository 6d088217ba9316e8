"""Messages that lean by their words on what was said before them."""

import pytest

from assistant.talk.leans import leans, supposes


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("哪一类的车要", True),
        ("什么样的棚需要", True),
        ("乡里要干啥", True),
        ("里面要写什么", True),
        ("上面得写明哪些事", True),
        ("里程要写明吗", False),
        ("哪一类的车要年检", False),
        ("值班的保安队要干啥", False),
    ],
)
def test_what_lacks_its_thing_leans(text: str, so: bool) -> None:
    assert leans(text) == so


@pytest.mark.parametrize(
    ("text", "so"), [("要是故意的，退几成", True), ("要是雨棚坏了，退几成", False), ("故意的，退几成", False)]
)
def test_a_case_of_nothing_named_is_one_of_what_was_spoken_of(text: str, so: bool) -> None:
    assert supposes(text) == so
