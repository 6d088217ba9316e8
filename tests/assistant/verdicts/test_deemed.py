"""What a clause has count as something, or serve only some ends."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.deemed import deemed_verdict
from assistant.verdicts.verdict import judge

SILENT = "行会可以催告船主在十日内答复，船主未作表示的，视为不同意。"
LATE = "船主到期未取船的，视为放弃船只。"
ENDS = "卖船的钱，只能用于修桥或者补充公积金。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("船主不吭声，算同意吗", SILENT, "no"),
        ("催了没回音，能不能当他同意", SILENT, "no"),
        ("催了没回音，就算不同意吧", SILENT, "yes"),
        ("到期没取，算放弃吗", LATE, "yes"),
        ("到期没取，不算放弃吧", LATE, "no"),
        ("到期没取，要交钱吗", LATE, None),
        ("卖船的钱拿去修桥可以吗", ENDS, "yes"),
        ("卖船的钱能拿去发奖吗", ENDS, "no"),
        ("卖船的钱有多少", ENDS, None),
        ("Does silence count as consent?", SILENT, None),
    ],
)
def test_what_counts_and_what_is_served(question: str, clause: str, verdict: str | None) -> None:
    assert deemed_verdict(understand(question), clause) == verdict


def test_the_verdict_goes_by_it() -> None:
    clause = "维修基金只能用于修船或者造船。"
    assert judge(understand("维修基金可以拿来造船吗"), clause, clause).verdict == "yes"
    assert judge(understand("维修基金能买油吗"), clause, clause).verdict == "no"
