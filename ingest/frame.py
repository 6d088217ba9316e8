"""What stands before and after the numbered parts of an official document, by the names that
《党政机关公文格式》 (GB/T 9704-2012) gives its elements; and where what it encloses begins."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from ingest.guess_dates import only_day, signed
from ingest.page_facts import line_facts
from store.numerals import ANSWER
from store.records import Document

_BODY = "正文"
FACTS = "文件信息"  # labels with what they say of the document: 文件编号：…　生效日期：…
_TITLE_LINES = 4  # that a title takes, its issuers' included
_ADDRESSEE = re.compile(r"[^。]+：")
_ANNOUNCES = re.compile("如下：$")  # of a preamble, 「现将有关事项通知如下：」, not of an addressee
_ABOUT = re.compile("关于|印发|转发")
_BODIES = re.compile(r"[、，\s]+")
YEAR_BRACKETS = str.maketrans("[]【】（）", "〔〕〔〕〔〕")  # as they are printed around the year of a number
_IN_BRACKETS = re.compile("（[^（）]*）")
_ISSUES = re.compile(r".*(?:印发《(.+)》|关于印发(?![和及与、])([^《》]{6,}))的(?:通知|函)(?:（[^（）]*）)?")
_ENCLOSURE = re.compile(r"附件 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?：?")
_TITLED = re.compile(
    r"(附件 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?)(?:： ?| )([^，。；：！？]{2,60})"
)  # 附件1：申报书
FILE_NAME = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rtf|zip|rar)$", re.IGNORECASE)
_SENTENCE = re.compile("[。；！？]")
_PAGE = re.compile(r"[ .…·]*\d*$")  # at the end of a line of contents
_COPIES = re.compile(r"抄[送报]：|主题词：")
_PRINTED = re.compile(r"^[^，。；：]{2,30}\d{4}年\d{1,2}月\d{1,2}日印发$")
_BEGINS = re.compile(r".*自[^，。；]{2,20}起(?:施行|实施|执行|生效|试行).*")
_ATTACHED = re.compile(r"附件(?: ?(\d{1,2}))?：(?:(\d{1,2})[.．、])?")

_CLOSING = {
    "结语": re.compile(r"特此.{2,6}|本[^，。；]{1,12}自[^，。；]{2,20}起(?:施行|实施|执行|生效|试行).*"),
    "附件说明": re.compile(r"附件.*"),
    "附注": re.compile(r".*(?:联系人|联系电话|联系方式|电话：).*|（[^（）]*）"),
    "抄送机关": re.compile(r"抄送.*"),
    "署名": re.compile(r"[^，。；：！？]{2,40}"),
}


def opening_names(document: Document, lines: Sequence[str], listed: Set[int] = frozenset()) -> list[str]:
    """A locator's name for each line before the first numbered part; `listed` are those of a table of contents."""
    names: list[str] = []
    title = _title_lines(document, lines)
    about = next((n for n in title if _ABOUT.search(lines[n])), title.start)  # below who issued it
    for n, line in enumerate(lines):
        if n in listed:
            names.append("目录")
        elif n in title:
            names.append("标题" if n >= about else "发文机关")
        elif line_facts(line) is not None:
            names.append(FACTS)
        elif document.number and line.translate(YEAR_BRACKETS).startswith(document.number):
            names.append("文号")
        elif _issued(document, line):
            names.append("发文机关")
        elif document.kind == "policy" and _IN_BRACKETS.fullmatch(line) and names[-1:] in (["标题"], ["文号"]):
            names.append("题注")
        elif _ADDRESSEE.fullmatch(line) and not _ANNOUNCES.search(line) and _BODY not in names:
            names.append("主送机关")
        else:
            names.append(_BODY)
    return _told_apart(names)


def _title_lines(document: Document, lines: Sequence[str]) -> range:
    """Where the title stands, on one line or several, none where it doesn't."""
    wanted = {_closed_up(document.title), _closed_up(document.title.partition("（")[0])}
    for first in range(len(lines)):
        for last in range(first + 1, min(first + _TITLE_LINES, len(lines)) + 1):
            if _closed_up("".join(lines[first:last])) in wanted:
                return range(first, last)
    return range(0)


def _closed_up(text: str) -> str:
    return text.replace(" ", "")


def _issued(document: Document, line: str) -> bool:
    """Whether a line names who issued the document, and nothing else."""
    return {*_BODIES.split(line.removesuffix("文件"))} <= {*_BODIES.split(document.issuer)} - {""}


def is_enclosure(line: str) -> bool:
    """Whether a line is the mark that an enclosure begins with: 附件, 附件1."""
    return bool(_ENCLOSURE.fullmatch(line))


def titled_mark(line: str) -> tuple[str, str] | None:
    """The mark of an enclosure and its title where a line is both: 附件1：申报书."""
    titled = None if is_enclosure(line) else _TITLED.fullmatch(line)
    return (titled[1].rstrip(), titled[2]) if titled else None


