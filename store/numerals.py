"""Numbers as Chinese documents write them, in Chinese or Arabic numerals, with 万 and 亿: written here, and read.
Also the marks that number or label a line.
"""

import re
from decimal import Decimal

# The number of an item before its words: 一、 一是 （一） （1） 1.1 1. 1） ① ——
ENUMERATOR = re.compile(
    r"[一二三四五六七八九十]+[、是]|（(?:[一二三四五六七八九十]+|\d{1,2})）"
    r"|\d{1,2}(?:[.．]\d{1,2}){1,3} |\d+\.(?!\d) ?|(?<!\S)\d{1,2}）|[①-⑳]|——"
)
# How a line begins that answers the question above it: 答： Answer:
ANSWER = re.compile(r"(?:答|回答|解答|A|Answer)\s?\d{0,3}\s?[：:.．、]")
_ORDER = "零一二三四五六七八九"
_DIGITS = {char: n for n, char in enumerate(_ORDER)} | {"两": 2, "〇": 0}
_TENTHS = frozenset("一二两三四五六七八九123456789")
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"亿": 10**8, "万": 10**4}


def numeral(number: int) -> str:
    """1 to 9999 in Chinese: 十二 for 12, 一百零一 for 101."""
    written, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if zero else "") + _ORDER[digit] + name
        zero = bool(written) and not digit
    return written.removeprefix("一") if written.startswith("一十") else written


def parse_number(text: str) -> Decimal | None:
    """The number written in Arabic or Chinese numerals, with 万 and 亿: "1.5亿" → 150000000; None if it is none."""
    text = text.replace(",", "").strip()
    for name, scale in _SCALES.items():
        before, found, behind = text.partition(name)
        if found:
            return _scaled(before, behind, Decimal(scale))
    if re.fullmatch(r"\d+(\.\d+)?[千百]?", text):
        return Decimal(text.rstrip("千百")) * _UNITS.get(text[-1], 1)
    whole, _, fraction = text.partition("点")
    if not whole or any(char not in _DIGITS for char in fraction):
        return None
    number = _whole(whole)
    tenths = "".join(str(_DIGITS[char]) for char in fraction)
    return number if number is None or not tenths else number + Decimal(f"0.{tenths}")


def _scaled(before: str, behind: str, scale: Decimal) -> Decimal | None:
    """What stands before 万 or 亿 so many times, and what is behind it: 一亿五千万, 两万五."""
    times = parse_number(before)
    rest = parse_number(behind) if behind else Decimal(0)
    if times is None or rest is None:
        return None
    return times * scale + (rest * scale / 10 if behind in _TENTHS else rest)


def _whole(text: str) -> Decimal | None:
    """一百零一, and 二〇二〇 digit by digit."""
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    total = current = 0
    for char in text:
        if char in _DIGITS:
            current = _DIGITS[char]
        elif char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        else:
            return None
    return Decimal(total + current)
