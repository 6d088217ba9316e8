"""What a case's own figures come to against the thresholds of clauses: how much is missing, and by how much it has grown.

「去年500件，今年560件，达标没」 is 12% a year against the 15% that a clause asks for; 「现在90座，还差多少」 is what is missing to the
clause's 100座. The figures of the case are the question's, the thresholds the clause's.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise

from assistant.figures.sums import Calculation, format_size, plain, shares_of
from assistant.understanding.contrast import pairs
from assistant.understanding.polarity import verdict_if
from assistant.understanding.question import Question
from assistant.understanding.values import Value, find_values
from store.numerals import parse_number

MISSING = re.compile(
    r"(?:还|距离?|离).{0,12}(?:差|缺|欠|少).{0,3}(?:多少|几)|(?:差|缺)(?:了|着)?(?:多少|几)|(?<![减至最])少了(?:多少|几)|再[建办做搞发补凑增培][一-鿿]{0,2}(?:多少|几)|还[要得需].{0,8}(?:多少|几)"
    r"|how (?:many|much) more|short of"
)
_BEYOND = re.compile(
    r"(?:超[出过额]?|(?<!最)高出?|多[了出]).{0,4}(?:多少|几)|(?:多少|几)[^，,。]{0,6}(?:超出|富余)|by how (?:much|many)|exceed"
)
_STILL_MISSING = re.compile(
    r"(?:还|距离?|离)[^，,。]{0,12}(?:剩|差|缺|少)(?:了|着)?[\d一二两三四五六七八九十百千]+\S|(?:剩|差|缺)[\d一二两三四五六七八九十百千]+\S"
)
_HOW_MANY_DONE = re.compile(r"[一-鿿][了到过](?:多少|几)")
_NUMERAL = r"[\d一二两三四五六七八九十百]+"
_PART_DONE = re.compile(
    rf"(?:完成|做|搞|过|建|干|到)[了到过]?(?:大概|差不多|将近)?((?:{_NUMERAL}分之{_NUMERAL})|一半|半数|[一二两三四五六七八九]成|\d+(?:\.\d+)?%)"
)
_YEARLY = re.compile(rf"({_NUMERAL})年.{{0,12}}(?:平均|每年|一年|年均).{{0,10}}(?:多少|几)")
_MOST_YEARS = 100
_FROM_TO = re.compile(
    r"从[^，,。]{1,14}?(?:[涨增升做干搞提变][长高加]?[到成至]|到)|[涨增升][长加]?[到至]|(?:去年|上[一]?年|前年|前一年|基期|基数|原来|起初|20\d\d年).*(?:今年|本年|现在|如今|目前|变成|涨到|增到|增长到|到|20\d\d年)"
    r"|last year.*(?:this year|now)|from .* to "
)
# What was grown by over several years (三年一共涨了50%), and not in each of them.
_GROWN_BY = re.compile(
    r"[增涨升提][长加高]?了?[^，,。\d]{0,4}(\d+(?:\.\d+)?%|百分之[一-鿿]{1,3}|[一二三四五六七八九]成)"
)
_A_YEAR = re.compile(r"年均|每年|一年比一年|逐年|年年|平均")
_FIGURE = re.compile(r"[\d.]+\S?")
_TWO_BACK = re.compile("(?<!大)前年.*(?:今年|现在|目前|如今)")
_YEARS = re.compile(r"(20\d\d)")
_PART = re.compile("[^；。]+")
_PERSONS = frozenset("人名位个")
_FEW = 6  # of the stretches found, those that a sum may be about


def against_threshold(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """How much a figure of the question falls short of the threshold of the clause that answers, or is beyond it; how much is
    done where the question tells what is missing; what a year's part of it is."""
    if not stretches:
        return None
    stated = [value for value in find_values(stretches[0]) if value.size and value.bound != "max"]
    for rule in (_done, _part_done, _yearly, _apart):
        if found := rule(question, stated):
            return Calculation(*found, (stretches[0],))
    return None


