"""A message that names several places is one about each of them."""

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.lookups.each_place import MOST, each_place
from assistant.understanding.question import understand

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("运河法第四条和第五条", ("运河法第四条", "运河法第五条")),
        ("运河法第四、五条说什么", ("运河法第四条说什么", "运河法第五条说什么")),
        ("运河法第4-6条", ("运河法第4条", "运河法第五条", "运河法第六条")),
        ("运河法第四条之一、第六条分别讲什么", ("运河法第四条之一讲什么", "运河法第六条讲什么")),
        ("运河法第四条第一款和第二款", ("运河法第四条第一款", "运河法第四条第二款")),
        ("运河法第四条，第一款和第二款", ("运河法第四条第一款", "运河法第四条第二款")),
        ("运河法第四条第（一）、（三）项", ("运河法第四条第(一)项", "运河法第四条第(三)项")),
        ("《运河法》第四条和《船闸办法》第二条", ("《运河法》第四条", "《船闸办法》第二条")),
        ("运河法第四条与第五条有什么区别", ("运河法第四条", "运河法第五条")),
        ("船闸通知三（一）和（二）", ("船闸通知三(一)", "船闸通知三(二)")),
        ("船闸通知三（一）和运河法第四条", ("船闸通知三(一)", "运河法第四条")),
        ("船闸通知第三部分、第四部分", ("船闸通知第三部分", "船闸通知第四部分")),
    ],
)
def test_each_place_is_asked_about_alone(text: str, parts: tuple[str, ...]) -> None:
    assert each_place(understand(text).text, lambda _: True) == parts


@pytest.mark.parametrize(
    "text",
    [
        "运河法第四条",
        "运河法第四条，第二款",
        "运河法第4条、2款说什么",
        "提了三条和五条意见",
        "运河法第四条和船闸办法怎么规定",
        "3月和4月各过闸几条船",
        "过闸费在运河法第四条里，船闸办法里呢",
        "一年级（二）班和（三）班",
    ],
)
def test_one_place_or_a_count_is_left_as_it_is(text: str) -> None:
    assert each_place(understand(text).text, lambda _: None) == ()


def test_a_range_ends_where_nothing_is_there_and_is_not_endless() -> None:
    there = each_place("运河法第四条至第九条", lambda part: "第七条" not in part)
    assert there == ("运河法第四条", "运河法第五条", "运河法第六条", "运河法第七条")
    assert len(each_place("运河法第一条至第九十条", lambda _: True)) == MOST + 1


@pytest.mark.parametrize(
    ("question", "locators", "coverage"),
    [
        ("骑行法第一条和第四条", ["《骑行法》第一条", "《骑行法》第四条"], "complete"),
        ("骑行法第二条、第三款", ["《骑行法》第二条第三款"], "complete"),
        ("骑行法第二条第一款、第三款", ["《骑行法》第二条第一款", "《骑行法》第二条第三款"], "complete"),
        ("骑行法第三条至第五条", ["《骑行法》第三条", "《骑行法》第四条"], "partial"),
        ("自行车道通知二（二）和骑行法第四条", ["《自行车道通知》二、（二）", "《骑行法》第四条"], "complete"),
    ],
)
def test_each_is_shown(assistant: Assistant, question: str, locators: list[str], coverage: str) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    assert list(dict.fromkeys(citation.locator for citation in answer.citations)) == locators
    assert answer.coverage == coverage
    if coverage == "partial":
        assert "没有第5条，最后一条是第四条" in answer.text
