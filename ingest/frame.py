"""What stands before and after the numbered parts of an official document, by the names that
《党政机关公文格式》 (GB/T 9704-2012) gives its elements."""

import re
from collections import Counter
from collections.abc import Sequence

from store.records import Document

_BODY = "正文"
_ADDRESSEE = re.compile(r"[^。]+：")
_ANNOUNCES = re.compile("如下：$")  # of a preamble, 「现将有关事项通知如下：」, not of an addressee

_CLOSING = {
    "结语": re.compile(r"特此.{2,6}"),
    "附件说明": re.compile(r"附件.*"),
    "附注": re.compile(r".*(?:联系人|联系电话|电话：).*"),
    "抄送机关": re.compile(r"抄送.*"),
    "成文日期": re.compile(r"\d{4}年\d{1,2}月\d{1,2}日"),
    "署名": re.compile(r"[^，。；：！？]{2,40}"),
}


def opening_names(document: Document, lines: Sequence[str]) -> list[str]:
    """A locator's name for each line before the first numbered part."""
    names: list[str] = []
    for line in lines:
        if line == document.title.partition("（")[0] or line == document.title:
            names.append("标题")
        elif line == document.number:
            names.append("文号")
        elif _ADDRESSEE.fullmatch(line) and not _ANNOUNCES.search(line) and _BODY not in names:
            names.append("主送机关")
        else:
            names.append(_BODY)
    return _told_apart(names)


def closing_names(lines: Sequence[str]) -> list[str]:
    """A locator's name for each of the closing lines."""
    return _told_apart([_closing_name(line) for line in lines])


def count_closing(lines: Sequence[str]) -> int:
    """How many of the last lines close the document: formula, contacts, signature, date."""
    count = 0
    while count < len(lines) and _closing_name(lines[-1 - count]):
        count += 1
    return count


def _closing_name(line: str) -> str:
    """The element that a line is, "" if it is none that closes a document."""
    return next((name for name, pattern in _CLOSING.items() if pattern.fullmatch(line)), "")


def _told_apart(names: Sequence[str]) -> list[str]:
    """Names that occur more than once get a position; the body's first paragraph is 首段 even when alone."""
    total, seen = Counter(names), Counter[str]()
    told: list[str] = []
    for name in names:
        seen[name] += 1
        if name == _BODY and seen[name] == 1:
            told.append("正文首段")
        else:
            told.append(f"{name}第{seen[name]}段" if total[name] > 1 else name)
    return told
