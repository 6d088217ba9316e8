"""Named: which documents, and which article of one, a question names (预算法第四十四条第二款, 财办建〔2020〕40号).

Works on normalised text. A name is one that the catalogue gives: title, short title, number or alias.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.retrieval.standing import in_force
from store.numerals import parse_number
from store.records import STATE, Document, Node
from store.text import normalise

NUMERAL = r"[零〇一二三四五六七八九十百千\d]+"
_LAST = "最后一?|最末一?|末"
_OF = r"\s*(?:里面?|中)?的?[,，、]?\s*"
_REFERENCE = re.compile(
    rf"(?:(?:第(?P<chapter>{NUMERAL})章的?)?(?:倒数第?(?P<from_end>{NUMERAL})|(?P<last>{_LAST}))条"
    rf"|(?P<marked>第)?(?P<article>{NUMERAL})条(?:之(?P<inserted>{NUMERAL}))?)"
    rf"(?:{_OF}第?(?P<paragraph>{NUMERAL}|{_LAST})款)?(?:{_OF}第?(?:[(]?(?P<item>{NUMERAL}|{_LAST})[)]?项|[(](?P<bracketed>{NUMERAL})[)]))?"
)
# An article by its mere number, where no more is said: 预算法44.
_MERE = re.compile(r"[^?？]{1,24}?(?:法|法典|条例|办法|规定|细则|规则)[》>]?\s?(?!(?:19|20)\d\d)(\d{1,4})[?？。]?")
_IS_LAST, _CHAPTER = re.compile(_LAST), re.compile(f"第{NUMERAL}章")
# A title of a kind that states rules, right before an article's number, whether or not the catalogue knows it.
TITLE_ENDS = "(?:法|法典|条例|办法|规定|细则|规则|决定|解释|通知|意见)"
_TITLE = re.compile(rf"([一-鿿]{{1,24}}{TITLE_ENDS})[》>]?(?:里面?|中)?(?:规定)?的?$")
# What follows a statute's name when another document is meant: 专利法实施细则.
_OTHER = r"(?!实施条例|实施细则|实施办法|司法解释|解释|修正案)"
_SHORTEST_SUBJECT = 2  # characters of what a law is on, which its name says before 法
_SHORTEST = 3  # characters of a name that stands free, or with what quotes it; 通知 alone may mean anything
# What follows a short name where it is one beside another, as nothing else is.
_AS_DOCUMENT = re.compile(r"里|中(?!标)|上|又|呢|是怎|对(?!方)|关于|规定|要求|怎么|如何|分别|各自|[和与跟及、]|以及|$")
_LETS, _BEGINS = re.compile("让|允许|鼓励|支持"), re.compile("(?:^|[,，。;；])$")  # 码头通知让我们等 is of none
_NEW = re.compile(r"新(?:版|修订|修改|的)?的?$|\b(?:new|revised|coming) $")
_OLD = re.compile(r"(?:旧|老|原|修[订改]前)(?:版)?的?$|\b(?:old|former|previous) $")
_YEAR, _YEAR_BEHIND = (
    re.compile(r"(20\d\d)年?(?:修[订正改]|新?版)?的?[《 ]?$"),
    re.compile(r"^[》]?(?:[(]| of )?(20\d\d)"),
)
# Right before a document's name: which of its versions is meant; and that both are.
_VERSION_BEFORE = re.compile(r"(?:20\d\d年?(?:修[订正改]|新?版)?的?|(?<![新旧老])[新旧老原](?:版)?的?|现行的?)$")
_EACH_VERSION = "新旧|新老|修[订正改]前后"
_BOTH_BEFORE = re.compile(f"(?:{_EACH_VERSION})(?:两[部个版])?的?$")
_BOTH_BEHIND = re.compile(rf"的?(?:{_EACH_VERSION}|新法[和与跟、]旧法|旧法[和与跟、]新法)(?:法|(?:两[部个])?版本?)?的?")
_VERSION_WORDS = re.compile(r"20\d\d年?(?:修[订正改]|新?版)?的?|[新旧老原](?:版)?的?(?=$)|修[订改][前后]的?")


@dataclass(frozen=True, slots=True)
class Reference:
    """An article that a question names; `paragraph` and `item` are 0 where none is. Below 0 they are counted from the end,
    the article in its `chapter` if that is not 0. `title` is as written, "" without one. `rest` is the question without
    the reference."""

    title: str
    article: int
    inserted: int  # 1 in 第十条之一, else 0
    paragraph: int
    item: int
    rest: str
    chapter: int = 0

    @property
    def locator(self) -> str:
        """第六十五条第二款, in digits where the question's own words don't matter: 第65条第2款."""
        chapter = f"第{self.chapter}章" if self.chapter else ""
        inserted = f"之{self.inserted}" if self.inserted else ""
        paragraph = f"{_nth(self.paragraph)}款" if self.paragraph else ""
        item = (f"第（{self.item}）" if self.item > 0 else _nth(self.item)) + "项" if self.item else ""
        return f"{chapter}{_nth(self.article)}条{inserted}{paragraph}{item}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A document that a text names from `start` to `end`, by what `name`."""

    start: int
    end: int
    name: str
    document: Document


