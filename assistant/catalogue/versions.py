"""What is to be known of the version that an answer cites: that it does not apply yet, or any more, or will soon be replaced.

Told by the catalogue's dates behind the answer, in the question's language; the clause that sets the day is offered as near.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.draft import Draft, Place, Said
from assistant.retrieval.standing import successors
from assistant.understanding.days import written
from store.index import Index
from store.records import Document

_SOON = 366  # days before a change within which an answer mentions it


def version_remarks(index: Index, drafts: Sequence[Draft], as_of: date, english: bool) -> Iterator[Draft]:
    """What is to be known of the versions that the drafts cite, of each once, and not where it is said already."""
    cited = {id_: index.documents[id_] for draft in drafts for id_ in draft.documents}
    said = "".join(one.text for draft in drafts for one in draft.said)
    # Of two versions the earlier one's remark names the later, and says from when that applies.
    for document in sorted(cited.values(), key=lambda one: (one.in_force_from or date.min, one.id)):
        if _says_from_when(document, said):
            continue
        if remark := version_remark(index, document, as_of, english):
            text, places = remark
            # Said by the catalogue: the clause that sets the day is near the question, and no ground of the answer.
            said += text
            yield Draft((Said(text),), allowed=(text,), related=places, uncited=True)


def version_remark(
    index: Index, document: Document, as_of: date, english: bool = False
) -> tuple[str, tuple[Place, ...]] | None:
    """A sentence on a version that is not in force, or will soon be replaced, with the clauses that say so."""
    begins, ends = document.in_force_from, document.in_force_until
    later = successors(document, index.documents)
    if begins and as_of < begins:
        return _coming(begins, as_of, english), _commencement(index, document)
    if ends and ends < as_of:
        replaced = later[0] if later else None
        return _lapsed(ends, as_of, replaced, english), _commencement(index, replaced) if replaced else ()
    for other in later:
        if other.in_force_from and (other.in_force_from - as_of).days <= _SOON:
            return _replaced(other, other.in_force_from, as_of, english), _commencement(index, other)
    return None


def _coming(begins: date, as_of: date, english: bool) -> str:
    if english:
        return f" This version is in force from {begins}, and not on {as_of}."
    return f"这一版本{written(begins)}起施行，{_now(as_of)}尚未施行。"


def _lapsed(ends: date, as_of: date, later: Document | None, english: bool) -> str:
    if english:
        by = f"; {later.full_name} has replaced it" if later else ""
        return f" This version was in force until {ends}, and is not on {as_of}{by}."
    by = f"，由{later.full_name}代替" if later else ""
    return f"这一版本施行到{written(ends)}，{_now(as_of)}已失效{by}。"


def _replaced(later: Document, begins: date, as_of: date, english: bool) -> str:
    coming = begins > as_of
    if english:
        return f" {later.full_name} is in force from {begins} and prevails {'then' if coming else 'now'}."
    return f"{later.full_name}{written(begins)}起施行，{'届时' if coming else '现在'}以它为准。"


def _now(as_of: date) -> str:
    return "现在" if as_of == date.today() else written(as_of)


def _commencement(index: Index, document: Document) -> tuple[Place, ...]:
    """The clause that says from when a held document applies."""
    day = document.in_force_from
    if not document.held or day is None:
        return ()
    words = f"自{written(day)}起施行"
    return tuple((document.id, c.start, c.end) for c in index.clauses(document.id) if words in c.text)[:1]


def _says_from_when(document: Document, said: str) -> bool:
    """Whether what is said already names the version and from when it applies."""
    day = document.in_force_from
    if day is None or document.full_name not in said:
        return False
    return f"{written(day)}起施行" in said or f"in force from {day}" in said
