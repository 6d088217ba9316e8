"""What several documents each say on one matter is asked of each, and told apart."""

from collections.abc import Iterator
from datetime import date

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant
from assistant.draft import Draft, Said
from assistant.lookups.each_document import each_document, with_sameness
from assistant.retrieval.named import Names
from assistant.understanding.question import understand
from store.records import Document

TODAY = date(2026, 11, 23)
NAMES = Names(
    [
        Document("canal", "中华人民共和国运河法", "运河法", "statute", text="。"),
        Document("lock", "船闸管理办法", "船闸办法", "policy", text="。"),
        Document("notice", "关于做好过闸工作的通知", "通知", "policy", text="。"),
        Document("port", "港口法", "港口法", "statute", held=False),
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
    ],
)
def test_one_document_or_another_question_is_left_as_it_is(text: str) -> None:
    assert each_document(understand(text).text, NAMES, TODAY) == ()


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
    ],
)
def test_whether_two_documents_say_the_same(question: str, one: Draft, other: Draft, verdict: str | None) -> None:
    first, second = with_sameness(understand(question), [one, other])
    assert (first.judgement.verdict if first.judgement else None) == verdict
    assert first.said[0].text.startswith({"yes": "一样。", "no": "不一样。"}.get(verdict or "", "《运河法》"))
    assert second == other