def find_reference(text: str) -> Reference | None:
    """The first article that normalised `text` names by number. 三条 in 有哪三条 counts articles and names none; 预算法四十四条
    is one, as short figures (办法三条) need not be. 最后一条 is one behind a title, else an item of what was listed."""
    if mere := _MERE.fullmatch(text):
        text = f"{text[: mere.start(1)]}第{mere[1]}条"
    for match in _REFERENCE.finditer(text):
        title = title_before(text[: match.start()])
        figure = match["article"]
        if not match["marked"] and not (title and (not figure or figure.isdigit() or len(figure) > 1)):
            continue
        article = _value(figure) if figure else -_value(match["from_end"] or "1")
        inserted, paragraph = (_value(match[part] or "") for part in ("inserted", "paragraph"))
        item = _value(match["item"] or match["bracketed"] or "")
        rest = text[: title.start(1) if title else match.start()].rstrip("《") + text[match.end() :]
        rest, chapter = _VERSION_WORDS.sub("", rest), _value(match["chapter"] or "")
        return Reference(title[1] if title else "", article, inserted, paragraph, item, rest, chapter)
    return None


def title_before(text: str) -> re.Match[str] | None:
    """The title of a document, as the first group, with which normalised `text`, what stands before a number, ends."""
    return _TITLE.search(text)


class Names:
    """The names of documents, to be found in questions."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents: dict[str, list[Document]] = {}
        for document in documents:
            names = {document.title, document.short_title, document.number, *document.aliases}
            names |= {name.removeprefix(STATE) for name in names}
            for name in filter(None, map(normalise, names)):
                self._documents.setdefault(name, []).append(document)
        longest_first = sorted(self._documents, key=len, reverse=True)
        self._pattern = re.compile(f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'}){_OTHER}")
        laws = [name.removesuffix("法") for name in longest_first if name.endswith("法")]
        on = "|".join(re.escape(law) for law in laws if len(law) >= _SHORTEST_SUBJECT) or "(?!)"
        self._two_subjects = re.compile(
            rf"(?P<one>{on})法?(?P<of>[一-鿿]{{0,4}}?)[和与跟同及、](?P<other>{on})法?(?P=of)(?=[,，的])"
        )

    def find(self, text: str, as_of: date) -> list[Document]:
        """The documents named in normalised `text`, in order, each in the version that is meant or else in force."""
        named = (mention.document for mention in self._mentions(text, as_of) if len(mention.name) >= _SHORTEST)
        return list(dict.fromkeys(named))

    def mentions(self, text: str, as_of: date) -> list[Mention]:
        """Where normalised `text` names documents beside each other, with the words for the version; a short name is one,
        too, there."""
        return [
            replace(mention, name=f"《{mention.name.strip('《》')}》", start=_with_version(text, mention.start))
            for mention in self._mentions(text, as_of)
            if len(mention.name) >= _SHORTEST
            or _AS_DOCUMENT.match(text, mention.end)
            or (_LETS.match(text, mention.end) and _BEGINS.search(text[: mention.start]))
        ]

    def versions_apart(self, text: str, as_of: date) -> str:
        """Normalised `text` with both versions of a document named where it names them in one: 新旧航道法, 航道法修订前后."""
        for mention in self._mentions(text, as_of):
            before, behind = _BOTH_BEFORE.search(text[: mention.start]), _BOTH_BEHIND.match(text, mention.end)
            if before or behind:
                start, end = before.start() if before else mention.start, behind.end() if behind else mention.end
                return f"{text[:start]}旧{mention.name}和新{mention.name}{text[end:]}"
        return text

    def _mentions(self, text: str, as_of: date) -> Iterator[Mention]:
        for match in self._pattern.finditer(text):
            start, end = match.span()
            document = _version(self._documents[match[0]], text[:start], text[end:], as_of)
            quoted = text[start - 1 : start] == "《"
            start, end = start - quoted, end + (quoted and text[end : end + 1] == "》")
            yield Mention(start, end, text[start:end], document)

    def subjects_as_laws(self, text: str) -> str:
        """Normalised `text` that begins with what two laws are on, with the laws in its place: 航道法和船闸法的收费，… for
        航道收费和船闸收费，…; "" where it does not."""
        two = self._two_subjects.match(text)
        of = f"的{two['of']}" if two and two["of"] else ""
        return f"{two['one']}法和{two['other']}法{of}{text[two.end() :]}" if two else ""

    def of_title(self, title: str, before: str, as_of: date) -> Document | None:
        """The document whose name ends the words written before an article's number; None if it is not catalogued."""
        for match in self._pattern.finditer(title):
            if match.end() == len(title):
                return _version(self._documents[match[0]], before + title[: match.start()], "", as_of)
        return None


