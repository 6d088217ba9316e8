"""The values a text states: dates, periods, amounts, shares, counts, ages, document numbers, titles.

Used to see what a question asks for, to correct a wrong figure, to calculate, and to verify that an answer says no
value that its citations don't hold. Works on any text, normalised or not; offsets are into the text given.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from store.numerals import parse_number

ValueKind = Literal["date", "period", "amount", "share", "count", "age", "year", "number", "title", "phone"]
Bound = Literal["min", "max", ""]

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?)"
_COUNTERS = "个家项件名人位所次条单笔类种座批份支倍轮页档"

# What a large number goes on with: 一亿五千万, 两万五, but for what is counted then (一亿五个城市).
_GOES_ON = rf"零?{_NUMBER}(?:千万|百万|万|千|百)?(?![\d零一二两三四五六七八九十百千万亿年月天日周%％成{_COUNTERS}])"

# 五千块 where nothing follows that would be counted in pieces.
_YUAN = r"元|块钱|人民币|块(?=$|[吗吧么嘛呢的,，。?？;；、)）]|以[上下内]|左右)"

_YEAR = r"(?:\d{4}|[一二][〇零一二三四五六七八九]{3})年"
_ORDINAL = "ordinal"  # 第四十四条 counts nothing, nor does 第三个
# 干到一半 says how far a thing has got, and is no share of anything.
_HALFWAY = "(?<![干做走跑写谈审开建修住租学读演办看行工施]到)(?<![干做走写谈]了)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    (_ORDINAL, rf"第{_NUMBER}\s*(?:[编章节条款项目家位名件批次轮届人方者]|个(?!月))"),
    ("title", r"《[^《》]+》"),
    ("number", r"[一-鿿]{2,8}〔\d{4}〕\d+号"),
    ("phone", r"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"),
    (
        "date",
        rf"{_YEAR}\d{{1,2}}月\d{{1,2}}日|{_YEAR}\d{{1,2}}月|{_YEAR}[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?|\d{{1,2}}月\d{{1,2}}[日号]",
    ),
    ("year", rf"\d{{4}}年?[—\-–~至到]+\d{{4}}年?|{_YEAR}|(?<!\d)[12]\d年?[—\-–~至到]+[12]\d年"),
    (
        "amount",
        rf"{_NUMBER}个?(?:亿|千万|百万|万)(?:{_GOES_ON})?(?!家|个|人|字|件)(?:{_YUAN})?|{_NUMBER}[万亿千百]*(?:{_YUAN})",
    ),
    (
        "share",
        rf"{_NUMBER}\s*[%％]|百分之{_NUMBER}|千分之{_NUMBER}|[二三四五六七八九十]分之[一二三四五六七八九]|{_NUMBER}\s*‰|{_HALFWAY}一半|半数|[一二两三四五六七八九\d]成(?![立功效果本就熟])",
    ),
    # Of 80—89周岁 both ends.
    ("age", rf"{_NUMBER}(?=[—\-–~至到]+{_NUMBER}周?岁)|{_NUMBER}周?岁(?!月|数)"),
    (
        "period",
        rf"半年|(?<![哪每某同第\d零一二两三四五六七八九十百千]){_NUMBER}\s*(?:年|个月|个?工作日|个?小时|周|天|日(?=[^期常报]|$))(?!度|级|均)|(?<=第){_NUMBER}(?:天|周|个月)",
    ),
    (
        "count",
        rf"(?:\d+|[二两三四五六七八九十百]+)个人(?![所信隐员])|{_NUMBER}[万千百]?\s*[{_COUNTERS}](?!月|别|体|性|人|规|(?:事|问题|疑问|数字?|情况|方面)(?!例|务|业|据|量))|(?<![这那咱们])(?:俩|仨)(?![事数])",
    ),
)
_ANY = re.compile("|".join(f"(?P<{kind}{n}>{pattern})" for n, (kind, pattern) in enumerate(_PATTERNS)))
_FRACTION = re.compile("([二三四五六七八九十])分之([一二三四五六七八九])")
_DAYS = {"小时": Decimal(1) / 24, "天": Decimal(1), "周": Decimal(7), "月": Decimal("30.5")}
_WORKING_DAYS = {"周": Decimal(5), "月": Decimal(20)}
_LARGEST = 10**15  # beyond it nothing is worked out
_ABOUT = re.compile(r"[一二两三四五六七八九]{2}(?![一二两三四五六七八九十百千])")  # 五六个 is no figure
_SOME = frozenset("几数好")  # 几百万 is none either
_NUMERALS = "一二两三四五六七八九十百千万亿"
# 不得, 不能 and 不 before a measure, but for the one in 能不能少于.
_NOT, _UNLESS_NOT = "(?:不得?|(?<![能可])不[能可])", "(?<!不)(?<!不得)(?<!(?<![能可])不[能可])"
_MIN = re.compile(rf"({_NOT}(?:少于|低于)|至少|最少|起码|不小于|连续|(?<![不未])满|{_UNLESS_NOT}超过)\s*$")
_MIN_AFTER = re.compile(r"^\s*(及?以上|或以上|起)")
_MAX = re.compile(rf"({_NOT}(?:超过|多于|高于)|至多|最多|不足|不到|不满|未满|{_UNLESS_NOT}(?:低于|少于))\s*$")
_MAX_AFTER = re.compile(r"^\s*(内|以内|之内|以下|前|之前)")
# 不得超过合同价款的百分之十: the limit of a share of something.
_LIMIT_OF = re.compile(rf"{_NOT}(?:(少于|低于)|超过|高于)[一-鿿]{{1,14}}的?\s*$")
_AHEAD = re.compile(r"^\s*之?前")  # 四十五日前: no less than so long ahead


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a text. `size` is its magnitude in its unit: yuan, percent, pieces, months, days, hours, working days, years of age; None where it
    has none."""

    kind: ValueKind
    text: str
    start: int
    end: int
    size: Decimal | None
    unit: str = ""
    bound: Bound = ""


