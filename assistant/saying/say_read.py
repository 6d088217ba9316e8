"""An answer that is read out of the clauses found, or out of a node that was named."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import Draft, Said, placed
from assistant.figures.sums import REST, amounts_of
from assistant.figures.table_cells import cell_asked
from assistant.lookups.lookup import Located
from assistant.reading.answered import Answered, answer_to, own_answer, whole_answer
from assistant.reading.beside import said_beside
from assistant.reading.classed_columns import say_classed
from assistant.reading.nested_list import read_nested
from assistant.reading.preceding import said_before
from assistant.reading.read import (
    LIMIT,
    candidate_text,
    clause_text,
    has_list,
    nodes_at,
    part_of_article,
    read,
    read_article,
    read_node,
    unnumbered,
)
from assistant.reading.renderings import in_language
from assistant.reading.row_list import say_rows
from assistant.reading.rows import passage_of, rows_of_one_table
from assistant.reading.steps import Step, step_met, step_named, steps_of
from assistant.reading.subject import introduction, subject_of, with_lead_in
from assistant.refusal.deed_unsaid import of_others
from assistant.retrieval.classes import class_meant, classes_of
from assistant.retrieval.retrieve import Candidate, Retriever
from assistant.saying.inside import best_inside
from assistant.understanding.excerpt import fitted
from assistant.understanding.question import Question
from assistant.understanding.rule_words import OBLIGED
from assistant.verdicts.presumed import miscounted
from assistant.verdicts.told import ban_told
from assistant.verdicts.verdict import Judgement, judge
from store.index import Index
from store.records import Clause
from store.text import normalise

LOOKED_UP = 600  # characters of an article, or a part of one, that are shown whole to who looks it up
# Whether an item of a list has to be done is said by the words that introduce it.
_ASKS_IF_OPTIONAL = re.compile(r"选做|自选|可选|任选|\boptional\b")


def say_read(
    index: Index, retriever: Retriever, question: Question, candidates: Sequence[Candidate], limit: int
) -> Draft:
    """What the best of the candidates says to a question, in `limit` characters at most, with the words that judge it and what
    others say besides."""
    if classed := say_classed(index, question, candidates[0]):
        return classed
    best = whole_answer(index, best_inside(index, retriever, question, candidates))
    if several := say_rows(index, question, best, limit):
        return several
    document = index.documents[best.document_id]
    if question.yes_no:
        stretch = with_lead_in(index, answer_to(index, best))
    elif REST.search(question.text) and amounts_of(question.text):
        stretch = clause_text(best)  # what is left is told beside what it is left of
    else:
        stretch = candidate_text(index, best)
    step = _step(index, question, best)
    other_steps = passage_of(index, best).clauses if step else ()
    if answered := own_answer(index, question, best):
        judgement = Judgement(answered.verdict, answered.lead)
        said = [_say_answered(best, answered, limit)]
    else:
        judgement = judge(question, stretch, document.text, candidate_text(index, best))
        if judgement.verdict == "yes" and not judgement.puts_right and _is_added(index, best):
            judgement = Judgement(None, "") if of_others(question, document.title + document.text) else judgement
        cell = cell_asked(question, stretch)
        if step and not cell:
            judgement = Judgement(None, "") if step.least else judgement
            cell = step.words if len(steps_of(step.clause)) > 1 else cell
        best = _with_ban(question, best) if judgement.verdict == "no" else best
        said = [_say(index, question, best, judgement.lead + f"{cell}。" * bool(cell), limit)]
    if miscount := miscounted(question, said[0].text, said[0].count):
        said[0] = replace(said[0], text=miscount + said[0].text)
    obligation = OBLIGED.search(question.text) or _ASKS_IF_OPTIONAL.search(question.text)
    leave = introduction(index, best) if question.yes_no and obligation else None
    if leave and len(said[0].text) + leave[1] - leave[0] <= limit:
        said.append(Said(document.text[slice(*leave)], ((document.id, *leave),)))
    if before := said_before(index, question, best, said[0].text, limit - len(said[0].text)):
        said.append(before)
    room = limit - sum(len(one.text) for one in said)
    if member := _of_class(index, question, best):
        more = Said(unnumbered(member.text), ((best.document_id, member.start, member.end),))
        said += [more] * (len(more.text) <= room)
        room -= len(more.text)
    others = (c for c in candidates if c is not best and not (c.clauses and c.clauses[0] in other_steps))
    found = [best, *(c for c in others if not rows_of_one_table(best, c))]
    for other in said_beside(index, question, found, limit == LIMIT):
        more = _say(index, question, other, "", room, named=other.document_id != best.document_id)
        # An editor says what stands beside a list; else a part of one, or what it is a part of, says it again.
        told = not other.note and said[0].count and _overlap(said[0], more)
        cut = more.text.endswith("…") or (more.count and "…" in more.text)  # beginnings, of items too, tell nothing
        if not told and not cut and len(more.text) <= room:
            said.append(more)
            room -= len(more.text)
    return Draft(tuple(said), judgement=judgement, allowed=(question.text, judgement.lead))


def _step(index: Index, question: Question, best: Candidate) -> Step | None:
    """The step that a question is in, where the best candidate's clause, of a reader's own document, says it, beside others or
    among them."""
    if not _is_own(index, best):
        return None
    clause = best.clauses[0]
    met = step_met(question, [one for one in passage_of(index, best).clauses if one.path == clause.path])
    return met if met and met.clause.id == clause.id else step_named(question, clause)


def _of_class(index: Index, question: Question, best: Candidate) -> Clause | None:
    """The clause that says of what class is what a question tells of itself, where the best candidate speaks of that class by name."""
    classes = classes_of(tuple(index.clauses(best.document_id))) if _is_own(index, best) else ()
    meant = class_meant(question, classes)
    told = meant is None or meant.name in question.text or meant.clause in best.clauses
    return None if meant is None or told or meant.name not in normalise(clause_text(best)) else meant.clause


def _is_own(index: Index, candidate: Candidate) -> bool:
    """Whether a candidate is of a policy without notes, as readers add them, also where no document has any."""
    return index.documents[candidate.document_id].kind == "policy" and candidate.document_id not in index.searched(
        "ask"
    )


def _with_ban(question: Question, best: Candidate) -> Candidate:
    """The candidate from the clause on whose sentence forbids what is asked for and decides, so that no cut takes it away."""
    banning = next((n for n, clause in enumerate(best.clauses) if ban_told(question, clause.text)), 0)
    clauses = best.clauses[banning:]
    return replace(best, start=clauses[0].start, clauses=clauses, note=None) if banning else best


def _say_answered(candidate: Candidate, answered: Answered, limit: int) -> Said:
    """What a document answers to the very question."""
    places = placed(candidate.document_id, tuple((clause.start, clause.end) for clause in answered.clauses))
    return Said(answered.lead + "".join(fitted(answered.words, limit - len(answered.lead))), places)


def _named(index: Index, candidate: Candidate) -> str:
    """The name of a document that a reader added, where the corpus has others: a mark alone does not tell whose rule it is."""
    return f"《{index.documents[candidate.document_id].short_title}》：" if _is_added(index, candidate) else ""


def _is_added(index: Index, candidate: Candidate) -> bool:
    noted = index.searched("ask")
    return bool(noted) and candidate.document_id not in noted


def _say(index: Index, question: Question, candidate: Candidate, lead: str, limit: int, *, named: bool = True) -> Said:
    """A statement of what a candidate says. A statute's names the article: its users cite by that, and it tells
    law from policy where an answer has both. That of a document which a reader added names it, but for one `named` already."""
    node = part_of_article(index, candidate)
    lead += f"{node.locator}：" if node else _named(index, candidate) * named
    subject = subject_of(index, question, candidate)
    lead += subject[0] if subject else ""
    nested = read_nested(index, question, candidate, limit)
    reading = nested or read(index, question, candidate, limit - len(lead))
    text = in_language(index, question, candidate, reading, limit - len(lead))
    places = placed(candidate.document_id, ((subject[1],) if subject else ()) + reading.spans)
    return Said(lead + text, places, reading.value, reading.count)


def _overlap(one: Said, other: Said) -> bool:
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in one.places for b in other.places)


def say_located(index: Index, retriever: Retriever, question: Question, found: Located, limit: int) -> Draft:
    """What a node that was named says, whole if it is not too long, or what of it answers a question that asks for more."""
    document, node = found.document, found.node
    if found.specific:
        inside = retriever.search(question, documents={document.id})
        inside = [c for c in inside if not c.gap and node.start <= c.start and c.end <= node.end]
        if inside:
            return say_read(index, retriever, question, inside, limit)
    around = (node, *nodes_at(index, document.id, node.start))
    as_printed = read_article if any(one.kind == "article" for one in around) else read_node
    whole = as_printed is read_article or not has_list(index, node)
    whole = whole and limit == LIMIT and node.end - node.start <= LOOKED_UP
    reading = as_printed(index, node, LOOKED_UP if whole else limit - len(node.locator) - 1)
    said = Said(f"{node.locator}：{reading.text}", placed(document.id, reading.spans), count=reading.count)
    return Draft((said,), allowed=(node.locator,))
