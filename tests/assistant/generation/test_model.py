"""Which client the settings make."""

import pytest
from model_stub import Reply, StubModel
from pydantic import SecretStr

from assistant.generation.model import MAX_TOKENS, chat_model
from store.errors import ModelError
from store.settings import Settings


def test_no_model_is_none() -> None:
    assert chat_model(Settings(llm_model="")) is None


def test_an_address_is_asked_in_openai_format_with_the_key(stub: StubModel) -> None:
    stub.replies = [Reply("好。")]
    model = chat_model(Settings(llm_model="qwen2.5:7b", llm_base_url=stub.url, llm_api_key=SecretStr("secret")))
    assert model is not None
    assert "".join(chunk.text for chunk in model.stream("你好")) == "好。"
    request = stub.requests[0]
    assert (request["model"], request["path"]) == ("qwen2.5:7b", "/v1/chat/completions")
    assert request["authorization"] == "Bearer secret"
    assert request["temperature"] == 0
    assert MAX_TOKENS in (request.get("max_tokens"), request.get("max_completion_tokens"))


def test_a_local_server_needs_no_key(stub: StubModel) -> None:
    model = chat_model(Settings(llm_model="qwen", llm_base_url=stub.url))
    assert model is not None
    assert [chunk.text for chunk in model.stream("你好")]


def test_ollama_is_told_the_window() -> None:
    model = chat_model(Settings(llm_model="ollama:qwen2.5:7b", llm_base_url="http://127.0.0.1:1", llm_window=4096))
    assert type(model).__name__ == "ChatOllama"
    assert (model.model, model.num_ctx) == ("qwen2.5:7b", 4096)  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["no-such-model", "nobody:model"])
def test_a_name_nobody_knows_is_a_plain_sentence(name: str) -> None:
    with pytest.raises(ModelError, match="POLICY_LLM_MODEL"):
        chat_model(Settings(llm_model=name, llm_base_url=None))


def test_the_key_is_not_shown() -> None:
    settings = Settings(llm_model="qwen", llm_base_url="http://127.0.0.1:1/v1", llm_api_key=SecretStr("secret"))
    assert "secret" not in repr(settings) + repr(chat_model(settings))
