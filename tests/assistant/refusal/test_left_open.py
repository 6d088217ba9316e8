"""Which gap is told, of several that are near a question."""

from dataclasses import replace

import pytest

from assistant.refusal.left_open import gap_told
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand
from store.records import Clause, Note

STALLS = "stalls"
MONTHS = "通知没有说摊位评比的时间，要看市场的公告。"
MARKS = "通知没有说摊位评比的打分办法，要看市场的公告。"
REPLY = "通知没有说报备后多久答复，要咨询市场。"
DAYS = "通知没有说装修方案几天内报备，要咨询市场。"
KIOSK = "通知没有说书报亭的面积，要看市场的公告。"
HALL = "通知没有说大厅的场地面积和地面材料，要看市场的公告。"
GRADES = "通知没有说评比分几档、分不分等次，要看市场的公告。"
MAILBOX = "通知没有写电子邮箱，要咨询市场。"
STREET = "通知没有写通信地址，要咨询市场。"


def gap(sentence: str, score: float, start: int = 0, likeness: float = 0.6) -> Candidate:
    note = Note(STALLS, start, start + 10, ("怎么办",), gap=sentence)
    clauses = (clause(start, "装修方案应当报备。"),)
    features = Features(likeness, 0.2, 0.0, 0.0, 0.2, 0.0, 0.0)
    return Candidate(STALLS, start, start + 10, clauses, note, features, score)


def answer(score: float, start: int = 0) -> Candidate:
    features = Features(0.6, 0.2, 0.0, 0.0, 0.2, 0.0, 0.0)
    return Candidate(STALLS, start, start + 10, (clause(start, "装修方案应当报备。"),), None, features, score)


def clause(start: int, text: str) -> Clause:
    return Clause(STALLS, "1", start, start + 10, "一、", text)


@pytest.mark.parametrize(
    ("question", "gaps", "told"),
    [
        ("摊位评比要打多少分？", (MONTHS, MARKS), MARKS),
        ("摊位评比几月份开始？", (MARKS, MONTHS), MONTHS),
        ("报备装修方案，市场几天答复？", (DAYS, REPLY), REPLY),
        ("装修方案几天内要报备？", (DAYS, REPLY), DAYS),
        ("摊位评比是不是开始了？", (MONTHS, MARKS), MONTHS),  # no detail that a sentence could name
        ("占地面积多少平方米？", (KIOSK, HALL), KIOSK),  # not 地面
        ("书报亭占地最少多少亩？", (MONTHS, KIOSK), KIOSK),
        ("评比得多少分算过关？", (GRADES, MARKS), MARKS),  # 分几档 speaks of no marks
        ("What is the postal address of the market?", (MAILBOX, STREET), STREET),
        ("What is the opening hour of the market?", (MAILBOX, STREET), MAILBOX),
    ],
)
def test_the_gap_that_names_the_detail_is_told(question: str, gaps: tuple[str, ...], told: str) -> None:
    found = [gap(sentence, 2.0 - 0.2 * n) for n, sentence in enumerate(gaps)]
    assert gap_told(understand(question), found) == (told, "")


def test_where_no_gap_names_the_detail_only_what_would_hold_it_is_told() -> None:
    assert gap_told(understand("摊位评比在哪个网站报名？"), [gap(MONTHS, 2.0)]) == ("", "，要看市场的公告。")
    assert gap_told(understand("帆船在哪个网站报名？"), [gap(MONTHS, 2.0)]) == ("", "")  # of another thing


def test_a_gap_on_another_kind_of_the_thing_is_not_told() -> None:
    waste = "摊位办法没有写垃圾管理费的标准，要看市场的公告。"
    assert gap_told(understand("摊位管理费的标准是多少？"), [gap(waste, 2.0)]) == ("", "，要看市场的公告。")
    assert gap_told(understand("垃圾管理费的标准是多少？"), [gap(waste, 2.0)])[0] == waste
    assert gap_told(understand("管理费的标准是多少？"), [gap(waste, 2.0)])[0] == waste
    longer = "摊位办法没有写垃圾管理费用台账的标准，要看市场的公告。"
    assert gap_told(understand("摊位管理费的标准是多少？"), [gap(longer, 2.0)])[0] == longer


def test_a_gap_that_says_no_word_of_what_is_asked_to_be_so_is_not_told() -> None:
    question = understand("装修方案会取消评比吗？")
    assert gap_told(question, [gap(DAYS, 2.0)]) == ("", "，要咨询市场。")
    assert gap_told(question, [gap(DAYS, 2.0), gap(MONTHS, 1.9)])[0] == MONTHS
    assert gap_told(understand("装修方案要报备吗？"), [gap(DAYS, 2.0)])[0] == DAYS
    assert (
        gap_told(understand("装修方案会取消吗，谁来取消？"), [gap(DAYS, 2.0)])[0] == DAYS
    )  # asks more than a yes or a no


def test_the_words_that_refer_elsewhere_name_nothing() -> None:
    sentence = "通知没有说摊位的颜色，要看市场的收费办法。"
    assert gap_told(understand("摊位收费多少？"), [gap(sentence, 2.0)])[0] == ""


def test_a_gap_thought_of_in_just_these_words_is_told() -> None:
    assert gap_told(understand("摊位评比在哪个网站报名？"), [gap(MONTHS, 2.0, likeness=0.9)]) == (MONTHS, "")


def test_a_gap_beside_the_answer_is_told_where_it_names_the_detail() -> None:
    assert gap_told(understand("摊位评比要打多少分？"), [answer(2.0), gap(MONTHS, 1.9), gap(MARKS, 1.8)])[0] == MARKS
    assert gap_told(understand("摊位评比要打多少分？"), [answer(2.0), gap(MARKS, 1.2)])[0] == ""


def test_the_gap_on_what_answers_the_other_question_of_the_message_comes_first() -> None:
    other = "通知没有说驿站的打分办法，要看市场的公告。"
    found = [gap(other, 2.0, start=100), gap(MARKS, 1.3)]
    question = understand("看哪些评分标准？")
    assert gap_told(question, found)[0] == other
    assert gap_told(question, found, ((STALLS, 0, 5),))[0] == MARKS


def test_of_gaps_of_two_documents_hardly_apart_the_one_thought_of_in_liker_words_is_told() -> None:
    question = understand("摊位评比打多少分？")
    other = replace(gap("集市法没有规定评比的打分办法，要看实施细则。", 2.0, likeness=0.6), document_id="market-law")
    liker = gap(MARKS, 1.95, likeness=0.75)
    assert gap_told(question, [other, liker])[0] == MARKS
    assert gap_told(question, [other, replace(liker, score=1.8)])[0] == other.gap
    assert gap_told(question, [other, gap(MARKS, 1.95, likeness=0.5)])[0] == other.gap
