"""What several documents each say on one matter is asked of each, and told apart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant
from assistant.draft import Draft, Said
from assistant.lookups.each_document import each_document, each_of_places, each_subject, with_sameness
from assistant.retrieval.named import Names
from assistant.understanding.question import understand
from assistant.verdicts.verdict import Judgement
from store.records import Document

TODAY = date(2026, 11, 23)
NAMES = Names(
    [
        Document("canal", "中华人民共和国运河法", "运河法", "statute", text="。"),
        Document("lock", "船闸管理办法", "船闸办法", "policy", text="。"),
        Document("notice", "关于做好过闸工作的通知", "通知", "policy", text="。"),
        Document("port", "港口法", "港口法", "statute", held=False),
        Document("boats-old", "游船法（2011年修正）", "游船法", "statute", aliases=("游船法",), text="。"),
        Document(
            "boats-new",
            "游船法（2031年修订）",
            "游船法",
            "statute",
            aliases=("游船法",),
            in_force_from=date(2031, 1, 1),
            replaces=("boats-old",),
            text="。",
        ),
    ]
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("运河法和船闸办法对过闸费分别怎么规定", {"canal": "过闸费", "lock": "过闸费"}),
        ("过闸费在通知和运河法里各是怎么规定的", {"notice": "过闸费", "canal": "过闸费"}),
        ("过闸费通知里怎么说，运河法里又怎么说", {"notice": "过闸费", "canal": "过闸费"}),
        ("通知对过闸费怎么规定，《船闸办法》呢", {"notice": "过闸费", "lock": "过闸费"}),
        ("关于过闸费，运河法怎么规定，船闸办法怎么规定？", {"canal": "过闸费", "lock": "过闸费"}),
        ("运河法和船闸办法的过闸费规定有什么不同", {"canal": "过闸费", "lock": "过闸费"}),
        ("运河法、船闸办法和通知对过闸费都有什么要求", {"canal": "过闸费", "lock": "过闸费", "notice": "过闸费"}),
        ("运河法和船闸办法的过闸费分别是多少", {"canal": "过闸费分别是多少", "lock": "过闸费分别是多少"}),
        ("运河法和港口法对过闸费分别怎么规定", {"canal": "过闸费", "port": "《港口法》过闸费"}),
        ("过闸费这块，运河法和船闸办法各是怎么要求的", {"canal": "过闸费", "lock": "过闸费"}),
        ("过闸费方面，运河法和船闸办法分别怎么规定", {"canal": "过闸费", "lock": "过闸费"}),
        ("救生衣的罚款，新旧游船法分别怎么规定", {"boats-old": "救生衣的罚款", "boats-new": "救生衣的罚款"}),
        ("游船法修订前后，救生衣的罚款有什么变化", {"boats-old": "救生衣的罚款", "boats-new": "救生衣的罚款"}),
        ("救生衣，旧游船法怎么规定，新游船法又怎么规定", {"boats-old": "救生衣", "boats-new": "救生衣"}),
        ("游船法新法和旧法对救生衣分别怎么规定", {"boats-old": "救生衣", "boats-new": "救生衣"}),
        ("2011年游船法和2031年游船法的救生衣规定有什么不同", {"boats-old": "救生衣", "boats-new": "救生衣"}),
        ("运河法和新游船法对救生衣分别怎么规定", {"canal": "救生衣", "boats-new": "救生衣"}),
        ("船闸办法要收过闸费，运河法对夜航又怎么规定", {"lock": "要收过闸费", "canal": "夜航"}),
        ("通知鼓励夜航，运河法对救生衣又有什么要求", {"notice": "鼓励夜航", "canal": "救生衣"}),
        (
            "运河法和船闸办法，封航期是不是都是三十天",
            {"canal": "封航期是不是都是三十天", "lock": "封航期是不是都是三十天"},
        ),
    ],
)
def test_what_each_document_is_asked(text: str, asked: dict[str, str]) -> None:
    found = {document.id: matter for document, matter in each_document(understand(text).text, NAMES, TODAY)}
    assert found == {id_: matter.replace("分别", "") for id_, matter in asked.items()}


@pytest.mark.parametrize(
    "text",
    [
        "运河法对过闸费怎么规定",
        "运河法和船闸办法有什么关系",
        "运河法和船闸办法冲突时以哪个为准",
        "运河法和船闸办法有什么区别",
        "运河法规定过闸前怎么通知船闸",
        "按运河法怎么通知过闸的船，要交多少钱",
        "运河法对过闸费怎么规定，船闸办法对夜航怎么规定",
        "收到通知后船怎么过闸，运河法怎么规定",
        "码头通知让我们等，运河法对救生衣又有什么要求",
        "船闸办法要收过闸费吗，运河法对夜航又怎么规定",
        "船闸办法要收过闸费，运河法的夜航是什么",
        "新旧运河法对过闸费分别怎么规定",
        "新旧游船法有什么区别",
        "运河法和船闸办法都适用吗",
    ],
)
def test_one_document_or_another_question_is_left_as_it_is(text: str) -> None:
    assert each_document(understand(text).text, NAMES, TODAY) == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("运河和港口，封航期一样吗", {"canal": "封航期", "port": "《港口法》封航期"}),
        ("运河的封航期和港口的封航期一样吗", {}),
        ("运河收费和游船收费，罚款的上限一样吗", {"canal": "收费，罚款的上限", "boats-old": "收费，罚款的上限"}),
        ("运河收费和游船收费，罚款怎么算", {}),
        ("运河收费一样吗", {}),
        ("在运河和游船的码头，收费一样吗", {}),
    ],
)
def test_two_laws_are_asked_by_what_they_are_on(text: str, asked: dict[str, str]) -> None:
    found = {one.id: matter for one, matter in each_subject(understand(text).text, NAMES, TODAY)}
    assert found == {id_: matter.replace("，", ",") for id_, matter in asked.items()}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {
        "canal": "南湾运河管理办法\n一、过闸费每船次收五十元。\n二、夜间不得通航。\n三、船员应当持证上岗。",
        "lake": "东湖游船管理规定\n一、游船过闸费每船次收八十元。\n二、游船应当配备救生衣。\n三、雷雨天气停航。",
    }
    with assistant_over(tmp_path_factory.mktemp("each"), **texts) as assistant:
        yield assistant


def test_each_document_answers_under_its_title(own: Assistant) -> None:
    answer = own.ask("南湾运河管理办法和东湖游船管理规定对过闸费分别怎么规定", as_of=TODAY)
    assert [citation.document_id for citation in answer.citations] == ["canal", "lake"]
    assert [statement.text[:10] for statement in answer.statements] == ["《南湾运河管理办法》", "《东湖游船管理规定》"]
    assert "五十元" in answer.text
    assert "八十元" in answer.text
    assert answer.coverage == "complete"


def test_what_one_of_them_has_nothing_on_is_said(own: Assistant) -> None:
    answer = own.ask("救生衣东湖游船管理规定里怎么说，南湾运河管理办法里又怎么说", as_of=TODAY)
    assert answer.coverage == "partial"
    assert "应当配备救生衣" in answer.text
    assert "已检索《南湾运河管理办法》" in answer.text


def draft(said: str, refused: bool = False) -> Draft:
    return Draft((Said(f"《运河法》第二条：{said}"),), refused=refused)


@pytest.mark.parametrize(
    ("question", "one", "other", "verdict"),
    [
        ("运河法和船闸办法的封航期一样吗", draft("封航三十日。"), draft("每年封航三十日。"), "yes"),
        ("运河法和船闸办法的封航期一样吗", draft("封航三十日。"), draft("封航二十日。"), "no"),
        ("运河法和船闸办法的封航期一样吗", draft("封航三十日。"), draft("封航二十日或者三十日。"), None),
        ("运河法和船闸办法的封航期一样吗", draft("封航三十日。"), draft("罚款三十元。"), None),
        ("运河法和船闸办法的封航期一样吗", draft("封航三十日。"), draft("封航三十日。", refused=True), None),
        ("运河法和船闸办法的封航期分别是多少", draft("封航三十日。"), draft("封航三十日。"), None),
        ("运河法和船闸办法的罚款上限一样吗", draft("罚款三元以上五十元以下。"), draft("罚款五十元以下。"), "yes"),
        ("运河法和船闸办法的罚款下限一样吗", draft("罚款三元以上五十元以下。"), draft("罚款五十元以下。"), None),
        ("运河法和船闸办法的罚款下限一样吗", draft("罚款三元以上五十元以下。"), draft("罚款三元以上。"), "yes"),
    ],
)
def test_whether_two_documents_say_the_same(question: str, one: Draft, other: Draft, verdict: str | None) -> None:
    first, second = with_sameness(understand(question), [one, other])
    assert (first.judgement.verdict if first.judgement else None) == verdict
    assert first.said[0].text.startswith({"yes": "一样。", "no": "不一样。"}.get(verdict or "", "《运河法》"))
    assert second == other


@pytest.mark.parametrize(
    ("question", "one", "other", "lead"),
    [
        ("运河法和船闸办法的封航期是不是都是三十天", draft("封航三十日。"), draft("每年封航三十日。"), "是。"),
        ("运河法和船闸办法的封航期都是二十天吗", draft("封航三十日。"), draft("每年封航二十日。"), "不是。"),
        ("运河法和船闸办法的封航期都是三十天吗", draft("封航三十日。"), draft("冬季封航。"), "《运河法》"),
    ],
)
def test_whether_two_documents_have_the_figure_asked_about(question: str, one: Draft, other: Draft, lead: str) -> None:
    # What each was answered by itself does not say what both have.
    judged = [replace(d, judgement=Judgement("yes", "是。")) for d in (one, other)]
    judged = [replace(d, said=(replace(d.said[0], text="是。" + d.said[0].text),)) for d in judged]
    first, second = with_sameness(understand(question), judged if lead.endswith("。") else [one, other])
    assert first.said[0].text.startswith(lead + "《运河法》" * lead.endswith("。"))
    assert second.said[0].text.startswith("《运河法》")


def test_two_versions_are_told_apart_by_their_full_names(assistant: Assistant) -> None:
    answer = assistant.ask("逆向行驶的罚款，新旧骑行法分别怎么规定", as_of=TODAY)
    older, newer = (statement.text for statement in answer.statements[:2])
    assert older.startswith("《中华人民共和国骑行法（2015年修正）》第三条")
    assert "五十元" in older
    assert newer.startswith("《中华人民共和国骑行法（2030年修订）》第三条")
    assert "一百元" in newer


def test_from_when_the_later_of_two_versions_applies_is_said_once(assistant: Assistant) -> None:
    answer = assistant.ask("逆向行驶的罚款，新骑行法和旧骑行法分别怎么规定", as_of=date(2030, 7, 1))
    assert answer.text.count("2031年1月1日起施行") == 1


CITIES = [
    Document("lake", "柳湾市夜市管理办法", "柳湾夜市办法", "policy", text="。"),
    Document("sand", "白沙县夜市管理办法", "白沙夜市办法", "policy", text="。"),
]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("柳湾和白沙的摊位费分别是多少", ("柳湾的摊位费是多少", "白沙的摊位费是多少")),
        ("柳湾市、白沙县两地摊位费都是多少", ("柳湾市摊位费是多少", "白沙县摊位费是多少")),
        ("柳湾和白沙的摊位费一样吗", ("柳湾的摊位费", "白沙的摊位费")),
        ("柳湾的摊位费是多少，白沙呢", ("柳湾的摊位费是多少", "白沙的摊位费是多少")),
        ("柳湾和白沙哪个摊位费高", ()),
        ("柳湾和白沙之间的班车几点开", ()),
        ("柳湾和白沙呢", ()),
        ("柳湾的摊位费是多少", ()),
    ],
)
def test_what_is_asked_of_each_of_several_places(text: str, asked: tuple[str, ...]) -> None:
    assert each_of_places(text, CITIES) == asked


def test_days_are_alike_where_they_are_the_same() -> None:
    question = understand("运河法和船闸办法的封航日一样吗")
    march, may = draft("3月1日封航。"), draft("5月1日封航。")
    assert with_sameness(question, [march, march])[0].said[0].text.startswith("一样。")
    assert with_sameness(question, [march, may])[0].said[0].text.startswith("不一样。")
