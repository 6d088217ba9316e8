"""What the catalogue tells of a document as a whole."""

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.introduce import asks_version


@pytest.mark.parametrize(
    ("rest", "asks"),
    [
        ("改了没有", True),
        ("最近一次修订是哪年", True),
        ("现在还有效吗", True),
        ("2030年的还管用吗", True),
        ("改了什么规定", False),
        ("规定的许可什么时候失效", False),
        ("什么时候施行", False),
    ],
)
def test_a_question_for_the_version_asks_nothing_else(rest: str, asks: bool) -> None:
    assert asks_version(rest) == asks


@pytest.mark.parametrize(
    ("question", "as_of", "verdict", "said"),
    [
        ("骑行法还有效吗", date(2026, 1, 1), "yes", "有效。《中华人民共和国骑行法（2015年修正）》"),
        ("骑行法作废了吗", date(2026, 1, 1), "no", "不是。《中华人民共和国骑行法（2015年修正）》"),
        ("新骑行法生效了吗", date(2026, 1, 1), "no", "还没有生效。《中华人民共和国骑行法（2030年修订）》"),
        ("新骑行法生效了吗", date(2031, 2, 1), "yes", "已经生效。《中华人民共和国骑行法（2030年修订）》"),
        ("骑行法改过没有", date(2026, 1, 1), None, "《中华人民共和国骑行法（2015年修正）》"),
    ],
)
def test_whether_a_version_applies_is_told_by_its_dates(
    assistant: Assistant, question: str, as_of: date, verdict: str | None, said: str
) -> None:
    answer = assistant.ask(question, as_of=as_of)
    assert answer.verdict == verdict
    assert answer.text.startswith(said)