def _apart(question: Question, stated: list[Value]) -> tuple[str, str] | None:
    """What is missing to the threshold, or beyond it."""
    missing, beyond = MISSING.search(question.text), _BEYOND.search(question.text)
    pairs = list(_with_floors(question.values, stated))
    # Who names the threshold itself (要500座，已有320座) has it in mind, and not as what there is.
    own, floor = next((pair for pair in pairs if pair[0].size != pair[1].size), pairs[0] if pairs else (None, None))
    if not (missing or beyond) or own is None or floor is None:
        return None
    rest = (floor.size or Decimal(0)) - (own.size or Decimal(0))
    if rest > 0:
        result = format_size(rest, floor)
        return result if missing else f"没有超出，差{result}", f"{floor.text}－{own.text}＝{result}"
    if missing or not rest:
        return "不差", f"{own.text}不少于{floor.text}"
    result = format_size(-rest, floor)
    return result, f"{own.text}－{floor.text}＝{result}"


def _done(question: Question, stated: list[Value]) -> tuple[str, str] | None:
    """还剩60家没过，过了多少家: what is done where the question tells what is missing."""
    match = _STILL_MISSING.search(question.text)
    if not match or not _HOW_MANY_DONE.search(question.text):
        return None
    for own, floor in _with_floors(question.values, stated):
        if match.end() >= own.end > match.start() and (floor.size or 0) > (own.size or 0):
            result = format_size((floor.size or Decimal(0)) - (own.size or Decimal(0)), floor)
            return result, f"{floor.text}－{own.text}＝{result}"
    return None


def _part_done(question: Question, stated: list[Value]) -> tuple[str, str] | None:
    """完成了三分之一，还差多少: what is missing where the question tells the part that is done."""
    part = _PART_DONE.search(question.text)
    floor = next((value for value in stated if value.kind in ("count", "amount")), None)
    if not part or not floor or floor.size is None or not MISSING.search(question.text):
        return None
    done = next((value.size for value in find_values(part[1]) if value.kind == "share"), None)
    if done is None or not 0 < done < 100:
        return None
    result = format_size(_whole(floor.size * (100 - done) / 100, floor), floor)
    return result, f"{floor.text}×（1－{part[1]}）＝{result}"


def _yearly(question: Question, stated: list[Value]) -> tuple[str, str] | None:
    """分三年，平均每年几家: a year's part of the threshold."""
    years = _YEARLY.search(question.text)
    floor = next((value for value in stated if value.kind in ("count", "amount")), None)
    if not years or not floor or floor.size is None:
        return None
    number = parse_number(years[1])
    if not number or number > _MOST_YEARS:
        return None
    result = format_size(_whole(floor.size / number, floor), floor)
    return result, f"{floor.text}÷{plain(number)}＝{result}"


def _whole(size: Decimal, like: Value) -> Decimal:
    """A count rounded up: a third of a firm does not reach a threshold."""
    return size.to_integral_value(ROUND_CEILING) if like.kind == "count" else size


