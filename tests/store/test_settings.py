"""What can be set, and what is said of a setting that cannot be used."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import settings
from store.errors import SettingsError
from store.settings import ROOT, Settings, load_settings


@pytest.fixture
def env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The `.env` file that settings are read from, not there yet; the environment sets nothing."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"POLICY_{name.upper()}", raising=False)
    file = tmp_path / ".env"
    monkeypatch.setitem(Settings.model_config, "env_file", file)
    monkeypatch.setattr(settings, "_ENV_FILE", file)
    load_settings.cache_clear()
    yield file
    load_settings.cache_clear()


def test_a_file_sets_what_the_environment_does_not(env_file: Path) -> None:
    env_file.write_text("POLICY_LLM_MODEL=通义", encoding="utf-8")
    assert load_settings().llm_model == "通义"


def test_a_file_in_another_encoding_is_one_sentence(env_file: Path) -> None:
    env_file.write_text("POLICY_LLM_MODEL=通义", encoding="gb18030")
    with pytest.raises(SettingsError, match=rf"^{env_file} is not UTF-8 text; save it as UTF-8\.$"):
        load_settings()


def test_a_file_that_cannot_be_read_is_one_sentence(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(settings, "Settings", denied)
    with pytest.raises(SettingsError, match=rf"^{env_file} cannot be read: Permission denied\.$"):
        load_settings()


def test_a_value_that_cannot_be_is_named_by_its_variable(env_file: Path) -> None:
    env_file.write_text("POLICY_LLM_TIMEOUT=soon", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^POLICY_LLM_TIMEOUT cannot be used: "):
        load_settings()


def test_the_readme_says_of_each_setting_what_its_description_says() -> None:
    table = re.findall(r"^\| `(POLICY_\w+)` \| .+? \| (.+) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert table == [(f"POLICY_{name.upper()}", field.description) for name, field in Settings.model_fields.items()]