def _size(kind: ValueKind, text: str) -> tuple[Decimal | None, str]:
    size, unit = _magnitude(kind, text)
    return (None if size is not None and size > _LARGEST else size), unit


def _magnitude(kind: ValueKind, text: str) -> tuple[Decimal | None, str]:
    if kind in ("title", "number", "phone", "date", "year"):
        return None, ""
    if text in ("一半", "半数"):
        return Decimal(50), "%"
    if kind == "share":
        if text.endswith("成"):
            number = parse_number(text[:-1])
            return (number * 10 if number is not None else None), "%"
        if fraction := _FRACTION.fullmatch(text):
            whole, part = parse_number(fraction[1]), parse_number(fraction[2])
            return (part / whole * 100 if whole and part else None), "%"
        number = parse_number(re.sub(r"[百千]分之|[%％‰\s]", "", text))
        return (number / 10 if number is not None and re.search("千分之|‰", text) else number), "%"
    if kind == "amount":
        return parse_number(re.sub(r"元|块钱?|人民币|个", "", text)), "元"
    if text in ("俩", "仨"):
        return Decimal(2 if text == "俩" else 3), "个"
    if text == "半年":
        return Decimal(6), "月"
    match = re.match(f"{_NUMBER}[万千百]?", text)
    number = parse_number(match.group()) if match else None
    unit = text[match.end() :].strip() if match else ""
    if kind == "period" and unit == "年" and number is not None:
        return number * 12, "月"
    if kind == "period" and unit == "个月":
        return number, "月"
    if kind == "period" and unit == "日":
        return number, "天"
    if kind == "age":
        return number, "岁"
    return number, unit.removeprefix("个") if kind == "period" or unit == "个人" else unit


def _bound(kind: ValueKind, text: str, start: int, end: int) -> Bound:
    before, after = text[max(0, start - 6) : start], text[end : end + 4]
    if kind == "share" and (limit := _LIMIT_OF.search(text[max(0, start - 20) : start])):
        return "min" if limit[1] else "max"
    if _MAX.search(before) and not _MIN.search(before):
        return "max"
    if _MIN.search(before) or _MIN_AFTER.match(after) or (kind == "period" and _AHEAD.match(after)):
        return "min"
    return "max" if _MAX_AFTER.match(after) else ""


def without_values(text: str, instead: str = "", kinds: Collection[ValueKind] | None = None) -> str:
    """`text` with something else in the place of its values, or of those of some kinds."""
    for value in reversed(find_values(text)):
        if kinds is None or value.kind in kinds:
            text = f"{text[: value.start]}{instead}{text[value.end :]}"
    return text


def size_in(value: Value, unit: str) -> Decimal | None:
    """The size of a period in a unit: of days, weeks and months in each other, of weeks and months, but not of years, in working days,
    of which they have that many at least but for holidays; None where there is no telling."""
    if value.size is None or value.unit == unit:
        return value.size
    if value.unit in _DAYS and unit in _DAYS:
        return value.size * _DAYS[value.unit] / _DAYS[unit]
    if unit == "工作日" and value.unit in _WORKING_DAYS and "年" not in value.text:
        return value.size * _WORKING_DAYS[value.unit]
    return None


def find_values(text: str) -> list[Value]:
    """All values stated in `text`, in order, not overlapping."""
    return list(_found(text))


@lru_cache(maxsize=4096)  # a question and the stretches found for it are read some seventy times
def _found(text: str) -> tuple[Value, ...]:
    found = []
    for match in _ANY.finditer(text):
        kind: ValueKind = re.sub(r"\d+$", "", match.lastgroup or "")  # type: ignore[assignment]
        about = _ABOUT.match(match.group()) or text[max(0, match.start() - 1) : match.start()] in _SOME
        if kind == _ORDINAL or (about and match.group()[0] in _NUMERALS):
            continue
        size, unit = _size(kind, match.group())
        bound = _bound(kind, text, match.start(), match.end())
        found.append(Value(kind, match.group(), match.start(), match.end(), size, unit, bound))
    return tuple(found)
