"""Items of a list and parts of an article that a follow-up points at."""

import pytest

from assistant.talk.items import item_meant, list_in, part_meant

COURSES = ("陶艺", "木工", "园艺", "烹饪")


@pytest.mark.parametrize(
    ("answer", "items"),
    [
        ("课程共3项：1.陶艺；2.木工；3.园艺。[1][2]", ("陶艺", "木工", "园艺")),
        ("共2项：学陶艺的基础；学木工。[1]", ("学陶艺的基础", "学木工")),
        ("学员应当具备下列条件：年满六岁；有家长陪同；", ("年满六岁", "有家长陪同；"[:-1])),
        ("有三个：陶艺、木工和园艺。", ("陶艺", "木工", "园艺")),
        ("课程分为陶艺和木工。", ("陶艺", "木工")),
        ("选修课共2项：陶艺；木工。[1]必修课共2项：1.园艺；2.烹饪。[2]", ("陶艺", "木工")),
        (
            "陶艺课每周两次；木工课每周一次；园艺课隔周一次。[1][2][3]",
            ("陶艺课每周两次", "木工课每周一次", "园艺课隔周一次"),
        ),
        ("陶艺课；木工课；园艺课。[1][2][3]学员至少选一门。[4]", ("陶艺课", "木工课", "园艺课")),
        ("学员至少选一门。[1]陶艺课；木工课；园艺课。[2][3][4]", ()),
        ("陶艺课每周两次；木工课每周一次。[1]", ()),
        ("剧院可坐80人。", ()),
    ],
)
def test_a_list_is_read_off_an_answer(answer: str, items: tuple[str, ...]) -> None:
    assert list_in(answer) == items


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("第二个谁来教", "木工谁来教？"),
        ("最后一个呢", "烹饪具体包括什么？"),
        ("最后一项谁来教", "烹饪谁来教？"),
        ("倒数第二个呢", "园艺具体包括什么？"),
        ("前两个分别谁来教", "陶艺和木工分别谁来教？"),
        ("后一种谁来教", "烹饪谁来教？"),
        ("前者谁来教", "陶艺谁来教？"),
        ("前者和后者哪个贵", "陶艺和烹饪哪个贵？"),
        ("第二个展开说说", "木工展开说说"),
        ("第九个呢", ""),
        ("第二年呢", ""),
        ("最后谁来教", ""),
        ("剧院的第二个门归谁管", ""),
        ("第一个木工要点是什么", ""),
    ],
)
def test_an_item_is_pointed_at_in_many_ways(text: str, meant: str) -> None:
    assert item_meant(text, COURSES) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("第二款呢", "《剧院法》第三十条第二款"),
        ("它的第三款怎么说", "《剧院法》第三十条第三款怎么说"),
        ("第五项是什么", "《剧院法》第三十条第五项是什么"),
        ("下一条呢", "《剧院法》第31条"),
        ("上一条怎么说", "《剧院法》第29条怎么说"),
        ("第二个呢", ""),
    ],
)
def test_a_part_is_of_the_article_quoted_last(text: str, meant: str) -> None:
    assert part_meant(text, "《剧院法》第三十条：观众可以退票。") == meant
    assert part_meant(text, "观众可以退票。") == ""
