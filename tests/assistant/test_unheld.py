"""A national statute that is not catalogued is said to be missing, and no other law answers for it."""

import pytest

from assistant.assistant import Assistant
from assistant.unheld import statutes_named

REFERS = "构成垄断的，依照《中华人民共和国反垄断法》处理。"


@pytest.mark.parametrize(
    ("question", "answer", "titles"),
    [
        ("劳动合同法试用期多长", "试用期由双方约定。", ["劳动合同法"]),
        ("请问刑法怎么说", REFERS, ["刑法"]),
        ("中华人民共和国反垄断法怎么罚", REFERS, ["反垄断法"]),
        ("哪些情况按反垄断法处理", REFERS, []),
        ("骑行法和公司法哪个管停车", REFERS, ["公司法"]),
        ("骑行法怎么罚", REFERS, []),
        ("民办教育促进法怎么说", REFERS, ["民办教育促进法"]),
        ("统计法子是什么", REFERS, []),
    ],
)
def test_the_statute_asked_about_is_named(question: str, answer: str, titles: list[str]) -> None:
    assert [document.short_title for document in statutes_named(question, "骑行法", answer)] == titles


def test_what_a_missing_statute_says_is_refused_with_where_it_is(assistant: Assistant) -> None:
    answer = assistant.ask("道路交通安全法对骑车戴头盔怎么规定？")
    assert answer.refused
    assert "《中华人民共和国道路交通安全法》，本库未收录。可以到官方网站https://flk.npc.gov.cn/" in answer.text
    assert not assistant.ask("骑车要戴头盔吗？").refused


def test_a_year_is_that_of_a_notice_only_where_the_question_is_about_its_matter(assistant: Assistant) -> None:
    assert assistant.ask("2020年每个城市给多少钱").missing == ("bikes-2020",)
    assert assistant.ask("2020年骑行不佩戴头盔罚多少").missing == ()