def issued_title(title: str) -> str:
    """The title of what a notice with this title issues, in 《》 or not, "" for any other document."""
    issues = _ISSUES.fullmatch(title)
    return (issues[1] or issues[2]) if issues else ""


def enclosures(document: Document, lines: Sequence[str]) -> list[int]:
    """Where what the document encloses begins: marks, and the title of what a notice issues, unless below a mark."""
    issued = issued_title(document.title)
    titles = {issued, issued.partition("（")[0]}
    title = next((n for n, line in enumerate(lines) if n and line in titles and not is_enclosure(lines[n - 1])), 0)
    begun = {n for n, line in enumerate(lines) if n and (n == title or (is_enclosure(line) and not _lists(lines, n)))}
    return sorted({*begun, *_titled_enclosures(lines, begun)})


def _titled_enclosures(lines: Sequence[str], begun: Set[int]) -> list[int]:
    """Where enclosures begin with mark and title on one line, before any `begun` by a mark alone. The same words
    announce enclosures above the signature: the first is one where the document has closed and text goes on below."""
    end = min((n for n in begun if is_enclosure(lines[n])), default=len(lines))
    listed = attached(lines)
    titled = [n for n in range(1, end) if titled_mark(lines[n]) and not {n, n + 1} & listed]
    ends = {n: min(m for m in (*titled, *begun, len(lines)) if m > n) for n in titled}
    first = (n for n in titled if _has_closed(lines[:n]) and not all(map(_closing_name, lines[n : ends[n]])))
    begins = next(first, end)
    return [n for n in titled if n >= begins]


def _lists(lines: Sequence[str], mark: int) -> bool:
    """Whether a mark announces enclosures, listed below it, and begins none: 附件： with 1. and 2. below it, and then
    what closes the document, or nothing but names of files."""
    listed = attached(lines)
    below = next(
        (n for n in range(mark + 1, len(lines)) if n not in listed and not FILE_NAME.search(lines[n])), len(lines)
    )
    names = lines[mark + 1 : below]
    if not names or not lines[mark].endswith("：") or any(_SENTENCE.search(name) for name in names):
        return False
    return bool(_closing_name(lines[below])) if below < len(lines) else all(map(FILE_NAME.search, names))


def _has_closed(lines: Sequence[str]) -> bool:
    """Whether the last line is the document's date, with or without who signed it, or says since when it is in force;
    remarks in brackets and enclosures announced may stand below."""
    below = (line for line in reversed(lines) if not _IN_BRACKETS.fullmatch(line) and not titled_mark(line))
    last = next(below, "")
    return bool(only_day(last) or signed(last) or _BEGINS.fullmatch(last))


def contents(lines: Sequence[str]) -> set[int]:
    """The lines of a table of contents: its heading, and the headings below it that stand again further below."""
    found: set[int] = set()
    start = next((n for n, line in enumerate(lines) if _closed_up(line) == "目录"), len(lines))
    for n in range(start + 1, len(lines)):
        entry = _closed_up(_PAGE.sub("", lines[n]))
        if entry not in map(_closed_up, lines[n + 1 :]):
            break
        found |= {start, n}
    return found


def copied(lines: Sequence[str]) -> list[str]:
    """A locator's name for each of the last lines that say who gets a copy and who printed it, whatever they stand
    below."""
    names = ["抄送机关" if _COPIES.match(line) else "印发机关" if _PRINTED.search(line) else "" for line in lines]
    return _told_apart(names[next((n for n in range(len(names), 0, -1) if not names[n - 1]), 0) :])


def attached(lines: Sequence[str]) -> set[int]:
    """The lines that go on with a list of enclosures: 2. below 附件：1."""
    found: set[int] = set()
    for n, line in enumerate(lines):
        if match := _ATTACHED.match(line):
            count = int(match[2] or match[1] or 0) + 1
            while n + 1 < len(lines) and re.match(rf"(?:附件 ?)?{count}[.．、：]", lines[n + 1]):
                n, count = n + 1, count + 1
                found.add(n)
    return found


def may_stand_below(line: str) -> bool:
    """Whether a line like those that close a document may as well be all that stands below its last heading: since when
    it is in force below 附则, whom to ask below 咨询."""
    return _closing_name(line) in ("结语", "附注")


def closing_names(lines: Sequence[str], first: int) -> list[str]:
    """A locator's name for each of the last lines, as far as they close the document: formula, enclosures, contacts,
    signature, date. None stands before the line `first`."""
    listed = attached(lines)
    names = [
        "附件说明" if n in listed or FILE_NAME.search(line) else _closing_name(line) for n, line in enumerate(lines)
    ]
    end = next((n for n in range(len(names), first, -1) if not names[n - 1]), first)
    return _told_apart(names[end:])


def _closing_name(line: str) -> str:
    """The element that a line is, "" if it is none that closes a document, as an answer to a question does not."""
    if ANSWER.match(line):
        return ""
    if line_facts(line) is not None:
        return FACTS
    if only_day(line):
        return "成文日期"
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