def _with_version(text: str, start: int) -> int:
    """Where a name of a document starts in `text` with what is said of its version before it."""
    said = _VERSION_BEFORE.search(text[:start])
    return said.start() if said else start


def _version(versions: Sequence[Document], before: str, after: str, as_of: date) -> Document:
    """The version that the words around the name ask for, else the one in force, else the first to come."""
    by_age = sorted(versions, key=lambda document: (document.in_force_from or date.min, document.issued_on or date.min))
    if _NEW.search(before):
        return by_age[-1]
    if _OLD.search(before):
        return by_age[0]
    if year := _YEAR.search(before) or _YEAR_BEHIND.search(after):
        wanted = int(year[1])
        for document in by_age:
            if wanted in {day.year for day in (document.issued_on, document.in_force_from) if day}:
                return document
    valid = [document for document in by_age if in_force(document, as_of)]
    coming = [document for document in by_age if document.in_force_from and document.in_force_from > as_of]
    return valid[-1] if valid else (coming or by_age[-1:])[0]


def version_year(text: str, document: Document) -> int:
    """The year by which normalised `text` names a version of a document (2008年版航道法, 航道法2008年修正); 0 where it does not."""
    names = {document.title, document.short_title, *document.aliases}
    for match in re.finditer("|".join(sorted(map(re.escape, map(normalise, names)), key=len, reverse=True)), text):
        if year := _YEAR.search(text[: match.start()]) or _YEAR_BEHIND.search(text[match.end() :]):
            return int(year[1])
    return 0


def find_article(nodes: Collection[Node], reference: Reference) -> Node | None:
    """The node that the reference names, None if the document has none such.

    第一款 of an article with a single paragraph is the article; an item is looked for in the paragraph named, or in
    whichever paragraph of the article has it.
    """
    article = _article(nodes, reference)
    if article is None:
        return None
    children = [node for node in nodes if node.parent == article.path]
    paragraphs = [child for child in children if child.kind == "paragraph"]
    if reference.paragraph:
        if paragraphs and reference.paragraph <= len(paragraphs):
            article = paragraphs[reference.paragraph - (reference.paragraph > 0)]
        elif paragraphs or reference.paragraph > 1:
            return None
    if not reference.item:
        return article
    inside = [node for node in nodes if node.kind == "item" and node.path.startswith(f"{article.path}.")]
    if reference.item < 0:
        return inside[-1] if inside else None
    return next((node for node in inside if _value(node.number.strip("（）")) == reference.item), None)


def _article(nodes: Collection[Node], reference: Reference) -> Node | None:
    """The article of the number, or counted from the end of the document or of a chapter whose number there is once."""
    articles = [node for node in nodes if node.kind == "article"]
    if not reference.article:
        return None
    if reference.article > 0:
        return next((node for node in articles if _number(node) == _wanted(reference)), None)
    if reference.chapter:
        within = chapters(nodes, reference.chapter)
        articles = [one for one in articles if len(within) == 1 and one.path.startswith(f"{within[0].path}.")]
    return articles[reference.article] if -reference.article <= len(articles) else None


def chapters(nodes: Collection[Node], number: int) -> list[Node]:
    """The chapters of a number, of which each 编 of a document may have one."""
    return [node for node in nodes if _CHAPTER.fullmatch(node.number) and _value(node.number[1:-1]) == number]


def _number(node: Node) -> tuple[int, int]:
    article, _, inserted = node.number.removeprefix("第").replace("条", "").partition("之")
    return _value(article), _value(inserted)


def _wanted(reference: Reference) -> tuple[int, int]:
    return reference.article, reference.inserted


def _nth(number: int) -> str:
    return f"第{number}" if number >= 0 else "最后一" if number == -1 else f"倒数第{-number}"


def _value(numeral: str) -> int:
    """The number that a numeral tells, -1 for the last; 0 for none."""
    return -1 if _IS_LAST.fullmatch(numeral) else int(parse_number(numeral) or 0) if numeral else 0
