"""What users leave behind, in one SQL database: the file conversations.sqlite in POLICY_HOME, or PostgreSQL.

The index is kept elsewhere (`store.database`): it can be built again at any time, this cannot.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, URL, DateTime, Dialect, Engine, ForeignKey, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.types import TypeDecorator

from store.errors import UserDataError
from store.settings import Settings

_SCHEMA_LOCK = 4_815_162  # any number, as long as nothing else in the database locks on it
_CONNECT_SECONDS = 5


class UtcTime(TypeDecorator[datetime]):
    """A moment. SQLite forgets the zone of what it is given, so all are written and read as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """As the database is given it."""
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """As the database gives it back."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class Base(DeclarativeBase):
    """Tables of what users leave behind."""

    type_annotation_map = {datetime: UtcTime, dict[str, Any]: JSON, list[dict[str, str]]: JSON}  # noqa: RUF012


class ConversationRow(Base):
    """A conversation; `plain` is its title as searches compare it."""

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    plain: Mapped[str]
    created_at: Mapped[datetime]
    used_at: Mapped[datetime]


class ExchangeRow(Base):
    """A question with its answer; `plain` is the text of both as searches compare it."""

    __tablename__ = "exchange"

    id: Mapped[int] = mapped_column(primary_key=True)  # counts up, so it orders a conversation's exchanges
    conversation_id: Mapped[str] = mapped_column(ForeignKey(ConversationRow.id), index=True)
    asked_at: Mapped[datetime]
    index_version: Mapped[str]
    plain: Mapped[str]
    content: Mapped[dict[str, Any]]


class FeedbackRow(Base):
    """What a user said of an answer, and what a reviewer made of it."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    given_at: Mapped[datetime]
    judgement: Mapped[str]
    note: Mapped[str]
    index_version: Mapped[str]
    history: Mapped[list[dict[str, str]]]
    answer: Mapped[dict[str, Any]]
    review: Mapped[str]
    case: Mapped[dict[str, Any] | None]


class UserData:
    """The open database, its tables made where they are missing. Raises UserDataError where it cannot be used."""

    def __init__(self, settings: Settings) -> None:
        self._address = _address(settings)
        with self._explained():
            self._engine = _open(self._address)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction, all of it or nothing. Raises UserDataError where the database fails."""
        with self._explained(), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            raise _unusable(self._address) from error


def _unusable(address: URL) -> UserDataError:
    where = address.render_as_string(hide_password=True)
    if address.get_backend_name() == "sqlite":
        where = address.database or ""
        hint, chinese = "check that it may be written to", "请检查文件和所在文件夹能否写入"
    else:
        hint, chinese = "check the server and POLICY_DATABASE_URL", "请检查数据库服务器和 POLICY_DATABASE_URL 设置"
    return UserDataError(f"The database {where} cannot be used: {hint}.", f"数据库 {where} 无法使用：{chinese}。")


def _address(settings: Settings) -> URL:
    if settings.database_url is None:
        return URL.create("sqlite", database=str(settings.home / "conversations.sqlite"))
    return make_url(str(settings.database_url.get_secret_value())).set(drivername="postgresql+psycopg")


@cache  # a failure is not kept: the next call tries again
def _open(address: URL) -> Engine:
    """The engine of a database whose tables are there. Any number of processes may do this at once."""
    postgres = address.get_backend_name() == "postgresql"
    if not postgres:
        Path(address.database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        address,
        json_serializer=partial(json.dumps, ensure_ascii=False),
        connect_args={"connect_timeout": _CONNECT_SECONDS} if postgres else {},
        pool_pre_ping=postgres,  # a server that was restarted is found again
    )
    with engine.begin() as connection:
        if postgres:  # where CREATE TABLE IF NOT EXISTS fails when two run at once
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA_LOCK})
        for table in Base.metadata.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))
    return engine
