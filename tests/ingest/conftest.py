"""The real notice, parsed once, a small corpus that tests may break, and the command line over it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.__main__ import app
from ingest.catalog import load_catalog
from ingest.parse import parse_document
from store import command_line
from store.records import Parsed
from store.settings import ROOT, load_settings

CORPUS = ROOT / "corpus"

CATALOG = """
[[document]]
id = "example"
title = "关于做好示例工作的通知"
short_title = "示例通知"
number = "例办〔2021〕7号"
kind = "policy"
deadline = { on = 2021-06-01, quote = "6月1日前报送" }

[document.source]
file = "example.txt"
origin = "测试"

[[document]]
id = "missing"
title = "示例办法"
short_title = "办法"
kind = "policy"
address = "https://example.org/measures"
"""
PAGE = """\
关于做好示例工作的通知
例办〔2021〕7号
各县:
一、资金安排
每个县支持30万元,用于培训;不得用于装修。
二、申报
1. 申报条件。每个县可申报一次。
2. 申报时间。各县于6月1日前报送材料,逾期不予受理。
"""


@pytest.fixture(scope="session")
def notice() -> Parsed:
    """The notice, without the editors' notes, which have tests of their own."""
    return parse_document(load_catalog(CORPUS).entry("notice-2020-40"), CORPUS)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one small held document, `example`, and one that is not held, `missing`."""
    folder = tmp_path / "corpus"
    (folder / "sources").mkdir(parents=True)
    (folder / "catalog.toml").write_text(CATALOG, encoding="utf-8")
    (folder / "sources" / "example.txt").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def add(corpus: Path) -> Callable[[str, str], Path]:
    """Writes a file of the small corpus: add("errata/example.toml", "…")."""

    def write(name: str, text: str) -> Path:
        path = corpus / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def real_corpus(tmp_path: Path) -> Path:
    """A copy of the product's own corpus."""
    return Path(shutil.copytree(CORPUS, tmp_path / "real"))


@pytest.fixture
def ingest(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., tuple[int, str, str]]]:
    """Runs the command line on the small corpus; gives exit status, output, and error output."""
    monkeypatch.setenv("POLICY_CORPUS", str(corpus))
    monkeypatch.setenv("POLICY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")
    load_settings.cache_clear()

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["ingest", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            command_line.run(app)
        return int(ended.value.code or 0), *capfd.readouterr()

    yield run
    load_settings.cache_clear()
