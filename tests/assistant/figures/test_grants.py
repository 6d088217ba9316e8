"""What somebody gets by a clause."""

import pytest

from assistant.figures.calculate import calculate
from assistant.understanding.question import understand

GRANT = "摊主支付的租金，按照实际支付金额的50%给予补助，每户每年最高不超过3万元。"
RATES = "租金与押金之比，木棚不超过40%，铁棚不超过25%，帐篷不超过30%。"
EACH = "摊主每招用1名学徒，给予0.5万元奖励，同一摊主每年累计不超过3万元。"
AREA = "铺面装修的，按每平方米200元给予补贴，最高不超过5万元。"
FUND = "设立规模为2亿元的夜市基金，其中市财政出资30%，社会资本出资70%。"


@pytest.mark.parametrize(
    ("question", "clause", "result"),
    [
        ("摊主付了4万元租金，能补多少", GRANT, "2万元"),
        ("摊主付了8万元租金，能补多少", GRANT, "3万元"),
        ("铁棚押金1000元，能贷多少", RATES, "250元"),
        ("摊主招用了4名学徒，能奖多少", EACH, "2万元"),
        ("摊主招用了9名学徒，能拿多少", EACH, "3万元"),
        ("夜市基金里社会资本出资多少", FUND, "1.4亿元"),
        ("铺面60平，装修能补多少", AREA, "1.2万元"),
        ("铺面400平米，装修能补多少", AREA, "5万元"),
        ("同一天出摊占道三次罚多少", "占道的，每次交违约金50元。", "150元"),
        ("雇了4个没办证的帮工要罚多少", "每雇用一人处二百元罚款。", "800元"),
        ("市场租金2000元的铺面每月交多少", "摊主类别：学徒，租金标准：市场租金的60%。", "1200元"),
    ],
)
def test_a_share_of_what_is_told_or_stated_at_most_the_ceiling(question: str, clause: str, result: str) -> None:
    found = calculate(understand(question), (clause,))
    assert found is not None
    assert found.result == result


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("车辆付了8万元，能补多少", "游客人数年均增幅30%以上。"),  # a rate of growth is no share
        ("押金1000元，能贷多少", RATES),  # of which is not told
        ("铺面进货2000元，租金每月交多少", "摊主类别：学徒，租金标准：市场租金的60%。"),
        (
            "贷款800万元，利息贴多少",
            "单笔贷款金额：500万元以上1000万元以下，利息贴息比例：40%。",
        ),
        ("摊主收了9把雨伞，能奖多少", EACH),  # which are not what it is given for
        ("夜市基金出资多少", "设立规模为2亿元的夜市基金，市财政出资30%。"),  # one share is no division of a whole
    ],
)
def test_nothing_is_worked_out_where_no_share_is_meant(question: str, clause: str) -> None:
    assert calculate(understand(question), (clause,)) is None
