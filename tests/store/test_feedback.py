"""Feedback is kept with a copy of its answer and goes from open to accepted or rejected."""

import pytest

from store.errors import NotFoundError
from store.feedback import FeedbackBook
from store.userdata import UserData

HISTORY = [{"role": "user", "content": "前问"}, {"role": "assistant", "content": "前答"}]
ANSWER = {"answer": {"question": "问"}}
CASE = {"id": "x", "question": "问"}


@pytest.fixture
def book(user_data: UserData) -> FeedbackBook:
    return FeedbackBook(user_data)


def test_feedback_is_kept_whole(book: FeedbackBook) -> None:
    id = book.give("wrong_answer", " 金额不对 \n", "v7", HISTORY, ANSWER)
    (given,) = book.list("open")
    assert (given.id, given.judgement, given.note, given.index_version) == (id, "wrong_answer", "金额不对", "v7")
    assert (given.history, given.answer, given.case) == (HISTORY, ANSWER, None)
    assert given.given_at.tzinfo is not None


def test_review_moves_it_between_lists(book: FeedbackBook) -> None:
    first, second = (book.give("right", "", "v", [], ANSWER) for _ in range(2))
    book.accept(first, CASE)
    book.reject(second)
    assert [one.id for one in book.list("open")] == []
    assert [(one.id, one.case) for one in book.list("accepted")] == [(first, CASE)]
    assert [one.id for one in book.list("rejected")] == [second]
    book.reopen(first)
    assert [(one.id, one.case) for one in book.list("open")] == [(first, None)]
    assert book.list("accepted") == []


def test_what_is_not_there_cannot_be_reviewed(book: FeedbackBook) -> None:
    with pytest.raises(NotFoundError):
        book.accept(99, CASE)
