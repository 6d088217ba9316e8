"""Steps of a clause, or of clauses side by side: the one that a case is in is told, and told first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant

FERRY = """白沙镇渡船办法
一、船员奖励
（一）年运客首次突破2万元票款的，奖励300元；首次突破5万元的，奖励900元；首次突破20万元的，奖励4000元。
（二）年满60周岁的船工每月发放40元，年满70周岁的每月90元，年满80周岁的每月150元。
（三）木船按票价的80%收取，铁船按票价的60%收取，竹筏按票价的30%收取。
（四）修船按实际支出的40%给予补助，单船不超过2万元，同一船主每年不超过5万元。
二、其他
本办法由渡口管理站负责解释。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(Path(tmp_path_factory.mktemp("steps")), ferry=FERRY) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("渡船票款6万的奖励多少", "首次突破5万元的，奖励900元"),
        ("老船工今年76，每月发多少", "年满70周岁的每月90元"),
        ("铁船的票打几折", "铁船按票价的60%收取"),
    ],
)
def test_the_step_that_the_case_is_in_comes_first(assistant: Assistant, question: str, first: str) -> None:
    told = assistant.ask(question).text
    assert told.removeprefix("《白沙镇渡船办法》：").startswith(first)


@pytest.mark.parametrize("question", ["渡船票款1万的奖励多少", "修船最多补多少", "渡船收费怎么打折"])
def test_who_is_in_no_step_is_told_the_whole(assistant: Assistant, question: str) -> None:
    told = assistant.ask(question).text
    assert not told.startswith(("首次突破", "铁船按"))
    assert not told.startswith("修船按实际支出的40%给予补助。")
