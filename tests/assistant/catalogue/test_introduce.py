"""What the catalogue tells of a document as a whole."""

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.catalogue.introduce import asks_version


@pytest.mark.parametrize(
    ("rest", "asks"),
    [
        ("改了没有", True),
        ("最近一次修订是哪年", True),
        ("最近一次是哪年修的", True),
        ("现在适用吗", True),
        ("现行什么时候施行的", True),
        ("适用于三轮车吗", False),
        ("现在还有效吗", True),
        ("2030年的还管用吗", True),
        ("老现在还管用不", True),
        ("2030年12月31日适用哪个", True),
        ("现在哪个有效", True),
        ("哪个部门的证有效", False),
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
        ("新骑行法失效了吗", date(2026, 1, 1), "no", "不是。《中华人民共和国骑行法（2030年修订）》"),
        ("骑行法改过没有", date(2026, 1, 1), None, "《中华人民共和国骑行法（2015年修正）》"),
    ],
)
def test_whether_a_version_applies_is_told_by_its_dates(
    assistant: Assistant, question: str, as_of: date, verdict: str | None, said: str
) -> None:
    answer = assistant.ask(question, as_of=as_of)
    assert answer.verdict == verdict
    assert answer.text.startswith(said)


OLD, NEW = "《中华人民共和国骑行法（2015年修正）》", "《中华人民共和国骑行法（2030年修订）》"


@pytest.mark.parametrize(
    ("question", "as_of", "said"),
    [
        (
            "2015年骑行法还有效吗",
            date(2030, 12, 31),
            f"有效。{OLD}，2015年5月1日起施行，现行有效，将由《骑行法》（2030年修订）代替，自2031年1月1日起。",
        ),
        (
            "2015年骑行法还有效吗",
            date(2031, 1, 1),
            f"无效。{OLD}，2015年5月1日起施行，施行到2030年12月31日，已失效，已被《骑行法》（2030年修订）代替。",
        ),
        ("2030年骑行法有效吗", date(2030, 12, 31), f"无效。{NEW}，2031年1月1日起施行，尚未施行。"),
        ("2030年骑行法有效吗", date(2031, 1, 1), f"有效。{NEW}，2031年1月1日起施行，现行有效。"),
    ],
)
def test_how_a_version_stands_does_not_contradict_the_verdict(
    assistant: Assistant, question: str, as_of: date, said: str
) -> None:
    assert assistant.ask(question, as_of=as_of).statements[0].text == said


@pytest.mark.parametrize(
    "question",
    ["城市道路管理办法", "城市道路管理办法第二条", "建立养护台账，是《城市道路管理办法》第几条规定的？"],
)
def test_a_document_that_is_not_held_is_named_with_its_address(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused
    assert "《城市道路管理办法》" in answer.text
    assert "官方地址：https://example.org/lanes。" in answer.text
    assert "python" not in answer.text  # what can be done about it depends on who shows it
    assert answer.missing == ("lanes-2019",)


def test_where_no_address_is_known_a_site_is(assistant: Assistant) -> None:
    answer = assistant.ask("2020年自行车道通知")
    assert answer.text.endswith("可以到发布机关的网站查找。")
    assert answer.missing == ("bikes-2020",)
    assert assistant.ask("每个城市给多少钱？").missing == ()
