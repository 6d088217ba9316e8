"""Whether what a document offers is still open, by the last day that the catalogue has."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.catalogue.closed import say_closed
from assistant.understanding.question import understand
from store.records import Deadline

BEFORE, LAST, AFTER = date(2021, 6, 1), date(2021, 6, 30), date(2022, 1, 1)
OVER = "截止日期是2021年6月30日，2022年1月1日已经过了。各市应于6月30日前报送方案，逾期不予受理。"
OPEN = "截止日期是2021年6月30日，2021年6月1日还没有过。各市应于6月30日前报送方案，逾期不予受理。"


@pytest.mark.parametrize(
    ("question", "as_of", "said"),
    [
        ("现在还能申报吗", AFTER, f"不可以。{OVER}"),
        ("还能报名不", AFTER, f"不可以。{OVER}"),
        ("这项政策还能享受吗", AFTER, f"不可以。{OVER}"),
        ("现在还能参加这个项目吗", AFTER, f"不可以。{OVER}"),
        ("今年还可以申请吗？", BEFORE, f"可以。{OPEN}"),
        ("现在申报还来得及吗", AFTER, f"来不及。{OVER}"),
        ("自行车道通知现在还能申报吗", AFTER, f"不可以。{OVER}"),
        ("申报期过了吗", AFTER, f"是。{OVER}"),
        ("是不是已经过了申报时间", BEFORE, f"不是。{OPEN}"),
        ("申报截止了没有", AFTER, f"是。{OVER}"),
    ],
)
def test_what_is_still_open(assistant: Assistant, question: str, as_of: date, said: str) -> None:
    document = assistant.index.documents["bikes-2021"]
    start = document.text.index("6月30日前")
    meant = [replace(document, deadline=Deadline(LAST, start, start + 8))]
    draft = say_closed(assistant.index, meant, understand(question), as_of)
    assert draft is not None
    assert [one.text for one in draft.said] == [said]
    assert say_closed(assistant.index, [document], understand(question), as_of) is None


@pytest.mark.parametrize(
    "question",
    [
        "能申报吗",
        "获得过补助的城市现在还能申报吗",
        "现在能申请专利吗",
        "还能用来买车吗",
        "什么时候截止",
        "资金到账了吗",
    ],
)
def test_other_questions_are_not_of_the_last_day(assistant: Assistant, question: str) -> None:
    document = replace(assistant.index.documents["bikes-2021"], deadline=Deadline(LAST, 0, 8))
    assert say_closed(assistant.index, [document], understand(question), AFTER) is None


def test_the_assistant_tells_the_last_day(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    document = assistant.index.documents["bikes-2021"]
    start = document.text.index("6月30日前")
    dated = replace(document, deadline=Deadline(LAST, start, start + 8))
    monkeypatch.setattr(assistant._lookup, "meant_as_whole", lambda *_: [dated])
    assert assistant.ask("现在还能申报吗", as_of=AFTER).text == f"不可以。{OVER}[1]"
