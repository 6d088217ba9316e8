"""What several documents each say on one matter (运河法和船闸办法对过闸费分别怎么规定, 过闸费运河法里怎么说，船闸办法里又怎么说), or on
what is told of one and asked of another: the question put to each of them, and their answers told apart. Knows how documents
are named together, not which there are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.draft import Draft, Said, citation_of
from assistant.retrieval.named import Mention, Names
from assistant.retrieval.places import named_together
from assistant.understanding.asking import ASKS
from assistant.understanding.question import Question, content_terms, is_yes_no
from assistant.understanding.values import Bound, Value, find_values
from assistant.verdicts.verdict import Judgement, verdict_of
from store.index import Index
from store.records import Document

_AND = re.compile(r"\s*(?:以及|还有|[和与及跟同、])\s*")
_PIECE = re.compile(r"[^,，。;；?？]+")
_SAYS = (
    r"(?:怎么|如何|咋|怎样)(?:说|讲|写|规定|要求)|(?:有|是|做了?|作了?)?(?:哪些|什么|啥|何)(?:样的)?(?:规定|要求|说法)"
)
_TURNS = re.compile("又|呢|则|那")
_ALL = re.compile("都(?=[是为要得有])")
_EACH = re.compile("分别|各自|各(?![项类种地省市级个部单方界])")
_COMPARED = re.compile(
    r"(?:的?(?:规定|要求|说法)|之间)*(?:到底|究竟)?(?:有|是)?(?:没有)?(?:什么|哪些|何|啥)?(?:区别|不同|差别|差异|变化|不一样|一样吗|一致吗|相同吗)(?:之处|的地方)?[吗呢啊?？。]*$"
)
# What a piece says besides its document where it only asks what that says.
_ONLY_ASKS = re.compile(rf"(?:请问|那么?|而|但|对此|又|也|都|是|呢|的|了|{_SAYS}|[\s?？,，])*")
_ASKS_SAYS = re.compile(rf"(?:又|是|都|的)*(?:{_SAYS}|规定|要求)的?[呢啊?？。]*$")
_FOREWORD = re.compile("^(?:请问|问一?下|那么?|关于|对于?|针对|就(?!业))*")
_AS_FOR = re.compile("(?:这一?[块点]|(?:这一?)?方面)(?:的?(?:规定|要求))?$")
_IN, _INSIDE = re.compile("(?:在|按照?|根据)$"), re.compile("^(?:里面?|中(?!标)|上(?![市级诉])|的)+")
_SAME = re.compile("一样|相同|一致")
_UPPER, _LOWER = re.compile("上限|最[高多长大]|封顶|至多"), re.compile("下限|最[低少短小]|起点|至少")
_FEW = 2
# 两地的摊位费都是多少: each of the places.
_TOGETHER = re.compile(f"^(?:[这那]?[两几三四](?:个?(?:城市|地方?|市|县|区|省|边)))|{_EACH.pattern}|都(?=[是有能可要])")
_WHICH = re.compile("哪一?[个边里家地]|谁[更比的]|之间|到")


def each_document(text: str, names: Names, as_of: date) -> tuple[tuple[Document, str], ...]:
    """The documents that normalised `text` names together, with what it asks each of them to say; () where it does not ask
    several. A matter alone finds what is said on it: 规定 stands in many clauses."""
    text = names.versions_apart(text, as_of)
    mentions = names.mentions(text, as_of)
    if len({mention.document.id for mention in mentions}) < len(mentions) or len(mentions) < _FEW:
        return ()
    asked = _together(text, mentions) or _in_turn(text, mentions)
    asked_of = [asked] * len(mentions) if asked else _told_and_asked(text, mentions)
    matters = [_AS_FOR.sub("", _FOREWORD.sub("", _ASKS_SAYS.sub("", one)).strip(",， ")) for one in asked_of]
    if not matters or not all(map(content_terms, matters)):
        return ()
    return tuple(
        (one.document, matter if one.document.held else one.name + matter)
        for one, matter in zip(mentions, matters, strict=True)
    )


def each_subject(text: str, names: Names, as_of: date) -> tuple[tuple[Document, str], ...]:
    """The laws on the two subjects of which normalised `text` asks whether the same is ruled on them, with what it asks each of
    them to say (航道收费和船闸收费，罚款的上限一样吗); () for another question."""
    same = (_SAME.search(text) and is_yes_no(text)) or _asks_all(text)
    return each_document(names.subjects_as_laws(text), names, as_of) if same else ()


def each_of_places(text: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Normalised `text` asked of each of the places of documents that it names together (柳湾和白沙的摊位费分别多少); () where it
    names none so, or asks which of them it is."""
    before, places, behind = named_together(text, documents)
    if not places or _WHICH.search(behind):
        return ()
    matter = _COMPARED.sub("", _TOGETHER.sub("", behind))
    return tuple(f"{before}{place}{matter}" for place in places) if content_terms(matter) else ()


def _together(text: str, mentions: Sequence[Mention]) -> str:
    """What is asked in 甲法和乙法对某事怎么规定, without the documents; "" for another question."""
    gaps = [text[one.end : other.start] for one, other in pairwise(mentions)]
    before, after = text[: mentions[0].start], text[mentions[-1].end :]
    asks = _COMPARED.search(after) or _EACH.search(after) or re.search(_SAYS, after) or _asks_all(after)
    if not asks or not all(_AND.fullmatch(gap) for gap in gaps):
        return ""
    return _IN.sub("", before) + _INSIDE.sub("", without_comparison(after))


def without_comparison(text: str) -> str:
    """Normalised `text` without the words that ask how things differ, or that each is meant."""
    return _EACH.sub("", _COMPARED.sub("", text))


