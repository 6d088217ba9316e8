"""The generative mode against a real model served over HTTP. Opt-in: it needs a model file and takes minutes.

`pip install xllamacpp`, name the .gguf file of a chat model in POLICY_TEST_GGUF, run this file. A weak model is the
point: it is wrong often, and none of it may be said.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import HttpUrl

from assistant.assistant import Assistant
from assistant.generation.fallback import Why
from assistant.generation.generative import GenerativeAssistant
from assistant.verify import quote_holds, unsupported
from store.settings import Settings

MODEL = os.environ.get("POLICY_TEST_GGUF", "")
pytestmark = [
    pytest.mark.skipif(not MODEL, reason="POLICY_TEST_GGUF names no model file"),
    pytest.mark.timeout(3600),
]
QUESTIONS = [
    "每个城市给多少钱？",
    "隔离设施至少要投入多少？",
    "补助资金能不能用于发放工资？",
    "各市什么时候报送方案？",
    "补助资金不得用于哪些支出？",
    "每个省可以推荐几个城市？",
]


@pytest.fixture(scope="module")
def generative(assistant: Assistant) -> Iterator[GenerativeAssistant]:
    xllamacpp = pytest.importorskip("xllamacpp")
    assert Path(MODEL).is_file()
    parameters = xllamacpp.CommonParams()
    parameters.model.path = MODEL
    parameters.n_ctx = 4096
    parameters.n_parallel = 1
    parameters.port = 0
    server = xllamacpp.Server(parameters)
    url = HttpUrl(f"{server.listening_address}/v1")
    settings = Settings(llm_model="local", llm_base_url=url, llm_timeout=600, llm_window=4096)
    yield GenerativeAssistant.open(assistant, settings)
    del server


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_said_that_the_clauses_do_not_say(
    question: str, generative: GenerativeAssistant, assistant: Assistant
) -> None:
    answer, drawn = generative.ask(question), assistant.ask(question)
    print(f"{question} [{answer.mode}, {answer.latency_ms / 1000:.0f} s] {answer.text} {answer.note}")
    assert answer.note in ("", Why.UNSUPPORTED.note)  # the server was reached and did answer
    assert all(quote_holds(citation, assistant.index.documents) for citation in answer.citations)
    for statement in answer.statements:
        assert not unsupported(statement.text, [answer.citations[n].quote for n in statement.citations], [drawn.text])
    value = next((statement.value for statement in drawn.statements if statement.value), "")
    assert value in answer.text
