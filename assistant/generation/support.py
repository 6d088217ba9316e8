"""Support: whether the clauses that a written sentence cites carry it, part by part.

A sentence is taken apart at its commas. Each part must stand on one cited clause: all its words in the clause, its
values in the clause and said of the same thing, its bodies (财政部, 城市政府) doing what the clause has them do, its force
and bounds the clause's own. Knows how rules are worded, not what a rule says. What it cannot follow, it refuses.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer import Answer, Citation
from assistant.understanding.asking import STOP
from assistant.understanding.force import FORCE, MAX, MIN, contradicts
from assistant.understanding.question import understand
from assistant.understanding.values import Value, find_values, without_values
from assistant.verify import unsupported
from store.text import normalise, words

# Of what is said of a body, the clause must say this share, counted in characters, after its name.
DONE = 0.6
# What is said of a value stands between the same commas, unless another stretch of the clause matches it this much better.
CLEARLY = 0.3

_PART = re.compile(r"[，；;：:。！!？?\n]|,(?!\d)")
_AND = re.compile(r"[和与、]|以及")
_ORDINAL = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\(?\d+[.、)）])"
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_SAYING = re.compile(
    "根据|按照|依据|规定|其中|此外|同时|另外|以及|包括|应当|必须|可以|不得|不能|不是|需要|要求|进行|相关|有关|明确|条款|文件|通知|分别|及其|等等|如下"
    "|例如|主要|属于|比例|金额|总额|数量|时间|期限|截止|日期|之前|以前|之后|以后|最晚|最迟|获得|得到|给予|用来|一共|总共"
)
_YES = re.compile(r"^(?:是|是的|对|可以|能|能够|有|需要|要|会|应当|必须|允许|算|属于)$")
_NO = re.compile(r"^(?:不是|不对|否|不可以|不能|不行|没有|不需要|不用|不会|不必|不得|不允许|不算|不属于|并非)$")
_DENIED = re.compile(r"^(?:并?不是|并非|而不是|而非|不为)")
_COUNTED = re.compile(r"(共\d+)项")
_BODY = re.compile(
    r"[一-鿿]{1,9}?(?:部门|部(?![门分署])|委员会|管委会|办公室|局|厅|政府|机构|中心|法院)|[中央省市县级地方]{2}财政(?!部|资金)"
)

_OFFICES = ("办公厅", "办公室", "委员会", "管委会")  # every body has one


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote with the headings it stands under, which say what it is about."""

    citation: Citation
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a sentence ("" if nothing), in words the model is told; and the evidence that carries it."""

    objection: str = ""
    carried_by: tuple[int, ...] = ()


def examine(sentence: str, cited: Sequence[int], evidence: Sequence[Evidence], drawn: Answer) -> Finding:
    """Examine a sentence without its marks. `cited` are positions in `evidence`.

    `drawn` is the extractive answer to the same question, already verified: its verdict stands, its counts and sums may
    be said, and the question's own words may be said of the clauses it cites, which were found to answer it.
    """
    return _Examination(cited, evidence, drawn).of(sentence)


class _Examination:
    def __init__(self, cited: Sequence[int], evidence: Sequence[Evidence], drawn: Answer) -> None:
        self._cited = cited
        self._quotes = {n: evidence[n].citation.quote for n in cited}
        self._locators = [evidence[n].citation.locator for n in cited]
        self._everywhere = [stretch for item in evidence for stretch in _stretches(item.citation.quote)]
        self._verdict = drawn.verdict
        said = [statement.text for statement in drawn.statements if statement.citations]
        self._allowed = [*said, *(_COUNTED.sub(r"\1个", text) for text in said)]  # what is listed may be counted as 个
        self._answering = [n for n in cited if evidence[n].citation in drawn.citations]
        asked = drawn.understood_as or drawn.question
        # In a yes-no question, or one of two choices, the words of asking are the claim itself.
        lent = "" if understand(asked).yes_no or "还是" in asked else asked
        self._texts = {n: "，".join((*evidence[n].headings, quote)) for n, quote in self._quotes.items()}
        self._lent = {n: text + (lent if n in self._answering else "") for n, text in self._texts.items()}

    def of(self, sentence: str) -> Finding:
        """What is found of one sentence."""
        parts = [part for part in (_ORDINAL.sub("", part).strip() for part in _stretches(sentence)) if part]
        said = [part for part in parts if not self._denies(part)]
        whole, sources = "，".join(said), (*self._quotes.values(), *self._allowed, *self._locators)
        if wrong := unsupported(whole, sources):
            return Finding(f"所引条款里没有“{wrong[0].text}”")
        if stray := _stray_digits(whole, sources):
            return Finding(f"所引条款里没有“{stray}”")
        carriers: list[int] = []
        for part in said:
            if _YES.match(part) or _NO.match(part):
                if self._verdict != ("yes" if _YES.match(part) else "no"):
                    return Finding(f"结论“{part}”与条款不符")
                carriers += self._answering
                continue
            finding = self._of_part(part, whole)
            if finding.objection:
                return finding
            carriers += finding.carried_by
        return Finding(carried_by=tuple(dict.fromkeys(carriers))) if carriers else Finding("没有一条依据能支持这句话")

    def _denies(self, part: str) -> bool:
        """Whether `part` only says that a value is not so which indeed no quote states."""
        values = find_values(part) if _DENIED.match(part) else []
        return bool(values) and len(unsupported(part, self._quotes.values())) == len(values)

    def _of_part(self, part: str, whole: str) -> Finding:
        about = terms(part)
        values = [value for value in find_values(part) if not _states("，".join(self._locators), value)]
        if not about and not values:
            return Finding()
        context = about or terms(whole)
        if any(not self._stated(value) for value in values):
            return self._of_sum(part, context, values)
        carrier = max(self._cited, key=lambda n: (_held(context, self._lent[n]), _states_all(self._quotes[n], values)))
        own = _held(about, self._texts[carrier]) if about else 1.0
        if _held(context, self._lent[carrier]) < 1 or not (own or values):
            return Finding(f"所引条款没有说“{part}”")
        for value in values:
            if value.kind != "title" and not self._said_of(value, context):
                return Finding(f"“{value.text}”在条款里说的是另一件事")
        for body in _BODY.findall(part):
            if not self._done_by(body, about):
                return Finding(f"条款里没有说“{body}”做这件事")
        return self._forced(part, context, values, _stretches(self._quotes[carrier]), (carrier,))

    def _of_sum(self, part: str, context: Sequence[str], values: Sequence[Value]) -> Finding:
        """A part with a value that stands in no quote, only in the extractive answer: a count or a sum."""
        if _held(context, "，".join((*self._allowed, *self._lent.values()))) < 1:
            return Finding(f"所引条款没有说“{part}”")
        stretches = [stretch for text in self._allowed for stretch in _stretches(text)]
        return self._forced(part, context, values, stretches, ())

    def _forced(
        self,
        part: str,
        context: Sequence[str],
        values: Sequence[Value],
        stretches: Sequence[str],
        carriers: tuple[int, ...],
    ) -> Finding:
        """Whether the stretches most like `part`, of those with its values, have its force."""
        holding = [s for s in stretches if _states_all(s, values)] or stretches
        top = max(_held(context, s) for s in holding)
        if all(contradicts(part, stretch, bool(values)) for stretch in holding if _held(context, stretch) == top):
            return Finding(f"“{part}”与条款的要求（应当、可以、不得、不少于等）不一致")
        return Finding(carried_by=carriers)

    def _stated(self, value: Value) -> bool:
        return any(_states(quote, value) for quote in self._quotes.values())

    def _said_of(self, value: Value, context: Sequence[str]) -> bool:
        """Whether a cited clause that states `value` states it of what the sentence speaks of."""
        own = [(around, n) for n, quote in self._quotes.items() for around in _around(quote, value)]
        if max(_held(context, self._lent[n]) for _, n in own) < 1:
            return False
        nearest = max(_held(context, around) for around, _ in own)
        others = [s for s in self._everywhere if _states_other(s, value)]
        beside = [s for _, n in own for s in _stretches(self._quotes[n]) if not any(s in around for around, _ in own)]
        return all(_held(context, s) <= nearest for s in others) and all(
            _held(context, s) < nearest + CLEARLY for s in beside
        )

    def _done_by(self, body: str, about: Sequence[str]) -> bool:
        """Whether the clauses say it of `body`: where they name it, and on from there until they name another."""
        deeds = [word for word in about if word not in body]
        runs = [run for quote in self._quotes.values() for run in _runs(quote) if _names(run[0], body)]
        return any(_held(deeds, "，".join(run)) >= DONE for run in runs)


def _stray_digits(text: str, sources: Sequence[str]) -> str:
    """The first number that is no value known to `find_values` and stands in no source."""
    text = without_values(text, " ")
    known = set(_DIGITS.findall(" ".join(map(normalise, sources))))
    return next((digits for digits in _DIGITS.findall(normalise(text)) if digits not in known), "")


def _around(quote: str, value: Value) -> list[str]:
    """The stretches that state `value`; a time also holds for what stands beside it, and a number is whose name does."""
    stretches = _stretches(quote)
    beside = 1 if value.kind in ("date", "period", "year", "phone") else 0
    return [
        "，".join(stretches[max(0, n - beside) : n + beside + 1])
        for n, stretch in enumerate(stretches)
        if _states(stretch, value)
    ]


def _runs(quote: str) -> list[list[str]]:
    """The stretches of `quote`, each that names a body with those after it that name none."""
    runs: list[list[str]] = []
    for stretch in _stretches(quote):
        if runs and not _BODY.search(stretch):
            runs[-1].append(stretch)
        else:
            runs.append([stretch])
    return runs


def _names(stretch: str, body: str) -> bool:
    """Whether `stretch` names the body, whose match may have taken in the characters before its name."""
    shortest = 5 if body.endswith(_OFFICES) else 3
    starts = range(max(0, len(body) - shortest) + 1)
    return any(re.search(re.escape(body[start:]) + "(?![门分署])", stretch) for start in starts)


def _states(stretch: str, value: Value) -> bool:
    return not unsupported(value.text, (stretch,))


def _states_all(stretch: str, values: Sequence[Value]) -> bool:
    return all(_states(stretch, value) for value in values)


def _states_other(stretch: str, value: Value) -> bool:
    """Whether the stretch states a value of the same kind, and not this one."""
    same = any(v.kind == value.kind and v.unit == value.unit for v in find_values(stretch))
    return same and not _states(stretch, value)


@lru_cache(maxsize=4096)
def _stretches(text: str) -> tuple[str, ...]:
    """`text` cut at its commas, and where several values of a kind stand between two of them, at 和 and 、 too."""
    cut = []
    for stretch in _PART.split(text):
        kinds = [value.kind for value in find_values(stretch) if value.kind != "title"]
        cut += _AND.split(stretch) if len(kinds) > len(set(kinds)) else [stretch]
    return tuple(stretch for stretch in (s.strip() for s in cut) if stretch)


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[str, ...]:
    """The content words of `text`, each once: no values, no bounds, no force, no words of saying."""
    text = FORCE.sub(" ", MAX.sub(" ", MIN.sub(" ", without_values(text, " "))))
    found = dict.fromkeys(word for word in words(text) if word not in STOP and not _SAYING.fullmatch(word))
    return tuple(word for word in found if len(word) > 1)


def _held(wanted: Sequence[str], text: str) -> float:
    """Share of the wanted words that `text` holds, weighed by length; 1 where none is wanted."""
    plain = normalise(text)
    whole = sum(map(len, wanted))
    return sum(len(word) for word in wanted if word in plain) / whole if whole else 1.0