def _asks_all(text: str) -> bool:
    """Whether a figure is asked about that all are said to have: 期限是不是都是三十日."""
    return bool(_ALL.search(text) and is_yes_no(text) and find_values(text))


def _in_turn(text: str, mentions: Sequence[Mention]) -> str:
    """What is asked in 某事甲法里怎么说，乙法里又怎么说 and 甲法对某事怎么说，乙法呢; "" where that is not the same of each."""
    lead, own = _pieces(text, mentions)
    matters = [one for one in (lead, *own) if not _ONLY_ASKS.fullmatch(one)]
    return matters[0] if own and re.search(_SAYS, text) and len(matters) == 1 else ""


def _told_and_asked(text: str, mentions: Sequence[Mention]) -> list[str]:
    """What is told of one document and asked of another (船闸办法要收过闸费，运河法对夜航又怎么规定), by document; [] for another
    question."""
    lead, own = _pieces(text, mentions)
    asks = [bool(ASKS.search(one) or is_yes_no(one)) for one in own]
    return own if not lead and asks == [False, True] and _TURNS.search(own[1]) else []


def _pieces(text: str, mentions: Sequence[Mention]) -> tuple[str, list[str]]:
    """The piece of a text before those that each name a document, "" without one, and what each of these says besides; no such
    where the pieces do not name one each."""
    pieces = [(piece.start(), piece.end()) for piece in _PIECE.finditer(text)]
    by_piece = [[m for m in mentions if start <= m.start and m.end <= end] for start, end in pieces]
    lead = "" if by_piece[0] else text[slice(*pieces[0])]
    pieces, by_piece = (pieces[1:], by_piece[1:]) if lead else (pieces, by_piece)
    if [len(named) for named in by_piece] != [1] * len(mentions):
        return lead, []
    return lead, [
        _IN.sub("", text[start : m.start]) + _INSIDE.sub("", text[m.end : end])
        for (start, end), (m,) in zip(pieces, by_piece, strict=True)
    ]


def told_apart(index: Index, drafts: Sequence[Draft], documents: Sequence[Document | None]) -> list[Draft]:
    """Answers whose statements each tell the document that they are from: that which was asked, where one was; by its full name
    where another version of it was asked, too."""
    titles = [document.short_title for document in documents if document]
    alike = [document and titles.count(document.short_title) > 1 for document in documents]
    titled = [replace(draft, said=tuple(_titled(index, one) for one in draft.said)) for draft in drafts]
    return [
        _by_full_name(draft, document) if several and document else draft
        for draft, document, several in zip(titled, documents, alike, strict=True)
    ]


def _by_full_name(draft: Draft, document: Document) -> Draft:
    short = f"《{document.short_title}》"
    said = tuple(replace(one, text=one.text.replace(short, document.full_name)) for one in draft.said)
    return replace(draft, said=said, allowed=(*draft.allowed, document.full_name))


def with_sameness(question: Question, drafts: Sequence[Draft]) -> list[Draft]:
    """The answers of two documents, behind whether they are the same where that is asked: those that state the very values of
    each kind that both state are, those that share none are not; behind whether both have the figure that all are asked to
    have. As they are where this does not tell."""
    same, all_have = question.yes_no and _SAME.search(question.text), _asks_all(question.text)
    if not (same or all_have) or len(drafts) != _FEW or any(draft.refused for draft in drafts):
        return list(drafts)
    end: Bound = "max" if _UPPER.search(question.text) else "min" if _LOWER.search(question.text) else ""
    stated = [_values(draft, end) for draft in drafts]
    judgement = _all_have(question, stated) if all_have else _alike(*stated)
    if judgement is None:
        return list(drafts)
    bare = [_without_lead(draft) for draft in drafts]
    first, *rest = bare[0].said
    said = (replace(first, text=judgement.lead + first.text), *rest)
    return [replace(bare[0], said=said, judgement=judgement), *bare[1:]]


def _alike(one: Sequence[Value], other: Sequence[Value]) -> Judgement | None:
    """Whether values are the same; None where some are and others are not, or none can be."""
    shared = {value.kind for value in one} & {value.kind for value in other} - {"title", "number"}
    sizes = [{_size(value) for value in values if value.kind in shared} for values in (one, other)]
    if not shared or (sizes[0] != sizes[1] and sizes[0] & sizes[1]):
        return None
    return Judgement("yes", "一样。") if sizes[0] == sizes[1] else Judgement("no", "不一样。")


def _size(value: Value) -> tuple[object, ...]:
    """What tells a value from others; a day, which has no size, by its words."""
    return value.kind, value.unit, value.text if value.size is None else value.size


def _all_have(question: Question, stated: Sequence[Sequence[Value]]) -> Judgement | None:
    """Whether the figure asked about is among the values of each; None where one states no figure of the kind."""
    asked = question.values[0]
    sizes = [{(v.unit, v.size) for v in values if v.kind == asked.kind} for values in stated]
    if not all(sizes):
        return None
    return verdict_of(question, "yes" if all((asked.unit, asked.size) in some for some in sizes) else "no")


def _without_lead(draft: Draft) -> Draft:
    lead, (first, *rest) = draft.judgement.lead if draft.judgement else "", draft.said
    return replace(draft, said=(replace(first, text=first.text.removeprefix(lead)), *rest), judgement=None)


def _values(draft: Draft, end: Bound) -> list[Value]:
    """The values that an answer states behind the titles, without those at the other end than that asked for (上限)."""
    values = find_values("".join(said.text.partition("：")[2] for said in draft.said))
    return [value for value in values if not end or value.bound in (end, "")]


def _titled(index: Index, said: Said) -> Said:
    if not said.places or f"《{index.documents[said.places[0][0]].short_title}》" in said.text:
        return said
    return replace(said, text=f"{citation_of(index, said.places[0]).locator}：{said.text}")
