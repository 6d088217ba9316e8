"""Arithmetic that clauses define: a share of an amount, what remains of one, one as a fraction of another, growth over
years; sums with days are in `assistant.figures.calendar_sums`.

The inputs are values of the question and of the clauses found; the result is worked out here and shown with them.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise

from assistant.figures.calendar_sums import sum_days
from assistant.figures.differences import differ, utmost
from assistant.figures.elapsed import since_event
from assistant.figures.fines import LEAST, MOST, fine
from assistant.figures.grants import granted, granted_each, part_of_whole
from assistant.figures.own_figures import (
    against_threshold,
    growth_clause,
    growth_reached,
    members_enough,
    members_needed,
)
from assistant.figures.shares_kept import shares_kept, short_of_share
from assistant.figures.sums import REST, Calculation, amount_meant, amounts_of, format_amount, plain, shares_of
from assistant.figures.table_cells import is_row
from assistant.figures.table_sums import table_sum
from assistant.understanding.asked_for import PENAL
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question
from assistant.understanding.rule_words import COUNTS_IN
from assistant.understanding.values import Value, find_values
from store.numerals import parse_number

_REMAINDER = re.compile(
    r"减去|减掉|还剩|剩多少|[剩余][余下]的?(?:资金|钱|部分|款项?|经费)?(?:是|还?有|一?共|总共)*(?:多少|几(?:个?亿|[千百]?万))|余额|差额|扣除|扣掉|没[拨给发]|未拨|还有多少|(?:最[多高]|顶多)[^，,。]{0,4}[还再]能?再?[拿给拨发][^，,。]{0,4}(?:多少|几)|[尾余]款(?:是|有|一?共|总共|剩)*(?:多少|几)|remain|rest|balance|left"
)
_GROWTH = re.compile(
    r"翻|复合|连续|连[增涨]|[涨增]长?[^，,。]{0,4}[一二两三四五六七八九十\d]年|增长到|变成|达到多少|到多少|[年月]之?后|几倍|多少倍|compound"
)
# A year's figure and what the next one must be: growth over one year.
_FROM_LAST = re.compile(
    r"(?:去年|现在|目前|眼下|上[一]?年|前一年|基数|原来|底子).*(?:今年|明年|下[一]?年|次年|一年|增|涨|达到|做到)|(?:今年|本年|从.+[涨增升提做到]).*(?:明年|下[一]?年|次年|来年)|last year.*(?:this|next) year"
)
_NTH_YEAR = re.compile(r"第([二三四五六七八九十\d]{1,2})年(?:年?[末底]|结束|时|应|要|得|该|达|做)")
_RESULT = re.compile(r"多少|几|算|(?:什么|啥)(?:范围|幅度|区间)|how much|how many|what\b(?! (?:happens|becomes|if))")
_FRACTION = re.compile(r"几分之几|占.{0,8}(?:几成|比例|百分之(?:几|多少)|多大)|what (?:fraction|share|percentage)")
_TOGETHER = re.compile(r"一共|总共|合计|加起来|加在一起|合起来|共|总计|in total|altogether")
_HOW_MANY = re.compile("(?:多少|几)([家个件项单所名])")
_SEVERAL = re.compile(r"([\d一二两三四五六七八九十]+)个?(?:城市|地方|市|省|县|区|乡)")
_FEWEST, _NAMED = 2, 16  # of several; characters around a number that say what it is one of
_EACH = re.compile(r"[对给]?每(?:个|家|项|座|件|人|户|省|市)|\beach\b")
_YEAR, _MOST_YEARS = re.compile(r"(20\d\d)年"), 100
_NEAREST = 2
_FEW = 6  # of the stretches found, those that a sum may be about
_GROWS = re.compile("年均|增幅|增速|增长|增加值")
_TOTAL = re.compile("(?:一共|总共|合计|共|总计)(?:是|有|为)?$")  # 总共1000万 says how much there is
_TO = re.compile("[至到—~-]+|以上")
# Of what a clause's share is where it says only that it is one of the money (资金比例不得低于30%), and where there is so much.
_OF_FUNDS = re.compile("资金|经费|款|补助|奖补|预算")
_GIVEN = re.compile("补助|补贴|支持|拨|安排|奖|资助|下达|投入|资金|经费|总额|规模")
_NUMERALS = "零一二三四五六七八九十"
_EFFORT = re.compile(
    r"用于|投入?|花|至少|最少|不低于|合|是多少|多少钱|多少万|多少亿|应当?|spend|spent|least|minimum|\b(?:must|ha(?:s|ve) to|needs? to)\b"
)


def calculate(
    question: Question,
    stretches: tuple[str, ...],
    known: Callable[[], Sequence[str]] = tuple,
    as_of: date | None = None,
) -> Calculation | None:
    """Work out what the question asks from the stretches found for it, best first; None where nothing is to be done.

    What began on a day is judged as it stands on `as_of`. `known` gives the clauses that state an amount which a share may be of, though the question doesn't lead there; it
    is called only where one is wanted.
    """
    if (
        found := sum_days(question, stretches)
        or (as_of and since_event(question, stretches, as_of))
        or growth_reached(question, stretches)
        or members_enough(question, stretches)
        or utmost(question, stretches)
        or shares_kept(question, stretches, known)
    ):
        return found
    if not _RESULT.search(question.text) and not question.sought & {"amount", "date", "count"}:
        return None
    for rule in (
        partial(table_sum, known=known),
        fine,
        granted,
        granted_each,
        part_of_whole,
        differ,
        partial(short_of_share, known=known),
        against_threshold,
        _so_many,
        members_needed,
        _times,
        _fraction,
        _remainder,
        _growth,
        partial(_share_of, known=known),
    ):
        if found := rule(question, stretches):
            return found
    return None


def _remainder(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    if not _REMAINDER.search(question.text) or question.sought == {"share"}:
        return None
    for stretch in stretches[:_FEW]:
        amounts = amounts_of(stretch)
        if len(amounts) == 2 and amounts[0].size and amounts[1].size and amounts[0].size > amounts[1].size:
            rest = format_amount(amounts[0].size - amounts[1].size)
            return Calculation(rest, f"{amounts[0].text}－{amounts[1].text}＝{rest}", (stretch,))
    return None


def _fraction(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """One amount of a clause as a fraction of another, where the clause gives none itself."""
    if not _FRACTION.search(question.text):
        return None
    rest = REST.search(question.text)
    near = stretches[: _FEW if rest else _NEAREST]
    stretch = next((text for text in near if len(amounts_of(text)) == 2 and not shares_of(text)), "")
    amounts = amounts_of(stretch)
    if not amounts:
        return None
    whole, part = sorted(amounts, key=lambda value: -(value.size or 0))
    if not whole.size or not part.size:
        return None
    size = whole.size - part.size if rest else part.size
    ratio = Fraction(size) / Fraction(whole.size)
    percent = f"{plain(size / whole.size * 100)}%"
    small = 0 < ratio.denominator < len(_NUMERALS)
    result = f"{_NUMERALS[ratio.denominator]}分之{_NUMERALS[ratio.numerator]}" if small else percent
    about = f"，约{percent}" if small else ""
    told = f"{whole.text}－{part.text}＝{format_amount(size)}，{format_amount(size)}" if rest else part.text
    said = f"{format_amount(size)}，占{result}" if rest else result
    return Calculation(said, f"{told}÷{whole.text}＝{result}{about}", (stretch,))


def _share_of(question: Question, stretches: tuple[str, ...], known: Callable[[], Sequence[str]]) -> Calculation | None:
    own = [value for value in question.values if value.kind == "amount" and value.size]
    if not ("amount" in question.sought or own) or not _EFFORT.search(question.text) or "yes-no" in question.sought:
        return None
    if own:
        stretches = _past_the_whole(question, own[0], stretches)
    apart = stretches[:1] if any(one in two or two in one for one, two in pairwise(stretches[:2])) else stretches[:2]
    found = [(stretch, share) for stretch in apart for share in shares_of(stretch)]
    if not found or amounts_of(found[0][0]) or _GROWS.search(found[0][0]):
        return None
    if not own and PENAL.search(found[0][0]):  # a fine is of what the question tells
        return None
    if own and (ends := _range_of(question, own[0], found[0][0])):
        return ends
    before = question.text[: own[0].start] if own else ""
    several = _TOGETHER.search(question.text, len(before) if _TOTAL.search(before) else 0) and len(found) > 1
    used = found if several else found[:1]
    texts = tuple(dict.fromkeys(stretch for stretch, _ in used))
    holder = () if own else _funds(found[0][0], stretches) or _funds(found[0][0], known())
    whole = own[0] if own else next((amount_meant(text, question.text) for text in holder), None)
    if whole is None or whole.size is None:
        return None
    part = format_amount(whole.size * sum(share.size or 0 for _, share in used) / 100)
    added = "＋".join(f"{plain(share.size)}%" for _, share in used if share.size)
    rate = f"（{added}）" if several else added
    return Calculation(part, f"{format_amount(whole.size)}×{rate}＝{part}", (*texts, *holder))


def _funds(share: str, clauses: Sequence[str]) -> tuple[str, ...]:
    """The first of the clauses that says how much money there is, of which `share` sets a part; none where that is of something
    else, such as the rent of a table's row: no amount that merely stands elsewhere is what it is of."""
    if is_row(share) or not _OF_FUNDS.search(share):
        return ()
    return tuple(s for s in clauses if _GIVEN.search(s) and any(not amount.bound for amount in amounts_of(s)))[:1]


