"""A worked sum, and its figures as officials write them; used by all that calculates."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.answer import Verdict
from assistant.values import Value, find_values

_A_YEARS = re.compile(r"(20\d\d)年|今年|当年|本年|首[批期笔]|第一[批期笔]|头一?[批期笔]|先[拨给到]")
_FOR_YEAR = re.compile(r"(20\d\d)年[^，。；]{0,6}$")


@dataclass(frozen=True, slots=True)
class Calculation:
    """A worked result. `shown` is the sum as an official would write it; `inputs` are the texts of the clauses used;
    `verdict` is what it means for a yes-no question."""

    result: str
    shown: str
    inputs: tuple[str, ...]
    verdict: Verdict | None = None


def format_amount(yuan: Decimal) -> str:
    """Yuan as officials write them: 60000000 → 6000万元, 150000000 → 1.5亿元."""
    if yuan >= 10**8:
        return f"{plain(yuan / 10**8)}亿元"
    return f"{plain(yuan / 10**4)}万元" if yuan >= 10**4 else f"{plain(yuan)}元"


def plain(number: Decimal) -> str:
    """To two decimals at most, without idle zeros."""
    text = f"{number.quantize(Decimal('0.01')):f}"
    return text.rstrip("0").rstrip(".")


def amounts_of(text: str) -> list[Value]:
    """The amounts of money that a text states."""
    return [value for value in find_values(text) if value.kind == "amount" and value.size]


def amount_meant(text: str, question: str) -> Value | None:
    """The amount of a text that a question is about: where it names a year, this year's or the first payment, the one that
    the text gives for a year (其中2031年拨付600万元); else the first."""
    amounts = amounts_of(text)
    if asked := _A_YEARS.search(question):
        for value in amounts:
            year = _FOR_YEAR.search(text[: value.start])
            if year and asked[1] in (None, year[1]):
                return value
    return amounts[0] if amounts else None


def shares_of(text: str) -> list[Value]:
    """The shares and rates that a text states."""
    return [value for value in find_values(text) if value.kind == "share" and value.size]


def format_size(size: Decimal, like: Value) -> str:
    """A difference or product of values such as `like`, in its unit."""
    if like.kind == "amount":
        return format_amount(size)
    return f"{plain(size)}{'个百分点' if like.kind == 'share' else like.unit}"
