"""Which version of a document it is, and what has replaced it or will."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from store.records import Document
from ui.library_texts import LibraryTexts
from ui.texts import Texts


@dataclass(frozen=True, slots=True)
class Successor:
    """The document that stands in another's place from a day on, None if that is not known."""

    document: Document
    since: date | None

    def told(self, texts: Texts, own: LibraryTexts, today: date) -> str:
        """That it has replaced the other one, or will."""
        if self.since is not None and self.since > today:
            return own.to_be_replaced_by.format(title=short_name(self.document), day=texts.day(self.since))
        return own.replaced_by.format(title=short_name(self.document))


def successors(document: Document, documents: Mapping[str, Document]) -> list[Successor]:
    """What replaces `document`."""
    newer = [other for other in documents.values() if document.id in other.replaces]
    return [Successor(other, other.in_force_from or other.issued_on) for other in newer]


def short_name(document: Document) -> str:
    """《商标法》（2019年修正）: the short title with what tells it from other versions."""
    return f"《{document.short_title}》{document.version}"


def full_name(document: Document) -> str:
    """The title with the 文号, where it does not hold the version itself."""
    return document.title if document.title.endswith(document.version) else document.title + document.version
