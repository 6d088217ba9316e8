"""A case that a question tells, decided by documents without notes: exceptions, thresholds, ages, charges, sums."""

from collections.abc import Iterator

import pytest
from own_texts import assistant_over

from assistant.assistant import Assistant

STALLS = """柳湾市夜市管理办法
一、管理分工
（一）市商务局牵头负责夜市管理工作，街道办事处负责夜市摊位的划定。城管大队负责夜市秩序的巡查。
二、摊主条件
（一）申请夜市摊位的摊主应当符合下列条件：
1.年龄不超过60周岁，甲类、乙类摊主不受年龄限制；
2.摊车使用不超过5年。
（二）摊主分类如下：
摊主类别：甲类，认定条件：非遗传承人，摊位面积：12平方米
摊主类别：乙类，认定条件：厨师，摊位面积：9平方米
摊主类别：丙类，认定条件：学徒，摊位面积：6平方米
三、收费和奖励
（一）夜市摊位费每户每月不超过300元。低保户免收，残疾人减半收取。
（二）首次通过卫生评比的摊主，赠送价值800元的雨棚。期满后再次通过评比的，不再赠送。
（三）每条摊街应当配备至少1名管理员，摊位超过50个的，配备3名。
四、受理
（一）申请。夜市摊位每年2月和8月集中受理，由摊主登录网站办理。
（二）选位。放弃选位两次的摊主，1年内不得再次申请夜市摊位。
（三）续租。摊位期满需要续租的，应当在期满前20日提出申请。
五、不予补助的情形
有下列情形之一的，不予补助：
1.购买旧摊车的；
2.摊位装修支出。
六、附则
咨询电话：0899-7654321，联系人：陈小满。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_over(tmp_path_factory.mktemp("cases"), stalls=STALLS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said", "verdict"),
    [
        ("我63岁，是学徒，可以申请夜市摊位吗", "不可以。", "no"),
        ("我63岁，是厨师，可以申请夜市摊位吗", "可以。", "yes"),
        ("我63岁，甲类摊主，可以申请夜市摊位吗", "可以。", "yes"),
        ("我55岁，是学徒，可以申请夜市摊位吗", "可以。", "yes"),
        ("残疾人的夜市摊位费是免费的吗", "减半收取", "no"),
        ("低保户的夜市摊位费是免费的吗", "免收", "yes"),
        ("夜市摊位费免费吗", "300元", "no"),
        ("夜市卫生评比到期了再次通过还赠送雨棚吗", "不再赠送", "no"),
        ("夜市首次通过卫生评比赠送雨棚吗", "赠送价值800元的雨棚", "yes"),
        ("摊街有60个摊位，配1名管理员够吗", "不够。", "no"),
        ("摊街有60个摊位，配3名管理员够吗", "够。", "yes"),
        ("摊街有40个摊位，配1名管理员够吗", "够。", "yes"),
        ("夜市摊位装修的钱算不算补助", "不算。", "no"),
    ],
)
def test_a_case_is_decided_by_what_is_said_of_it(assistant: Assistant, question: str, said: str, verdict: str) -> None:
    answer = assistant.ask(f"柳湾市{question}")
    assert said in answer.text
    assert answer.verdict == verdict


def test_a_case_is_not_corrected(assistant: Assistant) -> None:
    for question in ("柳湾市摊街40个摊位要配几名管理员", "柳湾市夜市进货花了2000元，摊位费收多少"):
        assert "应为" not in assistant.ask(question).text


def test_the_part_is_told_that_says_who_does_so(assistant: Assistant) -> None:
    assert assistant.ask("柳湾市夜市由哪个部门牵头管").text.startswith("市商务局牵头负责")
    assert "城管大队" in assistant.ask("柳湾市夜市秩序谁巡查").text


def test_the_month_is_told_to_who_asks_for_one(assistant: Assistant) -> None:
    assert "2月和8月" in assistant.ask("柳湾市夜市摊位几月份可以申请").text
    assert "2月和8月" not in assistant.ask("柳湾市放弃选位几个月不能申请夜市摊位").text


def test_whom_to_turn_to_is_told_once(assistant: Assistant) -> None:
    answer = assistant.ask("柳湾市夜市有问题找谁，电话多少")
    assert answer.coverage == "complete"
    assert "0899-7654321" in answer.text
    assert "没有规定" not in answer.text
