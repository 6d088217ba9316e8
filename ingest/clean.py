"""From a page as received to a document's canonical text: what is regular by rule, the rest by an errata file.

Canonical text: Simplified characters, full-width Chinese punctuation, one paragraph a line, no empty lines, no spaces
at the ends of lines, one at a time within them.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import opencc

from ingest.errata import Errata, apply_errata, moved
from store.errors import CatalogError
from store.records import Repair, Span

_HAN = r"[\u3400-\u9fff]"
# A pinyin note always bears a tone mark; a letter without one, 类别(a), is the document's own.
_SYLLABLE = r"[a-zü]{0,3}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]{0,3}"
_PINYIN_NOTES = re.compile(rf"(?<={_HAN})(?:[(（]{_SYLLABLE}[)）])+")

# Within a run of ASCII, as in 10:30 or 1,000, punctuation is not Chinese; at its edge, as in 010-62083864;城市, it is.
# The question mark is left alone: in a damaged page it stands for lost bytes, and must not pass for punctuation.
_EDGE_PUNCTUATION = re.compile(r"(?<![!-'*-~])[,;:]+|[,;:]+(?![!-'*-~])")
_FULL_WIDTH = str.maketrans(",;:()!.", "，；：（）！。")
# A stop is Chinese at the end of a line, and before it in a line that ends so; the mark that counts 一. is none.
_STOP_AT_END = re.compile(rf"(?:{_HAN}|[）”》%])[.!]$")
_STOP = re.compile(rf"(?:(?<={_HAN})|(?<=[）”》%]))[.!](?={_HAN}|[“《]|$)")
_COUNTED_BY_STOP = re.compile(r"\A([一二三四五六七八九十]{1,3})[.．](?!\d)")
# A line that goes on so is a reference to an article, not the article.
_ARTICLE = re.compile(r"\A(第[一二三四五六七八九十百千零〇]{1,8}条)(?=[^\s第、，。；：）之和或至及与以的所中规])")
_SPACED_HEADING = re.compile(r"(第[一二三四五六七八九十百]{1,4}(?:分?编|章|节) )(\S(?: \S)+)")
_CHINESE = re.compile(_HAN)
_BLANKS = re.compile(r"[^\S\n]+")
# What turns the direction of writing, \u202a to \u202e and \u2066 to \u2069, would show other words than are there.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# Figures are written without spaces: 自 2021 年 3 月 1 日 起, 每户 3 万元. What counts is none: 附件 1 个人信息.
_SPACED_DAY = re.compile(
    r"(?:(?<=[自从于至到在为]) )?(?<![\d.])(?:\d{4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?|\d{1,2} ?月 ?\d{1,2} ?日)"
    "(?: (?=[起前内至止后]))?"
)
_SPACED_FIGURE = re.compile(
    rf"(?<!附件)(?<![附图列]表)(?<!图)(?<!附录)(?:(?<={_HAN})|(?<=[，、：；（至到—]))(?: )?\d[\d,.]* "
    r"(?=[亿万千]|元|[%％]|[个家人名户项件天日年月周次岁倍米吨份]|小时|平方|公里)"
)
_HALF_WIDTH = {
    code: code - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)
}
_BRACKETS = re.compile(r"[()]")
# Radicals that look like the characters: some printed pages say the one for the other.
_RADICALS = {n: unicodedata.normalize("NFKC", chr(n)) for n in range(0x2F00, 0x2FD6)} | str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰", "民虎西见角贝车长门青页风飞食马鱼鸟黄齐齿龙"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A canonical text, what in it is not as received, and its spans that were read by OCR."""

    text: str
    repairs: tuple[Repair, ...]
    scanned: tuple[Span, ...] = ()


def clean(page: str, errata: Errata, first: str = "", last: str = "", scanned: Sequence[Span] = ()) -> Cleaned:
    """The canonical text of the document that stands on `page` from the lines `first` to the line `last`.

    `scanned` are the spans of the page, whole lines in order, that were read by OCR.
    Raises CatalogError where the first or last lines are not there exactly once, ErrataError where a repair doesn't
    match.
    """
    page_text, page_spans = _apply_rules_within(page, scanned)
    start, end = _edges(page_text, first, last)
    text, repairs = apply_errata(page_text[start:end], errata)
    spans = (
        (moved(max(left, start) - start, repairs), moved(min(right, end) - start, repairs))
        for left, right in page_spans
        if left < end and right > start
    )
    return Cleaned(text, repairs, tuple(spans))


def _apply_rules_within(page: str, scanned: Sequence[Span]) -> tuple[str, list[Span]]:
    """The rules applied to the page, stretch by stretch, so that it is known where the scanned ones come to stand."""
    text, spans, done = "", list[Span](), 0
    for start, end in [*scanned, (len(page), len(page))]:
        text = _lines(text, apply_rules(page[done:start]))
        read = apply_rules(page[start:end])
        text = _lines(text, read)
        if read:
            spans.append((len(text) - len(read), len(text)))
        done = end
    return text, spans


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def apply_rules(page: str) -> str:
    """What is regular: script, pinyin notes, width of punctuation, one paragraph a line. Changes no clean text."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", page)).translate(_HALF_WIDTH)
    text = _to_simplified().convert(text.translate(_RADICALS))
    text = _PINYIN_NOTES.sub("", text)
    lines = (_BLANKS.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(_with_parted_number(_with_chinese_punctuation(line)) for line in lines if line)


def _with_parted_number(line: str) -> str:
    """The line with the space that parts an article's number from its text, and none within a chapter's heading."""
    if heading := _SPACED_HEADING.fullmatch(line):
        return heading[1] + heading[2].replace(" ", "")
    return _ARTICLE.sub(r"\1 ", line)


def _with_chinese_punctuation(line: str) -> str:
    """The line with full-width punctuation, unless it is in another language."""
    if not _CHINESE.search(line):
        return line
    for pattern in (_EDGE_PUNCTUATION, _BRACKETS):
        line = pattern.sub(_widened, line)
    for pattern in (_SPACED_DAY, _SPACED_FIGURE):
        line = pattern.sub(lambda match: match[0].replace(" ", ""), line)
    line = _COUNTED_BY_STOP.sub(r"\1、", line)
    return _STOP.sub(_widened, line) if _STOP_AT_END.search(line) else line


def _widened(match: re.Match[str]) -> str:
    return match[0].translate(_FULL_WIDTH)


@cache
def _to_simplified() -> opencc.OpenCC:
    # Characters only: the document's words must stay its own, unlike in `store.text`, which is for matching.
    return opencc.OpenCC("t2s")


def _edges(text: str, first: str, last: str) -> Span:
    """Where the lines from `first` to `last` stand, both included."""
    start = _only(text, first, "first") if first else 0
    end = start + _only(text[start:], last, "last") + len(last) if last else len(text)
    return start, end


def _only(text: str, lines: str, field: str) -> int:
    """Where `lines` stand as whole lines of the text, once."""
    found = [match.start() for match in re.finditer(rf"(?m)^{re.escape(lines)}$", text)]
    if len(found) != 1:
        raise CatalogError(
            f"corpus/catalog.toml, field source.{field}: “{lines}” stands {len(found)} times on the cleaned page, "
            "not once."
        )
    return found[0]
