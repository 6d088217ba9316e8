"""Where a numbering jumps."""

import pytest

from ingest.jumps import jumps
from ingest.outline import outline
from store.records import Document, Parsed


def jumps_of(*lines: str) -> list[tuple[str, str]]:
    document = Document("d", "题", "题", "policy", "", text="\n".join(lines))
    return [
        (jump.before.removeprefix("《题》"), jump.after.removeprefix("《题》")) for jump in jumps(outline(document))
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("一、甲", "二、乙", "三、丙"), []),
        (("一、甲", "三、丙"), [("一、", "三、")]),
        (("二、乙", "三、丙"), [("", "二、")]),
        (("一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅", "（三）卯"), [("二、（一）", "二、（三）")]),
        (("一、甲", "二、乙", "一、附件", "二、附件"), []),
        (("第一章 总则", "第一条 甲。", "第二章 分则", "第二条 乙。", "第四条 丁。"), [("第二条", "第四条")]),
        (("一、甲", "问1：子？", "二、乙", "问2：丑？", "问4：卯？"), [("二、问2", "二、问4")]),
        (("一、甲", "（一）子", "附件：1.申报书", "2.汇总表", "某局"), []),
        (("没有编号", "也没有"), []),
    ],
)
def test_jumps(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert jumps_of(*lines) == expected


def test_the_notice_has_none(notice: Parsed) -> None:
    assert jumps(notice.nodes) == ()
