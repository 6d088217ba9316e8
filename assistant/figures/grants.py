"""What somebody gets by a clause: a share of the amount that the question tells, at most the clause's ceiling (支付金额的50%，最高不超过
3万元), and the part that one of several has of a whole which the clause states (规模2亿元，其中甲出资30%)."""

import re
from decimal import Decimal

from assistant.figures.sums import Calculation, amount_meant, amounts_of, format_amount, plain, shares_of
from assistant.understanding.contrast import pairs
from assistant.understanding.excerpt import BRACKET
from assistant.understanding.question import Question
from assistant.understanding.values import Value

_GETS = re.compile(
    r"(?:补助?|贴息?|奖励?|资助|支持|扶持|拿到?|领到?|贷到?|报销|返还?|承担|出资?|得到?|分到?)(?:了|给)?(?:多少|几)"
)
_FINED = re.compile("(?:罚|赔|扣|[交缴付])(?:了|给)?(?:多少|几)")
_COSTS = re.compile(r"\d(?:平|㎡).*[费租金价]\w{0,3}(?:多少|几)")  # of an area
_PAYS = re.compile("[交缴付](?:了|给)?多少")
_BASE = re.compile("([一-鿿]{2})的$")  # 门票 of 门票的30%
_GROWS = re.compile("年均|增[长幅速]|提高")  # a rate of growth is no share of anything
_PART = re.compile(r"[^，；。]+")
_CEILING = re.compile(r"(?:最[高多]|封顶|上限|(?:合计|累计|总额|总计)[^，。；]{0,6}不超过)")
# For each of which something is given: 每引进一名…, 每家….
_EACH = re.compile("每[^，。；]{0,6}?(?:[一1])?(平方米|[个家件项人名位所台辆张棵亩户次])")
_PERSONS = frozenset("人名位个")
# How much of what is measured a question tells: 800平, 800平方.
_AREA = re.compile(r"(\d+(?:\.\d+)?)(?:平方米|平米|平方?|㎡)")
_FEWEST = 2  # pairs of characters that the words around a share have of the question


def granted(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """A share of the question's amount, as the best stretch sets it for what the question tells; None where it sets none."""
    own = [value for value in question.values if value.kind == "amount" and value.size]
    gets, pays = _GETS.search(question.text), _PAYS.search(question.text)
    if len(own) != 1 or not (gets or pays) or question.yes_no or not stretches:
        return None
    share = None if _GROWS.search(stretches[0]) else _meant(question, stretches[0])
    base = _BASE.search(stretches[0][: share.start]) if share else None
    if not gets and not (base and base[1] in question.text[: own[0].start]):
        return None  # what is to be paid is a share of just what the question tells
    if share is None or share.size is None or own[0].size is None:
        return None
    if any(amount.bound and amount.start < share.start for amount in amounts_of(stretches[0])):
        return None  # of what falls into a bracket (500万元以下的), which is not what the share is of
    part = own[0].size * share.size / 100
    shown = f"{format_amount(own[0].size)}×{plain(share.size)}%＝{format_amount(part)}"
    cap = _ceiling(stretches[0], share)
    if cap is not None and cap.size is not None and cap.size < part:
        return Calculation(format_amount(cap.size), f"{shown}，最高{cap.text}", (stretches[0],))
    return Calculation(format_amount(part), shown, (stretches[0],))


def granted_each(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """What the clause gives for each of a thing, times how many the question tells, at most the clause's ceiling."""
    own = [(v.size, v.unit) for v in question.values if v.kind == "count" and v.size and v.size > 1]
    own += [(Decimal(size), "平方米") for size in _AREA.findall(question.text)]
    asks = _GETS.search(question.text) or _FINED.search(question.text) or _COSTS.search(question.text)
    if len(own) != 1 or not asks or question.yes_no or not stretches:
        return None
    ((size, unit),) = own
    each = next((one for one in _EACH.finditer(stretches[0]) if one[1] == unit or {one[1], unit} <= _PERSONS), None)
    amount = amount_meant(stretches[0], question.text) if each and amounts_of(stretches[0]) else None
    if each is None or amount is None or amount.start < each.end():
        return None
    if not amount.size or amount.bound == "min":
        return None  # 每户押金不低于… is what somebody has to have
    whole = amount.size * size
    shown = f"{amount.text}×{plain(size)}＝{format_amount(whole)}"
    cap = _ceiling(stretches[0], amount)
    if cap is not None and cap.size is not None and cap.size < whole:
        return Calculation(format_amount(cap.size), f"{shown}，最高{cap.text}", (stretches[0],))
    return Calculation(format_amount(whole), shown, (stretches[0],))


def part_of_whole(question: Question, stretches: tuple[str, ...]) -> Calculation | None:
    """The part of the amount that a clause states which one of several has, by the share that it gives him."""
    if not stretches or question.values or question.yes_no or not _GETS.search(question.text):
        return None
    amounts, shares = amounts_of(stretches[0]), shares_of(stretches[0])
    if len(amounts) != 1 or len(shares) < _FEWEST or not amounts[0].size or amounts[0].start > shares[0].start:
        return None
    share = _meant(question, stretches[0])
    if share is None or share.size is None:
        return None
    part = format_amount(amounts[0].size * share.size / 100)
    return Calculation(part, f"{amounts[0].text}×{plain(share.size)}%＝{part}", (stretches[0],))


def _meant(question: Question, stretch: str) -> Value | None:
    """The share in the part of a stretch that has most of the question's words; None where none, or several, have them."""
    asked, told = pairs(question.text), dict[int, list[Value]]()
    shares = shares_of(stretch)
    if len(shares) == 1:
        return shares[0] if len(asked & pairs(stretch)) >= _FEWEST else None
    for share in shares:
        part = next(part for part in _PART.finditer(stretch) if share.start < part.end())
        told.setdefault(len(asked & pairs(BRACKET.sub("", part[0]))), []).append(share)
    best = told.get(max(told, default=0), [])
    return best[0] if len(best) == 1 and len(told) > 1 else None


def _ceiling(stretch: str, share: Value) -> Value | None:
    """The amount that a grant is limited to, in the sentence of its share."""
    end = stretch.find("。", share.end)
    behind = stretch[share.end : end if end > 0 else len(stretch)]
    capped = _CEILING.search(behind)
    return next(iter(amounts_of(behind[capped.start() :])), None) if capped else None
