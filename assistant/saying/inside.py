"""Inside what was found: a heading over mere text, a list of which one item is meant, or a row of a table, gives way to
another stretch there."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.draft import Place
from assistant.reading.age_rules import by_age
from assistant.reading.article_lists import item_meant, item_of_list
from assistant.reading.introduced import introduces, list_of, whole_of
from assistant.reading.read import candidate_text, clause_text, has_list, headed_node, nodes_at, part_of_article
from assistant.reading.rows import row_meant
from assistant.reading.subject import INTRODUCES
from assistant.retrieval.retrieve import Candidate, Retriever
from assistant.talk.conversation import ALONE
from assistant.understanding.contrast import pairs
from assistant.understanding.question import Question, content_terms, understand
from assistant.verdicts.special import special_case
from store.index import Index
from store.text import normalise

# A heading over mere text gives way to a stretch under it that scores no less than this below it.
INSIDE = 0.6
_WHICH_MONTH = re.compile("几月|哪(?:一|几)?个?月|哪些月")
_MONTH = re.compile(r"(?:\d|(?<!个)[一二三四五六七八九十])月")
_WHO = re.compile("(?:归|由)?(?:谁|(?:哪|什么)一?[个家些]?(?:部门|单位|机构|局)?)")
_DOES = re.compile("负责|牵头|承担|组织|主管|会同|监督|审[核批]")
# How far behind its item a list may be that is told whole.
NEAR_WHOLE = 0.1


def best_inside(index: Index, retriever: Retriever, question: Question, candidates: Sequence[Candidate]) -> Candidate:
    """The best candidate; where it is a heading over mere text, or more is asked than the heading says, the best stretch
    under it instead."""
    best = candidates[0]
    node = headed_node(index, best)
    best = _whole_list(question, candidates) or best
    if other := _introduced(index, question, candidates) or special_case(index, question, candidates):
        return other
    if node is None:
        near = (c for c in candidates[1:] if best.score - c.score < INSIDE)
        within = next((c for c in near if item_of_list(question, best, c)), None)
        meant = within or item_meant(index, question, whole_of(index, question, best))
        meant = _beside_list(index, question, meant) or _doing_so(index, question, meant) or meant
        meant = _naming_month(index, question, meant) or meant
        return by_age(index, question, row_meant(index, question, meant))
    if has_list(index, node):
        rest = question.text.replace(normalise(node.heading), "")
        terms = content_terms(rest) if rest != question.text else ()
        found = retriever.search(understand(rest), documents={best.document_id}) if terms else []
        told = [c for c in found if any(term in clause_text(c) for term in terms)]
        inner = (c for c in told if c.score >= ALONE and not c.gap)
    else:
        inner = (c for c in candidates[1:] if best.score - c.score < INSIDE)
    within = next((c for c in inner if node.start <= c.start and best.end < c.end <= node.end), best)
    return by_age(index, question, within)


def _whole_list(question: Question, candidates: Sequence[Candidate]) -> Candidate | None:
    """The list that the best candidate is an item of, where a list is asked for and another of its items has words of the question
    that the best has not: 陶艺和木工有哪些要求."""
    best = candidates[0]
    if "list" not in question.sought or question.sought & {"count", "yes-no"}:
        return None
    terms = [term for term in content_terms(question.text) if len(term) > 1 and term not in clause_text(best)]
    wider = (c for c in candidates[1:] if c.shares_clause(best) and len(c.clauses) > len(best.clauses))
    near = (c for c in wider if best.score - c.score < NEAR_WHOLE)
    return next((c for c in near if any(term in clause_text(c) for term in terms)), None)


def _introduced(index: Index, question: Question, candidates: Sequence[Candidate]) -> Candidate | None:
    """The list that the best candidate only introduces (从下列工作中选择不少于一项), where a list is asked for and found, too."""
    best = candidates[0]
    listed = "list" in question.sought and not question.sought & {"count", "yes-no"}
    # The items of an article are parts of what was found, as an editor's points are.
    whole = any(node.kind == "article" for node in nodes_at(index, best.document_id, best.start))
    whole = whole or bool(best.note and best.note.points)
    if not listed or whole or not INTRODUCES.search(candidate_text(index, best)):
        return None
    behind = [c for c in candidates[1:] if c.document_id == best.document_id and 0 <= c.start - best.end <= 1]
    return max(behind, key=lambda c: c.end, default=None)


def _beside_list(index: Index, question: Question, lead: Candidate) -> Candidate | None:
    """What stands beside a list in its passage and speaks of what a yes-no question asks, where the list that was found by what
    introduces it does not; None where nothing does."""
    listed = list_of(index, lead) if question.yes_no and introduces(lead.clauses[0]) else None
    if listed is None:
        return None
    passage = next(p for p in index.passages(lead.document_id) if p.start <= lead.start < p.end)
    own = pairs(question.text) - pairs(normalise(listed.lead.text))
    told = {c.start: len(own & pairs(normalise(c.text))) for c in passage.clauses if c.start > listed.items[-1].end}
    most = max(told, key=lambda start: told[start], default=-1)
    if not told.get(most):
        return None
    meant = next(c for c in passage.clauses if c.start == most)
    return replace(lead, start=meant.start, end=meant.end, clauses=(meant,))


def _naming_month(index: Index, question: Question, lead: Candidate) -> Candidate | None:
    """The only clause of the passage that names a month, where one is asked for and what was found names none; else None."""
    asked = _WHICH_MONTH.search(question.text) and not lead.note
    if not asked or any(_MONTH.search(normalise(clause.text)) for clause in lead.clauses):
        return None
    passage = next(p for p in index.passages(lead.document_id) if p.start <= lead.start < p.end)
    meant = [clause for clause in passage.clauses if _MONTH.search(normalise(clause.text))]
    if len(meant) != 1:
        return None
    return replace(lead, start=meant[0].start, end=meant[0].end, clauses=(meant[0],))


def _doing_so(index: Index, question: Question, lead: Candidate) -> Candidate | None:
    """Of the parts of a paragraph that each say what somebody does the one that says all that the lead has of the words of who asks
    who does it (谁统一管), and more; None where there is none, or several."""
    if "who" not in question.sought or question.yes_no or lead.note:
        return None
    own = lead.clauses[0]
    about = pairs(_WHO.sub("，", question.text))
    said = about & pairs(normalise(own.text))
    beside = [
        c for c in index.clauses(lead.document_id) if c.path == own.path and c.id != own.id and _DOES.search(c.text)
    ]
    meant = [clause for clause in beside if said < about & pairs(normalise(clause.text))]
    if len(meant) != 1:
        return None
    return replace(lead, start=meant[0].start, end=meant[0].end, clauses=(meant[0],))


def same_item(
    index: Index, question: Question, candidates: Sequence[Candidate], beside: Collection[Place]
) -> list[Candidate]:
    """The candidates, with the item of a list first that answers another question of the message (`beside`), where the best is
    of that list and no item that has the question's words: what holds of all its items (要不要先问) is asked of the one told."""
    stands = candidates and candidates[0].clauses and beside  # what is left open may stand nowhere
    best = part_of_article(index, candidates[0]) if stands else None
    if best is None or (best.kind == "item" and pairs(clause_text(candidates[0])) & pairs(question.text)):
        return list(candidates)
    told = {start for id_, start, _ in beside if id_ == best.document_id}
    listed = (n for n in index.nodes(best.document_id) if n.kind == "item" and n.parent in (best.path, best.parent))
    items = [item for item in listed if item.start in told]
    if len(items) != 1 or items[0] == best:
        return list(candidates)
    clauses = tuple(c for c in index.clauses(best.document_id) if items[0].start <= c.start < items[0].end)
    meant = replace(candidates[0], start=items[0].start, end=items[0].end, clauses=clauses, note=None)
    return [meant, *candidates]
