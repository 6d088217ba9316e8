"""Who says that it has to be one thing is told by a clause that lists others, or has it so."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.only import only_verdict
from assistant.verdicts.verdict import judge

HIRE = "露营者可以租用帐篷、木屋、房车等，由营地管理委员会登记入住。"
WAYS = "营地采用以下方式收费：（一）预付；（二）月结；（三）营地认可的其他方式。"
PAPERS = "露营者应当提交身份证、健康证明和押金收据。"
STAY = "押金收据至少保存三年，身份证、健康证明当场退还。"


@pytest.mark.parametrize(
    ("question", "stretch", "verdict"),
    [
        ("只能租用帐篷吗", HIRE, "no"),
        ("只能租用房车吗", HIRE, "no"),
        ("只能租用帐篷、木屋吗", HIRE, None),  # which are several of them
        ("必须租用木屋吗", HIRE, "no"),
        ("只能租用雨伞吗", HIRE, None),
        ("不是只能租用帐篷吧", HIRE, None),  # which denies it
        ("能租用帐篷吗", HIRE, None),
        ("只能月结吗", WAYS, "no"),
        ("只能预付一年吗", WAYS, None),  # a figure, of which the list tells nothing
        ("必须提交身份证吗", PAPERS, None),  # nobody has a choice
        ("只要提交身份证吗", PAPERS, None),
        ("非得营地管理委员会登记吗", HIRE, "yes"),
        ("只能由营地管理委员会登记入住吗", HIRE, "yes"),
        ("只能由营地管理委员会收费吗", HIRE, None),
        ("只能由公安局登记吗", HIRE, None),
        ("只能由营地管理委员会登记吗", "由营地管理委员会和公安局登记。", "no"),
        ("只能由营地管理委员会和公安局登记吗", "由营地管理委员会和公安局登记。", "yes"),
        ("押金收据非得保存三年吗", STAY, "yes"),
        ("押金收据非得保存五年吗", STAY, None),
        ("押金收据非得保存三年吗", "押金收据可以保存三年。", None),
        ("Is it only tents?", HIRE, None),
    ],
)
def test_what_is_said_to_be_the_only_one(question: str, stretch: str, verdict: str | None) -> None:
    assert only_verdict(understand(question), stretch) == verdict
    if verdict:
        assert judge(understand(question), stretch, stretch).verdict == verdict
