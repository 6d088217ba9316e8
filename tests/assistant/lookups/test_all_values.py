"""All times, amounts or shares of a policy are told to who asks for them all."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant

PIERS = """关于做好2031年码头修缮工作的通知
港发〔2031〕7号
各区：
为修好码头，现通知如下：
一、每座码头补助三十万元，其中2031年先拨二十万元。
二、各区于6月30日前报送计划，过期不候。
三、资金到账的2个月内，按照市港口局的要求，各区开工修缮。
四、用于栏杆的资金比例不得低于15%。
港口局
2031年3月1日
"""
TIMES = "共2处：1.各区于6月30日前报送计划，过期不候；2.资金到账的2个月内…各区开工修缮。"


@pytest.fixture(scope="module")
def piers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("piers"), piers=PIERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("通知有哪些时间节点", TIMES),
        ("请列出所有的时间要求", TIMES),
        (
            "全部金额和比例有哪些",
            "共2处：1.每座码头补助三十万元，其中2031年先拨二十万元；2.用于栏杆的资金比例不得低于15%。",
        ),
    ],
)
def test_each_clause_that_sets_one_is_listed(piers: Assistant, question: str, said: str) -> None:
    answer = piers.ask(question)
    assert answer.text.partition("[")[0] == said
    assert len(answer.citations) == 2


@pytest.mark.parametrize("question", ["开工有哪些时间要求", "截止时间是什么时候", "有哪些比例"])
def test_what_asks_for_one_of_them_is_searched_for(piers: Assistant, question: str) -> None:
    assert not piers.ask(question).text.startswith("共")
