"""How a document stands is told from its dates, what replaces it and the day asked about, and nowhere else."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.retrieval.standing import full_title, in_force, short_name, standing
from ingest.catalog import load_catalog
from store.records import Deadline, Document
from store.settings import ROOT

BEGINS = date(2021, 1, 1)
NOTICE = Document("old", "关于做好示例工作的通知", "通知", "policy", number="例办〔2021〕7号", in_force_from=BEGINS)
NEWER = replace(NOTICE, id="new", number="例办〔2022〕1号", replaces=("old",), in_force_from=date(2022, 1, 1))
BOTH = {"old": NOTICE, "new": NEWER}
LAW = Document("law", "中华人民共和国示例法（2019年修正）", "示例法", "statute")


def told(document: Document, as_of: date, documents: dict[str, Document] = BOTH, language: str = "zh") -> list[str]:
    now = standing(document, documents, as_of, language)  # type: ignore[arg-type]
    return [now.word, *(told for _, told in now.replaced)]


@pytest.fixture(scope="module")
def catalogued() -> dict[str, Document]:
    """The product's own catalogue, without texts."""
    entries = load_catalog(ROOT / "corpus").document
    return {e.id: Document(**e.model_dump(exclude={"source", "deadline", "examples"}), held=False) for e in entries}


@pytest.mark.parametrize(
    ("id_", "as_of", "zh", "en"),
    [
        (
            "trademark-law-2019",
            date(2026, 12, 31),
            ["现行有效", "将由《商标法》（2026年修订）代替，自2027年1月1日起"],
            ["In force", "To be replaced by 《商标法》（2026年修订） on 2027-01-01"],
        ),
        (
            "trademark-law-2019",
            date(2027, 1, 1),
            ["已失效", "已被《商标法》（2026年修订）代替"],
            ["No longer in force", "Replaced by 《商标法》（2026年修订）"],
        ),
        ("trademark-law-2026", date(2026, 12, 31), ["尚未施行"], ["Not yet in force"]),
        ("trademark-law-2026", date(2027, 1, 1), ["现行有效"], ["In force"]),
        (
            "service-fund-measures-2019",
            date(2023, 2, 5),
            ["现行有效（其后由财建〔2023〕9号代替）"],
            ["In force（其后由财建〔2023〕9号代替）"],
        ),
        (
            "service-fund-measures-2019",
            date(2023, 2, 6),
            ["已失效（其后由财建〔2023〕9号代替）"],
            ["No longer in force（其后由财建〔2023〕9号代替）"],
        ),
        ("state-council-2016-86", date(2026, 1, 1), ["已失效"], ["No longer in force"]),
        ("notice-2017-35", date(2026, 1, 1), ["申报期已过（年度工作通知）"], ["Applications closed（年度工作通知）"]),
    ],
)
def test_every_document_stands_as_its_dates_say(
    catalogued: dict[str, Document], id_: str, as_of: date, zh: list[str], en: list[str]
) -> None:
    assert told(catalogued[id_], as_of, catalogued) == zh
    assert told(catalogued[id_], as_of, catalogued, "en") == en


def test_no_remark_says_what_the_dates_do(catalogued: dict[str, Document]) -> None:
    for document in catalogued.values():
        assert not any(sign in document.remark for sign in ("施行", "有效", "失效"))


def test_an_offer_closes_after_its_day() -> None:
    notice = replace(NOTICE, deadline=Deadline(date(2021, 6, 1), 0, 0))
    assert told(notice, date(2021, 6, 1), {}) == ["现行有效"]
    assert told(notice, date(2021, 6, 2), {}) == ["申报期已过"]
    assert in_force(notice, date(2021, 6, 2))  # what it says still answers


def test_a_replacement_is_said_to_be_past_or_to_come() -> None:
    assert told(NOTICE, date(2021, 12, 31)) == ["现行有效", "将由《通知》（例办〔2022〕1号）代替，自2022年1月1日起"]
    assert told(NOTICE, date(2022, 1, 1)) == ["已失效", "已被《通知》（例办〔2022〕1号）代替"]
    undated = replace(NEWER, in_force_from=None)
    assert told(NOTICE, date(2021, 12, 31), {"new": undated}) == ["已失效", "已被《通知》（例办〔2022〕1号）代替"]


def test_a_version_is_the_revision_or_the_number() -> None:
    assert (short_name(LAW), full_title(LAW)) == ("《示例法》（2019年修正）", LAW.title)
    assert (short_name(NOTICE), full_title(NOTICE)) == (
        "《通知》（例办〔2021〕7号）",
        "关于做好示例工作的通知（例办〔2021〕7号）",
    )
    assert short_name(replace(NOTICE, number="")) == "《通知》"
