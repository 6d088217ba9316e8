"""A national statute that is not catalogued is said to be missing, and no other law answers for it."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.catalogue.unheld import statutes_named, statutes_on, with_not_held
from assistant.draft import Draft, Said
from assistant.understanding.question import understand

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


@pytest.mark.parametrize(
    ("question", "answer", "titles"),
    [
        ("船工的年假几天", "租船每次三天。", ["劳动法"]),
        ("上岸摔伤算工伤吗", "船工撞坏栈桥的，由船队赔偿。", ["社会保险法"]),
        ("船工的年假几天", "船工的年假为五天。", []),
        ("船工摔伤算工伤吗", "船工的工伤由船队报告。", []),
        ("我年假里修好的船归谁", "修好的船归修船的人。", []),  # answered by another law
        ("队长辞退我了，我的船还归我吗", "船归船主。", []),  # which tells the story
        ("船工几点出航", "租船每次三天。", []),
    ],
)
def test_what_only_a_missing_statute_rules_on_is_known(question: str, answer: str, titles: list[str]) -> None:
    assert [one.short_title for one in statutes_on(understand(question), "骑行法", answer)] == titles
    assert not statutes_on(understand(question), "骑行法", answer, ["船工的年假、工伤怎么算"])
    assert not statutes_on(understand(question), "劳动法、社会保险法", answer)


def test_what_a_missing_statute_says_is_refused_with_where_it_is(assistant: Assistant) -> None:
    answer = assistant.ask("道路交通安全法对骑车戴头盔怎么规定？")
    assert answer.refused
    assert "《中华人民共和国道路交通安全法》，本库未收录。可以到官方网站https://flk.npc.gov.cn/" in answer.text
    assert not assistant.ask("骑车要戴头盔吗？").refused


LANES = "《城市道路管理办法》，现行有效。本库没有收录它的正文。官方地址：https://example.org/lanes。"


@pytest.mark.parametrize("question", ["《城市道路管理办法》对养护台账怎么规定", "按城市道路管理办法，评审怎么打分"])
def test_a_catalogued_document_that_would_answer_is_said_first_to_be_missing(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(LANES)
    assert answer.coverage != "complete"
    assert answer.missing == ("lanes-2019",)


def test_where_a_held_document_answers_that_is_said_behind(assistant: Assistant) -> None:
    answer = assistant.ask("养护台账是不是按照城市道路管理办法建立")
    assert answer.citations
    assert answer.coverage == "complete"
    assert answer.text.endswith("《城市道路管理办法》本库没有收录，官方地址：https://example.org/lanes。")
    assert "lanes" not in assistant.ask("养护台账怎么建立").text


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("城市道路管理办法第几条规定建立养护台账", True),
        ("建立养护台账是道路办法的哪一条", True),
        ("按城市道路管理办法，第几条要求养护台账", True),
        ("通知第几条提到城市道路管理办法", False),
        ("养护台账按城市道路管理办法建立，写在哪一条", False),
    ],
)
def test_the_articles_of_a_document_not_held_are_said_not_to_be_known(
    assistant: Assistant, question: str, unknown: bool
) -> None:
    lanes = assistant.index.documents["lanes-2019"]
    answered = Draft((Said("在《自行车道通知》二、。", (("bikes-2021", 0, 5),)),))
    drafts = with_not_held(assistant.index, understand(question), [lanes], [answered], date.today())
    assert (answered in drafts) is not unknown
    if unknown:
        assert [draft.refused for draft in drafts] == [True]
        assert drafts[0].said[0].text.startswith("本库没有收录《城市道路管理办法》的正文，查不到是它的第几条。")
        assert drafts[0].related == answered.places


def test_how_to_get_the_document_that_a_refusal_points_to_is_told(assistant: Assistant) -> None:
    index = assistant.index
    refused = Draft((Said("通知没有说台账的样子，要看《城市道路管理办法》。"),), refused=True)
    drafts = with_not_held(index, understand("台账什么样"), [], [refused], date.today())
    assert drafts[0] is refused
    assert drafts[1].refused
    assert drafts[1].said[0].text == "《城市道路管理办法》本库没有收录，官方地址：https://example.org/lanes。"
    answered = replace(refused, refused=False)
    assert with_not_held(index, understand("台账什么样"), [], [answered], date.today()) == [answered]


def test_the_notice_of_the_year_before_is_said_to_be_missing(assistant: Assistant) -> None:
    answer = assistant.ask("去年的通知怎么说")
    assert answer.refused
    assert answer.missing == ("bikes-2020",)
    assert answer.text.startswith("所问的是《关于试点建设自行车道的通知》（交办〔2020〕3号），本库没有收录正文。")


def test_a_year_is_that_of_a_notice_only_where_the_question_is_about_its_matter(assistant: Assistant) -> None:
    assert assistant.ask("2020年每个城市给多少钱").missing == ("bikes-2020",)
    assert assistant.ask("2020年骑行不佩戴头盔罚多少").missing == ()


def test_a_number_is_not_the_end_of_a_longer_one(assistant: Assistant) -> None:
    assert assistant.ask("办〔2021〕7号要求了什么").text == "本库没有收录办〔2021〕7号。"
