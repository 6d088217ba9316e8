"""A worked sum, and its figures as officials write them; used by all that calculates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answer import Verdict
from assistant.understanding.values import Value, find_values

# The year that a payment is of, and not the one that a policy or those chosen by it are named by.
_A_YEARS = re.compile(
    r"(20\d\d)年(?!度?的?(?:一共|总共|共)?(?:入选|申报|评|选|通知|文件|文档|政策|[那这]))|今年|当年|本年|首年|第一年|头一?年|首[批期笔]|第一[批期笔]|头一?[批期笔]|先[拨给到]"
)
_FOR_YEAR = re.compile(r"(?:(20\d\d)年|首[批期年]|先)[^，。；]{0,6}$")
_WHOLE = re.compile(r"全额|全部")
REST = re.compile(r"剩余|剩下|余下|其余|后续|后面|余款|尾款|第二[批期笔]|第二次")


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


def amount_in_english(text: str) -> str:
    """An amount, with nothing said about it, as an English reader expects it: 5000万元 → 50 million yuan; any other text as it is."""
    amounts = amounts_of(text)
    if len(amounts) != 1 or amounts[0].text != text or amounts[0].size is None:
        return text
    yuan = amounts[0].size
    return f"{plain(yuan / 10**6)} million yuan" if yuan >= 10**6 else f"{yuan.normalize():,f} yuan"


def plain(number: Decimal) -> str:
    """To two decimals at most, without idle zeros."""
    text = f"{number.quantize(Decimal('0.01')):f}"
    return text.rstrip("0").rstrip(".")


def amounts_of(text: str) -> list[Value]:
    """The amounts of money that a text states."""
    return [value for value in find_values(text) if value.kind == "amount" and value.size]


def amount_meant(text: str, question: str) -> Value | None:
    """The amount of a text that a question is about: the part paid first where it names that or its year (其中2031年拨付600万元),
    what is left of the whole where it asks for the rest; else the first."""
    amounts = amounts_of(text)
    asked = None if _WHOLE.search(question) else _A_YEARS.search(question)
    for value in amounts:
        year = _FOR_YEAR.search(text[: value.start])
        if year and asked and asked[1] in (None, year[1]):
            return value
    if REST.search(question) and (left := what_is_left(amounts)):
        return left
    return amounts[0] if amounts else None


def what_is_left(amounts: Sequence[Value]) -> Value | None:
    """What is left of a whole once a part is paid, where a text states just these two."""
    if len(amounts) != 2:
        return None
    whole, part = amounts
    left = (whole.size or Decimal(0)) - (part.size or Decimal(0))
    return replace(whole, text=f"（{whole.text}－{part.text}）", size=left) if left > 0 else None


def shares_of(text: str) -> list[Value]:
    """The shares and rates that a text states."""
    return [value for value in find_values(text) if value.kind == "share" and value.size]


def format_size(size: Decimal, like: Value) -> str:
    """A difference or product of values such as `like`, in its unit."""
    if like.kind == "amount":
        return format_amount(size)
    return f"{plain(size)}{'个百分点' if like.kind == 'share' else like.unit}"
