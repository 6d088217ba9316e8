"""What is asked in English of documents as a whole: which are held, whether one is, and whether, since when and until when it is
in force. Told in English by the catalogue, with the titles as they are.

Knows how English asks for this, no document's name: the catalogue's aliases have those that are English.
"""

import re
from collections.abc import Sequence
from datetime import date

from assistant.catalogue.introduce import opening, without_names
from assistant.draft import Draft, Said
from assistant.retrieval.rounds import of_one_series, year_of
from assistant.retrieval.standing import Standing, standing
from assistant.understanding.question import Question
from assistant.verdicts.verdict import Judgement
from store.index import Index
from store.records import Document

_HELD = r"(?:have|hold|held|include[sd]?|contain(?:s|ed)?|cover(?:s|ed)?|available|library|collection|stored?)"
_FILLING = (
    r"\b(?:please|tell|me|us|can|could|i|we|you|u|your|do|does|did|is|are|was|were|be|been|has|have|had|will|there|in|on|of|to|by|at|as"
    r"|from|for|the|a|an|any|all|this|that|it|its|text|full|chinese|china'?s?|prc|19\d\d|20\d\d|version|edition|new|old|former"
    r"|current(?:ly)?|now|today|still|yet|already|recent(?:ly)?|most|last|latest|when|what|which|date|day|year|time|ask|about"
    rf"|{_HELD})\b|\W"
)
_ALL = re.compile(r"\b(?:what|which|how many|list)\b")
_KINDS = re.compile(r"\b(?:(?P<laws>laws|statutes)|documents|texts|regulations|policies|sources|files)\b")
_ENDED = r"repealed|abolished|lapsed|expired?|superseded|outdated|obsolete|void"
_IN_FORCE = rf"(?:in(?:to)? )?(?:force|effect)|effective|valid|applicable|appl(?:y|ies)|binding|{_ENDED}"
_CHANGED = r"(?:comes?|came|takes?|took|goes|go|went|enter(?:s|ed)?)|amend(?:ed|ments?)?|revis(?:ed|ions?)|replaced?s?|chang(?:ed?|es)|updated?|issued|adopted|passed|enacted|published|promulgated"
_STANDING = re.compile(rf"\b(?:{_IN_FORCE}|{_CHANGED})\b")
_WHICH = re.compile(r"\bwhich (?:version|edition)\b")
_ROUND = re.compile(r"\b(20\d\d)(?:'s)? (?:notice|circular)\b|\b(?:notice|circular) (?:of|for|from) (20\d\d)\b")
_REVISED = re.compile("（(\\d{4})年修([正订])）")


def say_in_english(index: Index, named: Sequence[Document], question: Question, as_of: date) -> Draft | None:
    """What the catalogue tells who asks in English what is held, or how the one document `named` stands on a day; None where
    something else is asked."""
    if not question.english:
        return None
    text = question.text
    kinds = _KINDS.search(text)
    if (
        kinds
        and _ALL.search(text)
        and re.search(_HELD, text)
        and not re.sub(_FILLING, "", _ALL.sub("", _KINDS.sub("", text)))
    ):
        return _list(index, bool(kinds["laws"]))
    if round_ := _ROUND.search(text):
        asks = re.search(_HELD, text) and not re.sub(_FILLING, "", _ROUND.sub("", text))
        found = _of_year(index, round_[1] or round_[2]) if asks else []
        return _introduce(index, found[0], as_of, question) if len(found) == 1 else None
    if len(named) != 1:
        return None
    rest = without_names(text, named[0])
    about = _STANDING.search(rest) or (re.search(_HELD, rest) and (question.yes_no or _WHICH.search(rest)))
    if rest == text or not about or re.sub(_FILLING, "", _STANDING.sub("", rest)):
        return None
    return _introduce(index, named[0], as_of, question)


def _list(index: Index, only_laws: bool) -> Draft:
    """The documents held, or the statutes alone, and how many more are catalogued."""
    held = [d for d in index.held if d.kind == "statute" or not only_laws]
    count = f"{len(held)} {'laws' if only_laws else 'documents'}"
    told = f"{count} are held: {', '.join(map(_name, held))}."
    more = 0 if only_laws else sum(not document.held for document in index.documents.values())
    if more:
        told += f" The catalogue has {more} more without their text."
    return Draft((Said(told, count=count),), allowed=(told,), uncited=True)


def _of_year(index: Index, year: str) -> list[Document]:
    """The policies of a year that belong to a series of which one is held."""
    documents = index.documents.values()
    return [d for d in documents if year_of(d) == year and any(o.held and of_one_series(d, o) for o in documents)]


def _introduce(index: Index, document: Document, as_of: date, question: Question) -> Draft:
    """What a document is and how it stands on that day, led by the verdict where one is asked for."""
    now = standing(document, index.documents, as_of, "en")
    facts = [f"{_name(document)}, 《{document.title}》"]
    facts += [f"issued on {document.issued_on}"] if document.issued_on else []
    until = f" until {document.in_force_until}" if document.in_force_until else ""
    facts += [f"in force from {document.in_force_from}{until}"] if document.in_force_from else []
    told = " ".join([f"{', '.join(facts)}.", *(f"{phrase}." for phrase in _state(now))])
    if not document.held:
        where = document.address or document.site
        told += f" Its text is not held{f'; the official place is {where}' if where else ''}."
        return Draft((Said(told),), refused=True, missing=(document.id,))
    judgement = _judge(question, now)
    told = f"{judgement.lead} {told}" if judgement else told
    return Draft((Said(told, opening(index, document)),), judgement, allowed=(told,))


def _state(now: Standing) -> list[str]:
    return [now.word.partition("（")[0], *(phrase for _, phrase in now.replaced)]


def _judge(question: Question, now: Standing) -> Judgement | None:
    """The verdict on whether a document applies, or is held; None where the question asks for neither, and where only its offer
    is known to be closed."""
    if not question.yes_no:
        return None
    if not re.search(rf"\b(?:{_IN_FORCE})\b", question.text):
        return Judgement("yes", "Yes.") if re.search(_HELD, question.text) else None
    if now.state == "closed":
        return None
    so = (now.state == "in force") != bool(re.search(rf"\b(?:{_ENDED})\b", question.text))
    return Judgement("yes", "Yes.") if so else Judgement("no", "No.")


def _name(document: Document) -> str:
    """A document's English name, if the catalogue has one, else its short title, with its number or version."""
    name = next((alias for alias in document.aliases if alias.isascii()), f"《{document.short_title}》")
    if revised := _REVISED.search(document.version):
        return f"{name} ({'amended' if revised[2] == '正' else 'revised'} {revised[1]})"
    return f"{name}{document.version}"
