"""What documents without notes say in lists, in answers to questions of their own, and of special cases."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.reading.answered import own_answer
from assistant.understanding.question import understand

POOL = """柳湾市泳池管理办法
一、办卡
（一）办理泳池年卡应当提交下列材料：
1.年卡申请表；
2.健康证明；
3.照片两张。
（二）有下列情形之一的，不得入池：
1.酒后的；
2.患皮肤病的。
（三）泳客有下列行为之一的，应当退出泳池：
1.在池边奔跑的；
2.携带玻璃瓶的。
（四）本人不能到场的，可以委托他人办卡。
二、收费
（一）泳客应当缴纳押金，标准为100元。最低生活保障家庭免缴押金。
（二）年满14周岁的学生可以单独入池。持教练证的学生，不受年龄限制。
（三）泳池在夏季开放。单位包场的活动，不适用本办法。
（四）夜场暂不支持刷脸入池。
（五）残疾学生可以减收50%的门票。
（六）超过65周岁的老年人，不发放深水证。
"""
BOATS = """白沙县游船问答
问：下雨天能坐船吗？
答：不能。雨天游船一律停航。
问：船票丢了还能补吗？
答：能。凭身份证到售票处补票。但是团体票不得补。
问：上船要另外买救生衣吗？
答：不需要另外买。救生衣随船发放。
问：租船要交哪些材料？
答：需要交以下材料：
1.身份证；
2.租船申请。
问：在哪里排队？
答：在东码头排队。
问：小狗可以上船吗？小狗要收洗船费吗？
答：小狗装笼后上船。小狗上船不收取洗船费。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("rules"), pool=POOL, boats=BOATS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "柳湾市泳池办年卡要交哪些材料",
            "办理泳池年卡应当提交下列材料（共3项）：1.年卡申请表；2.健康证明；3.照片两张。",
        ),
        ("白沙县租船要交哪些材料", "需要交以下材料（共2项）：1.身份证；2.租船申请。"),
    ],
)
def test_a_list_is_told_with_all_its_items(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(said)
    assert len(answer.citations) == said.count("；") + 2


def test_one_item_is_told_behind_what_introduces_the_list(assistant: Assistant) -> None:
    assert "有下列情形之一的，不得入池：酒后的。" in assistant.ask("柳湾市酒后能入池吗").text


@pytest.mark.parametrize(
    ("question", "begins", "verdict"),
    [
        ("白沙县下雨天能坐船吧", "不可以。雨天游船一律停航。", "no"),
        ("白沙县下雨天不能坐船吧", "是。不能。", "yes"),
        ("白沙县没带证件船票丢了还能补吗", "可以。凭身份证到售票处补票。", "yes"),
        ("白沙县团体票丢了还能补吗", "不可以。但是团体票不得补。", "no"),
        ("白沙县上船要不要另外买救生衣", "不需要另外买。", "no"),
        ("白沙县在哪里排队", "在东码头排队。", None),
        ("白沙县小狗要收洗船费吧", "不是。小狗装笼后上船。小狗上船不收取洗船费。", "no"),
    ],
)
def test_a_documents_own_answer_decides_what_it_is_asked(
    assistant: Assistant, question: str, begins: str, verdict: str | None
) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(begins)
    assert answer.verdict == verdict
    assert "答：" not in answer.text


def test_an_answer_decides_nothing_that_another_question_asks(assistant: Assistant) -> None:
    for words, question in (("雨天游船一律停航", "白沙县下雨天能退票吗"), ("救生衣随船发放", "白沙县救生衣能带回家吗")):
        found = assistant._retriever.search(understand(words))
        answer = next(c for c in found if words in c.clauses[-1].text)
        assert own_answer(assistant.index, understand(question), answer) is None


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        ("柳湾市低保家庭要交泳池押金吗", "免缴押金", "no"),
        ("柳湾市残疾人家庭要交泳池押金吗", "标准为100元", "yes"),
        ("柳湾市低保家庭不用交泳池押金吧", "免缴押金", "yes"),
        ("柳湾市持教练证的学生可以单独入池吗", "不受年龄限制", "yes"),
        ("柳湾市单位包场的活动要缴纳押金吗", "不适用本办法", "no"),
        ("柳湾市单位包场办年卡要提交健康证明吗", "不适用本办法", "no"),
        ("柳湾市本人不能到场可以委托他人办卡吗", "可以委托他人", "yes"),
        ("柳湾市夜场可以刷脸入池吗", "暂不支持", "no"),
        ("柳湾市残疾学生的门票是免费的吧", "减收50%", "no"),
        ("柳湾市65周岁以上的老年人能领深水证吗", "不发放", "no"),
        ("柳湾市在池边奔跑会被请出泳池吗", "应当退出泳池", "yes"),
    ],
)
def test_a_clause_decides_for_whom_it_speaks_of(assistant: Assistant, question: str, said: str, verdict: str) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert answer.verdict == verdict


def test_a_follow_up_stays_in_the_document_that_was_spoken_of(assistant: Assistant) -> None:
    first = "柳湾市泳池的押金是多少"
    history = [Turn("user", first), Turn("assistant", assistant.ask(first).text)]
    answer = assistant.ask("要交哪些材料", history)
    assert {citation.document_id for citation in answer.citations} == {"pool"}
    named = assistant.ask("白沙县租船要交哪些材料", history)
    assert {citation.document_id for citation in named.citations} == {"boats"}
