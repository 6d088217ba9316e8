"""Leads: what puts a candidate ahead of others besides its own score and the conversation.

A text that denies where a question asks what may not be, one that states figures where it asks if there are any, one that
states the unit asked for, an editor's list where a list is asked for; a statute falls behind where another's subject is
named. How far was chosen on the development halves of evals/datasets.
"""

import re
from collections.abc import Collection

from assistant.asked_for import PENAL, asks_liability
from assistant.question import Question
from assistant.read import clause_text, headed_node
from assistant.retrieve import Candidate
from assistant.rule_words import ASKS_FIGURES, CLAUSE_NEGATIVE
from assistant.values import find_values, without_values
from store.index import Index
from store.records import Document

DENIED, FIGURES, MEASURED, LISTED, OTHER_SUBJECT = 0.3, 0.2, 0.1, 0.12, 0.08
_DENIED = re.compile(
    r"(?:哪|什么|啥|谁)[^,，。?？]{0,8}(?:不能|不可以|不得|不让|不准|不许|不给|不可|不行|禁止)|(?:不能|不可以|不得|不让|不准|不许|禁止)[^,，。?？]{0,6}(?:哪|什么|啥)"
)
_IN_TIME = re.compile("截止|来得及|赶得上|来不及|赶不上|[算还]?晚|还收|超期|逾期")
_OF_A_LAW = re.compile("法$|促进")  # 商标法 is on 商标


def lead(index: Index, question: Question, candidate: Candidate) -> float:
    """How far a candidate is ahead."""
    ahead = said_lead(question, clause_text(candidate))
    ahead += MEASURED * (bool(question.measures) and candidate.features.kind > 0)
    if question.sought == {"list"} and ((candidate.note and candidate.note.points) or headed_node(index, candidate)):
        ahead += LISTED
    return ahead - OTHER_SUBJECT * _on_other_subject(question, candidate, index.documents.values())


def said_lead(question: Question, text: str) -> float:
    """How far a text is ahead by what it says."""
    if question.yes_no:
        if _IN_TIME.search(question.text) and not without_values(text).strip("。 "):
            return -FIGURES  # a mere day is the last for nothing
        return FIGURES if ASKS_FIGURES.search(question.text) and find_values(text) else 0.0
    if asks_liability(question) and not PENAL.search(text):
        return -DENIED
    return DENIED if _DENIED.search(question.text) and CLAUSE_NEGATIVE.search(text) else 0.0


def _on_other_subject(question: Question, candidate: Candidate, documents: Collection[Document]) -> bool:
    """Whether a question names the subject of a statute, and the candidate is of a statute on another."""
    named = {d.id for d in documents if d.kind == "statute" and _OF_A_LAW.sub("", d.short_title) in question.text}
    statutes = {d.id for d in documents if d.kind == "statute"}
    return bool(named) and candidate.document_id in statutes - named
