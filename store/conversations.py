"""Conversations kept: begun, added to, found again by their words, renamed, deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from store.errors import NotFoundError
from store.text import normalise
from store.userdata import ConversationRow, ExchangeRow, UserData

TITLE_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a list of conversations shows of one."""

    id: str
    title: str
    used_at: datetime  # UTC, when it was last added to
    exchanges: int  # questions asked in it


@dataclass(frozen=True, slots=True)
class KeptExchange:
    """A question with its answer as it was given. `content` is the whole of it, as `assistant.kept` packs it."""

    id: int
    asked_at: datetime  # UTC
    index_version: str
    content: dict[str, Any]


class Conversations:
    """All conversations in a database. Every method raises UserDataError where the database fails."""

    def __init__(self, data: UserData) -> None:
        self._data = data

    def begin(self, title: str) -> str:
        """Begins a conversation and returns its id, which cannot be guessed."""
        now, title = datetime.now(UTC), kept_title(title)
        row = ConversationRow(id=uuid4().hex, title=title, plain=normalise(title), created_at=now, used_at=now)
        with self._data.session() as session:
            session.add(row)
            return row.id

    def add(self, conversation_id: str, index_version: str, content: dict[str, Any], text: str) -> KeptExchange:
        """Adds an exchange; `text` is what a search finds it by. Raises NotFoundError for a conversation deleted."""
        now = datetime.now(UTC)
        with self._data.session() as session:
            _row(session, conversation_id).used_at = now
            row = ExchangeRow(
                conversation_id=conversation_id,
                asked_at=now,
                index_version=index_version,
                plain=normalise(text),
                content=content,
            )
            session.add(row)
            session.flush()
            return _exchange(row)

    def read(self, conversation_id: str) -> tuple[str, list[KeptExchange]]:
        """Title and exchanges, oldest first. Raises NotFoundError."""
        of_it = select(ExchangeRow).where(ExchangeRow.conversation_id == conversation_id).order_by(ExchangeRow.id)
        with self._data.session() as session:
            return _row(session, conversation_id).title, [_exchange(row) for row in session.scalars(of_it)]

    def find(self, words: str = "", limit: int | None = None) -> Sequence[Conversation]:
        """The conversations in whose title or text every one of `words` occurs, in either script; last used first."""
        query = (
            select(ConversationRow, func.count(ExchangeRow.id))
            .outerjoin(ExchangeRow, ExchangeRow.conversation_id == ConversationRow.id)
            .group_by(ConversationRow.id)
            .order_by(ConversationRow.used_at.desc())
            .limit(limit)
        )
        for word in normalise(words).split():
            said = select(ExchangeRow.conversation_id).where(ExchangeRow.plain.contains(word, autoescape=True))
            named = ConversationRow.plain.contains(word, autoescape=True)
            query = query.where(or_(named, ConversationRow.id.in_(said)))
        with self._data.session() as session:
            return [Conversation(row.id, row.title, row.used_at, count) for row, count in session.execute(query)]

    def rename(self, conversation_id: str, title: str) -> str:
        """Gives a conversation another title; an empty one changes nothing. Returns the title that it has now.

        Raises NotFoundError.
        """
        with self._data.session() as session:
            row = _row(session, conversation_id)
            row.title = kept_title(title) or row.title
            row.plain = normalise(row.title)
            return row.title

    def delete(self, conversation_id: str) -> None:
        """Deletes a conversation with all its exchanges; one that is gone already is no error."""
        with self._data.session() as session:
            session.execute(delete(ExchangeRow).where(ExchangeRow.conversation_id == conversation_id))
            session.execute(delete(ConversationRow).where(ConversationRow.id == conversation_id))


def kept_title(text: str) -> str:
    """The title that is kept of `text`: on one line, cut to what a list can show."""
    line = " ".join(text.split())
    return line if len(line) <= TITLE_CHARACTERS else line[: TITLE_CHARACTERS - 1] + "…"


def _row(session: Session, conversation_id: str) -> ConversationRow:
    """The row, held until the transaction ends, so that nobody deletes it from under an exchange being added."""
    row = session.get(ConversationRow, conversation_id, with_for_update=True)
    if row is None:
        raise NotFoundError("There is no such conversation; it may have been deleted.", "没有这个对话，可能已被删除。")
    return row


def _exchange(row: ExchangeRow) -> KeptExchange:
    return KeptExchange(row.id, row.asked_at, row.index_version, row.content)
