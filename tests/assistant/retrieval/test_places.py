"""Documents of a place, and questions that name it."""

from dataclasses import replace

import pytest

from assistant.retrieval.places import (
    is_of_another,
    named_together,
    of_place,
    on_subject,
    place_without,
    places_of,
    with_place,
    without_place,
)
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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("云溪市夜市补多少钱", "云溪市"),
        ("请问我们云溪市的夜市补多少钱", "云溪市"),
        ("我在河东省云溪市，夜市补多少钱", "河东省云溪市"),
        ("柳湾市夜市补多少钱", ""),
        ("云溪市户口能摆摊吗", ""),  # where somebody comes from
        ("云溪市人才能领补贴吗", "云溪市"),
        ("在云溪市交的押金能退吗", ""),
        *(
            (text, "")
            for text in ("所在市补多少", "外地城市能申请吗", "各市县怎么申报", "去年市里补多少", "每个城市给多少")
        ),
        *(
            (text, "")
            for text in ("大型超市能摆摊吗", "老城区能摆摊吗", "高新区能摆摊吗", "兄弟市能摆摊吗", "本市补多少")
        ),
    ],
)
def test_a_place_that_no_document_is_of(text: str, place: str) -> None:
    assert place_without(text, [MEASURES, NOTICE, STATE]) == place


@pytest.mark.parametrize(
    ("title", "place", "another"),
    [
        ("柳湾市夜市补贴办法", "云溪市", True),
        ("柳湾市夜市补贴办法", "河东省", True),
        ("柳湾市夜市补贴办法", "白沙县", False),  # which may lie in it
        ("河东省夜市补贴办法", "云溪市", False),
        ("夜市补贴办法", "云溪市", False),
    ],
)
def test_of_which_place_a_document_is_not(title: str, place: str, another: bool) -> None:
    assert is_of_another(document(title), place) == another
    assert not is_of_another(replace(document(title), text="云溪市、白沙县、河东省照此办理。"), place)


def test_a_subject_that_only_another_place_has_a_document_on() -> None:
    lamps = replace(document("白沙县路灯维修补贴办法"), text="路灯维修每盏补贴三元。")
    stalls = replace(document("柳湾市夜市管理办法"), text="摊主每晚收摊。")
    held = [lamps, stalls, STATE]
    assert on_subject("路灯维修每盏补多少", held, [stalls]) == [(lamps, "路灯维修")]
    assert on_subject("路灯维修每盏补多少", held, [lamps]) == []
    assert on_subject("夜市的路灯维修补多少", held, [stalls]) == []  # that is on the place's own subject, too
    assert on_subject("路灯维修每盏补多少", held, [replace(stalls, text="路灯的维修由摊主负责。")]) == []
    assert on_subject("管理办法何时失效", held, [stalls]) == []  # any document's title


@pytest.mark.parametrize(
    ("text", "places", "matter"),
    [
        ("柳湾市和白沙县的夜市补多少", ("柳湾市", "白沙县"), "的夜市补多少"),
        ("夜市在柳湾、白沙各补多少", ("柳湾", "白沙"), "各补多少"),
        ("柳湾夜市补多少，白沙呢", ("柳湾", "白沙"), "夜市补多少"),
        ("柳湾夜市补多少", (), ""),
        ("从柳湾和白沙搬到柳湾补多少", (), ""),
        ("柳湾比白沙补得多吗", (), ""),
    ],
)
def test_places_of_which_the_same_is_asked(text: str, places: tuple[str, ...], matter: str) -> None:
    _, named, asked = named_together(text, [MEASURES, NOTICE, STATE])
    assert named == places
    assert not places or asked == matter
