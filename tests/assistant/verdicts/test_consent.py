"""Consent: what one may do only with somebody's consent."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.consent import consent_verdict
from assistant.verdicts.verdict import judge

ASKED = "摊主转让摊位的，须经市场管理人书面同意。"
WITH = "借书人经馆方同意，可以转借他人。"
BOTH = "翻印画册，应当取得作者和馆方同意。"

FIRST = "由摊主申请，经省级商务、市场管理部门审核同意后，开张。"
ONCE = "学徒领工钱的约定有效；学徒订立的其他约定经师傅同意后有效。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("管理人都点头了，摊位能转给别人吗", ASKED, "yes"),
        ("没经管理人同意，摊位能转给别人吗", ASKED, "no"),
        ("管理人不答应，摊位就不能转了吧", ASKED, "yes"),
        ("摊位能转给别人吗", ASKED, None),
        ("只要邻居同意，摊位就能转吗", ASKED, None),
        ("馆方答应了，书可以转借吗", WITH, "yes"),
        ("馆方同意了，能翻印画册吗", BOTH, None),
        ("管理人同意了，能转租吗", "摊位不得转租。", None),
        ("省里要不要先审一道才能开张", FIRST, "yes"),
        ("开张前需要省里批准吗", FIRST, "yes"),
        ("市里要不要先审一道才能开张", FIRST, None),
        ("消防部门要不要先同意", FIRST, None),
        ("省里不用先同意吧", FIRST, None),
        ("租金要不要分批交", FIRST, None),
        ("要不要审计", FIRST, None),
        ("摊位出租要合伙人同意吗", "没有约定的，合伙人可以单独出租摊位。", "no"),
        ("摊位要许可给别人，合伙人自己拍板就行吧", "没有约定的，合伙人可以单独出租摊位。", None),
        ("摊位出租不用合伙人同意吧", "没有约定的，合伙人可以单独出租摊位。", "yes"),
        ("省里要不要先审", "由市场管理人开张，报省里备案。", None),
    ],
)
def test_consent_decides_where_it_is_told(question: str, clause: str, verdict: str | None) -> None:
    assert consent_verdict(understand(question), clause) == verdict
    if verdict:
        assert judge(understand(question), clause, clause).verdict == verdict


def test_what_holds_once_somebody_has_agreed_is_open_where_nothing_is_told_of_it() -> None:
    assert judge(understand("学徒自己订下一条船，有效吗"), ONCE, ONCE).verdict is None
    assert judge(understand("学徒订下一条船，师傅没同意，有效吗"), ONCE, ONCE).verdict == "no"
    assert judge(understand("学徒订下一条船，师傅同意了，有效吗"), ONCE, ONCE).verdict == "yes"
    assert judge(understand("学徒收下别人送的船，有效吗"), ONCE, ONCE).verdict == "yes"