def growth_reached(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """The yearly growth between two figures of the question, or of what it says was grown by over several years, and whether
    it is what a clause asks for."""
    stretch = growth_clause(question, stretches[:_FEW])
    grown = _grown(question) if stretch and _speaks_of_growth(question, stretch, stretches[0]) else None
    rate = shares_of(stretch)[0].size if grown else None
    if grown is None or rate is None:
        return None
    factor, told = grown
    years = _years(question)
    percent = (float(factor) ** (1 / years) - 1) * 100
    result = f"{plain(Decimal(percent))}%"
    yearly = f"（{told}）开{years}次方" if years > 1 else told
    shown = f"{yearly}－1＝{result}，要求{plain(rate)}%"
    reached = verdict_if(question, percent >= float(rate) - 1e-9) if question.yes_no else None
    return Calculation(result, shown, (stretch,), reached)


def _grown(question: Question) -> tuple[Decimal, str] | None:
    """What the question's figures grew to, as a multiple, and how that is told."""
    sized = [value for value in question.values if value.size and value.kind in ("count", "amount")]
    pair = next((pair for pair in pairwise(sized) if _comparable(*pair)), None)
    if _FROM_TO.search(question.text) and pair and pair[0].size and pair[1].size:
        return pair[1].size / pair[0].size, f"{pair[1].text}÷{pair[0].text}"
    grown = _GROWN_BY.search(question.text)
    share = next((value.size for value in find_values(grown[1]) if value.kind == "share"), None) if grown else None
    several = _years(question) > 1 and not _A_YEAR.search(question.text)
    return (1 + share / 100, f"1＋{plain(share)}%") if share and several else None


def members_enough(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """Whether those of a kind are a large enough share of a body's members, and these as many as a clause asks for: 评委五人,
    专家四人."""
    counts = [value for value in question.values if value.kind == "count" and value.unit in _PERSONS and value.size]
    stretch = next((text for text in stretches[:_FEW] if "成员" in text and shares_of(text)), "")
    shares = [share for share in shares_of(stretch) if share.bound == "min"]
    if not question.yes_no or len(counts) != 2 or len(shares) != 1:
        return None
    part, whole = sorted(counts, key=lambda value: value.size or 0)
    if not part.size or not whole.size or shares[0].size is None:
        return None
    floors = [value.size or 0 for value in find_values(stretch) if value.unit == "人" and value.bound == "min"]
    percent = part.size / whole.size * 100
    odd = "单数" not in stretch or whole.size % 2 == 1
    kept = percent >= shares[0].size and odd and all(whole.size >= floor for floor in floors)
    result = f"{plain(percent)}%"
    shown = f"{part.text}÷{whole.text}＝{result}，要求{shares[0].text}"
    return Calculation(result, shown, (stretch,), verdict_if(question, kept))


def members_needed(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """How many of so many members must be of a kind that a clause asks a share of: 七个人的小组，专家至少几个."""
    counts = [value for value in question.values if value.kind == "count" and value.unit in _PERSONS and value.size]
    stretch = next((text for text in stretches[:_FEW] if "成员" in text and shares_of(text)), "")
    shares = [share for share in shares_of(stretch) if share.bound == "min" and share.size]
    if question.yes_no or "count" not in question.sought or len(counts) != 1 or len(shares) != 1:
        return None
    whole, share = counts[0], shares[0]
    needed = (whole.size or Decimal(0)) * (share.size or Decimal(0)) / 100
    least = f"{plain(needed.to_integral_value(ROUND_CEILING))}人"
    return Calculation(f"至少{least}", f"{whole.text}×{share.text}，不少于{least}", (stretch,))


def growth_clause(question: Question, stretches: tuple[str, ...]) -> str:
    """Of the clauses that set a rate of growth the one that shares most words with the question, of two that share as much
    the one that shares the later (专利转让 is a 转让); "" where there is none."""
    growing = [stretch for stretch in stretches if "增" in stretch and shares_of(stretch)]
    growing = [stretch for stretch in growing if len(shares_of(stretch)) == 1] or growing
    return max(growing, key=lambda stretch: _speaks(question, stretch), default="")


def _speaks(question: Question, stretch: str) -> tuple[int, int]:
    """How many of a question's pairs of characters a stretch has, and how far back the last of them stands."""
    asked = "".join(_FIGURE.split(question.text))
    shared = [pair for pair in pairs(asked) & pairs(stretch) if pair.isalpha()]
    return len(shared), max(map(asked.index, shared), default=0)


def _speaks_of_growth(question: Question, stretch: str, best: str) -> bool:
    """Whether no part of the best stretch that sets no rate of growth has more of the question than those of `stretch` that do:
    新建站点 is not asked to grow where 客流 is."""
    parts = [(bool("增" in part and shares_of(part)), part) for part in (*_PART.findall(stretch), *_PART.findall(best))]
    most = {grows: max((_speaks(question, part)[0] for g, part in parts if g == grows), default=0) for grows in (0, 1)}
    return most[True] >= most[False]


def _with_floors(own: Iterable[Value], stated: list[Value]) -> Iterable[tuple[Value, Value]]:
    """The question's values with the first of the clause's that is of their kind."""
    for value in own:
        for other in stated:
            if value.size is not None and _comparable(value, other) and other.size is not None:
                yield value, other
                break


def _comparable(value: Value, other: Value) -> bool:
    return value.kind == other.kind and value.unit == other.unit and value.kind in ("count", "amount", "share")


def _years(question: Question) -> int:
    """How many years a question's growth took: those it tells, or those between the two it names; else one."""
    told = (value for value in question.values if value.kind == "period" and value.unit == "月")
    for value in told:
        if value.size and value.size % 12 == 0:
            return min(int(value.size) // 12, _MOST_YEARS)
    if _TWO_BACK.search(question.text):
        return 2
    named = sorted({int(year) for year in _YEARS.findall(question.text)})
    return max(1, named[-1] - named[0]) if named else 1
