"""The outline of the notice, and of documents that are numbered otherwise."""

import pytest

from ingest.outline import outline
from store.records import Document, Node, Parsed


def _children(nodes: tuple[Node, ...], parent: Node) -> list[Node]:
    return [node for node in nodes if node.path and node.parent == parent.path]


def _headed(nodes: tuple[Node, ...], heading: str) -> Node:
    (node,) = [node for node in nodes if node.heading == heading]
    return node


def _outline(*lines: str) -> list[tuple[str, str, str]]:
    """(locator, kind, heading) of each node but the root."""
    document = Document("x", "标题", "办法", "policy", number="1号", text="\n".join(lines))
    return [(node.locator, node.kind, node.heading) for node in outline(document)[1:]]


def test_sections_of_the_notice(notice: Parsed) -> None:
    sections = [node.number + node.heading for node in notice.nodes if node.number.endswith("、")]
    assert sections == ["一、总体要求", "二、绩效目标", "三、建设内容", "四、工作程序", "五、工作要求"]
    goals = _headed(notice.nodes, "绩效目标")
    assert [(n.kind, n.number) for n in _children(notice.nodes, goals)] == [("paragraph", "")] + [("item", "——")] * 4
    principles = _children(notice.nodes, _headed(notice.nodes, "基本原则"))
    assert [node.heading for node in principles] == [
        "中央引导、城市落实", "改革创新、市场导向", "政策集成、融合发展", "突出重点、强化绩效",
    ]  # fmt: skip


def test_each_required_task_of_the_notice_has_its_three_items(notice: Parsed) -> None:
    tasks = _children(notice.nodes, _headed(notice.nodes, "必做任务"))
    assert [task.number for task in tasks] == ["1.", "2.", "3.", "4."]
    for task in tasks:
        items = _children(notice.nodes, task)
        assert [(item.number, item.kind) for item in items] == [("一是", "item"), ("二是", "item"), ("三是", "item")]
        assert all(item.heading for item in items)
        assert items[-1].end == task.end


@pytest.mark.parametrize(
    ("words", "locator"),
    [
        ("财办建〔2020〕40号", "《通知》文号"),
        ("各省、自治区、直辖市财政厅", "《通知》主送机关"),
        ("为贯彻落实", "《通知》正文首段"),
        ("突出重点、强化绩效", "《通知》一、（二）第4段"),
        ("实施产业类专利导航示范项目5个以上", "《通知》二、第2项"),
        ("中央财政对每个城市支持1.5亿元", "《通知》三、第1段"),
        ("开展专利密集型产品认定试点", "《通知》三、（一）1.三是"),
        ("城市可采取财政补助", "《通知》三、（二）第2段"),
        ("逾期不予受理", "《通知》四、（一）3."),
        ("中央财政下达资金的2个月内", "《通知》四、（二）"),
        ("特此通知", "《通知》结语"),
        ("010-68552796", "《通知》附注第1段"),
        ("2020年4月30日", "《通知》成文日期"),
    ],
)
def test_locators_of_the_notice(notice: Parsed, words: str, locator: str) -> None:
    at = notice.document.text.index(words)
    (clause,) = [clause for clause in notice.clauses() if clause.start <= at < clause.end]
    assert clause.locator == locator


def test_a_line_that_starts_with_a_reference_is_no_heading() -> None:
    assert _outline("一、材料", "（一）项所列的申请表须盖章。", "二、中的材料一式两份。") == [
        ("《办法》一、", "section", "材料"),
        ("《办法》一、第1段", "paragraph", ""),
        ("《办法》一、第2段", "paragraph", ""),
    ]


