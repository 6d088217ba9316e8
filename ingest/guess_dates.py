"""The days a document gives for itself: issued, in force since, in force until.

Only a sentence about the document itself says since and until when it is in force: 本办法自…起施行，有效期5年. Those
about certificates, and about what ends (自…起停止), say nothing of it.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from ingest.guess_issuer import BETWEEN_BODIES, BODY
from store.numerals import parse_number

KINDS = (
    "通知|意见|办法|规定|条例|法|决定|决议|方案|计划"
    "|细则|公告|通告|规划|纲要|规则|指南|标准|章程|制度|函|批复|报告|要求|措施|政策|预案"
)
_DAY = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
_CHINESE_DAY = re.compile(
    r"([一二][〇○零Oo0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_WRITTEN = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTH = re.compile(r"（((?:19|20)\d\d)年(\d{1,2})月）")
_SIGNED = re.compile(r"([^。；：！？]{2,60}?) ?([\d一二][^年 ]{3}年.+日)")
_PRINTED = re.compile(
    r"[^，。；]{0,40}?((?:19|20)\d\d年\d{1,2}月\d{1,2}日) ?印发"
)  # beside the number, or in a last line
_DIGITS = {digit: n for n, digits in enumerate(["〇○零Oo0", *"一二三四五六七八九"]) for digit in digits}
_EARLIEST, _LATEST = date(1900, 1, 1), date(2099, 12, 31)  # all of which the library page takes

_SENTENCE = re.compile("[^。；！？\n]+")
_NUMBERED = r"(?:第\S{1,8}[条章] ?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、] ?)?"
_OWN = rf"本(?![市省县区州级年人次批]|单位|企业|部门|行业|项目)[\u4e00-\u9fff]{{0,4}}?(?:{KINDS}|文件)(?:（[^（）]*）)?"
_BEGUN = "(?:施行|实施|执行|生效|试行)"
_IN_FORCE = re.compile(
    rf"{_NUMBERED}(?:{_OWN}(?:.*，)?|.*(?:现予(?:公布|发布|印发)|如下)，)?"
    rf"(?:[自从于](?:(.{{8,12}}日)|(?:发布|公布|印发)之日)起(?:满?([一二三四五六七八九十\d]{{1,3}})[日天]后)?"
    rf"(?:正式)?(?:{_BEGUN}|(?:使用|启用)$)|的?(?:有效期|{_BEGUN}期)限?为?[自从]?(.{{8,12}}日)起?(?:[至到—-]))"
)
_SINCE = rf"[自从于][^，]{{2,20}}?起(?:正式)?{_BEGUN}?"
_TERM = rf"(?:有效期|{_BEGUN}期)限?"
_UNTIL = re.compile(
    rf"{_NUMBERED}(?:{_OWN}的?(?:.*解释，)?(?:{_SINCE}，?)?|(?:.*现予(?:公布|发布|印发)，)?{_SINCE}，?)"
    rf"(?:(?:{_TERM}[^，]{{0,20}}?|{_BEGUN})?[至到]([^，]{{8,12}}日)|{_TERM}(?:暂定)?为?([一二三四五六七八九十\d]{{1,2}})年)"
)
# A note beside the title says in brackets, or else in nothing but such pieces, what was done with the document when.
_DONE = "(?:通过|批准|公布|发布|印发|颁布|制定|修[订正改])"
_SAID_DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
_BEGINS = rf"(?:自)?({_SAID_DAY})起?(?:正式)?{_BEGUN}"
_PIECE = re.compile(rf"{_BEGINS}|{_SAID_DAY}[^《》]{{0,60}}{_DONE}|{_TERM}.{{1,15}}")
_NOTED_BEGINNING, _NOTED_TERM = re.compile(_BEGINS), re.compile(rf"{_TERM}([^ ，；、（）]{{1,15}})")
_BETWEEN_PIECES = re.compile("[ ，；、（）]+")
_ENDS = re.compile(r"[为至到]{0,2}([^，]{8,12}日)止?|(?:暂定)?为?([一二三四五六七八九十\d]{1,2})年")


def notes(lines: Sequence[str], opening: int) -> list[str]:
    """The notes among the first `opening` lines, be it behind a number."""
    found = []
    for line in lines[:opening]:
        pieces = [piece for piece in _BETWEEN_PIECES.split(line) if piece]
        numbered = bool(pieces) and pieces[0].endswith("号")
        said = len(pieces) > 1 and all(map(_PIECE.fullmatch, pieces[numbered:]))
        if said or (line.startswith("（") and line.endswith("）")):
            found.append(line)
    return found


def noted_beginning(noted: Sequence[str]) -> date | None:
    """Since when notes say that it is in force."""
    return next((only_day(found[1]) for note in noted if (found := _NOTED_BEGINNING.search(note))), None)


def noted_end(noted: Sequence[str], since: date | None) -> date | None:
    """Until when notes say that it is in force."""
    terms = (term for note in noted for term in _NOTED_TERM.findall(note))
    return next((end for term in terms if (end := ends(term, since))), None)


def ends(term: str, since: date | None) -> date | None:
    """The last day of a validity that is said as a day or as so many years from `since`: 至2026年5月1日, 三年."""
    found = _ENDS.fullmatch(term)
    if found and found[1]:
        return only_day(found[1])
    with suppress(ValueError):  # the 29th of February
        if found and since:
            return since.replace(year=since.year + int(parse_number(found[2]) or 0)) - timedelta(days=1)
    return None


def issued_on(lines: Sequence[str], opening: int) -> date | None:
    """The first day that stands by itself: what follows it are enclosures. Else the one beside 印发. Else that beside
    who signed. Else the last in a note among the first `opening` lines, on which this version was adopted, or the first
    of the month there."""
    days = (only_day(line) or only_day(printed[1] if (printed := _PRINTED.fullmatch(line)) else "") for line in lines)
    noted = [_NOTED_TERM.sub("", _NOTED_BEGINNING.sub("", note)) for note in notes(lines, opening)]
    adopted = (found[-1] for note in noted if (found := _days(note)))
    months = (found[0] for note in noted if (found := _days(_MONTH.sub(r"\1年\2月1日", note))))
    by_body = [by_day[1]] if (by_day := signed_line(lines)) else []
    return next((day for day in (*filter(None, days), *by_body, *adopted, *months)), None)


def in_force_from(text: str, issued: date | None) -> date | None:
    """What the last sentence about the document says; `issued` where it is the day of issue."""
    found = [found for sentence in _SENTENCE.findall(text) if (found := _IN_FORCE.match(sentence))]
    if not found:
        return None
    day, later, first = found[-1].groups()
    if day or first:
        return only_day(day or first)
    return issued + timedelta(days=int(parse_number(later or "0") or 0)) if issued else None


def in_force_until(text: str, since: date | None) -> date | None:
    """The day that ends the validity, as said or as so many years from `since`; the last sentence about the document
    says so."""
    for sentence in reversed(_SENTENCE.findall(text)):
        found = _UNTIL.match(sentence)
        if found and found[1] and (until := only_day(found[1])):
            return until
        if found and found[2] and since:
            return ends(f"{found[2]}年", since)
    return None


def signed(line: str) -> tuple[str, date] | None:
    """Who signed and the day, of a line that is both and nothing else: 某局 2021年1月1日."""
    match = _SIGNED.fullmatch(line)
    day = only_day(match[2]) if match else None
    bodies = BETWEEN_BODIES.split(match[1]) if match else []
    return (match[1], day) if match and day and all(map(BODY.fullmatch, bodies)) else None


def signed_line(lines: Sequence[str]) -> tuple[str, date] | None:
    """The one that is `signed`; several are a table of who does something when."""
    found = [by_day for line in lines if (by_day := signed(line))]
    return found[0] if len(found) == 1 else None


def named_day(text: str) -> date | None:
    """The first day that the text names, be it written 2024-05-13."""
    return next(iter(_days(_WRITTEN.sub(r"\1年\2月\3日", text))), None)


def only_day(text: str) -> date | None:
    """The day, where the text is nothing else, be it written 2024-05-13."""
    text = _WRITTEN.sub(r"\1年\2月\3日", text) if _WRITTEN.fullmatch(text) else text
    days = _days(text) if _DAY.fullmatch(text) or _CHINESE_DAY.fullmatch(text) else []
    return days[0] if days else None


def _days(text: str) -> list[date]:
    """The days that the text names, that the calendar has and a document may be of, those in digits first."""
    days = []
    for year, month, day in _named(text):
        with suppress(ValueError):
            days.append(date(year, month, day))
    return [day for day in days if _EARLIEST <= day <= _LATEST]


def _named(text: str) -> Iterator[tuple[int, int, int]]:
    for year, month, day in _DAY.findall(text):
        yield int(year), int(month), int(day)
    for year, month, day in _CHINESE_DAY.findall(text):
        digits = "".join(str(_DIGITS[digit]) for digit in year)
        yield int(digits), int(parse_number(month) or 0), int(parse_number(day) or 0)
