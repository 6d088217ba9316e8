"""The catalogue and the sources it names: what is held, and what each mistake is told as."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ingest.catalog import load_catalog
from ingest.parse import parse_corpus
from store.errors import CatalogError, NotFoundError, SourceError
from store.records import Parsed
from store.settings import ROOT, Settings

Add = Callable[[str, str], Path]


def _parse(corpus: Path) -> list[Parsed]:
    return parse_corpus(Settings(corpus=corpus))


def test_a_held_document_and_one_that_is_not(corpus: Path) -> None:
    held, missing = _parse(corpus)
    document = held.document
    assert (document.held, document.id, document.source) == (True, "example", "测试（example.txt）")
    assert document.deadline
    assert document.text[document.deadline.start : document.deadline.end] == "6月1日前报送"
    assert document.deadline.on == date(2021, 6, 1)
    assert held.nodes
    assert held.passages
    assert missing == Parsed(missing.document)
    assert (missing.document.held, missing.document.text, missing.document.source) == (False, "", "")
    assert missing.document.address == "https://example.org/measures"


def test_what_the_notice_names_is_catalogued() -> None:
    parsed = parse_corpus(Settings())
    notice = next(one.document for one in parsed if one.document.id == "notice-2020-40")
    not_held = {one.document.title for one in parsed if not one.document.held}
    named = [title for title in not_held if f"《{title}》" in notice.text]
    assert len(named) == 4
    numbers = {one.document.number for one in parsed}
    assert numbers >= {
        "国发〔2015〕71号",
        "国发〔2016〕86号",
        "财办建〔2017〕35号",
        "财办建〔2018〕96号",
        "财办建〔2019〕70号",
    }
    assert notice.deadline
    assert notice.text[notice.deadline.start : notice.deadline.end] == "5月15日前上报"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "deadline",
            'status = "现行"\ndeadline',
            "document “example”, field status: Input should be 'in force'",
        ),
        ('short_title = "示例通知"\n', "", "document “example”, field short_title: Field required"),
        ('kind = "policy"', 'kind = "law"', "document “example”, field kind"),
        ("2021-06-01", '"bald"', "document “example”, field deadline.on"),
        ('address = "', 'english_examples = { "" = ["How?"] }\naddress = "', "“missing”, field english_examples"),
        ('address = "', 'adress = "', "document “missing”, field adress"),
        ('address = "https', 'site = "ftp', "document “missing”, field site: .*is no http or https address"),
        ('id = "missing"', 'id = "example"', "“example” is there twice"),
        ('id = "missing"', 'id = "../up"', "field id"),
        (
            "address",
            'replaces = ["older"]\naddress',
            "“missing”, field replaces.*“older”",
        ),
        (
            'address = "',
            'in_force_from = 2021-02-03\nin_force_until = 2021-02-02\naddress = "',
            "“missing”, field in_force_until: 2021-02-02 is before .*in_force_from: 2021-02-03",
        ),
        ("6月1日前报送", "7月1日前报送", "“example”, field deadline: “7月1日前报送” stands 0 times"),
        ("[[document]]", "[[document", "not valid TOML"),
        ('[[document]]\nid = "missing"', '[[documents]]\nid = "missing"', "field documents"),
    ],
)
def test_what_is_wrong_with_the_catalogue_is_named(corpus: Path, add: Add, old: str, new: str, message: str) -> None:
    catalog = (corpus / "catalog.toml").read_text(encoding="utf-8")
    assert old in catalog
    add("catalog.toml", catalog.replace(old, new, 1))
    with pytest.raises(CatalogError, match=message) as raised:
        _parse(corpus)
    assert "catalog.toml" in str(raised.value)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "example.org", "https://", "https://a b/", "https://a:b/"])
def test_an_address_is_one_of_the_web(corpus: Path, add: Add, address: str) -> None:
    catalog = (corpus / "catalog.toml").read_text(encoding="utf-8")
    add("catalog.toml", catalog.replace("https://example.org/measures", address))
    with pytest.raises(CatalogError, match="document “missing”, field address: "):
        _parse(corpus)


def test_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"catalog\.toml cannot be read"):
        load_catalog(tmp_path)


def test_an_id_that_is_not_catalogued() -> None:
    with pytest.raises(NotFoundError, match="notice-2020-40"):
        load_catalog(ROOT / "corpus").entry("nothing")


@pytest.mark.parametrize(
    ("received", "message"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is not a text"),
        (None, "cannot be read"),
    ],
)
def test_a_source_that_cannot_be_used(corpus: Path, received: bytes | None, message: str) -> None:
    source = corpus / "sources" / "example.txt"
    source.unlink()
    if received is not None:
        source.write_bytes(received)
    with pytest.raises(SourceError, match=f"example.txt {message}"):
        _parse(corpus)