def test_deeper_and_skipped_levels() -> None:
    assert _outline("一、甲", "1.5亿元用于培训。", "2、乙", "（1）丙", "丁。", "（二）戊") == [
        ("《办法》一、", "section", "甲"),
        ("《办法》一、第1段", "paragraph", ""),
        ("《办法》一、2、", "section", "乙"),
        ("《办法》一、2、（1）", "section", "丙"),
        ("《办法》一、2、（1）", "paragraph", ""),
        ("《办法》一、（二）", "section", "戊"),
    ]


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("任务如下：一是调查，摸清底数；二是整改。", ["调查，摸清底数；", "整改。"]),
        ("其中之一是调查。二是整改。", []),  # nothing counts from one
        ("一是调查。三是整改。", []),  # a gap
        ("一是调查。二是整改。五是验收。", []),
        ("一是调查。", []),
        ("关键一是调查。", []),
    ],
)
def test_items_within_a_paragraph(line: str, items: list[str]) -> None:
    text = f"一、任务\n{line}"
    nodes = outline(Document("x", "标题", "办法", "policy", text=text))
    found = [text[node.start : node.end].removeprefix(node.number) for node in nodes if node.kind == "item"]
    assert found == items


def test_what_stands_before_and_after_the_body() -> None:
    lines = (
        "标题",
        "1号",
        "各市：",
        "现就有关事项通知如下：",
        "分两批：",
        "一、甲",
        "乙。",
        "附件：表格",
        "某局",
        "2021年1月1日",
    )
    assert [locator for locator, *_ in _outline(*lines)] == [
        "《办法》标题", "《办法》文号", "《办法》主送机关", "《办法》正文首段", "《办法》正文第2段",
        "《办法》一、", "《办法》一、",
        "《办法》附件说明", "《办法》署名", "《办法》成文日期",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("政府引导、市场主导。发挥市场作用。", "政府引导、市场主导"),
        ("每年评审一次，结果公开。逾期不予受理。", ""),  # a sentence with commas
        ("发挥市场作用。", ""),  # nothing follows
        ("1. 申报，评审。每年一次。", "申报，评审"),  # the number marks it off
        ("1. 申报材料", "申报材料"),
        ("1. 营业执照；", ""),
        ("1. 各级财政部门应当会同有关部门组织开展年度绩效评价。结果公开。", ""),  # too long
    ],
)
def test_run_in_headings(line: str, heading: str) -> None:
    assert _outline("一、甲", line)[1][2] == heading


