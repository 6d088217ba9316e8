"""What a rule says is not done."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.not_done import not_done_verdict
from assistant.verdicts.verdict import judge

READING, DEPOSIT = "外地读者可以在馆内阅览，不办理外借。", "渡轮不向第三次违约的旅客发放优惠卡，退票不收取手续费。"


@pytest.mark.parametrize(
    ("question", "stretch", "verdict"),
    [
        ("外地读者可以外借图书吗", READING, "no"),
        ("外地读者可以在馆里看书吗", READING, None),  # of which only another part speaks
        ("第三次违约能领优惠卡吗", DEPOSIT, "no"),
        ("退票要不要手续费", DEPOSIT, "no"),
        ("退票不收手续费吧", DEPOSIT, None),
        ("退票要本人来吗", DEPOSIT, None),
        ("坐渡轮来的还发餐券吗", "餐券每日一张，坐渡轮来的不再发放。", "no"),
        ("外地读者可以外借图书吗", "外地读者可以办理外借。", None),
        ("没用完的餐券可以折现成钱吗", "餐券隔月作废，不折现。", "no"),
        ("摊主有值班费吗", "摊位管理人员不计发值班费。", None),
        ("摊位管理人员有值班费吗", "摊位管理人员不计发值班费。", "no"),
        ("餐券能换吗", "餐券售出，不退不换。", "no"),
        ("能两个摊位都签约吗", "可以同时看两个摊位，但只能签一个摊位。", "no"),
        ("可以同时看两个摊位吗", "可以同时看两个摊位，但只能签一个摊位。", None),
        ("渡轮卡能用两年吗", "渡轮卡期限一年，可以续期。", None),
        ("我们家能领两张渡轮卡吗", "渡轮卡一户限领一张。", "no"),
        ("换证的商户要占推荐名额吗", "到期换证的商户不占用推荐名额。", "no"),
    ],
)
def test_who_asks_for_what_is_not_done_is_told_no(question: str, stretch: str, verdict: str | None) -> None:
    assert not_done_verdict(understand(question), stretch) == verdict
    if verdict:
        assert judge(understand(question), stretch, stretch).verdict == verdict
