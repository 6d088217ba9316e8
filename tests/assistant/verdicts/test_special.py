"""Of a list of what is forbidden the item is judged that is asked about."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.special import item_alone
from assistant.verdicts.verdict import judge

BANNED = "下列船只不得出租： （一）渡船； （二）龙舟，但是节日可以出租的除外； （三）漏水的船。"


@pytest.mark.parametrize(
    ("question", "stretch"),
    [
        ("龙舟能租吗", "下列船只不得出租：龙舟，但是节日可以出租的除外；"),
        ("哪些船不能租", BANNED),
        ("木筏能租吗", BANNED),  # no item
        ("渡船和龙舟能租吗", BANNED),
    ],
)
def test_the_item_alone(question: str, stretch: str) -> None:
    assert item_alone(understand(question), BANNED) == stretch


def test_a_list_that_forbids_nothing_is_judged_whole() -> None:
    allowed = BANNED.replace("不得", "可以")
    assert item_alone(understand("龙舟能租吗"), allowed) == allowed


def test_of_a_list_of_bans_the_one_asked_about_decides() -> None:
    bans = "不得有下列行为：（一）在港内洗船；（二）夜间装卸汽油；（三）向水中倾倒垃圾。"
    assert judge(understand("夜间能装卸汽油吗"), bans, bans).verdict == "no"
