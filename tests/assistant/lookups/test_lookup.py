"""What a question names by its number is found, in the version meant; what does not exist is said not to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from own_texts import assistant_over

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.lookups.locate import seeks_locator
from assistant.lookups.lookup import Lookup
from assistant.retrieval.named import Names, find_reference
from assistant.understanding.question import understand
from assistant.verify import quote_holds
from ingest.library import add, corrected, propose, remove
from store.index import Index
from store.settings import Settings

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "title", "numbers"),
    [
        ("预算法第四十四条", "预算法", (44, 0, 0, 0)),
        ("专利法65条2款", "专利法", (65, 0, 2, 0)),
        ("预算法四十四条说什么", "预算法", (44, 0, 0, 0)),
        ("《专利法》第六十五条第二款说什么", "专利法", (65, 0, 2, 0)),
        ("商标法里第10条第一款第(八)项", "商标法", (10, 0, 1, 8)),
        ("刑法第一百二十条之一", "刑法", (120, 1, 0, 0)),
        ("第六条讲了什么", "", (6, 0, 0, 0)),
        ("骑行法最后一条", "骑行法", (-1, 0, 0, 0)),
        ("骑行法44", "骑行法", (44, 0, 0, 0)),
        ("骑行法第24条(十二)", "骑行法", (24, 0, 0, 12)),
        ("骑行法的倒数第二条最后一项", "骑行法", (-2, 0, 0, -1)),
        ("骑行法24条 二款 三项", "骑行法", (24, 0, 2, 3)),
        ("骑行法第二十四条 第二款", "骑行法", (24, 0, 2, 0)),
        ("骑行法第二十四条里的第二款", "骑行法", (24, 0, 2, 0)),
    ],
)
def test_an_article_is_recognised(text: str, title: str, numbers: tuple[int, ...]) -> None:
    found = find_reference(text)
    assert found is not None
    assert (found.title, (found.article, found.inserted, found.paragraph, found.item)) == (title, numbers)


@pytest.mark.parametrize(
    "text",
    [
        "有哪三条要求",
        "必做任务有3条吗",
        "提了几条意见",
        "管理办法三条要求",
        "最后一条呢",
        "倒数第二条是什么意思",
        "骑行法2015",
    ],
)
def test_a_count_of_articles_names_none(text: str) -> None:
    assert find_reference(text) is None


@pytest.mark.parametrize(
    ("question", "locator", "said"),
    [
        ("骑行法第二条", "《骑行法》第二条", "佩戴头盔"),
        ("《骑行法》第2条第二款是怎么规定的？", "《骑行法》第二条第二款", "十六周岁"),
        ("骑行法第三条第二项", "《骑行法》第三条第（二）项", "逆向行驶"),
        ("骑行法第三条说了什么", "《骑行法》第三条", "五十元以下罚款：1.不佩戴头盔的；2.逆向行驶的。"),
        ("骑行法第一条第一款", "《骑行法》第一条", "骑行安全"),
        ("骑行法§2第二款", "《骑行法》第二条第二款", "十六周岁"),
        ("骑行法 第3条", "《骑行法》第三条", "五十元以下罚款：1.不佩戴头盔的；2.逆向行驶的。"),
        ("《骑行法》 第 ２ 条 第二款", "《骑行法》第二条第二款", "十六周岁"),
        ("骑行法最后一条", "《骑行法》第四条", "起施行"),
        ("骑行法倒数第三条最后一款", "《骑行法》第二条第三款", "三轮车"),
        ("骑行法第三条最后一项", "《骑行法》第三条第（二）项", "逆向行驶"),
        ("骑行法第一章最后一条讲什么", "《骑行法》第二条", "佩戴头盔"),
    ],
)
def test_the_words_of_the_article_are_the_answer(assistant: Assistant, question: str, locator: str, said: str) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    assert answer.text.startswith(f"{locator}：")
    assert said in answer.text
    assert [citation.locator for citation in answer.citations] == [locator]
    assert all(quote_holds(citation, assistant.index.documents) for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("骑行法第九十条", "没有第90条，最后一条是第四条"),
        ("骑行法倒数第九条", "没有倒数第9条，最后一条是第四条"),
        ("骑行法第六章最后一条", "没有第6章最后一条"),
        ("骑行法第二条第五款", "第二条里没有第5款，一共3款"),
        ("骑行法第一条第二款", "第一条里没有第2款，一共1款"),
        ("骑行法第三条第七项", "第三条里没有第（7）项"),
        ("骑行法实施条例第二条", "没有收录《骑行法实施条例》"),
        ("城市道路管理办法第二条", "没有收录《城市道路管理办法》的正文"),
        ("自行车道通知第二条", "不分条"),
        ("骑行法§90", "没有第90条"),
        ("骑行法 90", "没有第90条"),
        ("第二条说什么", "请说明是哪部法律"),
        ("第六十五条第二款说什么", "请说明是哪部法律"),
        ("骑行法第零条", "没有第0条"),
    ],
)
def test_what_is_not_there_is_said_so(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    assert answer.refused
    assert said in answer.text
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("自行车道通知七（二）说什么", "没有第七部分，一共2个部分：一、支持内容；二、工作程序。"),
        ("自行车道通知第一部分的（五）是什么", "一里没有（五），只有"),
        ("自行车道通知六", "没有第六部分"),
        ("《自行车道通知》第九部分讲了什么", "没有第九部分"),
        ("自行车道通知二（五）", "《自行车道通知》二里没有（五），只有（一）、（二）。"),
        ("自行车道通知一、（二）8", "一、（二）里没有第8点，只有1、2、3。"),
        ("三、（一）", "没有第三部分"),
    ],
)
def test_a_part_that_a_policy_has_not_is_said_so(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    assert answer.refused
    assert said in answer.text


@pytest.mark.parametrize(
    "question", ["自行车道通知五月发的吗", "住在九（二）班的能申报吗", "自行车道通知三年内新建几个停车点"]
)
def test_a_number_that_is_of_no_part_is_no_part_that_is_missing(assistant: Assistant, question: str) -> None:
    assert "部分" not in assistant.ask(question, as_of=TODAY).text


def test_the_last_part_of_a_policy_is_looked_up(assistant: Assistant) -> None:
    answer = assistant.ask("自行车道通知最后一部分讲什么", as_of=TODAY)
    assert answer.text.startswith("《自行车道通知》二、：工作程序共2项")
    assert "工作程序共" not in assistant.ask("最后一部分钱什么时候给", as_of=TODAY).text


def test_which_article_of_a_document_that_is_not_held_no_other_tells(assistant: Assistant) -> None:
    answer = assistant.ask("建立养护台账，是《城市道路管理办法》第几条规定的？", as_of=TODAY)
    assert answer.refused
    assert "需查《城市道路管理办法》" in answer.text


def test_a_number_is_left_aside_where_enough_else_is_said(assistant: Assistant) -> None:
    answer = assistant.ask("申报条件里省会城市优先那句前面的第二条讲每个省推荐几个城市", as_of=TODAY)
    assert "请说明" not in answer.text
    assert "2个城市" in answer.text


def test_an_article_without_a_title_is_of_the_statute_just_spoken_of(assistant: Assistant) -> None:
    history = [Turn("user", "骑行法对头盔怎么规定？"), Turn("assistant", "骑行人应当佩戴头盔。")]
    answer = assistant.ask("第二条第二款说什么", history, TODAY)
    assert "十六周岁" in answer.text
    assert not answer.understood_as


def test_an_article_of_no_statute_is_an_item_of_the_list_just_shown(assistant: Assistant) -> None:
    history = [Turn("user", "建设任务有哪些？"), Turn("assistant", assistant.ask("建设任务有哪些？").text)]
    answer = assistant.ask("第二条具体讲什么", history)
    assert "新建停车点200个以上" in answer.text


@pytest.mark.parametrize(
    ("question", "as_of", "said", "remark"),
    [
        ("骑行法第三条", date(2026, 1, 1), "五十元", ""),
        ("骑行法第三条", date(2030, 12, 1), "五十元", "（2030年修订）》2031年1月1日起施行，届时以它为准"),
        ("骑行法第三条", date(2031, 1, 1), "一百元", ""),
        ("新骑行法第三条", date(2026, 1, 1), "一百元", "尚未施行"),
        ("2030年修订的骑行法第三条", date(2026, 1, 1), "一百元", "尚未施行"),
        ("旧骑行法第三条", date(2032, 1, 1), "五十元", "施行到2030年12月31日，2032年1月1日已失效"),
    ],
)
def test_the_version_in_force_answers(assistant: Assistant, question: str, as_of: date, said: str, remark: str) -> None:
    answer = assistant.ask(question, as_of=as_of)
    assert said in answer.text
    assert remark in answer.text
    assert len(answer.citations) == 1
    assert len(answer.related) == bool(remark)  # the clause that sets the day is no ground of the answer
    assert all("起施行" in citation.quote for citation in answer.citations[1:])


@pytest.mark.parametrize("question", ["骑行法2007年版第三条", "2007年修正的骑行法第三条"])
def test_an_article_of_a_version_that_is_not_held_is_not_shown_from_another(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    assert answer.text.startswith(
        "本库没有收录《骑行法》2007年的版本，收录的是《中华人民共和国骑行法（2015年修正）》。"
    )
    assert answer.refused


@pytest.mark.parametrize(
    "question", ["2018年骑行法第三条", "骑行法2015年修正第三条", "2018年签的合同，按骑行法第三条怎么办"]
)
def test_a_year_in_which_a_version_applied_names_it(assistant: Assistant, question: str) -> None:
    assert "五十元" in assistant.ask(question, as_of=TODAY).text


def test_a_year_of_one_s_own_asks_for_no_round_of_that_year(assistant: Assistant) -> None:
    lookup = Lookup(assistant.index)
    assert lookup.rounds_not_held(understand("2020年给多少钱"), "")
    assert not lookup.rounds_not_held(understand("我市2020年办了500件，三年后给多少钱"), "")


@pytest.mark.parametrize("question", ["新骑行法（明年施行的那部）第三条", "2031年3月以后骑行法第三条"])
def test_a_law_to_come_is_said_to_be_so_where_the_question_names_its_day(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, as_of=date(2030, 7, 1))
    assert "一百元" in answer.text
    assert answer.text.endswith("这一版本2031年1月1日起施行，2030年7月1日尚未施行。")


@pytest.mark.parametrize("question", ["交办〔2021〕7号", "交办〔2021〕7号是什么文件？"])
def test_a_document_named_alone_is_introduced(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, as_of=TODAY)
    assert "《关于支持城市建设自行车道的通知》（交办〔2021〕7号）" in answer.text
    assert [citation.locator for citation in answer.citations] == ["《自行车道通知》标题", "《自行车道通知》文号"]


def test_a_short_name_is_a_name_only_where_it_is_quoted(assistant: Assistant) -> None:
    (document,) = [d for d in assistant.index.documents.values() if d.id == "bikes-2021"]
    names = Names([replace(document, short_title="通知")])
    assert names.find("收到通知怎么办", TODAY) == []
    assert [d.id for d in names.find("《通知》怎么说", TODAY)] == ["bikes-2021"]


@pytest.mark.parametrize(
    ("text", "seeks"),
    [
        ("这个规定在哪里？", True),
        ("钱不能花在哪里？", False),
        ("写在哪一条？", True),
        ("Which required task covers bicycle lanes?", True),
        ("哪项任务最费钱", False),
        ("停车点归哪个部门管", False),
        ("属于哪种情形可以免费", False),
    ],
)
def test_where_it_stands_is_not_where_something_is_done(text: str, seeks: bool) -> None:
    assert seeks_locator(understand(text)) == seeks


def test_who_asks_what_the_law_says_is_answered_by_statutes(assistant: Assistant) -> None:
    day = date(2026, 1, 1)
    kinds = {d.kind for d in assistant._lookup.scope("法律上骑车要戴头盔吗", day)}
    assert kinds == {"statute"}
    assert {d.kind for d in assistant._lookup.scope("骑车要戴头盔吗", day)} == {"policy", "statute"}


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("这个通知对骑车戴头盔有规定吗", {"policy"}),
        ("骑车戴头盔有规定吗", {"policy", "statute"}),
        ("收到这份通知后几天内要戴头盔", {"policy", "statute"}),
    ],
)
def test_who_points_at_a_notice_asks_of_no_law(assistant: Assistant, question: str, kinds: set[str]) -> None:
    assert {d.kind for d in assistant._lookup.scope(question, date(2026, 11, 23))} == kinds


@pytest.mark.parametrize(
    ("question", "locator"),
    [
        ("Article 3 of the Cycling Law", "《骑行法》第三条"),
        ("What does article 2(2) of the Cycling Law say?", "《骑行法》第二条第二款"),
        ("Cycling Law, Article 2, paragraph 3", "《骑行法》第二条第三款"),
    ],
)
def test_an_article_is_named_in_english(assistant: Assistant, question: str, locator: str) -> None:
    answer = assistant.ask(question, as_of=date(2026, 1, 1))
    assert answer.citations[0].locator == locator
    assert not answer.refused


OWN = """\
示例市财政局关于印发《示例市骑行补贴管理办法》的通知
示财规〔2022〕4号
各区财政局：
一、骑行补贴的比例为百分之五十。
二、本办法自2022年5月1日起施行，有效期5年。
示例市财政局
2022年3月25日
"""
OWN_NEWER = (
    OWN.replace("〔2022〕4号", "〔2025〕3号")
    .replace("百分之五十", "百分之六十")
    .replace("自2022年5月1日起施行，有效期5年", "自2025年8月1日起施行，示财规〔2022〕4号同时废止")
    .replace("2022年3月25日", "2025年6月18日")
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Iterator[tuple[Assistant, Settings]]:
    """Two versions that a user added, the newer with the words that it replaces the older, of the same title."""
    own = settings.model_copy(update={"home": tmp_path_factory.mktemp("own")})
    older = propose(OWN.encode(), "办法.txt", own)
    add(corrected(older, own, id="older"), own)
    newer = propose(OWN_NEWER.encode(), "新办法.txt", own)
    add(corrected(newer, own, id="newer", replaces=("older",)), own)
    assert older.entry.title == newer.entry.title
    assert older.entry.in_force_until == date(2027, 4, 30)
    assistant = Assistant(Index.open(own))
    yield assistant, own
    assistant.index.close()


@pytest.mark.parametrize(
    ("question", "version", "said"),
    [
        ("骑行补贴的比例是多少", "newer", "百分之六十"),
        ("2024年的时候骑行补贴的比例是多少", "older", "百分之五十"),
        ("2025年7月的时候骑行补贴的比例是多少", "older", "百分之五十"),
        ("2025年9月的时候骑行补贴的比例是多少", "newer", "百分之六十"),
        ("2026年骑行补贴的比例是多少", "newer", "百分之六十"),
        ("示财规〔2022〕4号的骑行补贴比例是多少", "older", "（示财规〔2025〕3号）代替"),
        ("示财规[2022]4号还有效吗", "older", "（示财规〔2025〕3号）代替"),
        ("示财规〔2025〕3号还有效吗", "newer", "现行有效"),
    ],
)
def test_of_two_versions_that_a_user_added_the_one_meant_answers(
    own: tuple[Assistant, Settings], question: str, version: str, said: str
) -> None:
    answer = own[0].ask(question, as_of=TODAY)
    assert answer.citations[0].document_id == version
    assert said in answer.text
    if "有效" in question:
        assert answer.verdict == ("yes" if version == "newer" else "no")


def test_a_document_that_was_removed_is_said_not_to_be_held(own: tuple[Assistant, Settings]) -> None:
    remove("older", own[1])
    assistant = Assistant(Index.open(own[1]))
    for question in ("示财规〔2022〕4号", "示财规〔2022〕4号还有效吗", "按照示财规（2022）4号，骑行补贴的比例是多少"):
        answer = assistant.ask(question, as_of=TODAY)
        assert answer.refused
        assert "没有收录示财规〔2022〕4号的正文" in answer.text
        assert "代替它的是《示例市财政局关于印发《示例市骑行补贴管理办法》的通知》（示财规〔2025〕3号）" in answer.text
        assert [one.document_id for one in answer.related] == ["newer"]
    assert assistant.ask("请问示财规〔2019〕7号怎么说", as_of=TODAY).text == "本库没有收录示财规〔2019〕7号。"
    assert assistant.ask("这个办法施行后，示财规〔2022〕4号是不是同时停用", as_of=TODAY).citations
    assert "本库没有收录" not in assistant.ask("交办[2021]7号", as_of=TODAY).text
    assistant.index.close()


LONG = "、".join(f"第{n}号摊位" for n in range(1, 31))
MARKET = f"""\
市集管理办法
第一条 摊位费按月收。下列摊位免收：{LONG}。免收的摊位不得转租。
第二条 {"；".join(f"{LONG}不得占道" for _ in range(4))}。
"""


def test_what_is_looked_up_is_shown_whole_unless_it_is_long(tmp_path: Path) -> None:
    with assistant_over(tmp_path, market=MARKET) as assistant:
        assert assistant.ask("市集管理办法第一条").text.endswith(f"{LONG}。免收的摊位不得转租。[1]")
        assert len(assistant.ask("市集管理办法第二条").text) <= 200
        assert len(assistant.ask("哪些摊位免收摊位费").text) <= 200  # a question is answered shortly


FAIR = """\
关于做好夜市工作的通知
一、摊位
（一）布置要求
1.保障通道。一是通道宽三米。二是摊位不得占道。
2.保障照明。
二、收费
摊位费按月收。
"""


@pytest.mark.parametrize("asked", ["里面的“二是”具体怎么说", "的二是", "，二是怎么说的", "里的二是呢"])
def test_a_part_is_named_by_its_number_behind_the_part_it_is_in(tmp_path: Path, asked: str) -> None:
    with assistant_over(tmp_path, fair=FAIR) as assistant:
        answer = assistant.ask(f"夜市工作的通知一（一）1{asked}")
        assert "摊位不得占道" in answer.text
        assert "通道宽三米" not in answer.text


def test_an_article_of_a_document_that_is_named_by_a_word_and_has_none(tmp_path: Path) -> None:
    text = "公告\n一、开放时间\n泳池每日六时开门。\n二、票价\n成人票每张十元。\n"
    with assistant_over(tmp_path, pool=text, other="守则\n一、更衣\n入池前更衣。\n") as assistant:
        assert assistant.ask("公告第六条").text == "《公告》不分条，没有第6条。"
        assert "请说明是哪部法律" in assistant.ask("第六条").text
