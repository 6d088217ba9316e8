"""Retrieve: rank the stretches of the documents that could answer a question.

A stretch is what an editor's note is anchored to. Vectors (Chroma) and full text (BM25) each propose; the score of a
proposal is a weighted sum of a few features, so that it can be explained and learned. A note with a `gap` competes like
any other: where it wins, the documents leave the question open.

Where there is no note a stretch is the clause that speaks most in its passage (`assistant.retrieval.rank`). Its score is that of
the notes' stretches that answer as often.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache, partial

from assistant.retrieval.classes import classes_of
from assistant.retrieval.parted import each_clause, is_heading, says_rule, worded
from assistant.retrieval.rank import Ranked, Ranker
from assistant.retrieval.rank import Weights as RankWeights
from assistant.retrieval.unnoted import clause_asked, lead_of_clause, leads, without_subject_asked
from assistant.understanding.asked_for import carries, mentions
from assistant.understanding.asking import Sought
from assistant.understanding.question import Question
from assistant.understanding.similarity import Scale
from store.index import Index
from store.records import Clause, Note
from store.text import normalise

PROPOSALS = 60  # hits taken from each search at each level; the notice has some 130 clauses
# A note's score s has the log-odds SLOPE * (s - EVEN) to be right: logistic regression of whether the best stretch is,
# over the same questions as WEIGHTS.
SLOPE, EVEN = 3.2, 1.8
# The policy is what questions are about unless they say otherwise, so that a tie with a statute goes to it.
POLICY_LEAD = 0.1
# Where a note scores this high, right two times in three, the clauses without notes beside it are not searched, which takes
# as long as all else.
SURE = 2.0
MOST = 0.9  # share of a document's clauses
# Likeness of the likest ask from which a candidate is taken to be meant, and not found by its words alone.
MEANT = 0.65
GAP_LEAD = 0.19  # a gap stands on no clause whose words could speak for it


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a candidate."""

    ask_vector: float  # cosine of the question and the likest ask; of a clause without notes, the clause
    clause_vector: float  # cosine of the question and the likest clause
    clause_words: float  # share of the question's words that a clause holds
    ask_alike: float  # likeness in sound of the question and the likest ask
    ask_words: float  # share of the question's words in all asks together
    kind: float  # whether the kind of value asked for is stated: 1, -1, 0 where none is asked for
    attribute: float  # the same of the attribute asked for (邮箱, 处罚 …)
    leaning: float = 0.0  # how far the question leans to the note by what all its asks share


# How much each counts: conditional logistic regression (a softmax over a question's candidates, a slight ridge) on the
# development halves of evals/datasets, scaled so that the fifth candidate is as far behind the first as ever.
WEIGHTS = Features(
    ask_vector=1.48,
    clause_vector=2.44,
    clause_words=0.28,
    ask_alike=-0.3,
    ask_words=1.14,
    kind=0.13,
    attribute=0.18,
    leaning=0.023,
)


