"""Figures as documents write them: 5月30日 for 五月三十日 and May 30th, 3个 for three of something, 40% for forty per cent, 2个月内
for within two months. Knows numbers and units, not what they are of."""

import re

from store.numerals import numeral, parse_number

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NTH = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DAY = re.compile(
    rf"\b(?:(?P<day>{_NTH})(?: of)? (?P<month>{_MONTH})|(?P<before>{_MONTH}) (?P<behind>{_NTH}))(?![\w%])"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
_VERB = re.compile(r"\s(?!(?:or|and|at|to|in|if|the|was|is)\b)[a-z]")  # of the 3 may be chosen, may 3 cities apply
_NUMERALS = "[一二三四五六七八九十]"
_CHINESE_DAY = re.compile(
    rf"(?<!{_NUMERALS})({_NUMERALS}{{1,2}})月(?:({_NUMERALS}{{1,3}})([日号])|(?=[初底末]|[上中下]旬))"
)
_POINTS = re.compile("(?<=[\\d几少一二三四五六七八九十百])趴")  # 几趴, 40趴: so many per cent
_HOW_MANY_POINTS = re.compile("(?:几|多少)个百分点|(?<=[涨增升降长高加])(?:几|多少)个点")
_NUMERAL = r"[零〇一二三四五六七八九十百千\d]"
# 骑行法 第 4 条: within the number of an article, and between it and what is named before it.
_SPACED = re.compile(
    rf"(?<=[一-鿿》])\s+(?=第\s*{_NUMERAL}+\s*[条款项章]|\d+\s*条)|(?<=第)\s+(?={_NUMERAL})|(?<={_NUMERAL})\s+(?=[条款项章])"
)
_EACH_PLACE = re.compile("(?<=每)(?=[省市县区镇乡村](?![场长民里内辖值]))")  # 每市: 每个市
# What stands within a verb of two parts: 请2天假, 旷了5节课.
_PARTED = re.compile(
    r"([请休旷缺住])了?((?:\d+|[一二两三四五六七八九十半]+)个?(?:天|日|周|星期|月|年|小时|学时|节))的?([病事婚产丧探]?假|课|院)"
)
_SIGN = re.compile(r"§+\s?(?=\d)(\d+)条?")  # §40
_ARTICLE = re.compile(r"\barticles? (\d+)(?: ?\((\d+)\)|,? paragraph (\d+))?")

_SMALL = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SIZES = {word: n for n, word in enumerate(_SMALL, start=1)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_ONE_WORD = "|".join((*_SIZES, "hundred", "thousand"))
_WORDS = re.compile(rf"\b(?:a (?=hundred|thousand))?(?:{_ONE_WORD})(?:[ -](?:and )?(?:{_ONE_WORD}))*\b")
# May one province: an article, not a number; so is one that no noun follows.
_NO_NUMBER = re.compile(
    r"\b(?:may|can|could|must|shall|should|will|would|do|does|did|has|no|any|every|each|which|this|that) $"
)
_NO_NOUN = re.compile(r"\s?(?:[^a-z ]|$|(?:of|or|and|by|can|may|must|is|who|that|another|thing|way|time|more)\b)")

_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NEITHER = (
    "and|or|to|of|in|at|on|by|for|from|the|may|can|could|must|shall|will|would|should|is|are|was|were|be|do|does|did|has|have"
    "|million|billion|yuan|rmb|cny|am|pm|above|below"
)
_PARTS = [
    "section",
    "chapter",
    "part",
    "paragraph",
    "item",
    "clause",
    "task",
    "step",
    "phase",
    "no.",
    "number",
    "since",
    "year",
]
_NUMBERED = "".join(rf"(?<!{re.escape(part)} )" for part in _PARTS)
_FRACTION = re.compile(
    r"\b(one|two|three|four)[ -](third|quarter|fifth|tenth)s?\b|\bhalf(?= (?:of\b|the\b|our\b|its\b))"
)
_DENOMINATORS = {"third": "三", "quarter": "四", "fifth": "五", "tenth": "十"}
_UNITS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (
            rf"(?:\b(?:rmb|cny|yuan) ?|[¥￥])?(?<![\d.,])({_FIGURE})(?: ?(?:million|mn|mln)|m)\b(?: (?:yuan|rmb|cny))?",
            r"\1百万元",
        ),
        (rf"\b({_FIGURE}) ?(?:percent|per cent)(?:age points?)?\b", r"\1%"),
        (rf"\b({_FIGURE})[ -](?:working|business)[ -]days?\b", r"\1个工作日"),
        (rf"\b({_FIGURE})[ -]months?\b", r"\1个月"),
        (r"\b(\d{1,3})[ -]years?\b", r"\1年"),
        (rf"\b({_FIGURE})[ -]weeks?\b", r"\1周"),
        (rf"\b({_FIGURE})[ -]days?\b", r"\1天"),
        # What is counted, a year and the number of a part aside: 3 key cities, 3 or more cities, is 3 enough.
        (
            rf"{_NUMBERED}(?<![\w.,月年第〔-])(?!(?:19|20)\d\d\b)({_FIGURE})(?= (?:or more |(?!(?:{_NEITHER})\b)[a-z]{{2}}))",
            r"\1个",
        ),
    )
)
_MEASURE = rf"({_FIGURE}(?:百万元|%|个工作日|个月|[年周天个]))"
_BOUNDS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (rf"\b(?:at least|(?:no|not) (?:less|fewer) than|a minimum of) {_MEASURE}", r"至少\1"),
        (rf"\b(?:at most|(?:no|not) more than|up to|a maximum of) {_MEASURE}", r"最多\1"),
        (rf"\b(?:more than|over|above|exceed(?:ing|s)?) {_MEASURE}", r"高于\1"),
        (rf"\b(?:less than|fewer than|below|under) {_MEASURE}", r"少于\1"),
        (rf"\bwithin {_MEASURE}", r"\1内"),
        (rf"{_MEASURE} or more\b", r"\1以上"),
    )
)


