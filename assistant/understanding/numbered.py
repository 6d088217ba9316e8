"""Questions that a message numbers, 1、谁来办？2、几天办好？, put one behind the other as they would be asked in one breath.

A number alone, or numbers that don't count from one, are left: they may belong to what is asked.
"""

import re

_NUMBER = re.compile(
    r"(?P<circled>[①-⑨])\s*|(?:(?<=^)|(?<=[\s?？。;；，,:：!！]))[(（]?"
    r"(?:(?P<figure>\d)[、.．)）](?!\d)|(?P<word>[一二三四五六七八九])[、)）])\s*"
)
_WORDS = "一二三四五六七八九"
_ENDS = re.compile(r"[\s;；,，。]*$")


def unnumbered_questions(text: str) -> str:
    """`text` with its numbered questions as sentences that ask; `text` itself where it numbers no two."""
    found = list(_NUMBER.finditer(text))
    if len(found) < 2 or [_value(one) for one in found] != list(range(1, len(found) + 1)):
        return text
    before = text[: found[0].start()]
    pieces = [
        text[one.end() : end] for one, end in zip(found, [two.start() for two in found[1:]] + [len(text)], strict=True)
    ]
    asked = [_ENDS.sub("", piece) for piece in pieces]
    return before + "".join(piece if piece.endswith(("?", "？")) else f"{piece}？" for piece in asked)


def _value(number: re.Match[str]) -> int:
    if number["figure"]:
        return int(number["figure"])
    return ord(number["circled"]) - ord("①") + 1 if number["circled"] else _WORDS.index(number["word"]) + 1
