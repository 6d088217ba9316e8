"""How documents number their parts: one table for policies, one for what is written in articles. The marks that the
assistant leaves out of what it says are `store.numerals.ENUMERATOR`."""

import re
from dataclasses import dataclass, replace

from store.numerals import ANSWER
from store.records import NodeKind

_NUMERAL = "[一二三四五六七八九十百]{1,4}"
_ARTICLE = "[一二三四五六七八九十百千零〇]{1,8}"

# A line such as 「（一）项所列的材料」 goes on with a reference to a number; it is not that number's heading.
_NO_REFERENCE = r"(?!\s*(?:[条款项目](?:、|和|或|的|所|中|规定)|的|所[列述称指]|中[的所]|规定的))"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering: what a line of it starts with, the mark printed included. Deeper levels come later.

    The first group of `mark` is what is printed, the last what locators make of it.
    """

    kind: NodeKind
    mark: re.Pattern[str]
    counts: bool = True  # False for a mark like ——: locators give the position among siblings
    name: str = "{}"  # what a locator makes of the mark


@dataclass(frozen=True, slots=True)
class Numbering:
    """The levels that start a line, outermost first, and the marks that count within a paragraph."""

    levels: tuple[Level, ...]
    run_in: re.Pattern[str] | None = None


def _line_mark(mark: str) -> re.Pattern[str]:
    return re.compile(f"({mark}){_NO_REFERENCE}")


def _headed(mark: str) -> re.Pattern[str]:
    """A space parts the number from what it numbers, and so a heading from a line that begins with a reference,
    第三章规定的…; without one, the line is a heading if it reads like one."""
    return re.compile(f"({mark})(?: |$|(?=[^，。；：！？的所规至和]{{2,20}}$))")


_CHAPTERS = Level("section", _headed(f"第{_NUMERAL}章")), Level("section", _headed(f"第{_NUMERAL}节"))

_ASKS = r"(?:问|提问|Q|Question)\s?"
# A question, to where its line ends or goes on with the answer.
QUESTION = re.compile(rf"(.+?[？?])\s?(?:$|(?={ANSWER.pattern}))")

# 一、→（一）→ 1. →（1） as in 《党政机关公文格式》 GB/T 9704-2012, 7.3.3; 1）, ①, —— and 一是 are
# customary, as are 问1：. Longer plans have parts, chapters and their sections above all that.
POLICY = Numbering(
    levels=(
        Level("section", _headed(f"第{_NUMERAL}(?:编|部分)")),
        *_CHAPTERS,
        Level("section", _line_mark(f"{_NUMERAL}、")),
        Level("section", re.compile(rf"(({_ASKS}题?\s?(?:\d{{1,3}}|{_NUMERAL}))\s?[：:.．、])")),
        Level("section", re.compile(rf"({_ASKS}[：:])"), counts=False),
        Level("section", _line_mark(f"（{_NUMERAL}）")),
        Level("section", _line_mark(r"\d{1,2}[.．、](?!\d)")),
        Level("section", _line_mark(r"（\d{1,2}）")),
        Level("section", _line_mark(r"\d{1,2}）")),
        Level("section", _line_mark("[①-⑳]")),
        Level("item", _line_mark("——"), counts=False),
    ),
    run_in=re.compile(rf"(?:(?<=[。；：，])|^)({_NUMERAL})是"),
)

# 编 → 章 → 节 → 条 → 款 → 项 → 目 as in 《立法法》第六十五条; a 款 is an unnumbered paragraph.
ARTICLES = Numbering(
    levels=(
        Level("section", _headed(f"第{_NUMERAL}编|附则(?=$)")),
        Level("section", _headed(f"第{_NUMERAL}分编")),
        *_CHAPTERS,
        Level("article", re.compile(rf"(第{_ARTICLE}条(?:之{_NUMERAL})?) {_NO_REFERENCE}")),
        Level("item", _line_mark(f"（{_NUMERAL}）"), name="第{}项"),
        Level("item", _line_mark(r"(\d{1,2})[.．、](?!\d)"), name="第{}目"),
    ),
)


# 1 → 1.1 → 1.1.1 as in GB/T 1.1; 1.5亿元 is a figure.
_NO_FIGURE = r"(?![\d.．%％‰万亿千百多余元倍成个名人家项年月日天小米公吨平折至到以—~～-])"
_WHOLE = Level("section", re.compile(r"(\d{1,2}) (?=[^\d\W][^，。；：！？]{1,19}$)"))
_DECIMALS = tuple(
    Level("section", re.compile(rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{{deep}}})(?: |{_NO_FIGURE})")) for deep in (1, 2, 3)
)
_COUNTED = next(level for level in POLICY.levels if level.mark.match("1. "))


def numbering_of(text: str) -> Numbering:
    """The numbering that a text uses: articles where two lines at least open with one; decimals beside the marks of a
    policy where they follow one another."""
    lines, article = text.split("\n"), ARTICLES.levels[4].mark
    if sum(bool(article.match(line)) for line in lines) > 1:
        return ARTICLES
    decimals = [(n, match[1]) for n, line in enumerate(lines) if (match := _DECIMALS[0].mark.match(line))]
    numbers = {number.replace("．", ".") for _, number in decimals}
    if not any(f"{number[:-2]}.2" in numbers for number in numbers if number.endswith(".1")):
        return POLICY
    # What is counted 1., 2. before the first of them stands above them, else below.
    above = any(_COUNTED.mark.match(line) for line in lines[: decimals[0][0]])
    place = POLICY.levels.index(_COUNTED) + above
    return replace(POLICY, levels=(*POLICY.levels[:place], _WHOLE, *_DECIMALS, *POLICY.levels[place:]))


def opens_part(line: str) -> bool:
    """Whether a line begins with a mark of either numbering."""
    return any(level.mark.match(line) for level in (*ARTICLES.levels, *POLICY.levels))
