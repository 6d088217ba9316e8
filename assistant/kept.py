"""A conversation as it is kept: whole answers, so that they show the same citations after the corpus has moved on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.answer import Answer, Turn
from store.conversations import Conversations
from store.errors import UserDataError
from store.records import Document


@dataclass(frozen=True, slots=True)
class Source:
    """What the official form of a citation says of its document, as it was when the answer was given."""

    number: str  # 文号, "" if it has none
    address: str  # official web address, "" if none is known


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer. `sources` are by document id; `id` is None for one that could not be kept; `as_of` is
    the day whose law it was answered by, None for the day it was asked."""

    answer: Answer
    sources: Mapping[str, Source] = field(default_factory=dict)
    index_version: str = ""
    asked_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    id: int | None = None
    as_of: date | None = None

    @property
    def turns(self) -> tuple[Turn, Turn]:
        """What later questions are understood by."""
        return Turn("user", self.answer.question), Turn("assistant", self.answer.text)


@dataclass(frozen=True, slots=True)
class _Content:
    answer: Answer
    sources: dict[str, Source]
    as_of: date | None = None  # which answers kept before it could be chosen do not say


_CONTENT = TypeAdapter(_Content)


def exchange(
    answer: Answer, documents: Mapping[str, Document], index_version: str, as_of: date | None = None
) -> Exchange:
    """An answer just given, with what is known of the documents it cites."""
    cited = {citation.document_id for citation in (*answer.citations, *answer.related)}
    sources = {id: Source(documents[id].number, documents[id].address) for id in sorted(cited & documents.keys())}
    return Exchange(answer, sources, index_version, as_of=as_of)


def pack(exchange: Exchange) -> dict[str, Any]:
    """Answer, sources and the day chosen as JSON values; `unpack` is the way back."""
    content = _Content(exchange.answer, dict(exchange.sources), exchange.as_of)
    packed: dict[str, Any] = _CONTENT.dump_python(content, mode="json")
    return packed


def unpack(content: dict[str, Any], index_version: str, asked_at: datetime, id: int | None = None) -> Exchange:
    """The exchange that `content` was packed from. Raises UserDataError if it is in no form known here."""
    try:
        kept = _CONTENT.validate_python(content)
    except ValidationError as error:
        raise UserDataError(
            "A kept answer is in a form that this version of the product cannot read.", "保存的回答格式有误，无法读取。"
        ) from error
    return Exchange(kept.answer, kept.sources, index_version, asked_at, id, kept.as_of)


def keep(conversations: Conversations, conversation_id: str, said: Exchange) -> Exchange:
    """Adds `said` to a conversation; returns it with its id. Raises NotFoundError, UserDataError."""
    text = f"{said.answer.question}\n{said.answer.text}"
    kept = conversations.add(conversation_id, said.index_version, pack(said), text)
    return replace(said, id=kept.id, asked_at=kept.asked_at)


def reopen(conversations: Conversations, conversation_id: str) -> tuple[str, list[Exchange]]:
    """A conversation's title and its exchanges as they were. Raises NotFoundError, UserDataError."""
    title, kept = conversations.read(conversation_id)
    return title, [unpack(one.content, one.index_version, one.asked_at, one.id) for one in kept]
