"""The chat model that the settings name, as LangChain sees it."""

from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from store.errors import ModelError
from store.settings import Settings

MAX_TOKENS = 512  # of one reply; an answer of 200 characters with its marks takes about half of it
_OLLAMA = "ollama:"


def chat_model(settings: Settings) -> BaseChatModel | None:
    """The model `POLICY_LLM_MODEL` names, or None if it names none. Does not connect yet.

    With an address, the server behind it speaks OpenAI's format, unless the name begins with "ollama:". Without one, the
    name says the provider, as LangChain does: "openai:…", "deepseek:…". Raises ModelError where no client can be made.
    """
    if not settings.llm_model:
        return None
    name, options = settings.llm_model, _common(settings)
    if name.startswith(_OLLAMA):
        options |= {"num_predict": MAX_TOKENS, "num_ctx": settings.llm_window}
        options["client_kwargs"] = {"timeout": settings.llm_timeout}
    else:
        options |= {"max_tokens": MAX_TOKENS, "timeout": settings.llm_timeout, "max_retries": 1}
        if settings.llm_base_url:
            name = f"openai:{name.removeprefix('openai:')}"
            options.setdefault("api_key", "none")  # the client insists on one, a local server doesn't
    try:
        model: BaseChatModel = init_chat_model(name, **options)
    except Exception as error:  # each provider's package has errors of its own
        raise ModelError(
            f"The model {settings.llm_model!r} cannot be used: check POLICY_LLM_MODEL, POLICY_LLM_BASE_URL and "
            f"POLICY_LLM_API_KEY ({type(error).__name__}).",
            "所设的模型不能使用：请检查 POLICY_LLM_MODEL、POLICY_LLM_BASE_URL 和 POLICY_LLM_API_KEY。",
        ) from error
    return model


def _common(settings: Settings) -> dict[str, Any]:
    options: dict[str, Any] = {"temperature": 0}
    if settings.llm_base_url:
        options["base_url"] = str(settings.llm_base_url)
    if settings.llm_api_key and not settings.llm_model.startswith(_OLLAMA):
        options["api_key"] = settings.llm_api_key.get_secret_value()
    return options
