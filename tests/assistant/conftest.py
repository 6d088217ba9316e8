"""A small policy and a statute in two versions, made up for these tests and indexed once: nothing here depends on the
real notice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from model_stub import StubModel, serve

from assistant.assistant import Assistant
from ingest.parse import parse_corpus
from store.builder import build_index
from store.index import Index
from store.settings import Settings

CATALOG = """
[[document]]
id = "bikes-2021"
title = "关于支持城市建设自行车道的通知"
short_title = "自行车道通知"
number = "交办〔2021〕7号"
issuer = "交通部门"
kind = "policy"
source = { file = "bikes.txt", origin = "写给测试的文件" }

[[document]]
id = "bikes-2020"
title = "关于试点建设自行车道的通知"
short_title = "2020年自行车道通知"
number = "交办〔2020〕3号"
kind = "policy"

[[document]]
id = "lanes-2019"
title = "城市道路管理办法"
short_title = "道路办法"
kind = "policy"
address = "https://example.org/lanes"

[[document]]
id = "cycling-law-2015"
title = "中华人民共和国骑行法（2015年修正）"
short_title = "骑行法"
aliases = ["Cycling Law"]
kind = "statute"
issued_on = 2015-03-01
in_force_from = 2015-05-01
in_force_until = 2030-12-31
source = { file = "cycling-2015.txt", origin = "写给测试的文件" }

[[document]]
id = "cycling-law-2030"
title = "中华人民共和国骑行法（2030年修订）"
short_title = "骑行法"
aliases = ["Cycling Law"]
kind = "statute"
issued_on = 2030-06-01
in_force_from = 2031-01-01
replaces = ["cycling-law-2015"]
source = { file = "cycling-2030.txt", origin = "写给测试的文件" }
"""
LAW_2015 = """中华人民共和国骑行法
第一章 总则
第一条 为了保障骑行安全，制定本法。
第二条 骑行人应当佩戴头盔。
骑行电动自行车的，应当年满十六周岁；骑行其他车辆的，应当年满十二周岁。
骑行三轮车送货的，依照前款规定再加两周岁。
第二章 法律责任
第三条 有下列情形之一的，处五十元以下罚款：
（一）不佩戴头盔的；
（二）逆向行驶的。
第四条 本法自2015年5月1日起施行。
"""
LAW_2030 = LAW_2015.replace("五十元", "一百元").replace("2015年5月1日", "2031年1月1日")
TEXT = """关于支持城市建设自行车道的通知
交办〔2021〕7号
各市交通局：
为改善出行，现将有关事项通知如下：
一、支持内容
（一）资金安排
中央财政对每个城市补助2000万元，其中首年拨付1500万元。用于隔离设施的资金比例不得低于30%。补助资金不得用于购买车辆、发放工资。
（二）建设任务
1.规划线网。一是编制专项规划。开展出行调查，编制三年规划。二是划定路权。在主干道划定专用路权。
2.完善设施。新建停车点200个以上，设置遮阳棚。
3.加强养护。建立养护台账，按照《城市道路管理办法》执行。
（三）自选任务
有条件的城市可以从下列工作中选择不少于一项：——建设骑行驿站；——编印骑行地图。
二、工作程序
（一）申报条件
每个省可推荐2个城市申报，省会城市优先。2018年以来获得过补助的城市，本次不再重复支持。
（二）时间要求
各市应于6月30日前报送方案，逾期不予受理。资金下达的3个月内，城市印发实施细则。
联系人：李工 电话：010-12345678
"""
NOTES = """
[[note]]
anchor = "中央财政对每个城市补助2000万元"
asks = ["每个城市给多少钱", "补助总额是多少", "how much does each city get"]
english = "The central budget gives each city 20 million yuan."

[[note]]
anchor = "补助资金不得用于购买车辆、发放工资"
asks = ["钱不能花在哪里", "能不能买车", "钱能不能用来买车", "能发工资吗", "哪些支出不允许", "补助资金不得用于购买哪些"]
points = ["购买车辆", "发放工资"]

[[note]]
anchor = "编印骑行地图"
asks = ["骑行地图编不编", "印骑行地图是必做的吗", "地图的事"]

[[gap]]
asks = ["评审打分标准是什么", "怎么打分", "评审占多少分"]
gap = "通知没有给出评审的打分标准，要咨询通知所列联系人。"
anchor = "每个省可推荐2个城市申报"

[[gap]]
asks = ["买车的钱由谁来垫", "不能买车那车从哪里来", "车是借还是租"]
gap = "通知没有说车辆从哪里来，要看城市的实施细则。"
anchor = "补助资金不得用于购买车辆、发放工资"
"""


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    root = tmp_path_factory.mktemp("assistant")
    files = {"catalog.toml": CATALOG, "sources/bikes.txt": TEXT, "notes/bikes-2021.toml": NOTES}
    files |= {"sources/cycling-2015.txt": LAW_2015, "sources/cycling-2030.txt": LAW_2030}
    for name, text in files.items():
        path: Path = root / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Settings(home=root / "home", corpus=root / "corpus")


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Assistant:
    build_index(parse_corpus(settings), settings)
    return Assistant(Index.open(settings))


@pytest.fixture
def stub() -> Iterator[StubModel]:
    """A model server of this test's own."""
    stub = StubModel()
    with serve(stub) as server:
        yield stub
        server.shutdown()
