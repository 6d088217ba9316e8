"""Spared: a clause that denies some harm."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.spared import spared_verdict
from assistant.verdicts.verdict import judge

SHOWN = "展品在预展上首次露面的，不丧失参评资格。"
COPIED = "读者为阅览抄录馆藏的，不构成对馆方权利的侵犯。"
SOLD = "摊位在租期内转手的，不影响租约的效力。"
FREE = "街坊自己唱歌，可以不经馆方同意，但不得收取门票：在馆内广场唱的。"
LISTED = "有下列情形之一的，不丧失参评资格：（一）预展露面的；（二）他人泄露的。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("预展上露过面，现在报名参评还赶得上吗", SHOWN, "yes"),
        ("预展上露过面会丧失资格吗", SHOWN, "no"),
        ("预展上露过面，不会丧失资格吧", SHOWN, "yes"),
        ("预展上露过面，就参评不了了吧", SHOWN, "no"),
        ("随便哪个展上露过面，还能参评吗", SHOWN, None),
        ("我能不能抄几页带走", COPIED, "yes"),
        ("抄几页算侵权吗", COPIED, "no"),
        ("抄几页不行，对吧", COPIED, "no"),
        ("抄几页犯法吗", COPIED, "no"),
        ("抄几页馆方能管吗", COPIED, "no"),
        ("抄几页要先问馆方同意吗", COPIED, "no"),
        ("摊位转手了，新摊主能让我搬走吗", SOLD, "no"),
        ("摊位转手了，租约还有效吗", SOLD, "yes"),
        ("买了摊位，租户租约没到期我能赶人吗", SOLD, "no"),
        ("摊位转手了，租约就作废了吗", SOLD, "no"),
        ("露过面还能参评吗", LISTED, None),
        ("租期是几年吗", SOLD, None),
        ("摊位能转租吗", "摊位不得转租。", None),
        ("在馆里广场唱歌侵权吗", FREE, "no"),
        ("在馆里广场唱歌不算侵权吧", FREE, "yes"),
        ("在馆里广场唱歌能收钱吗", FREE, None),
    ],
)
def test_harm_that_is_denied_does_not_come_about(question: str, clause: str, verdict: str | None) -> None:
    assert spared_verdict(understand(question), clause) == verdict
    if verdict:
        assert judge(understand(question), clause, clause).verdict == verdict
