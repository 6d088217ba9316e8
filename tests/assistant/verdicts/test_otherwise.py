"""A clause that has it otherwise than the claim decides."""

import pytest

from assistant.understanding.question import understand
from assistant.verdicts.otherwise import otherwise_verdict
from assistant.verdicts.verdict import judge

TERM = "泊位使用权的期限为十年，自核准登记之日起计算。"
FREED = "木船第一年免收停泊费，第二年按照一半收取停泊费。"
SUBLET = "擅自转租泊位的，港口有权解除合同。"

UNASKED = "船主未经港口同意转借泊位的，港口可以收回。"
CHOICE = "船主可以选择收取押金或者罚款。"
RECIPE = "任何人不得为生产经营目的使用登记在册的腌制方法。"


@pytest.mark.parametrize(
    ("question", "stretch", "verdict"),
    [
        ("泊位使用权是不是从申请那天起算十年", TERM, "no"),
        ("泊位使用权的十年从递交那天算起，对吧", TERM, "no"),
        ("泊位使用权从批下来那天起算吗", TERM, None),  # which other rules decide
        ("泊位使用权不从申请那天起算，对吧", TERM, "yes"),
        ("从申请那天起十年吗", "自申请之日起十年，自登记之日起五年。", None),  # of two starts
        ("木船第一年收停泊费吗", FREED, "no"),
        ("木船第一年的停泊费要交吗", FREED, "no"),
        ("木船第一年免收停泊费吗", FREED, None),
        ("木船第二年收停泊费吗", FREED, None),
        ("木船第一年要提交照片吗", FREED, None),  # which is no money
        ("泊位可以转租吗", SUBLET, "no"),
        ("港口同意的话泊位可以转租吗", SUBLET, "yes"),
        ("泊位可以偷偷转借出去吗", UNASKED, "no"),
        ("港口没点头，泊位能转借吗", UNASKED, "no"),
        ("不经港口同意，泊位能转借吗", UNASKED, "no"),
        ("港口书面同意了，泊位能转借给朋友吗", UNASKED, "yes"),
        ("港口同意了，泊位不能转借吧", UNASKED, "no"),
        ("我腌了一坛自家吃，能用这个方子吗", RECIPE, "yes"),
        ("照方子腌一坛自己吃，老张能告我吗", RECIPE, "no"),
        ("照方子腌一坛，不卖，要经他同意吗", RECIPE, "no"),
        ("厂里自用不卖，能用这个方子吗", RECIPE, None),
        ("腌了去卖，能用这个方子吗", RECIPE, None),
        ("泊位可以自用吗", SUBLET, None),
        ("照方子腌一坛自己吃，他能管吗", RECIPE, "no"),
        ("别人把泊位转借出去了，我还能停船吗", UNASKED, None),  # another deed
        ("押金和罚款能一起要吗", CHOICE, "no"),
        ("既收了押金又有罚款，可以两个都要吗", CHOICE, "no"),
        ("押金和罚款能选一个要吗", CHOICE, None),
        ("押金和船能一起要吗", CHOICE, None),
        ("Is a verbal berth lease valid?", "泊位租约应当采用书面形式。", "no"),
        ("Is an oral berth lease invalid?", "泊位租约应当采用书面形式。", "yes"),
        ("Is a written berth lease valid?", "泊位租约应当采用书面形式。", None),
        ("Is the berth free?", FREED, None),
    ],
)
def test_what_the_clause_has_otherwise(question: str, stretch: str, verdict: str | None) -> None:
    assert otherwise_verdict(understand(question), stretch) == verdict


def test_it_is_told_before_what_was_learned() -> None:
    assert judge(understand("泊位使用权的十年是从申请那天起算的对吗"), TERM, TERM).verdict == "no"


def test_a_thing_that_nobody_claims_is_denied_to_the_finder_by_its_owner() -> None:
    rule = "漂流船自公告之日起一年内无人认领的，归国家所有。"
    assert judge(understand("漂流船没人认领归我吗"), rule, rule).verdict == "no"
    assert judge(understand("漂流船没人认领就不归我吧"), rule, rule).verdict == "yes"


@pytest.mark.parametrize(
    ("question", "verdict"), [("一个月后才投诉，还来得及吗", "no"), ("一周后才投诉，还来得及吗", "yes")]
)
def test_weeks_and_months_are_set_against_working_days(question: str, verdict: str) -> None:
    rule = "船主可以在收到通知之日起七个工作日内投诉。"
    assert judge(understand(question), rule, rule).verdict == verdict


def test_who_has_no_contract_denies_no_ownership() -> None:
    rule = "没有订立合同的，模型的权利属于受托人。"
    assert judge(understand("我出钱请人做模型，没签合同，权利是不是就归我"), rule, rule).verdict == "no"
