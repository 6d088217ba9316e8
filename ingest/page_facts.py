"""What is said of a document beside its text: by a government's site in a table above it (索引号, 发文字号 …), by the
document itself in lines of labels (文件编号：…　生效日期：…)."""

import re
from collections.abc import Sequence

_BLANKS = str.maketrans("", "", " \u3000\xa0【】[]")
# What each label is called here, "" where nothing is made of it.
_LABELS = {
    "标题": "title", "名称": "title", "信息名称": "title", "文件名称": "title",
    "发文字号": "number", "文号": "number", "文件编号": "number",
    "发文机关": "issuer", "发文单位": "issuer", "发布机构": "issuer", "发布机关": "issuer", "发布单位": "issuer",
    "制发机关": "issuer", "信息来源": "issuer",
    "成文日期": "issued_on", "发文日期": "issued_on", "印发日期": "issued_on",
    "发布日期": "published_on", "公开日期": "published_on", "发布时间": "published_on",
    "生效日期": "in_force_from", "施行日期": "in_force_from", "实施日期": "in_force_from",
    "失效日期": "in_force_until", "废止日期": "in_force_until", "终止日期": "in_force_until",
    "有效期": "in_force_until", "有效期限": "in_force_until", "有效期至": "in_force_until",
    "索引号": "", "信息索引": "", "主题分类": "", "信息分类": "", "体裁分类": "", "组配分类": "", "主题词": "",
    "关键词": "", "有效性": "", "效力状态": "", "公开方式": "", "公开范围": "", "公开形式": "",
    "内容概述": "", "服务对象": "",
}  # fmt: skip
_ENOUGH = 3  # labels that a table has which is such a one
# What lines have besides; there, what a thing is called or is for may be what the document is about.
_OF_LINES = {label: field for label, field in _LABELS.items() if field != "title" and label != "服务对象"} | {
    "编号": "number", "制度编号": "number", "文档编号": "number", "来源": "issuer", "制定部门": "issuer",
    "发布部门": "issuer", "编制部门": "issuer", "编制单位": "issuer", "制定单位": "issuer", "颁布单位": "issuer",
    "制定日期": "issued_on", "颁布日期": "issued_on", "编制日期": "issued_on",
    "执行日期": "in_force_from", "生效时间": "in_force_from", "实施时间": "in_force_from", "施行时间": "in_force_from",
    "版本": "", "版本号": "", "版次": "", "密级": "", "修订日期": "", "更新日期": "", "更新时间": "", "页数": "",
    "编制人": "", "审核人": "", "批准人": "", "编制": "", "审核": "", "批准": "",
    "浏览次数": "",
}  # fmt: skip
_NEXT_LABEL = re.compile(r"[ ；|｜]+(?=[^ ：；|｜]{2,6}：)")
_LONGEST_VALUE = 40  # characters


def page_facts(rows: Sequence[Sequence[str]]) -> dict[str, str] | None:
    """What a table's cells say of the document, by the fields of its entry; None where it is another table. The day on
    which the site has published it is `published_on`."""
    labels: set[str] = set()
    facts: dict[str, str] = {}
    for row in rows:
        for label, value in _pairs(row):
            labels.add(label)
            if value and _LABELS[label]:
                facts.setdefault(_LABELS[label], value)
    return facts if len(labels) >= _ENOUGH else None


def line_facts(line: str) -> dict[str, str] | None:
    """What a line of a canonical text says of the document, by the fields of its entry, where it is nothing but labels
    with what stands behind them; None for any other."""
    facts: dict[str, str] = {}
    for piece in _NEXT_LABEL.split(line):
        label, colon, value = piece.partition("：")
        told = _OF_LINES.get(label.strip("【[（ "))
        if told is None or not colon or len(value) > _LONGEST_VALUE or "。" in value:
            return None
        if told and value:
            facts.setdefault(told, value.strip())
    return facts


def _pairs(row: Sequence[str]) -> list[tuple[str, str]]:
    """The labels of a row with what stands after each, in its cell or the next. One before another names a column."""
    pairs: list[tuple[str, str]] = []
    for cell, following in zip(row, [*row[1:], ""], strict=False):
        label, colon, value = cell.replace(":", "：", 1).partition("：")
        label = label.translate(_BLANKS)
        if label in _LABELS and (value.strip() or colon or _label(following) not in _LABELS):
            pairs.append((label, value.strip() or ("" if _label(following) in _LABELS else following)))
    return pairs


def _label(cell: str) -> str:
    return cell.translate(_BLANKS).rstrip("：:")
