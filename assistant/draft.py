"""Draft: what is to be said, with the places it stands on, before it is verified and becomes an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Statement
from assistant.retrieve import Candidate
from assistant.verdict import Judgement
from assistant.verify import quote_holds, unsupported
from store.index import Index

Place = tuple[str, int, int]  # document id, start, end


@dataclass(frozen=True, slots=True)
class Draft:
    """One part's statements (text, places cited, value) before they are verified and numbered.

    `allowed` are texts whose values may be said without standing in a quote: the question's own, our sums and counts,
    what the catalogue knows of a document.
    """

    said: list[tuple[str, tuple[Place, ...], str]]
    judgement: Judgement | None = None
    allowed: tuple[str, ...] = ()
    refused: bool = False
    related: tuple[Place, ...] = ()
    uncited: bool = False  # what only the catalogue knows has no place to cite


def places_of(candidates: Sequence[Candidate]) -> tuple[Place, ...]:
    """Where the clauses of the candidates stand."""
    return tuple((c.document_id, clause.start, clause.end) for c in candidates for clause in c.clauses)


def says_as_much(earlier: Draft, draft: Draft) -> bool:
    """Whether the earlier of two answers rests on all that the later does, so that saying it again tells nothing."""
    before = {place for _, places, _ in earlier.said for place in places}
    return not draft.refused and bool(before) and all(set(places) <= before for _, places, _ in draft.said)


def verified(asked: str, resolved: str, drafts: Sequence[Draft], index: Index) -> Answer:
    """The answer that the drafts make together. What its citations do not hold, or was said before, is left out."""
    citations: list[Citation] = []
    statements: list[Statement] = []
    for draft in drafts:
        for text, places, value in draft.said:
            cited = [citation_of(index, place) for place in dict.fromkeys(places)]
            cited = [c for c in cited if quote_holds(c, index.documents)]
            where = [citation.locator for citation in cited]
            held = cited and not unsupported(text, [c.quote for c in cited], (*draft.allowed, *where))
            if not (held or draft.refused or draft.uncited) or any(text == said.text for said in statements):
                continue
            for citation in cited:
                if citation not in citations:
                    citations.append(citation)
            statements.append(Statement(text, tuple(citations.index(c) for c in cited), value))
    answered = [draft for draft in drafts if not draft.refused]
    verdicts = [d.judgement.verdict for d in answered if d.judgement and d.judgement.verdict]
    related = [citation_of(index, place) for draft in drafts for place in draft.related]
    return Answer(
        question=asked,
        statements=tuple(statements),
        citations=tuple(citations),
        coverage="complete" if len(answered) == len(drafts) else "partial" if answered else "none",
        verdict=verdicts[0] if verdicts else None,
        understood_as=resolved if resolved != asked else "",
        related=tuple(dict.fromkeys(related)),
    )


def citation_of(index: Index, place: Place) -> Citation:
    """The words at a place, under the locator of the innermost node that holds all of them."""
    document_id, start, end = place
    document = index.documents[document_id]
    while end > start and document.text[end - 1] == "\n":
        end -= 1
    around = [node for node in index.nodes(document_id) if node.path and node.start <= start and end <= node.end]
    locator = around[-1].locator if around else f"《{document.short_title}》"
    return Citation(document_id, document.title, locator, document.text[start:end], start, end)