def in_numbers(text: str) -> str:
    """Normalised `text` with what is within a verb behind it, days in Chinese numerals, Taiwanese shares (40趴), and all that English says in figures, as documents
    write them."""
    text = _HOW_MANY_POINTS.sub("多少%", _POINTS.sub("%", _SPACED.sub("", text)))
    text = _EACH_PLACE.sub("个", text)
    text = _PARTED.sub(r"\1\3\2", text)
    text = _SIGN.sub(r"第\1条", text)
    text = _DAY.sub(_day, _ARTICLE.sub(_article, _CHINESE_DAY.sub(_chinese_day, text)))
    text = _WORDS.sub(_figure, _FRACTION.sub(_fraction, text))
    for pattern, instead in (*_UNITS, *_BOUNDS):
        text = pattern.sub(instead, text)
    return text


def _chinese_day(day: re.Match[str]) -> str:
    month, number = parse_number(day[1]), parse_number(day[2]) if day[2] else None
    return f"{month}月{number or ''}{day[3] or ''}"


def _article(article: re.Match[str]) -> str:
    paragraph = article[2] or article[3]
    return f"第{article[1]}条" + (f"第{paragraph}款" if paragraph else "")


def _day(day: re.Match[str]) -> str:
    name, number = day["month"] or day["before"], day["day"] or day["behind"]
    if name == "may" and number.isdigit() and _VERB.match(day.string, day.end()):
        return day[0]
    year = f"{day['year']}年" if day["year"] else ""
    return f"{year}{_MONTHS.index(name[:3]) + 1}月{int(number.rstrip('stndrh'))}日"


def _fraction(words: re.Match[str]) -> str:
    """三分之二 for two thirds."""
    return f"{_DENOMINATORS[words[2]]}分之{numeral(_SIZES[words[1]])}" if words[1] else "一半"


def _figure(words: re.Match[str]) -> str:
    """A number in words in figures: 150 for one hundred and fifty."""
    if words[0] == "one" and (
        _NO_NUMBER.search(words.string[: words.start()]) or _NO_NOUN.match(words.string, words.end())
    ):
        return words[0]
    total = current = 0
    for word in re.findall(rf"\b(?:{_ONE_WORD})\b", words[0]):
        if word == "thousand":
            total, current = total + (current or 1) * 1000, 0
        else:
            current = (current or 1) * 100 if word == "hundred" else current + _SIZES[word]
    return str(total + current)
