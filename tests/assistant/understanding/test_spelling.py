"""Characters typed by sound."""

import pytest

from assistant.assistant import Assistant
from assistant.understanding.spelling import Spelling


@pytest.fixture(scope="module")
def spelling(assistant: Assistant) -> Spelling:
    return Spelling(assistant.index)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("补住资金能买车吗", "补助资金能买车吗"),
        ("隔离舍施要多少钱", "隔离设施要多少钱"),
        ("专用路全怎么划", "专用路权怎么划"),
    ],
)
def test_what_sounds_like_the_documents_words_becomes_them(spelling: Spelling, typed: str, meant: str) -> None:
    assert spelling.mend(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "每个城市给多少钱",  # nothing is wrong
        "自行车道要不要修在主干道边上",
        "这笔钱几个月以内花完",
        "能不能买车",  # an ask writes just so
        "How much does each city get?",
        "毛衣不煮能洗吗",  # what is not done is no 补助
        "帮风筝店画了张海报",  # 画了 was done: no 电话 in 店画
        "云溪市建设自行车道给多少钱",  # no 是建设, though 市建设 is never written
    ],
)
def test_what_people_write_stays(spelling: Spelling, question: str) -> None:
    assert spelling.mend(question) == question


def test_what_stands_so_in_a_document_stays_whatever_is_beside_it(spelling: Spelling) -> None:
    known = spelling._known
    spelling.__dict__["_known"] = known + "\n舍施等级由街道评估"
    try:
        assert spelling.mend("隔离舍施等级谁评估") == "隔离舍施等级谁评估"
    finally:
        spelling.__dict__["_known"] = known


def test_a_mended_question_is_shown_and_answered(assistant: Assistant) -> None:
    answer = assistant.ask("补住资金能不能用来买车？")
    assert "补助资金" in answer.understood_as
    assert answer.verdict == "no"


def test_a_word_of_the_documents_becomes_no_other(spelling: Spelling) -> None:
    assert spelling._splits_word(["旅行", "的"], "履行的") is False  # no document has the word
    assert spelling._splits_word(["车辆", "的"], "车量的")
    assert not spelling._splits_word(["补", "住"], "补助")


def test_a_word_of_the_dictionary_becomes_no_two_others(spelling: Spelling) -> None:
    spelling.__dict__["_phrases"] = {**spelling._phrases, "shen ji shi": "审计时"}
    try:
        assert spelling._meant(["审计师"]) == ""
    finally:
        del spelling.__dict__["_phrases"]