def test_a_text_without_numbering_is_a_flat_list_of_paragraphs() -> None:
    assert _outline("总则。", "第二段，没有编号。") == [
        ("《办法》第1段", "paragraph", ""),
        ("《办法》第2段", "paragraph", ""),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("一、条件", "问1：可以质押吗？", "答：可以。", "应当登记。", "二、流程", "问2：要多久？", "答：三天。"),
            [
                ("一、", "条件"), ("一、问1", "可以质押吗？"), ("一、问1第1段", ""), ("一、问1第2段", ""),
                ("二、", "流程"), ("二、问2", "要多久？"), ("二、问2", ""),
            ],
        ),
        (("问：可以吗？", "答：可以。", "问：要钱吗？", "答：不要。"), [
            ("第1问", "可以吗？"), ("第1问", ""), ("第2问", "要钱吗？"), ("第2问", ""),
        ]),
        (("Q1：可以吗？", "A1：可以。", "Q2：如何办理", "A2：自行办理。"), [
            ("Q1", "可以吗？"), ("Q1", ""), ("Q2", "如何办理"), ("Q2", ""),
        ]),
        (("问题一：可以吗？答：可以。", "问题二：要钱吗？答：不要。"), [
            ("问题一", "可以吗？"), ("问题二", "要钱吗？"),
        ]),
        (("一、什么是示例？", "答：例子，即示例。", "二、示例要钱吗？", "钱要得不多。"), [
            ("一、", "什么是示例？"), ("一、", ""), ("二、", ""), ("二、", ""),
        ]),
        (("问1：要什么材料？", "答：下列材料：", "1.证书", "2.合同"), [
            ("问1", "要什么材料？"), ("问1第1段", ""), ("问1之1.", "证书"), ("问1之2.", "合同"),
        ]),
    ],
)  # fmt: skip
def test_a_question_heads_its_answer(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert [(locator.removeprefix("《办法》"), heading) for locator, _, heading in _outline(*lines)] == expected


def test_chapters_of_a_plan_without_articles() -> None:
    lines = (
        "第一章 总体要求",
        "第一节 原则",
        "坚持质量优先。",
        "第二章重点任务",
        "（一）建设。每年一个。",
        "第二章规定的任务",
    )
    assert _outline(*lines, "第三章 保障", "（一）领导。每年开会。") == [
        ("《办法》第一章", "section", "总体要求"),
        ("《办法》第一章第一节", "section", "原则"),
        ("《办法》第一章第一节", "paragraph", ""),
        ("《办法》第二章", "section", "重点任务"),
        ("《办法》第二章（一）", "section", "建设"),
        ("《办法》第二章（一）", "paragraph", ""),
        ("《办法》第三章", "section", "保障"),
        ("《办法》第三章（一）", "section", "领导"),
    ]
    assert _outline("第一部分 总则", "一、甲", "第二部分 分则", "一、乙")[1::2] == [
        ("《办法》第一部分一、", "section", "甲"),
        ("《办法》第二部分一、", "section", "乙"),
    ]


def _framed(document: Document) -> list[str]:
    """The locators without the document's name."""
    return [node.locator.partition("》")[2] for node in outline(document)[1:]]


def test_what_closes_a_document_belongs_to_no_item() -> None:
    lines = (
        "一、甲",
        "（一）乙。",
        "联系人：张三，电话：1；邮箱：a@b.c。",
        "附件：1.申报书",
        "2.汇总表",
        "某局",
        "2021年1月1日",
    )
    names = ["附注", "附件说明第1段", "附件说明第2段", "署名", "成文日期"]
    assert [locator.removeprefix("《办法》") for locator, *_ in _outline(*lines)] == ["一、", "一、（一）", *names]
    assert _outline("一、甲", "乙。", "本办法自印发之日起施行，有效期3年。")[2][0] == "《办法》结语"
    assert _outline("一、甲", "附件：无", "二、乙", "1.丙")[-1][0] == "《办法》二、1."


def test_an_answer_with_a_telephone_closes_no_document() -> None:
    found = _outline("问：丢了钥匙找谁？", "答：找门房，电话：1。", "问：灯坏了找谁？", "答：找电工，电话：2。")
    assert [locator.removeprefix("《办法》") for locator, *_ in found][-1] != "附注"


@pytest.mark.parametrize("line", ["本办法自2021年3月1日起施行，由某局负责解释。", "联系人：张三，电话：1。"])
def test_the_last_heading_keeps_its_only_text(line: str) -> None:
    above = ("一、借书", "每人三本。", "二、还书", "（一）按时还。")
    found = [locator.removeprefix("《办法》") for locator, *_ in _outline(*above, "三、附则", line, "某局")]
    assert found[-3:] == ["三、", "三、", "署名"]
    items = _outline("一、材料", "（一）身份证", "（二）借书证", line)  # where no item has a text below it
    assert items[-1][0] in ("《办法》结语", "《办法》附注")


def test_rows_whose_cells_have_commas_are_counted_with_the_others() -> None:
    rows = ("车型：童车，租期：工作日3天，周末1天", "车型：货车，租期：5天")
    assert [locator for locator, *_ in _outline("一、租期", *rows)][1:] == [
        "《办法》一、表格第1行",
        "《办法》一、表格第2行",
    ]
    prose = ("每人三本，其中：画册一本。", "每人四本，其中：画册两本。")
    assert [locator for locator, *_ in _outline("一、租期", *prose)][1:] == ["《办法》一、第1段", "《办法》一、第2段"]


def test_a_letterhead_is_not_the_body() -> None:
    text = "某局 某厅\n关于示例工作的通知\n1号 2021年1月1日印发\n各市：\n现就有关事项通知如下：\n一、甲"
    document = Document(
        "x", "某局 某厅关于示例工作的通知", "通知", "policy", "", number="1号", issuer="某局、某厅", text=text
    )
    assert _framed(document) == ["发文机关", "标题", "文号", "主送机关", "正文首段", "一、"]
    text = "三年计划\n（2024—2026年）\n某局\n为了示例，制定本计划。\n一、甲"
    document = Document("x", "三年计划", "计划", "policy", "", issuer="某局", text=text)
    assert _framed(document) == ["标题", "题注", "发文机关", "正文首段", "一、"]


def test_what_a_notice_issues_is_a_part_of_its_own() -> None:
    cover = "某局关于印发《甲办法》的通知\n各市：\n现印发给你们。\n某局\n2021年1月1日\n（此件公开发布）\n"
    names = ["标题", "主送机关", "正文首段", "署名", "成文日期", "附注", ""]
    text = f"{cover}甲办法\n第一章 总则\n第一条 乙。\n第二条 丙。"
    document = Document("x", "某局关于印发《甲办法》的通知", "甲办法", "policy", "", text=text)
    assert _framed(document) == [*names, "第一章", "第一条", "第二条"]
    assert [node.heading for node in outline(document)][7:9] == ["甲办法", "总则"]
    bare = Document("x", "某局关于印发某县借书办法的通知", "某县借书办法", "policy", "", text=text.replace(
        "甲办法", "某县借书办法").replace("《某县借书办法》", "某县借书办法"))  # fmt: skip
    assert _framed(bare) == [*names, "第一章", "第一条", "第二条"]
    counted = text.replace("现印发给你们。", "一、现印发给你们。")
    assert _framed(Document("x", document.title, "通知", "policy", "", text=counted))[-3:] == [
        "附件第一章", "第一条", "第二条",
    ]  # fmt: skip


def test_enclosures_are_parts_of_their_own() -> None:
    document = Document(
        "x", "标题", "通知", "policy", "", text="一、甲\n某局\n附件1\n申报书\n一、乙\n附件 2：\n乙。丙。"
    )
    assert _framed(document) == ["一、", "署名", "附件1", "附件1之一、", "附件2", "附件2"]
    assert [node.heading for node in outline(document)][3] == "申报书"


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (("某局", "2021年1月1日", "附件：摊位收费表", "一、晚市", "每晚5元。"),
         ["署名", "成文日期", "附件", "附件一、", "附件一、"]),
        (("某局 2021年1月1日", "（此件公开发布）", "附件1：收费表", "每晚5元。", "附件2 处罚表", "每次8元。"),
         ["署名", "附注", "附件1", "附件1", "附件2", "附件2"]),
        (("附件：摊位收费表", "每晚5元。"), ["附件", "附件"]),
        (("附件：收费表", "某局", "二〇二一年一月一日", "附件：收费表", "每晚5元。"),
         ["附件说明", "署名", "成文日期", "附件", "附件"]),
        (("某局", "2021年1月1日", "附件：1.收费表", "2.处罚表", "抄送：某厅。"),
         ["署名", "成文日期", "附件说明第1段", "附件说明第2段", "抄送机关"]),
        (("某局", "2021年1月1日", "附件：收费表", "附件1", "收费表", "每晚5元。"),
         ["署名", "成文日期", "附件说明", "附件1", "附件1"]),
    ],
)  # fmt: skip
def test_what_follows_the_last_article_is_no_part_of_it(below: tuple[str, ...], expected: list[str]) -> None:
    text = "\n".join(("标题", "第一条 摊位按晚收费。", "第二条 本办法自2021年2月1日起施行。", *below))
    assert _framed(Document("x", "标题", "办法", "policy", text=text)) == ["标题", "第一条", "第二条", *expected]


def test_enclosures_named_within_an_article_are_its_own() -> None:
    text = "标题\n第一条 申请提交下列材料。\n附件：申请表\n申请表应当盖章。\n第二条 每晚5元。"
    names = ["第一条", "第一条第一款", "第一条第二款", "第一条第三款", "第二条"]
    assert _framed(Document("x", "标题", "办法", "policy", text=text)) == ["标题", *names]


def test_a_heading_of_an_article_is_none_of_its_paragraphs() -> None:
    lines = [
        "第一条 适用范围",
        "本办法适用于渡船。",
        "第二条 租金",
        "租金按月交。",
        "逾期加收一成。",
        "第三条 船主应当投保。",
    ]
    assert _outline(*lines) == [
        ("《办法》第一条", "article", "适用范围"),
        ("《办法》第二条", "article", "租金"),
        ("《办法》第二条第一款", "paragraph", ""),
        ("《办法》第二条第二款", "paragraph", ""),
        ("《办法》第三条", "article", ""),
    ]
