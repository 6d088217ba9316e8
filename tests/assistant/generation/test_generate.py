"""What a model server streams, cut into sentences, and everything it can do wrong."""

import time

import pytest
from langchain_core.messages import HumanMessage
from model_stub import Reply, StubModel

from assistant.generation.fallback import UnwordedError, Why
from assistant.generation.generate import Sentence, sentences
from assistant.generation.model import chat_model
from store.settings import Settings


def ask(stub: StubModel, *replies: Reply, seconds: float = 10.0, url: str = "") -> list[Sentence]:
    stub.replies = list(replies)
    model = chat_model(Settings(llm_model="stub", llm_base_url=url or stub.url, llm_timeout=seconds))
    assert model is not None
    return list(sentences(model, [HumanMessage("问")], time.monotonic() + seconds))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲为2项[1]。乙为3项[2]。", [("甲为2项。", (1,)), ("乙为3项。", (2,))]),
        ("甲为2项。[1][3]\n乙为3项。【2】", [("甲为2项。", (1, 3)), ("乙为3项。", (2,))]),
        ("甲为2项［1，2］", [("甲为2项。", (1, 2))]),
        ("- 甲[1]\n- **乙**[2]\n", [("甲。", (1,)), ("乙。", (2,))]),
        ("<think>先想一想。[7]</think>甲为2项[1]。", [("甲为2项。", (1,))]),
    ],
)
def test_sentences_carry_their_marks(text: str, expected: list[tuple[str, tuple[int, ...]]], stub: StubModel) -> None:
    assert [(sentence.text, sentence.marks) for sentence in ask(stub, Reply(text))] == expected


def test_a_sentence_comes_before_the_reply_is_complete(stub: StubModel) -> None:
    stub.replies = [Reply("甲为2项[1]。乙为3项[2]。" * 3, pause=0.1)]
    model = chat_model(Settings(llm_model="stub", llm_base_url=stub.url))
    assert model is not None
    began = time.monotonic()
    stream = sentences(model, [HumanMessage("问")], began + 30)
    assert next(stream) == Sentence("甲为2项。", (1,))
    assert time.monotonic() - began < 0.1 * 3 * 16 / 3
    stream.close()


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(status=429), Why.BUSY),
        (Reply(status=401), Why.KEY),
        (Reply(status=404), Why.UNKNOWN_MODEL),
        (Reply(status=500), Why.FAILED),
        (Reply(""), Why.SILENT),
        (Reply("甲为2项，乙为", finish="length"), Why.BROKEN_OFF),
        (Reply("抱歉，我无法回答这个问题。"), Why.DECLINED),
        (Reply("As an AI, I cannot answer that."), Why.NOT_CHINESE),
        (Reply("도시마다 지원합니다."), Why.NOT_CHINESE),
        (Reply("很长" * 3000), Why.ENDLESS),
        (Reply(raw=b"data: {not json\n\n"), Why.FAILED),
        (Reply(raw=b"<html>proxy</html>"), Why.FAILED),
    ],
)
def test_every_failure_has_its_reason(reply: Reply, why: Why, stub: StubModel) -> None:
    with pytest.raises(UnwordedError) as raised:
        ask(stub, reply)
    assert raised.value.why is why


def test_a_server_that_is_down(stub: StubModel) -> None:
    with pytest.raises(UnwordedError) as raised:
        ask(stub, Reply(), url="http://127.0.0.1:9/v1")
    assert raised.value.why is Why.UNREACHABLE


def test_a_slow_server_is_given_up_at_the_time_limit_though_it_keeps_the_line_busy(stub: StubModel) -> None:
    began = time.monotonic()
    with pytest.raises(UnwordedError) as raised:
        ask(stub, Reply("甲为2项[1]。", pause=30), seconds=0.5)
    assert raised.value.why is Why.SLOW
    assert time.monotonic() - began < 3


def test_sentences_before_the_reply_broke_off_are_kept(stub: StubModel) -> None:
    stub.replies = [Reply("甲为2项[1]。乙为3项[2]。丙", finish="length")]
    model = chat_model(Settings(llm_model="stub", llm_base_url=stub.url))
    assert model is not None
    stream = sentences(model, [HumanMessage("问")], time.monotonic() + 10)
    assert [next(stream).text] == ["甲为2项。"]
    with pytest.raises(UnwordedError) as raised:
        list(stream)
    assert raised.value.why is Why.BROKEN_OFF
