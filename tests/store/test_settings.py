"""What can be set, and what is said of a setting that cannot be used."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import settings
from store.errors import SettingsError
from store.settings import ROOT, Settings, load_settings


@pytest.fixture
def env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The `.env` file that settings are read from, not there yet."""
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


@pytest.mark.parametrize("name", ["database_url", "chroma_url", "llm_model"])
def test_tests_reach_nothing_that_whoever_runs_them_has_set(name: str) -> None:
    assert not getattr(Settings(), name)
    assert Settings.model_config["env_file"] is None


def test_another_file_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("POLICY_LLM_MODEL=通义", encoding="utf-8")
    command = [sys.executable, "-c", "from store.settings import Settings; print(ascii(Settings().llm_model))"]
    environment = os.environ | {"POLICY_ENV_FILE": str(tmp_path / "settings")}
    printed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    assert printed.strip() == ascii("通义")


def test_the_readme_says_of_each_setting_what_its_description_says() -> None:
    table = re.findall(r"^\| `(POLICY_\w+)` \| .+? \| (.+) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert table == [(f"POLICY_{name.upper()}", field.description) for name, field in Settings.model_fields.items()]
