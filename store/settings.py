"""All settings, in one place: environment variables with the prefix POLICY_, or a `.env` file beside `app.py`."""

from functools import cache
from pathlib import Path

from pydantic import Field, HttpUrl, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What can be set. Each field's description is what the README's table says."""

    model_config = SettingsConfigDict(env_prefix="POLICY_", env_file=ROOT / ".env", extra="ignore", frozen=True)

    home: Path = Field(default=ROOT / "var", description="Folder for everything the product writes.")
    corpus: Path = Field(default=ROOT / "corpus", description="Folder with catalog.toml, sources and editors' notes.")
    chroma_url: HttpUrl | None = Field(default=None, description="A Chroma server for the vectors, in place of files.")

    @property
    def index_home(self) -> Path:
        """Folder that holds the versions of the index."""
        return self.home / "index"


@cache
def load_settings() -> Settings:
    """The settings of this process, read once. Raises SettingsError naming the first bad variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "POLICY_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name} cannot be used: {first['msg']}.") from error
