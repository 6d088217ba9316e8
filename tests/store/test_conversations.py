"""Conversations are kept whole, found, renamed and deleted: in SQLite and on a PostgreSQL server alike."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from store.conversations import TITLE_CHARACTERS, Conversations
from store.errors import NotFoundError, UserDataError
from store.settings import Settings
from store.userdata import UserData

ROOT = Path(__file__).parents[2]
OPENED = """
import json, sys
from store.conversations import Conversations
from store.settings import Settings
from store.userdata import UserData
conversations = Conversations(UserData(Settings()))
"""
CONTENT: dict[str, Any] = {"answer": {"statements": ["每个城市1.5亿元。"], "citations": [{"start": 3, "end": 9}]}}


@pytest.fixture
def conversations(user_data: UserData) -> Conversations:
    return Conversations(user_data)


def begun(conversations: Conversations, title: str, *questions: str) -> str:
    id = conversations.begin(title)
    for question in questions:
        conversations.add(id, "v1", CONTENT, question)
    return id


def titles(conversations: Conversations, words: str = "") -> list[str]:
    return [found.title for found in conversations.find(words)]


def elsewhere(settings: Settings, code: str, *arguments: str) -> "subprocess.Popen[str]":
    """Another process of the product that runs `code` with `conversations` opened."""
    told = os.environ | {"POLICY_HOME": str(settings.home)}
    if settings.database_url is not None:
        told["POLICY_DATABASE_URL"] = str(settings.database_url.get_secret_value())
    command = [sys.executable, "-c", OPENED + code, *arguments]
    return subprocess.Popen(command, env=told, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_conversation_is_there_after_a_restart(either_database: Settings) -> None:
    id = begun(Conversations(UserData(either_database)), "资金", "给多少钱？", "何时给？")
    code = "title, kept = conversations.read(sys.argv[1]); print(json.dumps([title, [one.content for one in kept]]))"
    printed, _ = elsewhere(either_database, code, id).communicate(timeout=60)
    assert json.loads(printed) == ["资金", [CONTENT, CONTENT]]


def test_processes_that_start_at_once_make_one_schema(either_database: Settings) -> None:
    started = [elsewhere(either_database, "conversations.begin('题')") for _ in range(4)]
    for process in started:
        process.communicate(timeout=60)
    assert [process.returncode for process in started] == [0, 0, 0, 0]
    assert titles(Conversations(UserData(either_database))) == ["题"] * 4


def test_exchanges_come_back_in_order_with_their_version(conversations: Conversations) -> None:
    id = conversations.begin("标题")
    added = [conversations.add(id, f"v{n}", CONTENT | {"n": n}, "问") for n in range(3)]
    title, kept = conversations.read(id)
    assert title == "标题"
    assert kept == added
    assert [one.content["n"] for one in kept] == [0, 1, 2]


def test_last_used_comes_first(conversations: Conversations) -> None:
    first = begun(conversations, "一", "问")
    begun(conversations, "二", "问")
    assert titles(conversations) == ["二", "一"]
    conversations.add(first, "v1", CONTENT, "又问")
    assert [(found.title, found.exchanges) for found in conversations.find()] == [("一", 2), ("二", 1)]
    assert [found.title for found in conversations.find(limit=1)] == ["一"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("资金", ["钱"]),  # in the text
        ("钱", ["钱"]),  # in the title
        ("資金", ["钱"]),  # in the other script
        ("POLICY", ["english"]),
        ("资金 装修", ["钱"]),  # both, in different exchanges
        ("资金 english", []),
        ("100%", ["钱"]),
        ("_", []),  # no wildcards
        ("%", ["钱"]),
        ("", ["english", "钱"]),
    ],
)
def test_search(conversations: Conversations, words: str, found: list[str]) -> None:
    begun(conversations, "钱", "支持资金多少？", "能用于装修吗？要100%吗")
    begun(conversations, "english", "What does the policy say?")
    assert titles(conversations, words) == found


def test_rename(conversations: Conversations) -> None:
    id = begun(conversations, "旧名", "问")
    conversations.rename(id, "  新\n名 ")
    assert titles(conversations) == ["新 名"]
    assert titles(conversations, "旧名") == []
    assert titles(conversations, "新") == ["新 名"]
    conversations.rename(id, "  ")
    assert titles(conversations) == ["新 名"]
    conversations.rename(id, "长" * 500)
    assert titles(conversations) == ["长" * (TITLE_CHARACTERS - 1) + "…"]


def test_delete_takes_the_exchanges_too(conversations: Conversations) -> None:
    id = begun(conversations, "走", "秘密")
    kept = begun(conversations, "留", "公开")
    conversations.delete(id)
    conversations.delete(id)
    assert titles(conversations) == ["留"]
    assert titles(conversations, "秘密") == []
    assert len(conversations.read(kept)[1]) == 1
    with pytest.raises(NotFoundError):
        conversations.read(id)
    with pytest.raises(NotFoundError):
        conversations.add(id, "v1", CONTENT, "再问")
    with pytest.raises(NotFoundError):
        conversations.rename(id, "名")


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@tries(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=words, text=words, content=st.dictionaries(words, words | st.integers(-9, 9) | st.none()))
def test_anything_said_comes_back_equal(
    conversations: Conversations, title: str, text: str, content: dict[str, Any]
) -> None:
    id = conversations.begin(title)
    conversations.add(id, "v", content, text)
    assert conversations.read(id)[1][0].content == content
    conversations.delete(id)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserDataError, match=r"^The database .*conversations\.sqlite cannot be used: .* written to\.$"):
        UserData(Settings(home=tmp_path / "file"))


def test_a_server_that_is_not_there_is_one_sentence_without_the_password(tmp_path: Path) -> None:
    address = "postgresql://me:secret@127.0.0.1:9/none"
    with pytest.raises(UserDataError, match="POLICY_DATABASE_URL") as raised:
        UserData(Settings(home=tmp_path, database_url=address))  # type: ignore[arg-type]
    assert "secret" not in str(raised.value)
    assert "secret" not in repr(Settings(home=tmp_path, database_url=address))  # type: ignore[arg-type]


def test_a_damaged_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "conversations.sqlite").write_bytes(b"no database " * 100)
    with pytest.raises(UserDataError, match="cannot be used"):
        UserData(Settings(home=tmp_path))