def _past_the_whole(question: Question, whole: Value, stretches: tuple[str, ...]) -> tuple[str, ...]:
    """The stretches without those ahead that only say how much the whole is which the question tells, where the next sets a
    share of what the question is about: 800万元全到手，绿化至少花多少."""
    for number, stretch in enumerate(stretches[:_FEW]):
        if not any(amount.size == whole.size for amount in amounts_of(stretch)):
            of_it = len(pairs(stretch) & pairs(question.text)) > 1 and shares_of(stretch)
            return stretches[number:] if of_it else stretches
    return stretches


def _range_of(question: Question, whole: Value, stretch: str) -> Calculation | None:
    """Both ends of a range of shares (百分之一至百分之三) of an amount, or the one asked for; a share and, of it, another
    (其中…百分之六十) where both are asked for."""
    shares = shares_of(stretch)
    if len(shares) != 2:
        return None
    low, high = shares
    size, between = whole.size or Decimal(0), stretch[low.end : high.start]
    first = f"{format_amount(size)}×{plain(low.size or Decimal(0))}%＝{format_amount(size * (low.size or 0) / 100)}"
    part = size * (low.size or 0) / 100 if "其中" in between else size
    second = f"{format_amount(part)}×{plain(high.size or Decimal(0))}%＝{format_amount(part * (high.size or 0) / 100)}"
    results = [worked.partition("＝")[2] for worked in (first, second)]
    if "其中" in between:
        if "其中" not in question.text:
            return None
        return Calculation(f"{results[0]}，其中{results[1]}", f"{first}，{second}", (stretch,))
    if not _TO.fullmatch(between):
        return None
    lowest, highest = bool(LEAST.search(question.text)), bool(MOST.search(question.text))
    if lowest != highest:
        return Calculation(results[highest], (first, second)[highest], (stretch,))
    return Calculation("至".join(results), f"{first}，{second}", (stretch,))


