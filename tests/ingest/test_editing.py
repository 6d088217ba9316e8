"""`python -m ingest add`, `remove` and `fetch` as they are typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_library import TEXT

from ingest import editing
from store.errors import NetworkError

Ingest = Callable[..., tuple[int, str, str]]


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "办法.txt"
    path.write_text(TEXT.replace("二、", "三、"), encoding="utf-8")
    return str(path)


def test_add_shows_what_it_guessed_and_asks(ingest: Ingest, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typer.confirm", lambda question: False)
    code, out, _ = ingest("add", file, "--issuer", "市财政局")
    assert code == 0
    for line in ("number: 示财〔2023〕9号", "issuer: 市财政局", "issued on: 2023-02-06", "Nothing was added."):
        assert line in out.splitlines()
    assert "├── 三、资金不得用于装修。  《示例资金管理办法》三、" in out
    assert "The numbering jumps: 《示例资金管理办法》三、 stands after 《示例资金管理办法》一、." in out
    assert "There is no document “sc-2023-9”" in ingest("show", "sc-2023-9")[2]


def test_add_show_and_remove(ingest: Ingest, file: str) -> None:
    code, out, _ = ingest(
        "add", file, "--id", "mine", "--short-title", "我的办法", "--issued-on", "2023-02-07", "--yes"
    )
    assert code == 0
    assert "Added mine (示例市财政局关于印发《示例资金管理办法》的通知): " in out
    assert ingest("show", "mine", "我的办法一")[1] == "一、资金用于培训。\n"
    assert "The corpus has not changed since." in ingest("status")[1]

    code, _, err = ingest("add", file, "--yes")
    assert code == 2
    assert err.splitlines() == [
        "The same text is held already, as mine (示例市财政局关于印发《示例资金管理办法》的通知)."
    ]

    assert ingest("remove", "mine")[:2] == (0, "Removed mine.\n")
    assert ingest("remove", "mine")[0] == 2
    assert ingest("show", "mine")[0] == 2


def test_after_a_change_of_the_library_the_index_is_known_to_be_up_to_date(
    ingest: Ingest, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest("build")
    monkeypatch.setattr("ingest.__main__.parse_corpus", lambda settings: pytest.fail("parsed again"))
    for change in (("add", file, "--id", "mine", "--yes"), ("remove", "mine")):
        assert ingest(*change)[0] == 0
        assert ingest("build") == (0, "The index is up to date.\n", "")


def test_what_cannot_be_added_is_one_sentence(ingest: Ingest, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for name, sentence in (("empty.txt", "is empty"), ("none.txt", "cannot be read"), (".", "cannot be read")):
        code, out, err = ingest("add", str(tmp_path / name), "--yes")
        assert (code, out, len(err.splitlines())) == (2, "", 1)
        assert sentence in err


PAGE = (
    "<html><body><div><p>网站首页</p><h1>示例办法</h1><p>第一条 为了示例，制定本办法。</p>"
    "<p>第二条 自发布之日起施行。</p></div></body></html>"
)


def test_fetch_adds_the_page_under_the_catalogues_entry(
    ingest: Ingest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def served(address: str) -> bytes:
        asked.append(address)
        return PAGE.encode()

    monkeypatch.setattr(editing, "fetch_page", served)
    code, out, _ = ingest("fetch")
    assert (code, asked) == (0, ["https://example.org/measures"])
    assert "Added missing (示例办法)" in out
    assert ingest("show", "missing", "--text")[1].splitlines()[0] == "示例办法"
    assert (tmp_path / "home/library/sources/missing.html").read_bytes() == PAGE.encode()
    assert ingest("fetch", "missing")[0] == 2
    assert "held already" in ingest("fetch")[2]


def test_fetch_refuses_a_page_of_something_else(ingest: Ingest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editing, "fetch_page", lambda address: b"<html><body><p>404 not found</p></body></html>")
    code, _, err = ingest("fetch", "missing")
    assert code == 2
    assert "doesn't hold missing (示例办法)" in err
    code, out, err = ingest("fetch")
    assert (code, "doesn't hold missing" in out, len(err.splitlines())) == (2, True, 1)
    assert "its text is not held" in ingest("show", "missing")[2]


def test_fetch_without_a_network_is_one_sentence(ingest: Ingest, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(address: str) -> bytes:
        raise NetworkError("example.org cannot be reached.")

    monkeypatch.setattr(editing, "fetch_page", unreachable)
    for arguments in (("fetch",), ("fetch", "missing")):
        assert ingest(*arguments) == (2, "", "example.org cannot be reached.\n")
    code, _, err = ingest("fetch", "example")
    assert (code, err) == (2, "example is held already.\n")


def test_of_a_known_site_whose_page_is_not_known_the_way_is_told(ingest: Ingest, corpus: Path) -> None:
    catalog = corpus / "catalog.toml"
    known = catalog.read_text(encoding="utf-8")
    catalog.write_text(
        known.replace(
            'address = "https://example.org/measures"', 'number = "例办〔2020〕1号"\nsite = "https://e.org/"'
        ),
        encoding="utf-8",
    )
    assert ingest("fetch", "missing") == (
        2,
        "",
        "The catalogue knows the site that has missing, https://e.org/, but not the page; find it there by its number, "
        "例办〔2020〕1号, and add its file.\n",
    )
    assert "Its official site: https://e.org/" in ingest("show", "missing")[2]
