"""Follow-ups that bring a figure or a day of their own."""

import pytest

from assistant.answer import Turn
from assistant.conversation import rewrite


@pytest.mark.parametrize(
    ("asked", "answer", "message", "resolved"),
    [
        ("集聚区的钱最少占几成", "不得少于40%。", "那我们只放30%呢", "集聚区的钱，我们只放30%可以吗"),
        ("集聚区的钱最少占几成", "不得少于40%。", "我们是50%，可以吧", "集聚区的钱，我们是50%，可以吧"),
        ("集聚区的钱最少占几成", "不得少于40%。", "这边排了38%", "集聚区的钱，这边排了38%可以吗"),
        ("质押融资一年要涨多少", "30%以上。", "那我们涨了28%", "质押融资一年，我们涨了28%可以吗"),
        ("选做任务要选几项", "不少于一项。", "一项都不选呢", "选做任务，一项都不选，可以吗"),
        ("每个城市给多少钱", "1.5亿元。", "三个城市呢", "三个城市一共多少钱"),
        ("1.5亿算下来至少投多少", "6000万元。", "换成1亿呢", "1亿算下来至少投多少"),
        ("材料什么时候交", "5月15日前上报。", "16号送到还收吗", "5月16号送到还收吗"),
        ("材料什么时候交", "5月15日前上报。", "那14号呢", "材料交，5月14号来得及吗"),
        ("发布日期和截止日期", "4月30日，5月15日前。", "16号还收吗", "16号还收吗"),
        ("一个省能推荐几个", "2017年起每个省可推荐1个。", "直辖市也一样吗", "一个省能推荐，直辖市也是1个吗"),
        ("把名单带去新公司用，违法吗", "属于侵犯商业秘密。", "怎么罚", "把名单带去新公司用，违法，怎么罚"),
    ],
)
def test_it_becomes_a_question_of_its_own(asked: str, answer: str, message: str, resolved: str) -> None:
    assert rewrite(message, [Turn("user", asked), Turn("assistant", answer)]) == resolved
