"""A manifest names what may change a figure, and gives no secret away."""

import hashlib
import json

from pydantic import SecretStr

from evals.manifest import manifest
from store.settings import Settings


class WithSecrets(Settings):
    model_key: SecretStr = SecretStr("sk-hidden")
    database: str = "postgresql://clerk:hidden@host:5432/db"


def test_conditions(tmp_path):
    dataset = tmp_path / "q.jsonl"
    dataset.write_bytes(b"{}")
    made = manifest(WithSecrets(home=tmp_path), "v7", [dataset], {"limit": 3})
    assert made["datasets"] == {"q.jsonl": hashlib.sha256(b"{}").hexdigest()}
    assert made["corpus_version"] == "v7"
    assert made["asked"] == {"limit": 3}
    assert made["settings"]["home"] == str(tmp_path)
    assert made["settings"]["database"] == "postgresql://host:5432/db"
    assert made["machine"]["processors"] >= 1
    assert len(made["commit"].removesuffix("+")) in (0, 40)
    assert "hidden" not in json.dumps(made)
