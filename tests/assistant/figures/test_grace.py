"""Time gone by since an end, against the grace that a clause allows."""

import pytest

from assistant.figures.grace import grace_verdict
from assistant.understanding.question import understand
from assistant.verdicts.verdict import judge

CARD = (
    "借阅卡期满，需要继续使用的，应当在期满前一个月内补办；未能补办的，可以给予三个月的宽限期。每次补办的有效期为二年。"
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("借阅卡过期两个月了还能补办吗", "yes"),
        ("借阅卡过期五个月了还能补办吗", "no"),
        ("借阅卡到期以后又过了三个月多，还来得及补办吗", "no"),
        ("卡到期四个月了才想起来，现在去补办来得及不", "no"),
        ("借阅卡过期一年了，来不及了吧", "yes"),
        ("借阅卡过期两个月，来不及了吧", "no"),
        ("借阅卡能用两年吗", None),
        ("借阅卡过期了还能补办吗", None),
    ],
)
def test_what_may_still_be_done_hangs_on_the_grace(question: str, verdict: str | None) -> None:
    assert grace_verdict(understand(question), CARD) == verdict
    if verdict:
        assert judge(understand(question), CARD, CARD).verdict == verdict


def test_where_no_grace_is_allowed_nothing_is_said_of_one() -> None:
    assert grace_verdict(understand("借阅卡过期五个月了还能补办吗"), "借阅卡的有效期为二年。") is None
