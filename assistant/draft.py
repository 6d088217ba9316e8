"""Draft: what is to be said, with the places it stands on, before it is verified and becomes an answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation, Statement
from assistant.retrieval.retrieve import Candidate
from assistant.verdicts.verdict import Judgement
from assistant.verify import quote_holds, unsupported
from store.index import Index

Place = tuple[str, int, int]  # document id, start, end


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the places it cites, and the asked-for value within it. `count` is our own count of what it lists
    (共3项), which no document states."""

    text: str
    places: tuple[Place, ...] = ()
    value: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One part's statements before they are verified and numbered.

    `allowed` are texts whose values may be said without standing in a quote: the question's own, our sums, what
    the catalogue knows of a document. `missing` are the ids of documents that are asked about and not held.
    """

    said: tuple[Said, ...]
    judgement: Judgement | None = None
    allowed: tuple[str, ...] = ()
    refused: bool = False
    related: tuple[Place, ...] = ()
    uncited: bool = False  # what only the catalogue knows has no place to cite
    missing: tuple[str, ...] = ()
    unknown: bool = False  # refused, and nothing known of what is missing

    @property
    def places(self) -> tuple[Place, ...]:
        """The places that it cites."""
        return tuple(place for said in self.said for place in said.places)

    @property
    def documents(self) -> frozenset[str]:
        """The documents that it cites."""
        return frozenset(id_ for id_, _, _ in self.places)


def places_of(candidates: Sequence[Candidate]) -> tuple[Place, ...]:
    """Where the clauses of the candidates stand."""
    return tuple((c.document_id, clause.start, clause.end) for c in candidates for clause in c.clauses)


def placed(document_id: str, spans: Sequence[tuple[int, int]]) -> tuple[Place, ...]:
    """Where spans of one document stand."""
    return tuple((document_id, start, end) for start, end in spans)


def says_as_much(earlier: Draft, draft: Draft) -> bool:
    """Whether the earlier of two answers rests on all that the later does, and says its words, so that saying it again tells
    nothing."""
    before = {place for said in earlier.said for place in said.places}
    words = "".join(said.text for said in earlier.said)
    told = [(said.text.removeprefix(f"共{said.count}："), said.text) for said in draft.said]
    repeated = all(bare.strip("…。") in words or words.strip("…。") in text for bare, text in told)
    return not draft.refused and bool(before) and repeated and all(set(said.places) <= before for said in draft.said)


def lead_alone(premise: Draft, draft: Draft) -> Draft | None:
    """What puts a premise right, in a few words, where the answer to what is asked rests on the same place and says the rest;
    None where it doesn't."""
    before = {place for said in premise.said for place in said.places}
    behind = {place for said in draft.said for place in said.places}
    lead = premise.judgement.lead if premise.judgement else ""
    if draft.refused or not lead or not before & behind:
        return None
    return replace(premise, said=(Said(lead, tuple(before)),))


def verdict_alone(earlier: Draft, draft: Draft) -> Draft | None:
    """The later of two answers, which gives a verdict, without the words that the earlier has said from the same places: what is
    asked first is then told first; None for any others."""
    judged = draft.judgement
    if draft.refused or judged is None or not judged.verdict or len(draft.said) != 1:
        return None
    (said,) = draft.said
    before = {place for one in earlier.said for place in one.places}
    words = "".join(one.text for one in earlier.said).strip("…。")
    rest = said.text.removeprefix(judged.lead).strip("…。")
    alone = judged.lead if rest in words else said.text.replace(f"{words}。", "")
    if not words or not set(said.places) <= before or alone == said.text:
        return None
    return replace(draft, said=(replace(said, text=alone.strip()),))


def verified(asked: str, resolved: str, drafts: Sequence[Draft], index: Index) -> Answer:
    """The answer that the drafts make together. What its citations do not hold, or was said before, is left out."""
    citations: list[Citation] = []
    statements: list[Statement] = []
    for draft in drafts:
        for said in draft.said:
            cited = [citation_of(index, place) for place in dict.fromkeys(said.places)]
            cited = [c for c in cited if quote_holds(c, index.documents)]
            where = [citation.locator for citation in cited]
            held = cited and not unsupported(said.text, [c.quote for c in cited], (*draft.allowed, said.count, *where))
            if not (held or draft.refused or draft.uncited) or any(said.text == one.text for one in statements):
                continue
            for citation in cited:
                if citation not in citations:
                    citations.append(citation)
            statements.append(Statement(said.text, tuple(citations.index(c) for c in cited), said.value))
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
        missing=tuple(dict.fromkeys(id_ for draft in drafts for id_ in draft.missing)),
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
