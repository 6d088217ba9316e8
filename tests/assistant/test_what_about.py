"""「那…呢」 after a question."""

import pytest

from assistant.what_about import and_on, what_about, what_follows


@pytest.mark.parametrize(
    ("root", "text", "first"),
    [
        ("必修课有哪些", "那选修课呢", "选修课有哪些"),
        ("一个乡镇能推几个剧院", "直辖市呢", "直辖市能推几个剧院"),
        ("财政厅那边找谁", "税务局的呢", "税务局那边找谁"),
        ("剧院的票价有没有下限", "那露天的呢", "露天的票价有没有下限"),
        ("这笔钱能不能用来发奖金", "那装修呢", "这笔钱能不能用来装修"),
        ("剩余的门票中央能给多少", "那今年呢", "今年剩余的门票中央能给多少"),
        ("员工给剧院写的剧本，版权归谁", "两家合作写的呢", "两家合作写的剧本，版权归谁"),
        ("剧院法怎么罚倒票的", "消费者保护法呢", "消费者保护法，剧院法怎么罚倒票的"),
        ("剧院归谁管", "那从什么时候开始呢", ""),
        ("卖出票后剧院几天内要交报告", "那管理办法呢", "卖出票后剧院几天内要交管理办法"),
        ("剧院政府负责什么", "省级呢", "省级负责什么"),
        ("评估费也补吗", "保险呢", "保险也补吗"),
        ("这钱可以用哪些方式花", "直接借钱给剧院呢", "这钱，直接借钱给剧院可以吗"),
        ("托管服务要覆盖多少家剧院", "贯标的呢", "贯标要覆盖多少家剧院"),
        ("这笔钱能装修剧院吗", "修路呢", "这笔钱能修路吗"),
        ("编剧至少能分几成", "入股的话呢", "编剧至少能分，入股几成"),
        ("剧院，分期付款可以吗", "一次付清呢", "剧院，一次付清可以吗"),
        ("找外面的公司搭了台，没签合同，归谁", "职工搭的呢", "职工搭的，归谁"),
        ("拿来给剧院职工发奖行不行", "装修呢", "装修行不行"),
        ("要让多少家剧院通过验收", "托管呢", "要让多少家剧院通过托管"),
        ("拿专利去抵押，抵押权什么时候设立", "商标呢", "拿商标去抵押，抵押权什么时候设立"),
        ("剧院一共能拿多少钱", "那剩下的呢", "剩下的钱怎么给"),
        ("剧院卖了假票，会怎么罚", "在票上盖章的人呢", "剧院卖了假票，在票上盖章的人会怎么罚"),
        ("剧院什么时候出管理办法", "实施方案呢", "剧院什么时候出实施方案"),
        ("能拿来装修剧院吗", "发奖金呢", "能拿来发奖金吗"),
        ("能不能用于买灯", "清洁费呢", "能不能用于清洁费"),
        ("能不能用于买灯", "县里的钱呢", "县里的钱能不能用于买灯"),
        ("门票收入能用来出资吗", "会费呢", "会费能用来出资吗"),
        ("补助能给职工吗", "学生呢", "补助能给学生吗"),
        ("要不要光盘", "照片呢", "要不要照片"),
        ("要交光盘吗", "照片呢", "要交照片吗"),
        ("能申报吗", "私人剧院呢", "私人剧院能申报吗"),
        ("需要校长审核吗", "家长呢", "需要家长审核吗"),
        ("有座椅吗", "空调呢", "有空调吗"),
    ],
)
def test_another_thing_is_asked_the_same(root: str, text: str, first: str) -> None:
    assert next(iter(what_about(text, root, root)), "") == first


def test_what_was_asked_last_is_asked_of_another_thing() -> None:
    assert what_about("话剧呢", "剧本，保留多少年", "剧本多少钱")[0] == "话剧保留多少年"


@pytest.mark.parametrize(
    ("question", "text", "follows"),
    [
        ("剧院多久回复", "不回复呢", "剧院，不回复怎么办"),
        ("这笔钱能买设备吗", "修办公楼呢", "这笔钱能修办公楼吗"),
        ("这笔钱能买设备吗", "不买设备呢", "剧院，不买设备怎么办"),
        ("退票申请被驳回了找谁", "还是不服呢", "退票申请被驳回了，还是不服怎么办"),
        ("剧院多久回复", "有正当理由呢", "剧院，有正当理由怎么办"),
        ("卖假票怎么罚", "不知道是假的呢", ""),
        ("卖假票怎么罚", "不知情呢", "剧院，不知情怎么罚"),
        ("剧院，卖假票怎么罚", "情节严重的呢", "剧院，卖假票，情节严重的怎么罚"),
        ("押金最多收多少", "卖家违约呢", "剧院，卖家违约怎么办"),
        ("押金最多收多少", "换成没签合同的呢", ""),
        ("押金最多收多少", "会员卡呢", ""),
        ("剧院能不能转给别人用", "县里同意了呢", "县里同意了，剧院能不能转给别人用"),
    ],
)
def test_what_happens_is_asked_on_and_not_judged(question: str, text: str, follows: str) -> None:
    topic = "退票申请被驳回了" if "驳回" in question else "剧院"
    assert what_follows(text, question, topic) == follows


@pytest.mark.parametrize(
    ("text", "question", "asked"),
    [
        ("And on repairs?", "Can the money be spent on wages?", "Can the money be spent on repairs?"),
        ("what about for buses?", "How much is set aside for bikes?", "How much is set aside for buses?"),
        ("And a bus?", "How much is set aside for bikes?", ""),
        ("And with whom?", "When must the plan be sent?", ""),
    ],
)
def test_a_preposition_alone_takes_the_place_of_the_last_one(text: str, question: str, asked: str) -> None:
    assert and_on(text, question) == asked
