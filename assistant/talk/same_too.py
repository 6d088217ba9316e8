"""Same too: whether the value told of one thing is also that of another: 「项目数也一样吗」, 「那商标呢，也是这几年吗」.

The other thing is asked about with the value told, so that it is compared with what the documents say of that.
"""

import re

from assistant.talk.what_about import what_about
from assistant.understanding.contrast import pairs
from assistant.understanding.question import understand
from assistant.understanding.topic import has_subject, topic_of
from assistant.understanding.values import Value, find_values
from store.text import normalise

_THIS = "[这那](?!么)(?:个|几|些|段)?(?:要求|标准|数字?|数目|比例|期限|时间|时限|比率|幅度|金额|年份?|天|个?月|家|项|日期|日子)?"
_ALIKE = "(?:[跟和与同](?:它|[这那]个|上面|前面|刚才)(?:的)?)?(?:一样|相同|同样)(?:[多少久高长])?"
_SO_MUCH = f"(?:{_ALIKE}|这么[多少久高长大早晚]|{_THIS})(?:的|要求|标准)*"
# The same of what a message leans on.
SAME = re.compile(rf"也(?:还|都|要|得|需要?)?是?{_SO_MUCH}(?=[吗么嘛吧不没]|$)")
_SAME_TOO = re.compile(
    rf"(?:那么?|还有|另外)?[,，]?(?:是不是|是否)?(?P<other>[^,，。?？]{{1,16}}?)(?:(?:呢|的话)[,，?？](?:是不是|是否)?也?|(?:是不是|是否)?也)(?:还|都|要|得|需要?)?是?"
    rf"(?P<same>{_SO_MUCH})(?:吗|么|嘛|吧|不|没有?|呢)?[?？]*"
)
# 转售也是五天吗: with the value that was told, or another.
_SAME_VALUE = re.compile(
    r"(?:那么?|还有|另外)?[,，]?(?:是不是|是否)?(?P<other>[^,，。?？]{1,12}?)(?:(?:呢|的话)[,，?？])?(?:是不是|是否)?也(?:还|都|要|得|需要?)?是?(?P<value>[^,，。?？]{2,8}?)(?:[之以]?内)?(?:吗|么|嘛|吧|不)[?？]*"
)
_CLAIM = re.compile("也是[^，]*$")
_SHORT = 5  # characters
_TIME = re.compile("[前今明后去当来]年|以[后前]|今后|往后|将来|现在|目前|\\d年")
_PART = re.compile("[^，。；：,;:]+")
_YEARS = re.compile("年")


def same_too(text: str, question: str, root: str, answer: str) -> tuple[str, ...]:
    """The ways to ask whether what `answer` told to `question`, on the topic that began with `root`, holds of the other thing
    that a message names; () where it asks nothing of the kind, or no value was told."""
    asked = _SAME_TOO.fullmatch(text) or _SAME_VALUE.fullmatch(text)
    value = value_told(answer, question) if asked and not _TIME.search(asked["other"]) else None
    if asked is None or value is None:
        return ()
    if "value" in asked.groupdict():
        claimed = find_values(normalise(asked["value"]))
        if [one.text for one in claimed] != [normalise(asked["value"])] or claimed[0].kind != value.kind:
            return ()
        value = claimed[0]
    elif _YEARS.search(asked["same"]) and value.kind not in ("year", "date", "period"):
        return ()
    other = asked["other"].removesuffix("的")
    about = [_CLAIM.sub("", topic_of(way)) for way in what_about(f"{asked['other']}呢", question, root)]
    near = [way for way in about if way.startswith(other) and _fits(way[len(other) :], root, len(other))]
    if not near and other == asked["other"] and not has_subject(other):
        return ()
    return tuple(dict.fromkeys(f"{way}也是{value.text}吗" for way in near or [other]))


def _fits(said: str, root: str, length: int) -> bool:
    """Whether what is said of another thing, besides its name of so many characters, is of that: where it is short, or all that the
    root says of the thing in whose place the other is put. Much else is of the old thing."""
    whole = topic_of(root)
    return len(said) <= _SHORT or (whole.endswith(said) and 1 < len(whole) - len(said) <= length)


def value_told(answer: str, question: str) -> Value | None:
    """The value that an answer gives to a question; None where it gives none."""
    said, asked = normalise(answer), normalise(question)
    wanted = understand(question).value_kinds
    told = [value for value in find_values(said) if value.size or value.kind in ("date", "year")]
    parts = _PART.findall(said)
    about = find_values(max(parts, key=lambda part: len(pairs(part) & pairs(asked)))) if parts else []
    return next((value for value in (*about, *told) if value.kind in wanted), told[0] if told else None)
