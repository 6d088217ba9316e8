"""What an event's day and a clause's period come to on the day of asking."""

from datetime import date

import pytest

from assistant.figures.elapsed import since_event
from assistant.understanding.question import understand

TODAY = date(2031, 6, 20)
CLAIM = "请求赔偿的时效为两年，自知道或者应当知道损害之日起计算。"
TERMS = "展位权的期限为十年，摊位权的期限为五年，均自登记日起计算。"
REVIEW = "不服的，可以自收到通知之日起十五日内申请复查。"
LIFE = "手稿的保护期为作者终生及其死亡后三十年，截止于作者死亡后第三十年的12月31日。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict", "due"),
    [
        ("2028年3月就知道损害了，现在请求赔偿是不是晚了？", CLAIM, "yes", "2030年3月"),
        ("去年九月才知道损害，现在请求赔偿还来得及吗？", CLAIM, "yes", "2032年9月"),
        ("四年前的8月就知道损害了，现在请求赔偿还来得及吗？", CLAIM, "no", "2029年8月"),
        ("摊位是2025年1月登记的，现在还有效吗？", TERMS, "no", "2030年1月"),
        ("展位是2025年1月登记的，现在还有效吗？", TERMS, "yes", "2035年1月"),
        ("6月10日收到通知，今天还能申请复查吗？", REVIEW, "yes", "2031年6月25日"),
        ("7月10日收到通知，今天还能申请复查吗？", REVIEW, "no", "2030年7月25日"),  # last year's
        ("上个月20日收到通知，现在申请复查晚了吗？", REVIEW, "yes", "2031年6月4日"),
        ("作者1999年去世，手稿现在还受保护吗？", LIFE, "no", "2029年12月31日"),
        ("作者2003年去世，手稿现在还受保护吗？", LIFE, "yes", "2033年12月31日"),
    ],
)
def test_the_last_day_is_set_against_today(question: str, clause: str, verdict: str, due: str) -> None:
    found = since_event(understand(question), (clause,), TODAY)
    assert found is not None
    assert (found.verdict, found.result) == (verdict, f"期限到{due}")


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("2029年6月知道损害，现在还能请求赔偿吗？", CLAIM),  # the month in which it ends
        ("2029年的规定现在还有效吗？", TERMS),  # the year of a rule, and not of an event
        ("打算8月10日收到通知后申请复查，还来得及吗？", REVIEW),
    ],
)
def test_nothing_is_said_of_a_day_not_told_closely(question: str, clause: str) -> None:
    assert since_event(understand(question), (clause,), TODAY) is None


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("摊位是2020年1月登记的，到2024年还有效吗？", TERMS, "yes"),
        ("摊位是2020年1月登记的，到2026年还有效吗？", TERMS, "no"),
        ("摊位是2020年1月登记的，是不是2023年就到期了？", TERMS, "no"),
        ("摊位是2020年1月登记的，是不是2027年已经到期了？", TERMS, "yes"),
        (
            "摊位证2020年1月登记的，2025年3月才想起来没续，还来得及吗？",
            f"{TERMS}未能办理的，可以给予六个月的宽展期。",
            "yes",
        ),
        (
            "摊位证2020年1月登记的，2025年9月才想起来没续，还来得及吗？",
            f"{TERMS}未能办理的，可以给予六个月的宽展期。",
            "no",
        ),
    ],
)
def test_it_is_judged_on_the_day_that_the_question_tells(question: str, clause: str, verdict: str) -> None:
    found = since_event(understand(question), (clause,), TODAY)
    assert found is not None
    assert found.verdict == verdict
