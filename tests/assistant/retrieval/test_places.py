"""Documents of a place, and questions that name it."""

import pytest

from assistant.retrieval.places import of_place, places_of, with_place, without_place
from store.records import Document


def document(title: str, issuer: str = "", kind: str = "policy") -> Document:
    return Document(title, title, title, kind, issuer=issuer)  # type: ignore[arg-type]


MEASURES = document("柳湾市商务局关于印发《柳湾市夜市补贴办法》的通知")
NOTICE = document("白沙县夜市搬迁公告")
STATE = document("财政部关于支持示范城市建设夜市的通知", "财政部")


@pytest.mark.parametrize(
    ("title", "issuer", "place"),
    [
        ("柳湾市夜市补贴办法", "", "柳湾市"),
        ("江州市柳湾区人民政府关于印发《柳湾区夜市补贴办法》的通知", "", "江州市柳湾区"),
        ("云城市人民政府关于夜市的通知", "", "云城市"),
        ("关于印发《柳湾市夜市补贴办法》的通知", "", "柳湾市"),
        ("夜市补贴办法", "白沙县商务局", "白沙县"),
        ("河东省商务厅关于组织申报夜市的通知", "", "河东省"),
        ("示范城市夜市建设指南", "", ""),
        ("产业园区管理办法", "", ""),
        ("财政部关于支持示范城市建设夜市的通知", "财政部", ""),
        ("中华人民共和国自治区法", "", ""),
    ],
)
def test_the_place_of_a_document_stands_at_the_head_of_its_title_or_issuer(title: str, issuer: str, place: str) -> None:
    assert "".join(places_of(document(title, issuer))) == place


def test_a_statute_is_of_the_whole_state() -> None:
    assert places_of(document("柳湾市夜市法", kind="statute")) == ()


def test_a_question_names_a_place_with_or_without_its_kind() -> None:
    held = [MEASURES, NOTICE, STATE]
    assert of_place("柳湾市夜市补多少钱", held) == [MEASURES]
    assert of_place("白沙的夜市搬到哪里", held) == [NOTICE]
    assert of_place("夜市补多少钱", held) == []


def test_the_smaller_of_two_places_is_meant() -> None:
    city, district = document("江州市夜市补贴办法"), document("江州市柳湾区夜市补贴办法")
    assert of_place("柳湾区夜市补多少钱", [city, district]) == [district]
    assert of_place("江州夜市补多少钱", [city, district]) == [city]
    assert of_place("江州夜市补多少钱", [district]) == [district]
    assert without_place("江州市柳湾区夜市补多少钱", [district]) == "夜市补多少钱"
    assert with_place("电话多少", "柳湾区夜市联系谁", [city, district]) == "柳湾区电话多少"


def test_what_stands_in_every_clause_of_a_place_is_not_searched_for() -> None:
    assert without_place("柳湾市的夜市补多少钱", [MEASURES]) == "夜市补多少钱"
    assert without_place("柳湾市", [MEASURES]) == "柳湾市"
    assert without_place("柳湾市和白沙县", [MEASURES, NOTICE]) == "柳湾市和白沙县"


def test_a_part_of_a_message_is_of_the_place_that_the_message_names() -> None:
    held = [MEASURES, NOTICE, STATE]
    assert with_place("电话多少", "柳湾市夜市联系谁，电话多少", held) == "柳湾市电话多少"
    assert with_place("柳湾市夜市联系谁", "柳湾市夜市联系谁，电话多少", held) == "柳湾市夜市联系谁"
    assert with_place("电话多少", "联系谁，电话多少", held) == "电话多少"


def test_towns_are_places_and_what_merely_has_their_sign_is_none() -> None:
    assert places_of(document("柳溪镇集市管理办法")) == ("柳溪镇",)
    for title in ("城镇摊位管理办法", "城乡摊位管理办法", "特色小镇管理办法"):
        assert places_of(document(title)) == ()
