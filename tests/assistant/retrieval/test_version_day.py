from datetime import date

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.retrieval.version_day import coming_day, meanwhile, only_names_version, past_day, without_day
from assistant.talk.conversation import rewrite


def test_a_question_about_what_will_hold_names_its_day() -> None:
    today = date(2026, 11, 23)
    assert coming_day("2027年1月1日以后，商标怎么转让", today) == date(2027, 1, 1)
    assert coming_day("2027年2月31日起怎么办", today) == date(2027, 2, 28)
    assert coming_day("2018年以后得到支持的城市能报吗", today) is None
    assert coming_day("2027年1月1日截止吗", today) is None
    assert without_day("2027年1月1日以后，商标怎么转让", date(2027, 1, 1)) == "商标怎么转让"
    assert without_day("2018年以后得到支持的城市能报吗", today) == "2018年以后得到支持的城市能报吗"


def test_a_day_of_the_case_counts_where_a_version_begins_by_then(assistant: Assistant) -> None:
    today, held = date(2030, 11, 29), assistant.index.documents.values()
    assert coming_day("2031年2月不戴头盔罚多少", today, held) == date(2031, 2, 1)
    assert coming_day("明年3月不戴头盔罚多少", today, held) == date(2031, 3, 1)
    assert coming_day("2030年12月不戴头盔罚多少", today, held) is None
    assert coming_day("2031年2月不戴头盔罚多少", today) is None
    # What runs out then is seen to before, by today's law.
    assert coming_day("骑行证明年3月到期，提前多久换", today, held) is None
    assert coming_day("明年3月拿的骑行证什么时候到期", today, held) == date(2031, 3, 1)
    assert coming_day("新法呢", today, held) == date(2031, 1, 1)
    assert without_day("不戴头盔，明年的新法罚多少", today) == "不戴头盔，罚多少"


def test_the_version_of_that_day_answers(assistant: Assistant) -> None:
    today = date(2030, 11, 29)
    assert assistant.index.documents["cycling-law-2030"].held
    answer = assistant.ask("2031年2月骑行不佩戴头盔罚多少", as_of=today)
    assert {c.document_id for c in answer.citations} == {"cycling-law-2030"}


def test_a_version_alone_asks_the_question_before_again(assistant: Assistant) -> None:
    asked = [Turn("user", "不戴头盔罚多少？"), Turn("assistant", "五十元以下。")]
    for message in ("那新法呢", "2031年以后新法怎么说", "明年1月以后呢", "2030年修订的那部怎么规定"):
        assert rewrite(message, asked) == "不戴头盔罚多少？"
    assert not only_names_version("新法什么时候施行")
    assert without_day("停车的新规则谁定", date(2030, 1, 1)) == "停车的新规则谁定"
    answer = assistant.ask("那新法呢", asked, date(2030, 11, 29))
    assert {c.document_id for c in answer.citations} == {"cycling-law-2030"}


def test_a_day_gone_by_counts_where_what_was_in_force_then_is_replaced(assistant: Assistant) -> None:
    today, held = date(2032, 3, 1), assistant.index.documents.values()
    assert past_day("2029年的时候不戴头盔罚多少", today, held) == date(2029, 12, 31)
    assert past_day("2029年6月不戴头盔罚多少", today, held) == date(2029, 6, 1)
    assert past_day("前年不戴头盔罚多少", today, held) == date(2030, 12, 31)
    assert past_day("2031年1月1日以前不戴头盔罚多少", today, held) == date(2030, 12, 31)
    for other in (
        "2031年不戴头盔罚多少",
        "2014年不戴头盔罚多少",
        "2029年以来不戴头盔罚多少",
        "2029年买的车，现在不戴头盔罚多少",
    ):
        assert past_day(other, today, held) is None
    assert past_day("2029年的时候不戴头盔罚多少", date(2030, 3, 1), held) is None
    scope = [document for document in held if document.held]
    assert without_day("2029年的时候，不戴头盔罚多少", today, scope) == "不戴头盔罚多少"
    assert without_day("2014年的时候，不戴头盔罚多少", today, scope) == "2014年的时候，不戴头盔罚多少"


@pytest.mark.parametrize(
    ("question", "version"),
    [
        ("骑行不佩戴头盔罚多少", "cycling-law-2030"),
        ("2029年的时候骑行不佩戴头盔罚多少", "cycling-law-2015"),
        ("2029年骑行法第三条", "cycling-law-2015"),
        ("2029年的时候，不佩戴头盔罚多少？逆向行驶罚多少？", "cycling-law-2015"),
    ],
)
def test_the_version_of_a_day_gone_by_answers(assistant: Assistant, question: str, version: str) -> None:
    answer = assistant.ask(question, as_of=date(2032, 3, 1))
    assert answer.citations[0].document_id == version
    assert ("由《中华人民共和国骑行法（2030年修订）》代替" in answer.text) == (version == "cycling-law-2015")


def test_a_day_gone_by_alone_asks_the_question_before_again(assistant: Assistant) -> None:
    asked = [Turn("user", "不戴头盔罚多少？"), Turn("assistant", "一百元以下。")]
    answer = assistant.ask("那2029年呢", asked, date(2032, 3, 1))
    assert answer.citations[0].document_id == "cycling-law-2015"


def test_what_has_no_versions_answers_for_every_day(assistant: Assistant) -> None:
    answer = assistant.ask("2018年的时候得到补助的城市，能买车吗", as_of=date(2032, 3, 1))
    assert answer.citations[0].document_id == "bikes-2021"


def test_a_day_that_says_which_law_is_meant_is_told_from_one_of_the_case() -> None:
    today = date(2032, 3, 1)
    assert meanwhile("2013年的时候,不戴头盔罚多少", today) == (date(2013, 12, 31), "不戴头盔罚多少")
    assert meanwhile("2014年6月以前不戴头盔罚多少", today) == (date(2014, 5, 31), "不戴头盔罚多少")
    for other in ("2013年不戴头盔罚多少", "2033年的时候罚多少", "2013年的时候买的车，现在罚多少"):
        assert meanwhile(other, today) is None
