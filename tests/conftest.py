"""No test reads the settings of whoever runs it: what those name, a database above all, is not a test's to change. None
fails for the time it takes, which is the machine's."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from store.settings import Settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def _settings_are_the_tests_own() -> Iterator[None]:
    """Neither the environment nor a `.env` file sets anything, here or in processes that inherit the environment."""
    names = {f"POLICY_{name.upper()}" for name in Settings.model_fields}
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.upper() in names]:  # any case is read
            patch.delenv(name)
        patch.setitem(Settings.model_config, "env_file", None)
        patch.setenv("POLICY_ENV_FILE", os.devnull)
        yield
