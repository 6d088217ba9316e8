"""What several documents each say on one matter (运河法和船闸办法对过闸费分别怎么规定, 过闸费运河法里怎么说，船闸办法里又怎么说): the
question put to each of them, and their answers told apart. Knows how documents are named together, not which there are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from assistant.draft import Draft, Said, citation_of
from assistant.retrieval.named import Mention, Names
from assistant.understanding.question import Question, content_terms
from assistant.understanding.values import find_values
from assistant.verdicts.verdict import Judgement
from store.index import Index
from store.records import Document

_AND = re.compile(r"\s*(?:以及|还有|[和与及跟同、])\s*")
_PIECE = re.compile(r"[^,，。;；?？]+")
_SAYS = (
    r"(?:怎么|如何|咋|怎样)(?:说|讲|写|规定|要求)|(?:有|是|做了?|作了?)?(?:哪些|什么|啥|何)(?:样的)?(?:规定|要求|说法)"
)
_EACH = re.compile("分别|各自|各(?![项类种地省市级个部单方界])")
_COMPARED = re.compile(
    r"(?:的?(?:规定|要求|说法)|之间)*(?:到底|究竟)?(?:有|是)?(?:没有)?(?:什么|哪些|何|啥)?(?:区别|不同|差别|差异|不一样|一样吗|一致吗|相同吗)(?:之处|的地方)?[吗呢啊?？。]*$"
)
# What a piece says besides its document where it only asks what that says.
_ONLY_ASKS = re.compile(rf"(?:请问|那么?|而|但|对此|又|也|都|是|呢|的|了|{_SAYS}|[\s?？,，])*")
_ASKS_SAYS = re.compile(rf"(?:又|是|都|的)*(?:{_SAYS}|规定|要求)的?[呢啊?？。]*$")
_FOREWORD = re.compile("^(?:请问|问一?下|那么?|关于|对于?|针对|就(?!业))*")
_IN, _INSIDE = re.compile("(?:在|按照?|根据)$"), re.compile("^(?:里面?|中(?!标)|上(?![市级诉])|的)+")
_SAME = re.compile("一样|相同|一致")
_FEW = 2


def each_document(text: str, names: Names, as_of: date) -> tuple[tuple[Document, str], ...]:
    """The documents that normalised `text` names together, with what it asks each of them to say; () where it does not ask
    several. A matter alone finds what is said on it: 规定 stands in many clauses."""
    mentions = names.mentions(text, as_of)
    if len({mention.document.short_title for mention in mentions}) < len(mentions) or len(mentions) < _FEW:
        return ()
    asked = _together(text, mentions) or _in_turn(text, mentions)
    matter = _FOREWORD.sub("", _ASKS_SAYS.sub("", asked)).strip(",， ")
    matter = matter if content_terms(matter) else ""
    return (
        tuple((one.document, matter if one.document.held else one.name + matter) for one in mentions) if matter else ()
    )


def _together(text: str, mentions: Sequence[Mention]) -> str:
    """What is asked in 甲法和乙法对某事怎么规定, without the documents; "" for another question."""
    gaps = [text[one.end : other.start] for one, other in pairwise(mentions)]
    before, after = text[: mentions[0].start], text[mentions[-1].end :]
    compared = _COMPARED.search(after)
    asks = compared or _EACH.search(after) or re.search(_SAYS, after)
    if not asks or not all(_AND.fullmatch(gap) for gap in gaps):
        return ""
    return _IN.sub("", before) + _INSIDE.sub("", _EACH.sub("", _COMPARED.sub("", after)))


def _in_turn(text: str, mentions: Sequence[Mention]) -> str:
    """What is asked in 某事甲法里怎么说，乙法里又怎么说 and 甲法对某事怎么说，乙法呢; "" where that is not the same of each."""
    pieces = [(piece.start(), piece.end()) for piece in _PIECE.finditer(text)]
    by_piece = [[m for m in mentions if start <= m.start and m.end <= end] for start, end in pieces]
    lead = "" if by_piece[0] else text[slice(*pieces[0])]
    pieces, by_piece = (pieces[1:], by_piece[1:]) if lead else (pieces, by_piece)
    if [len(named) for named in by_piece] != [1] * len(mentions) or not re.search(_SAYS, text):
        return ""
    own = [
        _IN.sub("", text[start : m.start]) + _INSIDE.sub("", text[m.end : end])
        for (start, end), (m,) in zip(pieces, by_piece, strict=True)
    ]
    matters = [one for one in (lead, *own) if not _ONLY_ASKS.fullmatch(one)]
    return matters[0] if len(matters) == 1 else ""


def told_apart(index: Index, draft: Draft) -> Draft:
    """An answer whose statements each tell the document that they are from."""
    return replace(draft, said=tuple(_titled(index, one) for one in draft.said))


def with_sameness(question: Question, drafts: Sequence[Draft]) -> list[Draft]:
    """The answers of two documents, behind whether they are the same where that is asked: those that state the very values of
    each kind that both state are, those that share none are not. As they are where this does not tell."""
    if not question.yes_no or not _SAME.search(question.text) or len(drafts) != _FEW or any(d.refused for d in drafts):
        return list(drafts)
    one, other = (find_values("".join(said.text.partition("：")[2] for said in draft.said)) for draft in drafts)
    shared = {value.kind for value in one} & {value.kind for value in other} - {"title", "number"}
    sizes = [{(v.kind, v.unit, v.size) for v in values if v.kind in shared} for values in (one, other)]
    if not shared or (sizes[0] != sizes[1] and sizes[0] & sizes[1]):
        return list(drafts)
    judgement = Judgement("yes", "一样。") if sizes[0] == sizes[1] else Judgement("no", "不一样。")
    first, *rest = drafts[0].said
    said = (replace(first, text=judgement.lead + first.text), *rest)
    return [replace(drafts[0], said=said, judgement=judgement), *drafts[1:]]


def _titled(index: Index, said: Said) -> Said:
    if not said.places or f"《{index.documents[said.places[0][0]].short_title}》" in said.text:
        return said
    return replace(said, text=f"{citation_of(index, said.places[0]).locator}：{said.text}")
