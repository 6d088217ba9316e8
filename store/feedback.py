"""Feedback on answers: given by users, reviewed into test cases for the evaluators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, cast

from sqlalchemy import select

from store.errors import NotFoundError
from store.userdata import FeedbackRow, UserData

Opinion = Literal["right", "wrong_citation", "wrong_answer", "should_refuse"]
Review = Literal["open", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a user said of one answer. It holds a copy of the answer, so that it outlives the conversation.

    `history` are the turns before the question, as {"role", "content"}; `answer` as `assistant.kept` packs it;
    `case` is the test case that a reviewer accepted, in the evals format.
    """

    id: int
    given_at: datetime  # UTC
    judgement: Opinion
    note: str
    index_version: str
    history: list[dict[str, str]]
    answer: dict[str, Any]
    review: Review = "open"
    case: dict[str, Any] | None = None


class FeedbackBook:
    """All feedback in a database. Every method raises UserDataError where the database fails."""

    def __init__(self, data: UserData) -> None:
        self._data = data

    def give(
        self,
        judgement: Opinion,
        note: str,
        index_version: str,
        history: list[dict[str, str]],
        answer: dict[str, Any],
    ) -> int:
        """Keeps what a user says of an answer; returns its id."""
        row = FeedbackRow(
            given_at=datetime.now(UTC),
            judgement=judgement,
            note=note.strip(),
            index_version=index_version,
            history=history,
            answer=answer,
            review="open",
        )
        with self._data.session() as session:
            session.add(row)
            session.flush()
            return row.id

    def list(self, review: Review) -> Sequence[Feedback]:
        """The feedback in this state of review, oldest first."""
        query = select(FeedbackRow).where(FeedbackRow.review == review).order_by(FeedbackRow.id)
        with self._data.session() as session:
            return [_feedback(row) for row in session.scalars(query)]

    def since(self, moment: datetime) -> Sequence[Feedback]:
        """The feedback given from `moment` on, oldest first."""
        query = select(FeedbackRow).where(FeedbackRow.given_at >= moment).order_by(FeedbackRow.id)
        with self._data.session() as session:
            return [_feedback(row) for row in session.scalars(query)]

    def accept(self, feedback_id: int, case: dict[str, Any]) -> None:
        """Makes it the test case `case`, in place of one accepted before. Raises NotFoundError."""
        self._review(feedback_id, "accepted", case)

    def reject(self, feedback_id: int) -> None:
        """Makes no test case of it. Raises NotFoundError."""
        self._review(feedback_id, "rejected", None)

    def reopen(self, feedback_id: int) -> None:
        """Puts it back among what is to be reviewed, without the case made of it. Raises NotFoundError."""
        self._review(feedback_id, "open", None)

    def _review(self, feedback_id: int, review: Review, case: dict[str, Any] | None) -> None:
        with self._data.session() as session:
            row = session.get(FeedbackRow, feedback_id)
            if row is None:
                raise NotFoundError(f"There is no feedback {feedback_id}.")
            row.review, row.case = review, case


def _feedback(row: FeedbackRow) -> Feedback:
    return Feedback(
        row.id,
        row.given_at,
        cast(Opinion, row.judgement),
        row.note,
        row.index_version,
        row.history,
        row.answer,
        cast(Review, row.review),
        row.case,
    )
