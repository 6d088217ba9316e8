"""Cantonese words of asking as Mandarin has them: 要不要 for 要唔要, 谁 for 边个. Knows how people ask, no word for a thing."""

import re

_ASKED = (
    (re.compile("得唔得"), "行不行"),
    (re.compile("系唔系|系咪"), "是不是"),
    (re.compile("使唔使"), "用不用"),
    (re.compile("唔使"), "不用"),
    (re.compile("唔得(?=[?？,，。]|$)"), "不行"),
    (re.compile("有冇"), "有没有"),
    (re.compile("唔(?!该)"), "不"),
    (re.compile("边个"), "谁"),
    (re.compile("(?<=[用过])嚟"), "来"),
    (re.compile("点解"), "为什么"),
    (re.compile("点样"), "怎样"),
)


def in_mandarin(text: str) -> str:
    """Normalised `text` with those words replaced."""
    for asked, mandarin in _ASKED:
        text = asked.sub(mandarin, text)
    return text
