"""Documents of readers' own: a passage of several duties answers by the very clause that is asked about, a class by its
members, and what a question calls otherwise by the words that rules have for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant
from assistant.reading.answered import whole_answer
from assistant.retrieval.classes import class_meant, classes_of
from assistant.retrieval.parted import says_rule
from assistant.retrieval.retrieve import Retriever
from assistant.retrieval.unnoted import without_matter, without_subject_asked
from assistant.understanding.official_words import in_official_words
from assistant.understanding.question import understand
from store.records import Clause, Document

FERRIES = """白沙县渡船维修资金办法
为做好渡船维修，现将有关事项通知如下：
一、补助对象
（一）第一类对象：木船和竹筏。
（二）第二类对象：铁壳船。
二、补助标准
（一）对第一类对象，按照维修费的35%给予补助，每条船不超过8万元。
（二）对第二类对象，按照维修费的25%给予补助，每条船不超过20万元。
渡船管理站收取的保证金为600元，停航后10日内退还。
三、工作程序
（一）网上登记。船主于6月15日前登录渡口平台登记。
（二）现场查验。渡船管理站于7月20日前完成查验。
四、工作要求
（一）每个渡口报修的船不超过5条。
（二）修好的船四年内不得转让。
（三）外县的船不适用本办法。
（四）《白沙县渡船维修资金暂行办法》（白交〔2016〕9号）同时废止，《白沙县渡口收费办法》（白交〔2019〕4号）继续有效。
五、常见问题
问：夜里能不能开船？
答：不能。但救护船可以开。
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("ferries"), ferries=FERRIES) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("白沙县渡船维修资金网上登记哪天截止", "6月15日"),
        ("白沙县渡船几月几号前查验完", "7月20日"),
        ("白沙县竹筏最多补多少", "8万元"),
        ("白沙县铁壳船的补助比例是多少", "25%"),
        ("白沙县渡船押金多少钱", "600元"),
        ("白沙县船修好后几年不能卖给别人", "四年内"),
    ],
)
def test_the_very_clause_answers(ferries: Assistant, question: str, said: str) -> None:
    answer = ferries.ask(question)
    assert not answer.refused
    assert said in answer.text


def test_the_class_is_told_with_what_is_of_it(ferries: Assistant) -> None:
    assert "第一类对象：木船和竹筏" in ferries.ask("白沙县竹筏最多补多少").text


@pytest.mark.parametrize("question", ["白沙县渡船上的救生衣多少钱一件", "白沙县渡口停车场收多少钱"])
def test_a_thing_that_is_never_named_is_not_answered(ferries: Assistant, question: str) -> None:
    assert ferries.ask(question).refused


@pytest.mark.parametrize(
    ("question", "begins", "verdict"),
    [
        ("白沙县2016年那个渡船维修办法还有效吗", "已经废止。", "no"),
        ("白沙县2019年的渡口收费办法还管用吗", "继续有效。", "yes"),
        ("白沙县2019年的渡口收费办法作废了没", "不是。", "no"),
    ],
)
def test_an_older_document_ends_or_goes_on(ferries: Assistant, question: str, begins: str, verdict: str) -> None:
    answer = ferries.ask(question)
    assert answer.text.startswith(begins)
    assert answer.verdict == verdict


def test_what_an_answer_adds_is_told_behind_what_it_says_first(ferries: Assistant) -> None:
    found = Retriever(ferries.index).search(understand("救护船夜里开"))
    added = next(one for one in found if one.clauses[0].text.startswith("但救护船"))
    assert "".join(clause.text for clause in whole_answer(ferries.index, added).clauses) == "答：不能。但救护船可以开。"
    other = next(one for one in found if "四年内" in one.clauses[0].text)
    assert whole_answer(ferries.index, other) is other


def test_who_is_outside_gets_nothing(ferries: Assistant) -> None:
    answer = ferries.ask("白沙县外县的船能申请补助吗")
    assert (answer.verdict, "不适用本办法" in answer.text) == ("no", True)


def _clause(text: str, path: str = "1") -> Clause:
    return Clause("own", path, 0, len(text), "《办法》", text)


def test_a_class_is_meant_by_words_that_no_other_has() -> None:
    classes = classes_of((_clause("（一）甲类摊位：卖水果、蔬菜的。"), _clause("（二）乙类摊位：卖活鱼、蔬菜的。")))
    assert [one.name for one in classes] == ["甲类", "乙类"]

    def meant(question: str) -> str:
        found = class_meant(understand(question), classes)
        return found.name if found else ""

    assert meant("卖活鱼的摊位费多少钱") == "乙类"
    assert meant("卖蔬菜的摊位费多少钱") == ""
    assert meant("甲类摊位费多少钱") == "甲类"
    assert meant("卖活鱼可以摆摊吗") == ""


def test_what_a_question_begins_with_of_the_title_is_not_searched_for() -> None:
    title = "白沙镇灯塔修缮资金办法"
    assert without_matter("灯塔资金在网上怎么申报登记", title) == "在网上怎么申报登记"
    assert without_matter("灯塔谁来守", title) == "灯塔谁来守"


def test_what_is_said_otherwise_is_searched_in_the_words_of_rules_too() -> None:
    assert in_official_words("押金怎么退") == "押金怎么退 保证金"
    assert in_official_words("保证金怎么退") == "保证金怎么退"


def test_what_only_announces_rules_is_none() -> None:
    assert not says_rule(_clause("现将有关事项通知如下："))
    assert says_rule(_clause("船主应当登记。"))


def test_what_the_whole_document_is_about_need_not_be_said_again() -> None:
    document = Document("own", "白沙镇养蜂奖励办法", "白沙镇养蜂奖励办法", "policy")
    assert without_subject_asked(understand("养蜂奖励谁来评"), document, ()).attributes == frozenset()
    assert without_subject_asked(understand("养蜂奖励的名单谁来定"), document, ()).attributes == {"名单"}
    assert without_subject_asked(understand("冒领奖金会怎么样"), document, ()).attributes == {"会怎么样"}


HEADED = """白沙镇渡船租用办法
第一条 适用范围
本办法适用于租用渡船的船主。
第二条 租金优惠
新来的船主第一年免租，第二年按一半收取。
标准租金为每月300元。
第三条 违约
逾期不交的，每天加收五元。
"""


def test_a_heading_answers_nothing_that_stands_below_it(tmp_path: Path) -> None:
    with assistant_over(tmp_path, ferry=HEADED) as assistant:
        found = Retriever(assistant.index).search(understand("租渡船第二年租金怎么算"), documents={"ferry"})
        assert "第二年" in found[0].clauses[0].text
        assert all("租金优惠" not in one.clauses[0].text for one in found)


CALLS = """白沙镇渡船月票办法
第一条 船主买渡船月票的，每张60元，限本人使用，每月最多过渡90次。借给他人过渡的，收回月票，当年不得再买。
第二条 买渡船月票应当提交下列材料：
（一）身份证；
（二）照片。
第三条 本办法由渡口管理站解释。服务热线：0311-5566001；投诉电话：0311-5566002；维修电话：0311-5566003。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("渡船月票借给同学过渡会怎么样", "收回月票"),
        ("买渡船月票要带啥", "照片"),
        ("渡船上的灯坏了打哪个电话", "5566003"),
        ("渡船乱收钱要举报打什么电话", "5566002"),
    ],
)
def test_a_clause_is_found_by_what_is_done_about_a_deed_and_by_words_of_offices(
    tmp_path: Path, question: str, said: str
) -> None:
    with assistant_over(tmp_path, month=CALLS) as assistant:
        assert said in assistant.ask(question).text
