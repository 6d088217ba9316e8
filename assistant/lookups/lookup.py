"""Look-up: what a question names by its number is found, not searched; what does not exist is said not to.

Covers articles (预算法第四十四条第二款), sections of a policy (通知五（三）), and documents named alone (财办建〔2020〕40号).
Says as well which documents a question is to be answered from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from assistant.answer import Turn
from assistant.catalogue.introduce import asks_version, introduce, where_to_get, without_names
from assistant.catalogue.mentioned import asks_mention, mention
from assistant.catalogue.unheld import number_not_held, statutes_named, statutes_on
from assistant.draft import Draft, Said
from assistant.lookups.locate import last_part, locate, no_such_part
from assistant.refusal.begun_later import begun_later, is_revised
from assistant.retrieval.named import Names, Reference, chapters, find_article, find_reference, version_year
from assistant.retrieval.named_in_part import named_in_part
from assistant.retrieval.places import of_place
from assistant.retrieval.rounds import of_another_year, rounds_named, rounds_of, spans_year
from assistant.retrieval.standing import in_force
from assistant.retrieval.version_day import meanwhile, past_day
from assistant.understanding.question import Question, content_terms, understand
from store.index import Index
from store.records import Document, Node
from store.text import normalise, words

# 该法第五条, 这个办法第三条: the document spoken of, not a title.
_POINTS_BACK = re.compile(r"(?:该|本|这[部个份]?|那[部个份]?|此|上述|前述|同[一样]?)(?:[部个份])?(?:的)?.{0,2}$")
# What is left of a question that asks for nothing but the words themselves (normalised, 文件 is 文档).
_NOTHING_MORE = re.compile(
    "规定|内容|[原全]文|全称|标题|名称|条[文款]|文档|具体|怎么|什么|一下|是|哪[个份]|[说讲看查]{1,2}|写|念|列|查询|请问|告诉|麻烦|帮忙?"
)
_A_YEAR = re.compile(r"20\d\d(?=年)")
# A day is of a case, and so is a year of one's own: 我们2031年办了500件.
_A_DAY = re.compile(r"年\d{1,2}月\d{1,2}[日号]")
_OWN_YEAR = re.compile(
    r"(?:我们?|咱们?|[我本][市县区省校厂])[^，,。?？]{0,4}20\d\d年|20\d\d年(?:我们?|咱们?|[我本][市县区省校厂])"
)
_ITS_PLACE = re.compile(r"》(?:的|里|中)?(?:第几|哪[一几]?)[条章款]")
_BY_LAW = re.compile(
    "法律[上里中](?!市)|(?:按照?|依照?|根据|从)法律|法律(?:是|有没有|有|怎么|如何|咋)+(?:规定|说|要求)"
)
# Who speaks so of a notice means none of the laws; one that he has got (收到这份通知后) is another.
_BY_NOTICE = re.compile(
    "(?<![到了])(?:这|那|该|本)(?:个|份|次|项|篇)?通知(?:里|中|上)?(?!书|函|单|[^,，。]{0,3}(?:[之以]后|后))"
)
_BARE = 4  # content words of a question that hardly says more than 第五条


@dataclass(frozen=True, slots=True)
class Located:
    """The part of a document that a question names. `specific` where it asks for something in it, not for its words."""

    document: Document
    node: Node
    specific: bool


class Lookup:
    """Finds what questions name, in one index version."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.names = Names(index.documents.values())
        self._titles = " ".join(normalise(document.title) for document in index.documents.values())
        self._replaced = {id_ for document in index.documents.values() for id_ in document.replaces}
        self._short_titles = {id_: normalise(document.short_title) for id_, document in index.documents.items()}
        # The documents without editors' notes, such as users add.
        self.added = [document for document in index.held if document.id not in index.searched("ask")]
        # Of a question that is asked in several ways it is wanted again, and takes a tenth of a millisecond a document.
        self._named_in_part = lru_cache(maxsize=64)(partial(named_in_part, added=self.added, held=index.held))

    def find(
        self, question: Question, history: Sequence[Turn], as_of: date, then: date | None = None
    ) -> Located | Draft | None:
        """What the question names, in the version of `then` where it asks for that of a day gone by; a draft that says why
        it cannot be shown; None where it names no part."""
        reference = find_reference(question.text)
        if reference is not None and reference.title:
            return self._article(question, reference, history, then or as_of)
        named = self.names.find(question.text, then or as_of)
        if not named and (unknown := number_not_held(self._index, question)):
            return unknown
        for document, node in locate(self._index, question):
            if not named or document in named:
                return Located(document, node, False)
        whole = self.meant_as_whole(question, as_of)
        if reference is None and len(whole) == 1 and whole[0].held and whole[0].kind == "policy":
            if last := last_part(self._index, question, whole[0]):
                return Located(whole[0], last, False)
            if missing := no_such_part(self._index, question, whole[0]):
                return missing
        if reference is not None:
            return self._article(question, reference, history, then or as_of)
        if len(named) == 1:
            rest = without_names(question.text, named[0])
            if not question.sought - {"definition", "list"} and not _asks_more(rest):
                return introduce(self._index, named[0], as_of)
            dated = self._has_versions(named[0]) or named[0].in_force_until
            if asks_version(rest) and (named[0].kind == "statute" or not named[0].held or dated):
                return introduce(self._index, named[0], as_of, question)
        thing = asks_mention(question)
        spoken_of = named or [self._index.documents[id_] for id_ in self.perhaps_named(question)]
        return (
            mention(self._index, spoken_of[0], thing) if thing and len(spoken_of) == 1 and spoken_of[0].held else None
        )

    def is_there(self, text: str, history: Sequence[Turn], as_of: date) -> bool | None:
        """Whether there is the part of a document that a question names; None where it names none."""
        found = self.find(understand(text), history, as_of)
        return None if found is None else isinstance(found, Located)

    def named(self, text: str, as_of: date) -> list[Document]:
        """The documents that normalised `text` names, by whatever name."""
        return [*self.names.find(text, as_of), *rounds_named(text, self._index.documents.values())]

    def scope(self, text: str, as_of: date, then: date | None = None) -> list[Document]:
        """The documents to search: those that normalised `text` names, else all in force; of what has versions the one
        of the day gone by that it tells, or else of `then`."""
        day = past_day(text, as_of, self._index.documents.values()) or then or as_of
        if held := [document for document in self.named(text, day) if document.held]:
            return held
        valid = [d for d in self._index.held if in_force(d, day if self._has_versions(d) else as_of)]
        local = of_place(text, valid) or of_place(text, self._index.held)
        among = {document.id for document in local or valid}
        if named := [document for document in self._named_in_part(text) if document.id in among] or local:
            return named
        kinds = (
            {"statute"} if _BY_LAW.search(text) else {"policy"} if _BY_NOTICE.search(text) else {d.kind for d in valid}
        )
        return [d for d in valid if d.kind in kinds] or valid

    def begun_later(self, text: str, as_of: date) -> dict[str, date]:
        """The documents that have no version held for the day whose law normalised `text` asks for, by that day: those of
        which it was another law then, and, where it names none, those that did not apply then."""
        then = meanwhile(text, as_of)
        named = [document for document in self.named(text, as_of) if document.held]
        revised = [document for document in named or self._index.held if is_revised(document)]
        day = then[0] if then else as_of
        found = {document.id: day for document in begun_later(revised, self._index.held, day)}
        others = [] if named else [document for document in self._index.held if not is_revised(document)]
        return found | {document.id: as_of for document in begun_later(others, self._index.held, as_of)}

    def not_held(self, question: Question, answer: str, as_of: date) -> list[Document]:
        """The documents that a question names, or whose subject it names, where none of them is held and `answer`, the
        stretch that comes nearest, does not speak of them."""
        if named := self.named(question.text, as_of):
            its_place = _ITS_PLACE.search(question.text)  # which no other document tells
            spoken_of = (document.held or (document.title in answer and not its_place) for document in named)
            return [] if any(spoken_of) else named
        return statutes_named(question.text, self._titles, answer)

    def not_held_on_it(self, question: Question, answer: str, askings: Sequence[str]) -> list[Document]:
        """The statutes not held that alone rule on what a question is about, where `answer`, the words that come nearest, and
        how these are asked for, have nothing of it."""
        return statutes_on(question, self._titles, answer, askings)

    def rounds_not_held(self, question: Question, answer: str) -> list[Document]:
        """The documents of the one year whose figures a question asks for, where none is held and `answer` tells nothing of
        that year."""
        of_case = _A_DAY.search(question.text) or (_OWN_YEAR.search(question.text) and question.values)
        if question.yes_no or not question.value_kinds or of_case:
            return []
        rounds = rounds_of(question.text, self._index.documents.values())
        return [] if any(document.held or spans_year(answer, document) for document in rounds) else rounds

    def other_year(self, question: Question, document_id: str, then: date | None = None) -> bool:
        """Whether a question asks for a value of a year, with no case of its own, that the document says nothing of; not
        where it is known to have been in force in that year, or on that day, `then`."""
        document = self._index.documents[document_id]
        years = [date(int(year), 12, 31) for year in _A_YEAR.findall(question.text)]
        if self._has_versions(document) and any(in_force(document, day) for day in (*years, *([then] if then else []))):
            return False
        asks = question.value_kinds and not question.yes_no and all(v.kind in ("year", "date") for v in question.values)
        return bool(asks) and of_another_year(question.text, document)

    def meant_as_whole(self, question: Question, as_of: date) -> list[Document]:
        """The documents that a question names, be it by a short title; else the only policy held, if it is one alone."""
        if named := self.names.find(question.text, as_of):
            return list(named)
        if perhaps := self.perhaps_named(question):
            return [self._index.documents[id_] for id_ in perhaps]
        policies = [document for document in self._index.held if document.kind == "policy"]
        return policies if len(policies) == 1 else []

    def perhaps_named(self, asked: Question) -> frozenset[str]:
        """The documents whose short title is a word of the question, which for some, such as 通知, may mean anything."""
        said = set(words(asked.text))
        return frozenset(id_ for id_, title in self._short_titles.items() if title in said)

    def _article(
        self, question: Question, reference: Reference, history: Sequence[Turn], as_of: date
    ) -> Located | Draft | None:
        document, title = None, reference.title
        if title and not _POINTS_BACK.fullmatch(title):
            document = self.names.of_title(title, question.text.partition(title)[0], as_of)
            local = [one for one in self.scope(title, as_of) if one in of_place(title, [one])]
            document = local[0] if document is None and len(local) == 1 else document
            if document is None and not self.names.find(question.text, as_of):
                return _cannot(f"本库没有收录《{title}》，查不到它的{reference.locator}。")
        if document is None:
            document = self._spoken_of(question, history, as_of)
        if not title and history and not (document and self._articles(document)):
            return None  # an item of the list that was just shown, perhaps
        if document is None and len(content_terms(reference.rest)) > _BARE:
            return None  # enough is said to find what is meant without it
        if document is None and len(perhaps := self.perhaps_named(question)) == 1:
            document = self._index.documents[next(iter(perhaps))]
        if document is None:
            return _cannot(f"请说明是哪部法律或者哪个文件的{reference.locator}，例如“预算法{reference.locator}”。")
        if reference.article < 0 and document.held and not self._articles(document):
            return None  # 通知最后一条 is its last part, or an item of it
        if not document.held:
            text = f"本库没有收录《{document.title}》的正文，查不到它的{reference.locator}。{where_to_get(document)}"
            return Draft((Said(text),), refused=True, missing=(document.id,))
        year = version_year(question.text, document)
        if year and not _is_of(document, year):
            name = f"《{document.short_title}》"
            return _cannot(f"本库没有收录{name}{year}年的版本，收录的是{document.full_name}。{where_to_get(document)}")
        node = find_article(self._index.nodes(document.id), reference)
        if node is None:
            return _cannot(self._missing(document, reference))
        return Located(document, node, _asks_more(reference.rest))

    def _spoken_of(self, question: Question, history: Sequence[Turn], as_of: date) -> Document | None:
        """The document that the question names elsewhere, or else the one named last in the conversation."""
        for text in (question.text, *(normalise(turn.content) for turn in reversed(history))):
            if named := self.names.find(text, as_of):
                return named[0]
        return None

    def _articles(self, document: Document) -> list[Node]:
        return [node for node in self._index.nodes(document.id) if node.kind == "article"] if document.held else []

    def _missing(self, document: Document, reference: Reference) -> str:
        articles, name = self._articles(document), f"《{document.short_title}》"
        whole = replace(reference, paragraph=0, item=0)
        article = find_article(self._index.nodes(document.id), whole)
        if article is not None:
            paragraphs = [node for node in self._index.nodes(document.id) if node.parent == article.path]
            paragraphs = [node for node in paragraphs if node.kind == "paragraph"]
            only = f"，一共{len(paragraphs) or 1}款" if reference.paragraph and not reference.item else ""
            return f"{name}{article.number}里没有{reference.locator.removeprefix(whole.locator)}{only}。"
        if not articles:
            return f"{name}不分条，没有{reference.locator}。"
        if len(chapters(self._index.nodes(document.id), reference.chapter)) > 1:
            return f"{name}有几个第{reference.chapter}章，请说明是第几条。"
        return f"{name}没有{reference.locator}，最后一条是{articles[-1].number}。"

    def _has_versions(self, document: Document) -> bool:
        """Whether it replaces another document, or another replaces it."""
        return document.id in self._replaced or bool(document.replaces)


def _asks_more(rest: str) -> bool:
    return any(not _NOTHING_MORE.fullmatch(term) for term in content_terms(rest))


def _is_of(document: Document, year: int) -> bool:
    """Whether a version is of a year, or applied in it."""
    begins = document.in_force_from or document.issued_on
    own = {day.year for day in (document.issued_on, document.in_force_from) if day}
    return year in own or begins is None or (begins.year <= year and in_force(document, date(year, 12, 31)))


def _cannot(text: str) -> Draft:
    return Draft((Said(text),), refused=True)
