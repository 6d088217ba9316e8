"""Follow-ups that bring a figure or a day of their own: 「换成1亿呢」, 「那我们只放30%呢」, 「三个城市呢」, 「16号送到还收吗」.

Each is written out as a question that stands alone, from the question before it; "" where the message is none of these.
"""

import re

from assistant.talk.what_about import names_rival
from assistant.understanding.asking import ASKS
from assistant.understanding.question import is_yes_no
from assistant.understanding.topic import BRINGS, has_subject
from assistant.understanding.values import Value, find_values, without_values
from store.text import normalise

_INSTEAD = re.compile(
    r"(?:那么?|要是|如果|假如|只?有|换成|改[成到]|换|按照?|就算|是|只|再|多|[加提增降减调涨][高大]?到|[加提减]|安排|给)*(?P<value>.+?)(?:来?算|的话|的)*[呢嘞咧哩]?"
    r"(?:[,，]?(?:这样)?(?:总|就|算)?(?:够|行|可以|成|达标|合格|合规|没问题)(?:不够|不行)?了?(?:吧|吗|么|不)?)?[?？。]*"
)
_GOES_TO = re.compile("[加提增降减调涨][高大]?到|换成|改[成到]")
_CLOSES = re.compile(r"[呢嘞咧哩]?[?？。！!]*$")
_OPENS = re.compile(r"^(?:那么?(?!样|种|些|边)|要是|如果|假如|可是|但是?)[,，\s]*")
_EACH = re.compile(r"每[个家项座所市省县]")
_SUCH = re.compile(r"的[呢嘞咧哩]?[?？]*$")  # 两家一起写的: which, not how many
_NO_CASE = re.compile("(?:另外?|别的|[给发][我咱]们?|[我咱]要)$")
_FIGURES = frozenset({"count", "amount", "share", "age", "period", "date"})
_PIECES = re.compile("[,，;；。?？]")
_YEAR_IN = re.compile(r"\b(?:19|20)\d\d\b")
# What about 2028, or one from 2028: a year, and nothing else that is named.
_ENGLISH_YEAR = re.compile(
    r"(?:and|or|but|what about|how about|what if|if|it|was|were|is|the|one|ones|that|those|in|from|of|for|it's|,|\s)+\b((?:19|20)\d\d)\b\W*",
    re.I,
)
# 门票呢，去年500张: another thing, with a figure of its own.
_THING_AND_CASE = re.compile("(?:那么?)?(?P<thing>[^,，。?？]{2,14})[呢嘞咧哩][,，](?P<case>[^?？]{2,14})")
_YEARS_ON = re.compile("(?:第[一二两三四五六七八九十]|[一二两三四五六七八九十])年(?:之?后)?")
_HAS_NOT = re.compile("(?:从来?|还)?(?:没有?|未|不曾)(?P<deed>[一-鿿]{1,2})过(?=[,，的])")
_SHORT = 14  # characters of a message that says no more than a figure
_CONFIRMS = re.compile(
    r"^[^我咱]*(?:都|也|就|还)是[^我咱]*[?？]$"
)  # 两间都是一样大？ tells no case, but asks if that is so
_OUTCOME = re.compile(
    "会?(?:怎么?样|咋样|如何)[?？]?$|(?:该|要)?(?:怎么|咋|如何)办[?？]?$|会?有(?:什么|啥)(?:后果|影响)[?？]?$"
)
_HOW_LONG = re.compile("多久|多长时间|[几多]少?(?:天|个月|个?工作日)")
_PARTICLES = re.compile(r"能不能|是否|可否|吗")  # ask, but for a yes or a no


def tells_own(text: str) -> bool:
    """Whether a message is short and tells a figure, and asks nothing: 我们排了38%."""
    plain = normalise(text)
    return bool(_figures_in(plain)) and len(plain) <= _SHORT and not ASKS.search(plain) and not is_yes_no(plain)


def own_follow_up(text: str, previous: str, topic: str) -> str:
    """The message, which leans on the question before it and its topic, as a question of its own."""
    plain = normalise(text)
    own = _figures_in(plain)
    other = _THING_AND_CASE.fullmatch(text)
    if other and own and not find_values(normalise(other["thing"])) and not ASKS.search(other["case"]):
        asked = next((piece for piece in reversed(_PIECES.split(previous)) if ASKS.search(piece)), "")
        return f"{other['case']}，{other['thing']}{asked}" if asked else ""
    if years_on := _years_on(plain, previous):
        return years_on
    if not own or ASKS.search(_PARTICLES.sub("", plain)):
        return _in_another_year(plain, previous)
    if _SUCH.search(plain) and all(value.kind == "count" for value in own):
        return ""
    if _GOES_TO.search(plain) and (instead := _put_in_place(plain, own[0], previous)):
        return instead
    if is_yes_no(plain) or _CONFIRMS.search(plain):
        return f"{topic}，{_CLOSES.sub('', _OPENS.sub('', text))}{'' if is_yes_no(plain) else '吗'}"
    return (
        _put_in_place(plain, own[0], previous)
        or _of_several(plain, own[0], previous)
        or _own_case(text, own, previous, topic)
    )


