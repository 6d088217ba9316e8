"""Amounts of a case against the share of a whole that a clause sets as a floor or a ceiling: whether they keep to it (共8000万，投3000万，
够不够), and by how much they fall short (还差多少). The whole is the question's own, or what a clause says there is."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.figures.own_figures import MISSING
from assistant.figures.sums import Calculation, amount_meant, amounts_of, format_amount, plain, shares_of
from assistant.understanding.polarity import verdict_if
from assistant.understanding.question import Question
from assistant.understanding.values import Value

_WHOLE = re.compile(
    r"盘子|资金池|(?:首|第一|头一?)[批期笔]|[亿万元块](?:里|当?中)|总量|总共|一共|共|总额|总计|合计|到手|拿到?|下来|拨了?|批了?|给了?(?:我们?|本[市区县]|咱们?)|in total"
)
_MOST = 3  # amounts that one limit is set against


def shares_kept(
    question: Question, stretches: tuple[str, ...], known: Callable[[], Sequence[str]] = tuple
) -> Calculation | None:
    """Whether amounts of the question are large, or small, enough shares of what there is in all: 共8000万，投3000万，够不够; of
    what a clause says there is where the question doesn't (甲8000万、乙7000万)."""
    # A rate of growth is no share of anything; and of several limits in one clause nothing tells which is meant.
    limits = [limit for text in stretches[:2] if "增" not in text for limit in shares_of(text) if limit.bound]
    told = shares_of(question.text)
    if not question.yes_no or not limits or shares_of(stretches[0]) != limits[:1]:
        return None
    if any(share.size != limits[0].size for share in told):
        return None
    whole, parts, holder = _whole_and_parts(question, known)
    if not parts or len(parts) > _MOST or whole is None or not whole.size:
        return None
    if any((part.size or 0) > whole.size for part in parts):
        return None
    if len(parts) > 1 and len({limit.size for limit in limits}) > 1:
        return None  # which of them is for which is not told
    limit = limits[0]
    shown, kept = [], True
    for part in parts:
        percent = (part.size or 0) / whole.size * 100
        kept = kept and (percent >= (limit.size or 0) if limit.bound == "min" else percent <= (limit.size or 0))
        shown.append(f"{format_amount(part.size or Decimal(0))}÷{format_amount(whole.size)}＝{plain(percent)}%")
    result = "、".join(sum_.partition("＝")[2] for sum_ in shown)
    used = tuple(text for text in stretches[: len(parts)] if shares_of(text))
    return Calculation(result, "，".join(shown), (*used, *holder), verdict_if(question, kept))


def _whole_and_parts(
    question: Question, known: Callable[[], Sequence[str]]
) -> tuple[Value | None, list[Value], tuple[str, ...]]:
    """The largest of the question's amounts and the others; or, where it names no whole, all of them, with the amount that a
    clause says there is, and the clause."""
    own = [value for value in question.values if value.kind == "amount" and value.size]
    whole = max(own, key=lambda value: value.size or 0, default=None)
    if len(own) > 1 and not _WHOLE.search(question.text):
        holder = next((text for text in known() if amounts_of(text)), "")
        stated = amounts_of(holder)[0] if holder else None
        if stated and whole and stated.size != whole.size:
            return stated, own, (holder,)
    if len(own) == 1:
        holder = next((text for text in known() if amounts_of(text)), "")
        stated = amount_meant(holder, question.text) if holder else None
        if stated and stated.size and not stated.bound and stated.size > (own[0].size or 0):
            return stated, own, (holder,)
    return whole, [value for value in own if value is not whole], ()


def short_of_share(
    question: Question, stretches: tuple[str, ...], known: Callable[[], Sequence[str]] = tuple
) -> Calculation | None:
    """What is missing to the one share that the best stretch sets as a floor, of the whole, beside the amount that is told."""
    floors = [share for share in shares_of(stretches[0]) if share.bound == "min" and "增" not in stretches[0]]
    if len(floors) != 1 or len(shares_of(stretches[0])) > 1 or not MISSING.search(question.text):
        return None
    whole, parts, holder = _whole_and_parts(question, known)
    if len(parts) != 1 or whole is None or not whole.size or not parts[0].size or not floors[0].size:
        return None
    missing = whole.size * floors[0].size / 100 - parts[0].size
    if missing <= 0:
        return Calculation(
            "不差",
            f"{format_amount(whole.size)}×{floors[0].text}＝{format_amount(whole.size * floors[0].size / 100)}",
            (stretches[0], *holder),
        )
    result = format_amount(missing)
    shown = f"{format_amount(whole.size)}×{floors[0].text}－{format_amount(parts[0].size)}＝{result}"
    return Calculation(result, shown, (stretches[0], *holder))
