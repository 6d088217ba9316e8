"""What a question is about, and its end that asks."""

import pytest

from assistant.understanding.topic import case_of, has_subject, matter_of, only_points, parted, topic_of, what_is_said


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("评委会要几个人", "评委会"),
        ("报给谁盖章", "盖章"),
        ("门票几号前要退掉", "门票退掉"),
        ("卖假票，没有违法所得罚多少", "卖假票，没有违法所得"),
        ("用在剧院的钱有没有最低比例", "用在剧院的钱有最低比例"),
        ("修改计划要提前几天通知", "修改计划要提前通知"),
        ("什么算商业机密", "商业机密"),
        ("年度计划什么时候批", "年度计划"),
        ("年度计划谁来编", "年度计划"),
        ("审计组几天前通知", "审计组通知"),
        ("押金怎么退", "押金退"),
        ("合同100万，押金30万行吗", "合同100万，押金"),
        ("我们是个小镇，以前没拿过补助，剧院能申报吗", "剧院能申报"),
        ("露台是什么意思", "露台"),
        ("县里给多少钱", "县里给的钱"),
        ("门票多少钱", "门票"),
        ("How much money does each village get?", "money each village get"),
    ],
)
def test_the_topic_is_what_does_not_ask(question: str, topic: str) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    ("question", "subject", "asks"),
    [
        ("评委会要几个人", "评委会", "要几个人"),
        ("剧院里票价要涨多少", "剧院里票价", "要涨多少"),
        ("这笔资金能不能用来发奖金", "这笔资金", "能不能用来发奖金"),
        ("剧院的票价", "", ""),
        ("培训要多少人", "培训", "要多少人"),
    ],
)
def test_a_question_is_parted_before_its_verb(question: str, subject: str, asks: str) -> None:
    assert parted(question) == (subject, asks)


def test_a_subject_is_a_noun_or_a_compound() -> None:
    assert all(map(has_subject, ("押金怎么退", "培训认证多少家", "审计组几天前到", "必修的有几门")))
    assert not any(
        map(
            has_subject,
            (
                "从哪天起算",
                "只给30%行不行",
                "哪个是最主要的",
                "一个人签行吗",
                "有哪些可以选",
                "剩下的有多少",
                "具体的有哪些",
            ),
        )
    )


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("馆长收到申请后要在几天内回复", "馆长收到申请后要回复"),
        ("交了押金等几天没信可以退票", "交了押金没信可以退票"),
        ("开小剧场要多少名讲解员", "开小剧场的讲解员"),
        ("门票最少要卖到多少张才够", "门票"),
        ("管理员签几份报告", "管理员的报告"),
        ("剧目要在多长时间内排好", "剧目排好"),
        ("门票收入要涨百分之几", "门票收入"),
        ("演出季从哪天到哪天", "演出季"),
        ("剧院的补助可以用什么方式发下去", "剧院的补助发下去"),
        ("灯光租借章程里怎么规定的", "灯光租借章程里"),
        ("灯光租借这份文件里怎么说", "灯光租借"),
    ],
)
def test_what_asks_is_cut_out_whole_from_the_middle(question: str, topic: str) -> None:
    assert topic_of(question) == topic


def test_an_attribute_asked_for_names_nothing() -> None:
    assert not any(map(has_subject, ("补多少比例", "按什么标准", "走啥流程")))
    assert has_subject("门票占多少比例")


def test_what_only_points_says_nothing_of_its_own() -> None:
    assert only_points("为什么要搞这个")
    assert not any(map(only_points, ("为什么要搞这个展览", "谁来排")))


def test_who_asks_what_is_said_asks_for_no_detail() -> None:
    assert all(map(what_is_said, ("灯光租借通知里怎么规定的？", "灯光租借怎么说")))
    assert not any(map(what_is_said, ("灯光怎么租", "灯光租借怎么规定期限")))


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("夜航有什么规定", "夜航"),
        ("过闸费是怎么规定的?", "过闸费"),
        ("夜航怎么规定", "夜航"),
        ("有什么规定", "有什么规定"),
        ("夜航有什么要求", "夜航有什么要求"),
        ("规定夜航的是哪一条", "规定夜航的是哪一条"),
    ],
)
def test_what_is_ruled_on_a_matter_asks_for_that_alone(text: str, matter: str) -> None:
    assert matter_of(text) == matter


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("我把样品先摆到集市上了，还能申请摊位吗", "我把样品先摆到集市上了"),
        ("样品先摆到集市上了，还能申请摊位吗", ""),  # which is a part of the topic
        ("我能申请摊位吗", ""),
        ("我想问问，摊位怎么申请", ""),
        ("我的摊位被占了，怎么办", ""),
    ],
)
def test_the_case_that_the_topic_leaves_out(question: str, case: str) -> None:
    assert case_of(question) == case