def without_deed(text: str, previous: str) -> str:
    """邻县没办过，能报吗 after a question on who has: the question on who has not; "" for any other message."""
    denied = _HAS_NOT.search(text)
    case = next((one for one in _PIECES.split(previous) if denied and f"{denied['deed']}过" in one), "")
    deed = f"{denied['deed']}过" if denied else ""
    if not case or _HAS_NOT.search(case) or not is_yes_no(normalise(text)):
        return ""
    return f"{text[: denied.start()]}没{deed}{case.partition(deed)[2]}{text[denied.end() :]}" if denied else ""


def _figures_in(plain: str) -> list[Value]:
    """The figures that a message tells: 另一家 is which, and not how many, and 给我一个 asks for one."""
    return [one for one in find_values(plain) if one.kind in _FIGURES and not _NO_CASE.search(plain[: one.start])]


def _put_in_place(plain: str, value: Value, previous: str) -> str:
    """换成1亿呢: the question before with another figure of the same kind in the place of its own."""
    match = _INSTEAD.fullmatch(plain)
    if not match or match["value"] != value.text:
        return ""
    old = [one for one in find_values(previous) if one.kind == value.kind]
    return previous[: old[-1].start] + value.text + previous[old[-1].end :] if old else ""


def _years_on(plain: str, previous: str) -> str:
    """第二年呢, after 三年后得多少: the question before asked of that many years on."""
    new = _YEARS_ON.fullmatch(_CLOSES.sub("", _OPENS.sub("", plain)))
    old = list(_YEARS_ON.finditer(previous)) if new else []
    return f"{previous[: old[-1].start()]}{new[0]}{previous[old[-1].end() :]}" if new and old else ""


def _in_another_year(plain: str, previous: str) -> str:
    """2015年拿的呢, and one from 2028: the question before with another year in the place of its own."""
    if said := _ENGLISH_YEAR.fullmatch(plain):
        old_years = list(_YEAR_IN.finditer(previous)) if previous.isascii() else []
        return (
            f"{previous[: old_years[-1].start()]}{said[1]}{previous[old_years[-1].end() :]}"
            if len(old_years) == 1
            else ""
        )
    new, old = ([value for value in find_values(text) if value.kind == "year"] for text in (plain, previous))
    if len(new) != 1 or not old or len(plain) > _SHORT or ASKS.search(plain):
        return ""
    return previous[: old[-1].start] + new[0].text + previous[old[-1].end :]


def _of_several(plain: str, value: Value, previous: str) -> str:
    """三个城市呢, where the question before asked of each: what they get in all."""
    rest = _OPENS.sub("", plain[: value.start]) + _CLOSES.sub("", plain[value.end :])
    if value.kind != "count" or not value.size or value.size < 2 or not _EACH.search(previous) or len(rest) > 4:
        return ""
    asking = ASKS.search(previous)
    return f"{_OPENS.sub('', _CLOSES.sub('', plain))}一共{previous[asking.start() :]}" if asking else ""


def _same_kind(value: Value, piece: str) -> bool:
    return any((one.kind, one.unit) == (value.kind, value.unit) for one in find_values(piece))


def _own_case(text: str, own: list[Value], previous: str, topic: str) -> str:
    """那我们只放30%呢: whether that may be so, or what it costs where that was asked."""
    told = _CLOSES.sub("", _OPENS.sub("", text))
    if brings := BRINGS.search(previous):
        return f"{topic}，{told}{brings[0]}"
    *_, case = [
        "",
        *(piece for piece in _PIECES.split(previous) if _same_kind(own[0], piece) and not ASKS.search(piece)),
    ]
    if case and case != previous and has_subject(without_values(told)):
        return previous.replace(case, told)
    if case == previous and not is_yes_no(normalise(previous)):  # a case told, with another figure
        return f"{_put_in_place(own[0].text, own[0], previous)}，可以吗"
    if own[0].kind == "date" and _HOW_LONG.search(previous):
        return f"{told}，{previous}"  # from that day on
    judged = "来得及吗" if own[0].kind == "date" else "可以吗"
    if names_rival(told, topic):  # of which the case told before says nothing
        outcome = _OUTCOME.search(previous)
        return f"{told}{outcome[0]}" if outcome else f"{told}，{judged}"
    apart = "" if own[-1].text in told[-len(own[-1].text) - 1 :] else "，"
    return f"{topic}，{told}{apart}{judged}"
