"""Support: whether the clauses that a written sentence cites carry it, part by part.

A sentence is taken apart at its commas. Each part must stand on one cited clause: its words in the clause's words, its
values in the clause and said of the same thing, its force (必须, 可以, 不得, 不用) and its bounds (不少于, 不超过) the
clause's own. Knows how rules are worded, not what a rule says. What it cannot follow, it refuses.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer import Citation, Verdict
from assistant.asking import STOP
from assistant.values import Value, find_values
from assistant.verify import unsupported
from store.text import normalise, words

# A part is carried by a clause that holds this share of its words, counted in characters.
HELD = 0.6
# A value belongs to the stretch between commas that it stands in, unless another matches what is said of it this much better.
CLEARLY = 0.3

_PART = re.compile(r"[，,；;：:。！!？?\n]")
_ORDINAL = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\(?\d+[.、)）])"
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_SAYING = re.compile(
    "根据|按照|依据|规定|其中|此外|同时|另外|以及|包括|应当|必须|可以|不得|不能|需要|要求|进行|相关|有关|明确|条款|文件|通知|分别|及其|等等|如下"
    "|例如|主要|属于|比例|金额|数量|时间|期限|截止|日期|之前|以前|以上|以下|至少|最多"
)
_MIN = re.compile(r"不(?:得|能|应|可)?(?:少|低|小)于|至少|最少|起码|以上")
_MAX = re.compile(r"不(?:得|能|应|可)?(?:多|高|大)于|不(?:得|能|应|可)?超过|至多|最多|以内|之内|以下")
_FORBID = re.compile(
    r"不得|不能|不可以?(?!或缺)|不予|不准|不许|禁止|严禁|不应|不要(?!求)|不再|避免|不允许|不受理|不接受|不纳入"
)
_EXEMPT = re.compile(r"无需|无须|不需|不必|不用|免于|不要求|可不")
_MUST = re.compile(
    r"必须|务必|应(?![用对急收付])|须(?!知)|需要?(?!求)|(?<![主重必简需摘概不])要(?![求素点件闻])|一律|只能"
)
_MAY = re.compile(
    r"(?<!不)可以|(?<![不许认])可(?![能行靠持信见以])|(?<!不)允许|能够|(?<![不可职功性动产才])能(?![力源效够])|有权|自愿"
)
_SOFT = re.compile(r"可|鼓励|引导|支持|优先|原则上|有条件的|探索|自愿")
_NEGATED = re.compile(
    r"不(?![断仅同限良一但管])|没|未(?!来)|无(?![形论])|非(?![常公遗])|除外|排除|禁止|严禁|避免|拒绝|免"
)
_YES = re.compile(r"^(?:是|是的|对|可以|能|能够|有|需要|要|会|应当|必须|允许|算|属于)$")
_NO = re.compile(r"^(?:不是|不对|否|不可以|不能|不行|没有|不需要|不用|不会|不必|不得|不允许|不算|不属于|并非)$")
_DENIED = re.compile(r"^(?:并?不是|并非|而不是|而非|不为)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote with the headings it stands under, which say what it is about."""

    citation: Citation
    headings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Everything that may carry a sentence."""
        return "，".join((*self.headings, self.citation.quote))


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a sentence ("" if nothing), in words the model is told; and the evidence that carries it."""

    objection: str = ""
    carried_by: tuple[int, ...] = ()


def examine(
    sentence: str,
    cited: Sequence[int],
    evidence: Sequence[Evidence],
    verdict: Verdict | None = None,
    allowed: Sequence[str] = (),
) -> Finding:
    """Examine a sentence without its marks. `cited` are positions in `evidence`; `verdict` is the one already reached;
    `allowed` are checked texts whose values may be said (the extractive answer with its counts and sums)."""
    quotes = [evidence[n].citation.quote for n in cited]
    parts = [part for part in (_ORDINAL.sub("", part).strip() for part in _PART.split(sentence)) if part]
    denied, said = _denied(parts, quotes)
    if wrong := unsupported("，".join(said), quotes, allowed):
        return Finding(f"所引条款里没有“{wrong[0].text}”")
    if stray := _stray_digits("，".join(said), (*quotes, *allowed)):
        return Finding(f"所引条款里没有“{stray}”")
    carriers: list[int] = []
    for part in said:
        if _YES.match(part) or _NO.match(part):
            if verdict != ("yes" if _YES.match(part) else "no"):
                return Finding(f"结论“{part}”与条款不符")
            continue
        finding = _examine_part(part, said, cited, evidence, allowed)
        if finding.objection:
            return finding
        carriers += finding.carried_by
    if not carriers:
        return Finding("没有一条依据能支持这句话" if not denied else f"没有说出“{denied[0]}”以外的正确内容")
    return Finding(carried_by=tuple(dict.fromkeys(carriers)))


