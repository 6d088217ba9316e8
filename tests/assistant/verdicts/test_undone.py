"""What holds only from an act on, where the act is missing."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.undone import undone_verdict
from assistant.verdicts.verdict import judge

SOLD = "转让船位的，应当订立书面合同，并到码头登记。船位的转让自登记之日起生效。"
SEALED = "租船约自双方盖章或者签字时成立。"
HANDED = "押船合同自实际交付船钥匙时成立。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("船位转让签了合同没登记，有效吗", SOLD, "no"),
        ("船位卖给我了，还没去登记，算我的吗", SOLD, "no"),
        ("船位转让没登记，还不算生效吧", SOLD, "yes"),
        ("船位转让登记了，有效吗", SOLD, None),
        ("船位转让没登记要罚钱吗", SOLD, None),
        ("船钥匙没交付，押船合同成立了吗", HANDED, "no"),
        ("船钥匙没登记，押船合同成立了吗", HANDED, None),
        ("船位转让没登记，有效吗", "转让船位的，应当登记。", None),
        ("租船约上没盖章只签字，成立了吗", SEALED, None),  # either will do
        ("租船约没盖章，成立了吗", SEALED, "no"),
    ],
)
def test_it_does_not_hold_before_the_act(question: str, clause: str, verdict: str | None) -> None:
    assert undone_verdict(understand(question), clause) == verdict
    if verdict == "no":
        assert judge(understand(question), clause, clause).verdict == verdict
