"""`python -m ingest` as it is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import __main__ as command_line
from ingest.parse import parse_corpus
from store.records import Parsed
from store.settings import Settings

Ingest = Callable[..., tuple[int, str, str]]


def test_the_outline_is_a_tree_with_locators(ingest: Ingest) -> None:
    code, out, _ = ingest("show", "example")
    lines = [line.rstrip() for line in out.splitlines()]
    assert code == 0
    assert lines[0] == "example  《示例通知》"
    assert "├── 一、资金安排  《示例通知》一、" in lines
    assert "    ├── 1. 申报条件  《示例通知》二、1." in lines


@pytest.mark.parametrize("locator", ["《示例通知》二、2.", "二、2.", "示例通知二2"])
def test_the_text_of_one_part(ingest: Ingest, locator: str) -> None:
    assert ingest("show", "example", locator) == (0, "2. 申报时间。各县于6月1日前报送材料，逾期不予受理。\n", "")


def test_each_steps_output(ingest: Ingest, add: Callable[[str, str], Path]) -> None:
    add(
        "errata/example.toml",
        '[[repair]]\nreceived = "可申报一次"\nrepaired = "可申报两次"\nreason = "误字"\n'
        '[[as_received]]\ntext = "不得用于"\nreason = "照录"\n',
    )
    assert ingest("show", "example", "--text")[1].startswith("关于做好示例工作的通知\n例办〔2021〕7号\n")
    passages = ingest("show", "example", "一、", "--passages")[1].splitlines()
    assert passages[0].startswith("《示例通知》一、  资金安排  ")
    assert passages[1:] == ["  · 一、资金安排", "  · 每个县支持30万元，用于培训；", "  · 不得用于装修。"]
    assert ingest("show", "example", "--repairs")[1] == "每个县可申报一 → 两次。  误字\n不得用于  照录\n"
    assert ingest("show", "example", "二、", "--repairs")[1] == "每个县可申报一 → 两次。  误字\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("show", "nothing"), "There is no document “nothing” in the catalogue. It has: example, missing."),
        (("show", "missing"), "not held. Its official address: https://example.org/measures"),
        (("show", "example", "九、"), "example has no “九、”"),
    ],
)
def test_what_is_not_there(ingest: Ingest, arguments: tuple[str, ...], sentence: str) -> None:
    code, out, err = ingest(*arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.splitlines()) == 1


def test_an_error_in_the_corpus_leaves_the_index_alone(ingest: Ingest, corpus: Path, tmp_path: Path) -> None:
    source = corpus / "sources" / "example.txt"
    source.write_bytes(b"")
    code, _, err = ingest("build")
    assert code == 2
    assert f"{source} is empty" in err
    assert not (tmp_path / "home").exists()


def test_build_and_status(ingest: Ingest, add: Callable[[str, str], Path]) -> None:
    code, out, err = ingest("status")
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "`python -m ingest build`" in err

    code, out, err = ingest("build")
    assert code == 0
    assert out.startswith("Built version ")
    assert "passage" in err
    built = out.split()[2]
    code, out, _ = ingest("status")
    assert code == 0
    assert out.startswith(f"Index: version {built}, built ")
    assert "Documents: 1 held, 1 known but not held" in out
    assert "missing: 示例办法 (not held)" in out
    assert "The corpus has not changed since." in out
    assert ingest("build")[1] == "The index is up to date.\n"

    add("notes/example.toml", '[[note]]\nanchor = "用于培训"\nasks = ["能办班吗"]\n')
    out = ingest("status")[1]
    assert "Editors' notes: 0, with 0 ways to ask" in out
    assert "The corpus has changed since" in out
    assert ingest("build")[1].startswith("Built version ")
    assert "Editors' notes: 1, with 1 ways to ask" in ingest("status")[1]


def test_what_is_added_while_the_corpus_is_parsed_is_in_the_index(
    ingest: Ingest, add: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse_and_be_overtaken(settings: Settings) -> list[Parsed]:
        parsed = parse_corpus(settings)
        add("notes/example.toml", '[[note]]\nanchor = "用于培训"\nasks = ["能办班吗"]\n')
        return parsed

    monkeypatch.setattr(command_line, "parse_corpus", parse_and_be_overtaken)
    assert ingest("build")[1].count("Built version") == 2
    assert "The corpus has not changed since." in ingest("status")[1]
    assert ingest("build")[1] == "The index is up to date.\n"


def test_an_unchanged_corpus_is_told_without_opening_the_index(
    ingest: Ingest, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest("build")
    monkeypatch.setattr("store.index.Index.open", pytest.fail)
    assert ingest("build") == (0, "The index is up to date.\n", "")
    monkeypatch.undo()
    monkeypatch.setenv("POLICY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("POLICY_CORPUS", str(corpus))
    next((tmp_path / "home" / "index").glob("*/chroma/chroma.sqlite3")).unlink()
    assert ingest("build")[1].startswith("Built version ")


def test_other_files_of_which_the_same_is_made_are_no_new_version(
    ingest: Ingest, add: Callable[[str, str], Path]
) -> None:
    ingest("build")
    add("sources/unused.txt", "没有用到的文件。")
    assert ingest("build")[1] == "The index is up to date.\n"


LAW = """
[[document]]
id = "law"
title = "中华人民共和国国歌法"
short_title = "国歌法"
kind = "statute"
source = { statute = "国歌法" }
"""


def test_policies_are_indexed_before_statutes(ingest: Ingest, corpus: Path) -> None:
    catalog = corpus / "catalog.toml"
    catalog.write_text(catalog.read_text(encoding="utf-8") + LAW, encoding="utf-8")
    assert ingest("build", "--first")[1].count("Built version") == 1
    assert "The corpus has changed since" in ingest("status")[1]
    assert ingest("build", "--first")[1] == ""
    assert ingest("build")[1].count("Built version") == 1
    assert "The corpus has not changed since." in ingest("status")[1]


def test_statutes_with_faults_in_their_numbering_are_listed(ingest: Ingest, corpus: Path) -> None:
    catalog = corpus / "catalog.toml"
    catalog.write_text(catalog.read_text(encoding="utf-8") + LAW, encoding="utf-8")
    ingest("build")
    faulty = [line for line in ingest("status")[1].splitlines() if ", adopted on " in line]
    assert [line.partition(":")[2] for line in faulty if "生态环境法典" in line] == [
        " no article between 1119 and 1121; no article between 1200 and 1202"
    ]
    assert all(line.count(";") <= 3 for line in faulty)


@pytest.mark.parametrize("command", [(), ("build",), ("status",), ("show",)])
def test_help_says_what_a_command_does(ingest: Ingest, command: tuple[str, ...]) -> None:
    code, out, _ = ingest(*command, "--help")
    assert code == 0
    assert "Usage: " in out
    assert any(word in out for word in ("index", "outline"))
