"""Numbers as Chinese documents write them, in Chinese or Arabic numerals, with 万 and 亿: written here, and read."""

import re
from decimal import Decimal

_ORDER = "零一二三四五六七八九"
_DIGITS = {char: n for n, char in enumerate(_ORDER)} | {"两": 2, "〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}


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
    scale = Decimal(1)
    while text and text[-1] in "万亿千百":
        if text[-1] in "千百" and not text[:-1].replace(".", "").isdigit():
            break
        scale *= _SCALES.get(text[-1]) or _UNITS[text[-1]]
        text = text[:-1]
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return Decimal(text) * scale
    whole, _, fraction = text.partition("点")
    total = current = 0
    for char in whole:
        if char in _DIGITS:
            current = _DIGITS[char]
        elif char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        else:
            return None
    if not whole:
        return None
    result = Decimal(total + current)
    if fraction:
        result += Decimal("0." + "".join(str(_DIGITS[char]) for char in fraction))
    return result * scale
