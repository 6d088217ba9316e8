"""How many tokens the language models behind a call take, without knowing which models there are.

LangChain passes every model call made inside `counting()` to its handler. Tokens are those that the model's server
reports; a server that reports none is counted for, in cl100k_base: the messages sent and the text that came back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, LLMResult
from langchain_core.tracers.context import register_configure_hook

from store.text import count_tokens


class Usage(BaseCallbackHandler):
    """The `tokens` that went to models and came back so far."""

    def __init__(self) -> None:
        self.tokens = 0
        self._sent: dict[UUID, int] = {}

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **kwargs: Any
    ) -> None:
        """Count what is sent, for a server that will not say."""
        self._sent[run_id] = sum(count_tokens(message.text) for batch in messages for message in batch)

    def on_llm_end(self, response: LLMResult, *, run_id: UUID, **kwargs: Any) -> None:
        """Add what the server reports, else what was counted."""
        sent = self._sent.pop(run_id, 0)
        for generation in (one for batch in response.generations for one in batch):
            message = generation.message if isinstance(generation, ChatGeneration) else None
            if isinstance(message, AIMessage) and message.usage_metadata:
                self.tokens += message.usage_metadata["total_tokens"]
            else:
                self.tokens += sent + count_tokens(generation.text)


_current: ContextVar[Usage | None] = ContextVar("usage", default=None)
register_configure_hook(_current, inheritable=True)


@contextmanager
def counting() -> Iterator[Usage]:
    """Counts the model calls made inside the block."""
    usage = Usage()
    token = _current.set(usage)
    try:
        yield usage
    finally:
        _current.reset(token)