def _denied(parts: Sequence[str], quotes: Sequence[str]) -> tuple[list[str], list[str]]:
    """The parts that say a value is not so, which the quotes must not state, and the others."""
    denied = [
        part
        for part in parts
        if _DENIED.match(part) and (values := find_values(part)) and len(unsupported(part, quotes)) == len(values)
    ]
    return denied, [part for part in parts if part not in denied]


def _stray_digits(text: str, sources: Sequence[str]) -> str:
    """The first number that is no value known to `find_values` and stands in no source."""
    for value in reversed(find_values(text)):
        text = text[: value.start] + " " + text[value.end :]
    known = set(_DIGITS.findall(" ".join(map(normalise, sources))))
    return next((digits for digits in _DIGITS.findall(normalise(text)) if digits not in known), "")


def _examine_part(
    part: str, said: Sequence[str], cited: Sequence[int], evidence: Sequence[Evidence], allowed: Sequence[str]
) -> Finding:
    about = terms(part)
    values = [value for value in find_values(part) if value.size is not None or value.kind in ("date", "year", "phone")]
    if not about and not values:
        return Finding()
    context = about if len("".join(about)) > 3 else tuple(dict.fromkeys(about + terms("，".join(said))))
    share, best = max((_held(about or context, evidence[n].text), -i) for i, n in enumerate(cited))
    carrier = cited[-best]
    if context and share < HELD:
        return Finding(f"所引条款没有说“{part}”")
    for value in values:
        if not _said_of(value, context, [evidence[n] for n in cited], evidence, allowed):
            return Finding(f"“{value.text}”在条款里说的是另一件事")
    stretches = _stretches(evidence[carrier].citation.quote)
    holding = [s for s in stretches if all(_states(s, value) for value in values)] or stretches
    top = max(_held(context, s) for s in holding)
    nearest = [s for s in holding if _held(context, s) == top]
    if all(_contradicts(part, stretch) for stretch in nearest):
        return Finding(f"“{part}”与条款的要求（应当、可以、不得、不少于等）不一致")
    return Finding(carried_by=(carrier,))


def _said_of(
    value: Value,
    context: Sequence[str],
    cited: Sequence[Evidence],
    evidence: Sequence[Evidence],
    allowed: Sequence[str],
) -> bool:
    """Whether the cited clause that states `value` states it of what the sentence speaks of."""
    own = [(s, e) for e in cited for s in _stretches(e.citation.quote) if _states(s, value)]
    if not own:
        return not unsupported(value.text, (), allowed)
    if not context:
        return True
    if max(_held(context, e.text) for _, e in own) < HELD:
        return False
    rivals = [s for _, e in own for s in _stretches(e.citation.quote) if not _states(s, value)]
    rivals += [s for e in evidence for s in _stretches(e.citation.quote) if _has_other(s, value)]
    nearest = max(_held(context, s) for s, _ in own)
    return all(_held(context, rival) < nearest + CLEARLY for rival in rivals)


def _states(stretch: str, value: Value) -> bool:
    return not unsupported(value.text, (stretch,))


def _has_other(stretch: str, value: Value) -> bool:
    """Whether the stretch states a value of the same kind, and not this one."""
    return any(v.kind == value.kind and v.unit == value.unit for v in find_values(stretch)) and not _states(
        stretch, value
    )


def _contradicts(part: str, stretch: str) -> bool:
    """Whether force or bounds of `part` are not those of `stretch`."""
    if bool(_MIN.search(part)) != bool(_MIN.search(stretch)) or bool(_MAX.search(part)) != bool(_MAX.search(stretch)):
        return True
    part, stretch = (_MAX.sub("", _MIN.sub("", text)) for text in (part, stretch))
    if bool(_NEGATED.search(part)) != bool(_NEGATED.search(stretch)):
        return True
    if _EXEMPT.search(part):
        return not _EXEMPT.search(stretch)
    if _FORBID.search(part):
        return bool(_EXEMPT.search(stretch))
    if _MUST.search(part):
        return not _MUST.search(stretch) and bool(_SOFT.search(stretch))
    return bool(_MAY.search(part)) and not _MAY.search(stretch)


@lru_cache(maxsize=4096)
def _stretches(quote: str) -> tuple[str, ...]:
    return tuple(stretch for stretch in (s.strip() for s in _PART.split(quote)) if stretch)


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[str, ...]:
    """The content words of `text`, each once: no values, no words of saying."""
    for value in reversed(find_values(text)):
        text = text[: value.start] + " " + text[value.end :]
    found = dict.fromkeys(word for word in words(text) if word not in STOP and not _SAYING.fullmatch(word))
    return tuple(word for word in found if len(word) > 1)


def _held(wanted: Sequence[str], text: str) -> float:
    """Share of the wanted words that `text` holds, weighed by length; 1 where none is wanted."""
    plain = normalise(text)
    whole = sum(map(len, wanted))
    return sum(len(word) for word in wanted if word in plain) / whole if whole else 1.0
