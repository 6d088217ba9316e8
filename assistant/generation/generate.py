"""Generate: ask the chat model, and cut what it streams into sentences with their marks.

Whatever goes wrong on the way, from a server that is down to a reply that breaks off, is an UnwordedError, which says why.
"""

import logging
import queue
import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextvars import copy_context
from dataclasses import dataclass

import httpx
import openai
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from assistant.generation.fallback import UnwordedError, Why
from assistant.understanding.asking import HAN

LONGEST = 1500  # characters; a reply that goes on for longer is no answer
_MARK = r"[\[［【]\s*\d+(?:\s*[,，、]\s*\d+)*\s*[\]］】]"
_END = re.compile(rf"(?:[。！？!?]|\n)(?:\s*{_MARK})*")
_MARKS = re.compile(_MARK)
_MARKUP = re.compile(r"[*#>`]+|^\s*[-•]\s+")
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_LATIN = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ぀-ヿ가-힯]")
_REFUSAL = re.compile(
    r"抱歉|对不起|(?:无法|不能|不便|拒绝)(?:直接)?(?:回答|提供|作答|协助|满足)|作为.{0,6}(?:AI|人工智能|语言模型)"
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the model wrote it. `marks` are the numbers in its brackets, from 1."""

    text: str
    marks: tuple[int, ...] = ()


def sentences(model: BaseChatModel, messages: Sequence[BaseMessage], deadline: float) -> Iterator[Sentence]:
    """The sentences of the model's reply, each as soon as it is complete. `deadline` is on time.monotonic's clock.

    Raises UnwordedError, at once or after some sentences.
    """
    reply, given, plain = "", 0, ""
    for piece in _reply(model, messages, deadline):
        reply += piece
        plain = _THOUGHT.sub("", reply)
        # The last complete sentence may still be followed by its marks.
        for end in [match.end() for match in _END.finditer(plain, given)][:-1]:
            yield from _parsed(plain[given:end])
            given = end
    for end in [*(match.end() for match in _END.finditer(plain, given)), len(plain)]:
        yield from _parsed(plain[given:end])
        given = end


def _parsed(text: str) -> Iterator[Sentence]:
    plain = _MARKUP.sub("", _MARKS.sub("", text)).strip()
    if not re.search(r"\w", plain):
        return
    if _REFUSAL.search(plain):
        raise UnwordedError(Why.DECLINED)
    if len(_LATIN.findall(plain)) > len(HAN.findall(plain)):
        raise UnwordedError(Why.NOT_CHINESE)
    marks = tuple(int(n) for mark in _MARKS.findall(text) for n in re.findall(r"\d+", mark))
    yield Sentence(plain if plain[-1] in "。！？!?" else f"{plain}。", tuple(dict.fromkeys(marks)))


def _reply(model: BaseChatModel, messages: Sequence[BaseMessage], deadline: float) -> Iterator[str]:
    """The reply in the pieces it comes in. Raises UnwordedError."""
    length = 0
    for piece in _until(deadline, model, messages):
        length += len(piece)
        if length > LONGEST:
            raise UnwordedError(Why.ENDLESS)
        yield piece
    if not length:
        raise UnwordedError(Why.SILENT)


def _until(deadline: float, model: BaseChatModel, messages: Sequence[BaseMessage]) -> Iterator[str]:
    """What `model` streams until `deadline`.

    In a thread of its own: a client's time limit is for each piece, and a server that sends a comment now and then
    would keep us waiting for ever.
    """
    pieces: queue.Queue[str | Exception | None] = queue.Queue()
    given_up = threading.Event()

    def pump() -> None:
        try:
            for chunk in model.stream(list(messages)):
                if given_up.is_set():
                    return
                pieces.put(chunk.text)
                if chunk.response_metadata.get("finish_reason", chunk.response_metadata.get("done_reason")) == "length":
                    raise UnwordedError(Why.BROKEN_OFF)
            pieces.put(None)
        except Exception as error:  # providers raise what they like; every failure must end in an answer
            pieces.put(error)

    # In a copy of this context, in which whoever counts model calls listens.
    threading.Thread(target=copy_context().run, args=(pump,), daemon=True).start()
    try:
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise UnwordedError(Why.SLOW) from None
            if isinstance(piece, Exception):
                raise _explained(piece) from piece
            if piece is None:
                return
            yield piece
    finally:
        given_up.set()


def _explained(error: Exception) -> UnwordedError:
    """What a provider's error means to the user. Its own message is left out of the log: it may hold the key."""
    if isinstance(error, UnwordedError):
        return error
    status = getattr(error, "status_code", None)
    log.warning("The model failed: %s, HTTP status %s", type(error).__name__, status)
    if isinstance(error, openai.APITimeoutError | httpx.TimeoutException | TimeoutError):
        return UnwordedError(Why.SLOW)
    if isinstance(error, openai.APIConnectionError | httpx.TransportError | ConnectionError):
        return UnwordedError(Why.UNREACHABLE)
    if status == 429:
        return UnwordedError(Why.BUSY)
    if status in (401, 403):
        return UnwordedError(Why.KEY)
    if status == 404:
        return UnwordedError(Why.UNKNOWN_MODEL)
    return UnwordedError(Why.FAILED)
