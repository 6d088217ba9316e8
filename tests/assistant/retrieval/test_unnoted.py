"""A document without notes that speaks of what is asked is not silenced by what another document leaves open."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from own_texts import NOTICE, document_of, parsed

from assistant.assistant import Assistant
from assistant.draft import Draft
from assistant.retrieval.unnoted import leads, names_thing, share_said, without_subject
from assistant.understanding.question import Question
from store.builder import build_index
from store.index import Index
from store.records import Document, Note
from store.settings import Settings

MEASURE = (
    "申请灯塔修缮资金应当符合下列条件：灯塔建成满八年，产权清楚。",
    "镇上自受理申请之日起九个工作日内完成查验。",
    "油漆和脚手架的租金不予补贴。",
)
GAPS = ("查验要几天", "什么时候查验完", "哪些费用不给补贴")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home: Path = tmp_path_factory.mktemp("unnoted")
    settings = Settings(home=home)
    notice = document_of("notice", "资金通知", tuple(NOTICE.split("\n")))
    notes = (Note("notice", 0, 19, ("一个城市给多少钱",)), Note("notice", 0, 0, GAPS, gap="通知没有说。"))
    measure = document_of("measure", "白沙镇灯塔修缮资金办法", MEASURE)
    build_index([replace(notice, notes=notes), measure], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("灯塔修缮资金的申请，受理以后查验要几天", "九个工作日"),
        ("油漆和脚手架的租金给不给补贴", "不予补贴"),
        ("受理后查验要几天", "九个工作日"),  # of which no other document holds a word
        ("申请灯塔修缮资金要符合什么条件", "满八年"),
    ],
)
def test_the_document_that_holds_the_words_answers(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert words in answer.text


def test_a_document_leads_by_words_that_the_noted_lack(assistant: Assistant) -> None:
    assert leads(assistant.index, "脚手架的租金", {"measure"}, {"notice"})["measure"] > 0
    assert leads(assistant.index, "征收土地的资金", {"measure"}, {"notice"}) == {}


def test_the_words_of_the_title_stand_in_every_part() -> None:
    title = "白沙镇灯塔修缮资金办法"
    assert without_subject("灯塔修缮资金多久下达", title) == "多久下达"
    assert without_subject("白沙镇的补贴多久下达", title) == "补贴多久下达"
    assert without_subject("修缮资多久下达", title) == "多久下达"
    assert without_subject("修缮资多久下达", title, 4) == "修缮资多久下达"
    assert without_subject("灯塔谁来守", title) == "灯塔谁来守"  # too little to name the document
    assert without_subject("灯塔修缮资金", title) == "灯塔修缮资金"  # nothing else is said


def test_the_thing_asked_for() -> None:
    assert names_thing("要交什么证件", "应当提交下列证件：")
    assert names_thing("证件有哪些", "应当提交下列证件：")
    assert not names_thing("证件有哪些", "应当符合下列条件：")


def test_what_only_one_document_is_about_leads_to_it() -> None:
    said = "渡船六点开航。渡船停航的，由船长告知。渡船满员的，不再载客。渡船每年检修一次。乘坐渡船不另收费。"
    own = Document("own", "渡船规程", "渡船规程", "policy", text=said)
    notice = Document("notice", "资金通知", "资金通知", "policy", text=NOTICE)
    index: Any = SimpleNamespace(documents={"own": own, "notice": notice}, matches=lambda *_: [])
    assert leads(index, "渡船的合同最长签几年", {"own"}, {"notice"}) == {"own": 1.0}
    assert leads(index, "合同最长签几年", {"own"}, {"notice"}) == {}
    spoken = replace(notice, text=f"{NOTICE}渡船不予支持。")
    index = SimpleNamespace(documents={"own": own, "notice": spoken}, matches=lambda *_: [])
    assert leads(index, "渡船的合同最长签几年", {"own"}, {"notice"}) == {}


def test_what_a_reader_added_is_named_and_grants_nothing_to_whom_it_never_names(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, chroma_url=None)
    notice = replace(document_of("notice", "资金通知", tuple(NOTICE.split("\n"))), notes=(Note("notice", 0, 19, GAPS),))
    rules = "白沙镇渡船规程\n一、渡船在每天六点开航。\n二、渔民可以领取渡船补贴，每户两千元。"
    build_index([notice, parsed("own", rules)], settings)
    with closing(Index.open(settings)) as index:
        assistant = Assistant(index)
        assert assistant.ask("白沙镇渡船几点开航").text.startswith("《白沙镇渡船规程》：")
        assert assistant.ask("白沙镇渔民能领渡船补贴吗").verdict == "yes"
        assert assistant.ask("白沙镇货郎能领渡船补贴吗").verdict is None


def test_who_names_the_place_is_answered_by_its_document(assistant: Assistant) -> None:
    answer = assistant.ask("白沙镇油漆租金给不给补贴")
    assert {citation.document_id for citation in answer.citations} == {"measure"}


def test_an_attribute_that_the_clause_does_not_mention_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("白沙镇灯塔修缮资金的管理费率是多少").refused


TABLE = (
    "第五条 修缮补贴按照下列标准给予：",
    "等级：一等，修缮费用：50万元以下，补贴比例：60%，上限：10万元",
    "等级：二等，修缮费用：50万元以上80万元以下，补贴比例：40%，上限：15万元",
    "等级：三等，修缮费用：80万元以上，补贴比例：30%，上限：20万元",
)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = Settings(home=tmp_path_factory.mktemp("graded"), chroma_url=None)
    measure = document_of("graded", "白沙镇码头修缮补贴办法", ("\n".join(TABLE), "白沙镇人民政府"))
    build_index([measure], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(("cost", "grade"), [("30万", "一等"), ("70万", "二等"), ("90万", "三等")])
def test_the_row_that_an_amount_falls_into_is_said(graded: Assistant, cost: str, grade: str) -> None:
    answer = graded.ask(f"白沙镇修缮费用{cost}的码头，补贴比例是多少")
    assert f"等级：{grade}" in answer.text
    assert "应为" not in answer.text  # the amount is of a case
    assert len(answer.statements) == 1


PLAN = (
    "类别：甲类，对象：博士，租房补贴：2000元/月",
    "类别：乙类，对象：硕士、技师，租房补贴：1200元/月",
    "修建码头。【责任单位：港务局】",
    "到2031年，灯塔达到20座；建成浮标3万个。",
    "到2032年，灯塔达到25座；建成浮标4万个。",
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = Settings(home=tmp_path_factory.mktemp("plan"), chroma_url=None)
    build_index([document_of("plan", "白沙镇灯塔计划", PLAN)], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("白沙镇博士的租房补贴是多少", "2000元"),
        ("白沙镇乙类租房补贴是多少", "1200元"),
        ("2031年要建成多少浮标", "3万个"),
        ("2032年要建成多少浮标", "4万个"),
        ("修建码头由哪个部门负责", "港务局"),
    ],
)
def test_the_row_the_year_and_the_body_that_are_meant(plan: Assistant, question: str, said: str) -> None:
    assert said in plan.ask(question).text


def test_a_case_in_a_row_is_no_wrong_premise_and_no_other_row_is_said_beside(graded: Assistant) -> None:
    answer = graded.ask("白沙镇码头修缮费用70万，补贴比例是多少")
    assert "等级：二等" in answer.text
    assert "应为" not in answer.text
    assert "三等" not in answer.text
    assert "一等" not in answer.text


def test_who_names_a_part_of_the_title_asks_of_that_document_alone(assistant: Assistant) -> None:
    refused = assistant.ask("灯塔修缮一个城市给多少钱")
    assert refused.refused
    assert "notice" not in {citation.document_id for citation in refused.citations}
    assert not assistant.ask("一个城市给多少钱").refused


def test_what_is_asked_next_is_of_the_document_named_before(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer_part = assistant._answer_part

    def noting(question: Question, *others: Any) -> Draft:
        asked.append(question.text)
        return answer_part(question, *others)

    monkeypatch.setattr(assistant, "_answer_part", noting)
    assistant.ask("灯塔修缮几天内查验？电话打多少？")
    assert "灯塔修缮电话打多少" in asked


def test_how_many_of_the_telling_words_a_document_says() -> None:
    lighthouse = Document("measure", "灯塔修缮办法", "灯塔办法", "policy", text="查验合格的，退还押金。")
    assert share_said([lighthouse], "押金什么时候退还") == 1
    assert share_said([lighthouse], "灯塔的租金多少") == 0.5
    assert share_said([lighthouse], "要多久") == share_said([], "押金多少") == 0


BESIDE = (
    "第一条 为规范渡口和浮桥的管理，制定本办法。",
    "第二条 开设渡口应当符合下列条件：\n（一）渡船不少于四艘；\n（二）看守人员不少于六人；",
    "第三条 开设浮桥，桥面宽度不低于三米，看守人员不少于两人。",
    "第四条 查验渡口、浮桥的结果在镇上公示九天；公示无异议的，发给渡口或者浮桥的许可，有效期四年。",
    "第五条 渡口停用的，应当在二十日内上报；逾期不报的，收回渡口的许可。",
    "第六条 每修好一座浮桥，给予看守人三千元补助。",
)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = Settings(home=tmp_path_factory.mktemp("beside"), chroma_url=None)
    build_index([document_of("beside", "白沙镇渡口和浮桥管理办法", BESIDE)], settings)
    with closing(Index.open(settings)) as index:
        yield Assistant(index)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("白沙镇开渡口要多少个看守人员", "六人"),
        ("白沙镇开浮桥要多少个看守人员", "两人"),
        ("白沙镇渡口许可公示几天", "公示九天"),  # and not the other clause on the permit, which states a time, too
        ("白沙镇渡口的许可管几年", "四年"),
    ],
)
def test_what_stands_side_by_side_is_told_apart(beside: Assistant, question: str, said: str) -> None:
    first = beside.ask(question).statements[0].text
    assert said in first


def test_a_deed_that_no_clause_speaks_of_gets_no_verdict(beside: Assistant) -> None:
    answer = beside.ask("白沙镇浮桥的补助要纳税吗")
    assert answer.refused
    assert answer.verdict is None
