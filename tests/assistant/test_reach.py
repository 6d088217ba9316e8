"""Whether a rule reaches the case told: its years, what it only prefers, how many it lets."""

import pytest

from assistant.question import understand
from assistant.reach import hangs_on_number, reach_verdict

SINCE = "2016年以来，获得过补助的城市，本次不再重复支持。"
PREFERS = "每个省可推荐1个城市申报，示范城市和设有国家级平台的城市优先。"
FREED = "因紧急救助造成损害的，救助人不承担民事责任。"
SLANDER = "经营者不得编造、传播虚假信息。"
BARRED = "男方在女方怀孕期间不得提出离婚。"
UNASKED = "上级部门在安排补助时，不得要求下级承担配套资金。但是，另有规定的除外。"
LISTED = "2017—2020年出台的政策文件清单。"


@pytest.mark.parametrize(
    ("question", "clause", "verdict"),
    [
        ("2015年拿过补助的市还能报吗", SINCE, "yes"),
        ("2018年拿过补助的市还能报吗", SINCE, "no"),
        ("我们2014年拿过补助，会不会被排除", SINCE, "no"),
        ("我们2017年拿过补助，是不是就不支持了", SINCE, "yes"),
        ("清单要从2015年列起吗", LISTED, "no"),
        ("清单里2018年的要列吗", LISTED, "yes"),
        ("政策文件清单要列2017年的吗", "2018—2020年的统计，2017—2020年出台的政策文件清单。", "yes"),
        ("清单只列2019年的行吗", LISTED, "no"),
        ("拿过补助的市还能报吗", SINCE, None),
        ("不是示范城市，还够格吗", PREFERS, "yes"),
        ("不是示范城市就不能报吗", PREFERS, "no"),
        ("既不是示范城市，也没有国家级平台，能报名吗", PREFERS, "yes"),
        ("不是示范城市，也没有国家级平台，就没资格报了吧", PREFERS, "no"),
        ("清单要从2015到2019列全，对吗", LISTED, "no"),
        ("会费能不能少交", "展览期间，对参展人的会费相应给予减免。", "yes"),
        ("会费能不能少交", "参展人应当按期交纳会费。", None),
        ("放映别人的短片要不要给钱", "放映短片，应当按照规定支付报酬。", "yes"),
        ("放映别人的短片要给钱吗", "放映短片，可以不经许可，不支付报酬。", "no"),
        ("奖金受总额限制吗", "奖金计入当年总额，但不受当年总额限制。", "no"),
        ("奖金不受总额限制吧", "奖金计入当年总额，但不受当年总额限制。", "yes"),
        ("摊位合同签了但没去登记，生效了没？", "摊位权自办理登记时设立。", "no"),
        ("摊位合同签了也登记了，生效了没？", "摊位权自办理登记时设立。", None),
        ("评比归文化局一家做吗", "文化局会同财政局开展评比。", "no"),
        ("评比归文化局做吗", "文化局会同财政局开展评比。", None),
        ("剧院登记才算成立，展馆也一样吗", "剧院、展馆自登记时成立。", "yes"),
        ("剧院登记才算成立，书店也一样吗", "剧院、展馆自登记时成立。", None),
        ("对裁决不服，能去法院打官司吗", "对评定不服的，可以申请复核，复核决定为最终决定。", "no"),
        ("对裁决不服，能去法院打官司吗", "对评定不服的，可以申请复核。", None),
        ("评比的日子定了没？", "文化局组织评比，评比时间另行通知。", "no"),
        ("我们早就这么摆摊，还能接着摆吗", "已经摆摊，在原有范围内继续摆摊的，不视为侵权。", "yes"),
        ("外人也不行吗？", "任何人不得进入库房。", "yes"),
        ("报了名不可以退吧？", "报名人可以退出。", "no"),
        ("一律不能退吗？", "报名费不得退还，但是展会取消的除外。", None),
        ("声明放弃了，我能单独去报吗", "一方放弃的，可以由另一方单独申报或者由各方共同申报。", None),
        ("照旧摆摊算侵权吗", "照旧摆摊的，不视为侵权。", "no"),
        ("展商被摊派门票，能不买吗", "严禁强制展商购买门票。", "yes"),
        ("没有国家级平台的市可以申报吗", PREFERS, "yes"),
        ("不是地级市能报吗", PREFERS, None),
        ("省里已经推荐了甲市，我们还能再报吗", PREFERS, "no"),
        ("我们还能再报吗", PREFERS, None),
        ("救人把人弄伤了，要不要我赔", FREED, "no"),
        ("救人把人弄伤了，会被追责吗", FREED, "no"),
        ("救人把人弄伤了，不用我赔吧", FREED, "yes"),
        ("救人把人弄伤了，去医院吗", FREED, None),
        ("区里要不要掏钱配套", UNASKED, "no"),
        ("区里不用掏配套资金吧", UNASKED, None),
        ("配套资金必须由区里掏吗", UNASKED, "no"),
        ("对家造谣，我能告他吗", SLANDER, "yes"),
        ("对家造谣，是不是不能投诉", SLANDER, "no"),
        ("女方怀孕，男方能起诉离婚吗", BARRED, None),
        ("能写在广告里吗", SLANDER, None),
    ],
)
def test_reach(question: str, clause: str, verdict: str | None) -> None:
    assert reach_verdict(understand(question), clause) == verdict


def test_who_tells_of_no_number_may_be_shut_out_or_not() -> None:
    clause = "有站点3个及以上的省份，本次不再支持。"
    assert hangs_on_number(understand("外省可以报吗"), clause)
    assert not hangs_on_number(understand("我们有两个站点，可以报吗"), clause)
    assert not hangs_on_number(understand("前几年建过站点，可以报吗"), clause)
