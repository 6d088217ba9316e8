"""Our own question sets fit the corpus that they are asked on."""

from collections import Counter
from pathlib import Path

import pytest

from evals.corpus import corpus_of, locate_gold
from evals.dataset import load_questions
from ingest.parse import parse_corpus
from store.settings import ROOT, Settings

DATASETS = sorted(Path(ROOT / "evals" / "datasets").glob("*.jsonl"))


@pytest.fixture(scope="module")
def corpus():
    return corpus_of((p.document, p.nodes) for p in parse_corpus(Settings()) if p.document.held)


def test_every_gold_clause_is_in_the_corpus_word_for_word(corpus):
    for question in load_questions(DATASETS):
        for gold in question.gold:
            assert locate_gold(gold, corpus), question.id
            assert gold.quote is None or gold.quote in corpus[gold.document].text, question.id


def test_there_are_questions_enough_in_both_halves():
    questions = load_questions(DATASETS)
    assert len(questions) >= 300
    halves = Counter(question.split for question in questions)
    assert min(halves.values()) > len(questions) / 3


def test_an_answerable_question_says_what_is_expected():
    for question in load_questions(DATASETS):
        assert question.answerable == bool(question.facts or question.verdict), question.id
