"""One question with the answer it got: what every metric looks at."""

from dataclasses import dataclass
from functools import cached_property

from assistant.answer import Answer, Citation, Statement
from evals.corpus import Corpus, is_verbatim, locate_gold
from evals.dataset import Gold, Question
from store.records import Span

LONGEST_QUOTE = 600
"""Characters of a quote that a reader still checks. A longer one proves nothing: he would have to search it himself."""


@dataclass(frozen=True)
class Case:
    """A question and its answer. `answer` is None where asking raised `error`; no metric counts that as right."""

    question: Question
    answer: Answer | None
    corpus: Corpus
    error: str = ""
    repeat: int = 1
    latency_ms: float = 0.0
    model_tokens: int = 0
    judged: bool | None = None  # what a language model said, where one was asked

    @property
    def replied(self) -> Answer | None:
        """The answer, if one was given and it is not a refusal."""
        return None if self.answer is None or self.answer.refused else self.answer

    @property
    def refused(self) -> bool:
        """Whether the answer says that the documents hold none."""
        return self.answer is not None and self.answer.refused

    @cached_property
    def gold(self) -> dict[Gold, list[Span]]:
        """Every place that each gold clause may mean."""
        return {gold: locate_gold(gold, self.corpus) for gold in self.question.gold}

    @cached_property
    def evidence(self) -> list[Citation]:
        """The citations a reader can check: word for word what the document says, and not too long to read."""
        citations = self.replied.citations if self.replied else ()
        return [c for c in citations if self.checkable(c)]

    def cited_by(self, statement: Statement) -> list[Citation]:
        """The citations of a statement of this answer that a reader can check."""
        cited = [self.answer.citations[place] for place in statement.citations] if self.answer else []
        return [citation for citation in cited if self.checkable(citation)]

    def checkable(self, citation: Citation) -> bool:
        """Whether a quote is verbatim and short enough to be checked."""
        return citation.end - citation.start <= LONGEST_QUOTE and is_verbatim(citation, self.corpus)

    def is_relevant(self, citation: Citation) -> bool:
        """Whether at least half of a citation stands where gold clauses stand: in their stretches of the outline."""
        document = self.corpus[citation.document_id]
        homes = {
            document.home(span)
            for gold, spans in self.gold.items()
            if gold.document == citation.document_id
            for span in spans
        }
        return 2 * sum(_shared((citation.start, citation.end), home) for home in homes) >= citation.end - citation.start

    def is_cited(self, gold: Gold, citations: list[Citation]) -> bool:
        """Whether a relevant one of `citations` shares at least half of the shorter of itself and the gold clause."""
        return any(
            2 * _shared((c.start, c.end), span) >= min(c.end - c.start, span[1] - span[0])
            for c in citations
            if c.document_id == gold.document and self.is_relevant(c)
            for span in self.gold[gold]
        )


def _shared(one: Span, other: Span) -> int:
    """Characters that two spans have in common."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
