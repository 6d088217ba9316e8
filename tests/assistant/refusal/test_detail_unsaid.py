"""Details that a yes-no question adds to a rule which says nothing of them."""

from pathlib import Path

import pytest

from assistant.refusal.detail_unsaid import detail_unsaid
from assistant.retrieval.retrieve import Candidate, Features
from assistant.understanding.question import understand
from store.records import Clause, Note
from tests.assistant.own_texts import assistant_over

STALL = "stall"
BOOK = "摊主应当建立进货登记簿。"


def answer(text: str, *asks: str) -> Candidate:
    features = Features(0.8, 0.2, 0.3, 0.0, 0.3, 0.0, 0.0)
    return Candidate(
        STALL, 0, 10, (Clause(STALL, "1", 0, 10, "一、", text),), Note(STALL, 0, 10, asks or ("摊位",)), features, 2.2
    )


@pytest.mark.parametrize(
    ("question", "rule", "unsaid"),
    [
        ("登记簿要不要每月交一次", BOOK, True),
        ("登记簿要不要每月交一次", "摊主应当每季度报送登记簿。", False),
        ("登记簿要建吗", BOOK, False),
        ("每个摊主都要建登记簿吗", BOOK, False),
        ("登记簿多久交一次", BOOK, False),  # asks for no yes or no
        ("登记簿要村委会盖章吗", BOOK, True),
        ("登记簿要盖章吗", "登记簿由村委会签章。", False),
        ("租金交不上，能延期吗", "摊位租金于每月5日前交清。", True),
        ("租金交不上，能延期吗", "摊位租金逾期不交的，收回摊位。", False),
        ("摊位分配方案要人大通过吗", "摊位分配方案报街道备案。", True),
        ("外地人也能租摊吗", "居民可以申请租用摊位。", True),
        ("外地人也能租摊吗", "任何人可以申请租用摊位。", False),
        ("没建登记簿会罚款吗", BOOK, True),
        ("每个摊位补300元，对吧", "对摊位给予补贴。", True),
        ("每个摊位补300元，对吧", "每个摊位补贴200元。", False),
        ("每个摊位补300元，对吧", "补贴不得用于进货。", False),
        ("我花了300元进货，能报吗", "对摊位给予补贴。", False),
    ],
)
def test_a_detail_that_the_rule_does_not_name(question: str, rule: str, unsaid: bool) -> None:
    assert detail_unsaid(understand(question), answer(rule)) == unsaid


def test_what_an_editor_thought_of_is_no_such_detail() -> None:
    assert not detail_unsaid(understand("登记簿要不要每月交一次"), answer(BOOK, "登记簿是不是每月都要交"))


def test_the_force_of_a_rule_says_nothing_of_the_detail(tmp_path: Path) -> None:
    text = "临河夜市管理办法\n摊主应当建立进货登记簿，如实登记货物来源。\n摊位由街道办事处统一安排。\n"
    with assistant_over(tmp_path, stall=text) as assistant:
        assert assistant.ask("摊主的进货登记簿要公证吗？").refused
        assert assistant.ask("摊主要建进货登记簿吗？").verdict == "yes"
