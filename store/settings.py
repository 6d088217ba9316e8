"""All settings, in one place: environment variables with the prefix POLICY_, or a file of them: `.env` beside `app.py`,
unless POLICY_ENV_FILE names another."""

import os
from functools import cache
from pathlib import Path

from pydantic import Field, HttpUrl, PostgresDsn, Secret, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
_ENV_FILE = Path(os.environ.get("POLICY_ENV_FILE", ROOT / ".env"))


class Settings(BaseSettings):
    """What can be set. Each field's description is what the README's table says."""

    model_config = SettingsConfigDict(env_prefix="POLICY_", env_file=_ENV_FILE, extra="ignore", frozen=True)

    home: Path = Field(default=ROOT / "var", description="folder for everything the product writes")
    corpus: Path = Field(
        default=ROOT / "corpus", description="folder with the catalogue, sources, errata, notes and vectors"
    )
    chroma_url: HttpUrl | None = Field(default=None, description="a Chroma server to use instead of files")
    database_url: Secret[PostgresDsn] | None = Field(
        default=None,
        description="PostgreSQL for conversations and feedback instead of a file, "
        "e.g. `postgresql://user:password@host/name`",
    )
    llm_model: str = Field(
        default="", description="a chat model for the generative mode, e.g. `deepseek-chat`, `ollama:qwen2.5:7b`"
    )
    llm_base_url: HttpUrl | None = Field(
        default=None,
        description="address of an OpenAI-compatible or Ollama server, e.g. `http://localhost:8000/v1`",
    )
    llm_api_key: SecretStr | None = Field(default=None, description="key for that server, if it wants one")
    llm_timeout: float = Field(
        default=30, gt=0, description="seconds the model may take for one answer, a second attempt included"
    )
    llm_window: int = Field(default=8192, ge=1024, description="tokens the model can hold, prompt and answer together")

    @property
    def index_home(self) -> Path:
        """Folder that holds the versions of the index."""
        return self.home / "index"

    @property
    def library(self) -> Path:
        """Folder of the documents that users added; laid out as `corpus` is."""
        return self.home / "library"


@cache
def load_settings() -> Settings:
    """The settings of this process, read once. Raises SettingsError naming the first bad variable, or a `.env` file
    that cannot be read."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "POLICY_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name} cannot be used: {first['msg']}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{_ENV_FILE} is not UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        raise SettingsError(f"{_ENV_FILE} cannot be read: {error.strerror}.") from error
