"""Follow-ups that bring a figure or a day of their own."""

import pytest

from assistant.answer import Turn
from assistant.talk.conversation import rewrite


@pytest.mark.parametrize(
    ("asked", "answer", "message", "resolved"),
    [
        ("集聚区的钱最少占几成", "不得少于40%。", "那我们只放30%呢", "集聚区的钱，我们只放30%可以吗"),
        ("集聚区的钱最少占几成", "不得少于40%。", "我们是50%，可以吧", "集聚区的钱，我们是50%，可以吧"),
        ("集聚区的钱最少占几成", "不得少于40%。", "这边排了38%", "集聚区的钱，这边排了38%可以吗"),
        ("质押融资一年要涨多少", "30%以上。", "那我们涨了28%", "质押融资一年，我们涨了28%可以吗"),
        ("门票最低几成", "七成。", "两场都是七成？", "门票最低，两场都是七成吗"),
        ("选做任务要选几项", "不少于一项。", "一项都不选呢", "选做任务，一项都不选，可以吗"),
        ("每个城市给多少钱", "1.5亿元。", "三个城市呢", "三个城市一共多少钱"),
        ("1.5亿算下来至少投多少", "6000万元。", "换成1亿呢", "1亿算下来至少投多少"),
        ("材料什么时候交", "5月15日前上报。", "16号送到还收吗", "5月16号送到还收吗"),
        ("材料什么时候交", "5月15日前上报。", "那14号呢", "材料，5月14号来得及吗"),
        ("发布日期和截止日期", "4月30日，5月15日前。", "16号还收吗", "发布日期和截止日期，16号还收吗"),
        ("一个省能推荐几个", "2017年起每个省可推荐1个。", "直辖市也一样吗", "直辖市推荐也是1个吗"),
        ("2018年拿过补助，今年还能报吗", "不再支持。", "2015年拿的呢", "2015年拿过补助，今年还能报吗"),
        ("卖假票怎么罚", "处以罚款。", "要是卖了20万呢", "卖假票罚，卖了20万怎么罚"),
        ("给我们1个亿，只放3500万，够不够", "不够。", "那加到4200万呢，够了吧", "给我们1个亿，只放4200万，够不够"),
        ("我们县已经有两个剧院入选了", "不再支持。", "那要是只有一个入选过呢", "我们县已经有一个剧院入选了，可以吗"),
        ("我们省有两个城市了，还能报吗", "可以。", "直辖市两个区呢", "直辖市两个区，还能报吗"),
        (
            "May a club that was funded in 2031 apply?",
            "Funded.",
            "And one from 2028?",
            "May a club that was funded in 2028 apply?",
        ),
        ("我们镇2031年办过灯会，还能报吗", "不能。", "邻镇没办过，他们能报吗", "邻镇没办过灯会，他们能报吗"),
        ("把名单带去新公司用，违法吗", "属于侵犯商业秘密。", "怎么罚", "把名单带去新公司用，违法，怎么罚"),
    ],
)
def test_it_becomes_a_question_of_its_own(asked: str, answer: str, message: str, resolved: str) -> None:
    assert rewrite(message, [Turn("user", asked), Turn("assistant", answer)]) == resolved


@pytest.mark.parametrize("message", ["另一家店的老板呢", "另外两位老师呢", "别的三个摊位呢"])
def test_which_other_is_meant_is_no_figure(message: str) -> None:
    resolved = rewrite(message, [Turn("user", "这家店的老板是谁"), Turn("assistant", "李四。")])
    assert not resolved.endswith("可以吗")