# Who asks for none but these may be told what stands under a heading.
_LISTING: frozenset[Sought] = frozenset({"list", "count", "how", "definition"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a document with its score and the features it was made of. A gap may have no stretch (0, 0)."""

    document_id: str
    start: int
    end: int
    clauses: tuple[Clause, ...]
    note: Note | None
    features: Features
    score: float

    @property
    def covered(self) -> tuple[float, float]:
        """Share of the question's words in the clauses, and in the note's asks."""
        return self.features.clause_words, self.features.ask_words

    @property
    def lacks_kind(self) -> bool:
        """Whether a kind of value is asked for that the stretch does not state."""
        return self.features.kind < 0

    @property
    def lacks_attribute(self) -> bool:
        """Whether an attribute is asked for (邮箱, 处罚 …) that neither stretch nor asks mention."""
        return self.features.attribute < 0

    def shares_clause(self, other: "Candidate") -> bool:
        """Whether it stands on a clause that another stands on."""
        same = self.document_id == other.document_id
        return same and not {clause.id for clause in self.clauses}.isdisjoint(clause.id for clause in other.clauses)

    @property
    def gap(self) -> str:
        """What the documents leave open, "" where this candidate answers."""
        return self.note.gap if self.note else ""


class Retriever:
    """Ranks candidates of one index version."""

    def __init__(self, index: Index, weights: RankWeights | None = None) -> None:
        self.index = index
        self._ranker = Ranker(index, weights)
        # What several questions are parts of, or follow, is embedded once.
        self._embed = lru_cache(maxsize=32)(index.embed)
        self._embed_plain = lru_cache(maxsize=32)(index.embed_plain)
        self._clauses_of = lru_cache(maxsize=10_000)(self._touched)
        # How a follow-up is best read, and whether a part stands alone, is told by searches that are wanted again.
        self._found = lru_cache(maxsize=16)(self._search)

    @cached_property
    def _noted_clauses(self) -> dict[str, frozenset[str]]:
        """For each document with notes, the clauses its answering notes stand on: they are candidates through these."""
        return {
            id_: frozenset(
                clause.id
                for note in self.index.notes(id_)
                if not note.gap
                for clause in self.clauses_of(id_, note.start, note.end)
            )
            for id_ in self.index.searched("ask")
        }

    @cached_property
    def _partly_noted(self) -> frozenset[str]:
        """The documents with notes on some clauses only; of the others at most headings and the like have none."""
        return frozenset(
            id_
            for id_, noted in self._noted_clauses.items()
            if len(noted) < MOST * sum(len(passage.clauses) for passage in self.index.passages(id_))
        )

    def search(
        self, question: Question, whole: str = "", documents: Collection[str] | None = None, talk: str = ""
    ) -> list[Candidate]:
        """Candidates, best first. `whole` is what a question is a part of, if it is; `documents` limits the search to
        some documents' ids; `talk` is what was said before a question that leans on it."""
        wanted = self.index.searched("clause") if documents is None else frozenset(documents)
        return list(self._found(question, whole, wanted, talk))

    def _search(self, question: Question, whole: str, wanted: frozenset[str], talk: str) -> list[Candidate]:
        noted = wanted & self._noted_clauses.keys()
        found = self._noted(question, self._vector(self._embed, question, whole), noted) if noted else []
        bare = wanted - noted
        ahead = leads(self.index, question.text, bare, noted)
        for id_ in ahead or (bare if len(wanted) == 1 else ()):
            rest = worded(self.index, question, self.index.documents[id_], self._is_added(id_))
            if rest != question.text:
                found += self._bare(question, rest, self._embed_plain(rest), {id_}, ahead, talk)
                bare -= {id_}
        if max((candidate.score for candidate in found if not candidate.gap), default=0.0) < SURE:
            bare |= wanted & self._partly_noted
        if bare:
            vector = self._vector(self._embed_plain, question, whole)
            found += self._bare(question, question.text, vector, bare, ahead, talk)
        return sorted(found, key=lambda candidate: -candidate.score)

    def _bare(
        self,
        question: Question,
        text: str,
        vector: Sequence[float],
        documents: Collection[str],
        ahead: Mapping[str, float],
        talk: str,
    ) -> list[Candidate]:
        """The clauses of `documents` that have no notes and say more than how they are called, by what number and what is to
        be answered, for what `text` leaves of a question."""
        ranked = self._ranker.search(text, vector, documents, talk)
        listing = not question.sought - _LISTING
        said = each_clause(self.index, ranked, partial(self._embed, text), self._is_added)
        own = (one for one in said if not self._has_note(one.clause) and self._says_rule(one.clause, listing))
        return [self._of(one, question, ahead.get(one.clause.document_id, 0.0)) for one in own]

    def _says_rule(self, clause: Clause, listing: bool) -> bool:
        heading = self._is_added(clause.document_id) and is_heading(self.index, clause, listing=listing)
        return says_rule(clause) and not heading

    def _is_added(self, document_id: str) -> bool:
        """Whether a document is a policy without any notes, as readers add them."""
        return document_id not in self._noted_clauses and self.index.documents[document_id].kind == "policy"

    def _has_note(self, clause: Clause) -> bool:
        return clause.id in self._noted_clauses.get(clause.document_id, ())

    @staticmethod
    def _vector(embed: Callable[[str], list[float]], question: Question, whole: str) -> list[float]:
        text = normalise(question.original) if question.english else question.text  # nothing is near to 4个 rules
        return _between(embed(text), embed(whole)) if whole else embed(text)

    def _of(self, ranked: Ranked, question: Question, ahead: float) -> Candidate:
        clause = ranked.clause
        noted, document = clause.document_id in self._noted_clauses, self.index.documents[clause.document_id]
        if self._is_added(document.id):
            question = without_subject_asked(question, document, classes_of(tuple(self.index.clauses(document.id))))
        elif not noted:
            clause = clause_asked(question, ranked.passage, clause)
        features = Features(
            ask_vector=ranked.likeness,
            clause_vector=ranked.likeness,
            clause_words=ranked.covered,
            ask_alike=0.0,
            ask_words=ranked.covered,
            kind=carries(question, ranked.passage.text),
            attribute=mentions(question, ranked.passage.text),
        )
        score = EVEN + ranked.log_odds / SLOPE + self._lead(clause.document_id)
        score += ahead if features.kind >= 0 and features.attribute >= 0 else 0.0
        if not noted:
            score += lead_of_clause(self.index, question, document, ranked.passage, clause)
        return Candidate(clause.document_id, clause.start, clause.end, (clause,), None, features, score)

    def _lead(self, document_id: str) -> float:
        return POLICY_LEAD if self.index.documents[document_id].kind == "policy" else 0.0

    def _noted(self, question: Question, vector: Sequence[float], documents: Collection[str]) -> list[Candidate]:
        """What the notes on `documents` are anchored to."""
        ask_hits = {hit.id: hit.score for hit in self.index.nearest("ask", vector, PROPOSALS, documents)}
        by_words = [hit.id for hit in self.index.matches("ask", question.text, PROPOSALS // 3, documents)]
        ask_hits |= self.index.likeness("ask", [id_ for id_ in by_words if id_ not in ask_hits], vector)
        notes, found = dict[str, Note](), defaultdict[str, dict[str, float]](dict)
        for ask_hit, cosine in ask_hits.items():
            note, ask = self.index.ask(ask_hit)
            id_ = note.id
            notes[id_] = note
            found[id_][ask] = cosine
        clauses = {id_: self.clauses_of(note.document_id, note.start, note.end) for id_, note in notes.items()}
        together = {clause.id: clause for stretch in clauses.values() for clause in stretch}
        likeness = self.index.likeness("clause", tuple(together), vector)
        texts = [clause.text for clause in together.values()]
        scale = Scale(question.text, texts + [ask for note in notes.values() for ask in note.askings])
        leanings = self.index.leanings(vector, documents, notes)
        return [
            self._from_note(note, clauses[id_], question, likeness, found[id_], scale, leanings.get(id_, 0.0))
            for id_, note in notes.items()
        ]

    def _from_note(
        self,
        note: Note,
        clauses: tuple[Clause, ...],
        question: Question,
        likeness: dict[str, float],
        found: Mapping[str, float],
        scale: Scale,
        leaning: float,
    ) -> Candidate:
        texts = [] if note.gap else [note.english, *(clause.text for clause in clauses)]
        stretch = self.index.documents[note.document_id].text[note.start : note.end]
        features = Features(
            ask_vector=max(found.values()),
            clause_vector=max((likeness[clause.id] for clause in clauses), default=min(likeness.values(), default=0.0)),
            clause_words=max((scale.covered(text) for text in texts), default=0.0),
            ask_alike=max(scale.alike(ask) for ask in found),
            ask_words=scale.covered(*note.askings),
            kind=0.0 if note.gap else carries(question, stretch, bool(note.points)),
            attribute=mentions(question, *((note.gap, *note.asks) if note.gap else texts)),
            leaning=leaning,
        )
        score = _score(features) + self._lead(note.document_id) + GAP_LEAD * bool(note.gap)
        return Candidate(note.document_id, note.start, note.end, clauses, note, features, score)

    def clauses_of(self, document_id: str, start: int, end: int) -> tuple[Clause, ...]:
        """The clauses that a span touches, in order."""
        return self._clauses_of(document_id, start, end)

    def _touched(self, document_id: str, start: int, end: int) -> tuple[Clause, ...]:
        return tuple(
            clause
            for passage in self.index.passages(document_id)
            if passage.start < end and start < passage.end
            for clause in passage.clauses
            if clause.start < end and start < clause.end
        )


def _between(left: Sequence[float], right: Sequence[float]) -> list[float]:
    """The unit vector half-way between two unit vectors."""
    both = [a + b for a, b in zip(left, right, strict=True)]
    length = math.sqrt(sum(x * x for x in both)) or 1.0
    return [x / length for x in both]


_FEATURES = tuple(field.name for field in fields(Features))


def _score(features: Features) -> float:
    return float(sum(getattr(WEIGHTS, name) * getattr(features, name) for name in _FEATURES))
