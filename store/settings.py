"""All settings, in one place: environment variables with the prefix POLICY_, or a `.env` file beside `app.py`."""

from functools import cache
from pathlib import Path

from pydantic import Field, HttpUrl, PostgresDsn, Secret, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What can be set. Each field's description is what the README's table says."""

    model_config = SettingsConfigDict(env_prefix="POLICY_", env_file=ROOT / ".env", extra="ignore", frozen=True)

    home: Path = Field(default=ROOT / "var", description="Folder for everything the product writes.")
    corpus: Path = Field(default=ROOT / "corpus", description="Folder with catalog.toml, sources and editors' notes.")
    chroma_url: HttpUrl | None = Field(default=None, description="A Chroma server for the vectors, in place of files.")
    llm_model: str = Field(default="", description="Chat model for the generative mode; empty: there is none.")
    llm_base_url: HttpUrl | None = Field(default=None, description="Address of an OpenAI-compatible or Ollama server.")
    llm_api_key: SecretStr | None = Field(default=None, description="Key for that server, if it wants one.")
    llm_timeout: float = Field(default=30, gt=0, description="Seconds the model may take for one answer.")
    llm_window: int = Field(default=8192, ge=1024, description="Tokens the model can hold: prompt and answer together.")
    database_url: Secret[PostgresDsn] | None = Field(
        default=None, description="A PostgreSQL database for conversations and feedback, in place of a SQLite file."
    )

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
    """The settings of this process, read once. Raises SettingsError naming the first bad variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "POLICY_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name} cannot be used: {first['msg']}.") from error
