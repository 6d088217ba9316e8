"""Questions that a message announces, or ends each with its mark."""

import pytest

from assistant.talk.announced import announced_parts, marked_parts
from assistant.understanding.question import understand


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("船票几块，另外周末开不开船", ("船票几块", "周末开不开船")),
        ("船票几块？顺便问一下，狗能上船吗", ("船票几块", "狗能上船吗")),
        ("我住南岸，船票几块，还有，要带狗，狗能上船吗", ("我住南岸，船票几块", "要带狗，狗能上船吗")),
        ("周末开船吧。再问一个，狗能上船吗", ("周末开船吧", "狗能上船吗")),
        ("想问船票几块，以及哪天停航", ("船票几块", "哪天停航")),
        ("两个问题：船票几块；狗能上船吗？", ("船票几块", "狗能上船吗")),
        ("船票两元吧，另外三年满了谁管", ("船票两元吧", "三年满了谁管")),
        ("夜航 票价？再请教下狗能上船吗", ("夜航 票价", "狗能上船吗")),
    ],
)
def test_what_is_announced_is_asked_by_itself(text: str, parts: tuple[str, ...]) -> None:
    assert announced_parts(understand(text)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "先收两元，另外三元什么时候收",
        "还有哪些船，还有什么票",
        "船票两元，另外的钱谁出",
        "船票几块，另外我住南岸",
        "船票几块，另外狗能上船吗，另外哪天停航，另外谁管",
    ],
)
def test_what_asks_of_the_rest_or_asks_nothing_is_not_announced(text: str) -> None:
    assert announced_parts(understand(text)) == ()


def test_questions_are_told_apart_by_their_marks() -> None:
    assert marked_parts(understand("我住南岸，船票几块？要带狗，狗能上船吗？？")) == (
        "我住南岸，船票几块",
        "要带狗，狗能上船吗",
    )
    assert marked_parts(understand("船票几块？我住南岸")) == ()
    assert marked_parts(understand("船票几块？别人也没说什么时候停航")) == ()


def test_what_says_too_little_to_be_asked_alone_stays_with_what_is_before_it() -> None:
    message = understand("渡船坏了要停航几天？谁来修？船工请了两天假，工资怎么扣？")
    assert marked_parts(message) == ("渡船坏了要停航几天？谁来修", "船工请了两天假，工资怎么扣")