def _so_many(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """How many of a thing several must have in all, each the least that a clause asks for: 3个县都办够，合计多少家."""
    asked, several = _HOW_MANY.search(question.text), _SEVERAL.search(question.text)
    number = parse_number(several[1]) if several else None
    if not asked or not number or number < _FEWEST or not _TOGETHER.search(question.text):
        return None
    about = pairs(question.text)
    floors = [
        (len(pairs(stretch[max(0, value.start - _NAMED) : value.end + _NAMED]) & about), value, stretch)
        for stretch in stretches[:_FEW]
        for value in find_values(stretch)
        if value.kind == "count" and value.unit == asked[1] and value.size and value.bound == "min"
    ]
    shared, floor, stretch = max(floors, key=lambda one: one[0], default=(0, None, ""))
    if not shared or floor is None or floor.size is None:
        return None
    result = f"{plain(floor.size * number)}{floor.unit}"
    return Calculation(result, f"{floor.text}×{plain(number)}＝{result}", (stretch,))


def _times(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """What several get together, where a clause gives each of them an amount."""
    counts = [value for value in question.values if value.kind == "count" and value.size and value.size > 1]
    giving = [text for text in stretches[:_FEW] if _EACH.search(text) and amounts_of(text)]
    parted = (text for text in giving if amount_meant(text, question.text) != amounts_of(text)[0])
    stretch = next(parted, giving[0] if giving else "")
    each, amount = _EACH.search(stretch), amount_meant(stretch, question.text)
    if len(counts) != 1 or not each or not amount or not amount.size or counts[0].size is None:
        return None
    if amount.bound == "min":
        return None  # 每座押金不低于… is what somebody has to have, and gives nothing
    if question.yes_no and COUNTS_IN.search(question.text):
        return None  # 数那5个县的时候新区算进去吗
    if counts[0].unit not in each[0] or any(value.start == counts[0].end for value in question.values):
        return None  # 500件 are none of 每个城市, nor are 两个30%
    of_them = question.text.startswith(stretch[each.end() : each.end() + 2], counts[0].end)
    if not _TOGETHER.search(question.text) and not of_them:
        return None
    result = format_amount(amount.size * counts[0].size)
    return Calculation(result, f"{amount.text}×{plain(counts[0].size)}＝{result}", (stretch,))


def _of_another(question: Question, stretch: str, best: str) -> bool:
    """Whether the best stretch names more of what a question is about than the one that states the figure."""
    about = pairs(question.text)
    return len(about & pairs(best)) > len(about & pairs(stretch))


def _growth(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    base = next((v for v in question.values if v.kind in ("amount", "count") and v.size), None)
    between = _years_between(question, base) if base else 0
    next_year = base is not None and (between or _FROM_LAST.search(question.text))
    if not next_year and not _GROWTH.search(question.text):
        return None
    few = _FEW if _GROWTH.search(question.text) else 1  # a year's figure may be asked of for other reasons
    stretch = growth_clause(question, stretches[:few])
    periods = [v for v in question.values if v.kind == "period" and v.unit == "月" and v.size and v.size % 12 == 0]
    nth = _NTH_YEAR.search(question.text)
    if not stretch or not (periods or next_year or nth) or _of_another(question, stretch, stretches[0]):
        return None
    share, years = shares_of(stretch)[0].size, int((periods[-1].size or 12) / 12) if periods else between or 1
    years = int(parse_number(nth[1]) or 1) if nth else years
    if share is None or years > _MOST_YEARS:
        return None
    times = (1 + share / 100) ** years
    power = f"的{years}次方" if years > 1 else ""
    rate = f"（1＋{plain(share)}%）{power}"
    if base is None or base.size is None:
        return Calculation(f"{plain(times)}倍", f"{rate}＝{plain(times)}倍", (stretch,))
    grown = base.size * times
    result = format_amount(grown) if base.kind == "amount" else f"{plain(grown)}{base.unit}"
    return Calculation(result, f"{base.text}×{rate}＝{result}", (stretch,))


def _years_between(question: Question, figure: Value) -> int:
    """How many years lie between that of a figure (2031年办了500件) and a later one that is named behind it; 0 where none is."""
    years = [(int(year[1]), year.start()) for year in _YEAR.finditer(question.text)]
    own = [year for year, start in years if start < figure.start]
    behind = [year for year, start in years if start > figure.start]
    return max(0, behind[-1] - own[-1]) if own and behind else 0
