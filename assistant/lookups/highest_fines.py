"""The highest fines that a whole law knows, where a question names the law and no deed: 航道法罚款最高多少. Each law sets several, by
the deed: the highest of those that are an amount, and of those that are several times or a share of one, are told with all
articles that set them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.catalogue.introduce import without_names
from assistant.draft import Draft, Place, Said
from assistant.reading.read import nodes_at
from assistant.understanding.question import Question
from assistant.understanding.values import find_values
from store.index import Index
from store.records import Document

_MOST = r"(?:最[高多大]|顶格|上限|封顶)"
_ASKS = re.compile(
    rf"(?:新|旧|老|现行|现在|目前|里面?|里头|中|上|规定|一共|的)*(?:罚款?|罚金|处罚)(?:的|数额|金额|额度|是|一共)*{_MOST}"
    r"(?:的|数额|金额|是|能|会|可以|可|要|罚|到|为)*(?:多少|几[万倍百千亿]|多大)(?:钱|万|元|啊|呀|呢|[?？\s])*"
    rf"|(?:新|旧|老|现行|现在|目前|里面?|里头|中|上|规定|的)*{_MOST}(?:能|会|可以|可|要|的)*(?:罚款?|处罚)(?:到|是|为)*(?:多少|几[万倍百千亿]|多大)(?:钱|万|元|啊|呀|呢|[?？\s])*"
)
_FINE = re.compile("(?<![^处])[^，。；：处]{2,30}?罚款|(?<=处)[^，。；：处]{2,30}?罚款")
_KINDS = {"amount": "数额", "count": "倍数", "share": "比例"}
_PLACES = 4  # articles that are named with one fine


@dataclass(frozen=True, slots=True)
class _Fine:
    """A fine as a clause words it, its highest value, and where it stands."""

    words: str
    kind: str
    most: Decimal
    place: Place
    article: str


def say_highest_fines(index: Index, meant: Sequence[Document], question: Question) -> Draft | None:
    """The highest fines of the one law `meant`; None where another thing is asked, or it sets none by figures."""
    if len(meant) != 1 or not meant[0].held or meant[0].kind != "statute":
        return None
    rest = without_names(question.text, meant[0])
    fines = list(_fines(index, meant[0])) if rest != question.text and _ASKS.fullmatch(rest.strip()) else []
    said = tuple(_said(name, [one for one in fines if one.kind == kind]) for kind, name in _KINDS.items())
    said = tuple(one for one in said if one.text)
    if not said:
        return None
    lead = f"《{meant[0].short_title}》的罚款按行为各有规定。"
    first = Said(lead + said[0].text, said[0].places)
    return Draft((first, *said[1:]), allowed=(lead,))


def _said(name: str, fines: Sequence[_Fine]) -> Said:
    most = max((one.most for one in fines), default=Decimal(0))
    highest = [one for one in fines if one.most == most]
    if not highest:
        return Said("")
    articles = list(dict.fromkeys(one.article for one in highest))
    named = "、".join(articles[:_PLACES]) + "等" * (len(articles) > _PLACES)
    return Said(f"按{name}最高的是{highest[0].words}（{named}）。", tuple(one.place for one in highest[:_PLACES]))


def _fines(index: Index, document: Document) -> Iterator[_Fine]:
    for clause in index.clauses(document.id):
        for found in _FINE.finditer(clause.text):
            values = [v for v in find_values(found[0]) if v.kind in _KINDS and v.size]
            if values:
                most = max(values, key=lambda value: value.size or 0)
                around = (n.locator for n in nodes_at(index, document.id, clause.start) if n.kind == "article")
                article = next(around, "").rpartition("》")[2]
                place = (document.id, clause.start, clause.end)
                yield _Fine(found[0], most.kind, Decimal(most.size or 0), place, article)
