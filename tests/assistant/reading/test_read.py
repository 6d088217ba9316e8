"""Which sentences of an article are told where not all fit, and which part of a long one."""

from pathlib import Path

from assistant.reading.read import _fitting
from assistant.understanding.question import understand
from store.records import Clause
from tests.assistant.own_texts import assistant_over

SENTENCES = (
    "戏班对罚单不服的，戏班可以自收到之日起十五日内申请复核。",
    "馆长自收到申请之日起三十日内书面答复。",
    "对复核不服的，可以自收到答复之日起六十日内申诉。",
)
CLAUSES = tuple(Clause(f"c{n}", "stage-law", 40 * n, 40 * n + 30, "", text) for n, text in enumerate(SENTENCES))


def test_of_several_times_that_of_the_deed_asked_about_is_told() -> None:
    assert _fitting(understand("戏班对罚单复核不服，多久内申诉"), CLAUSES, 30) == CLAUSES[2:]
    assert _fitting(understand("戏班对罚单不服，多久内复核"), CLAUSES, 30) == CLAUSES[:1]


def test_a_long_sentence_without_values_is_told_by_the_part_that_answers(tmp_path: Path) -> None:
    hall = "\n".join(
        (
            "社区图书室使用说明",
            "为方便居民借阅，社区在服务中心二楼开设图书室，由物业公司派人值守，每逢法定节假日闭馆，读者凭门禁卡入室，"
            "包袋存放在门口的储物柜内，饮料和零食不得带入，外借的图书由读者自行登记，损坏的图书由借阅人照价购买同一版本，"
            "孩子来看绘本应当有家长陪同，离开时请把座椅归位并关灯。",
            "图书室接受居民捐赠的旧书。",
        )
    )
    with assistant_over(tmp_path, hall=hall) as over:
        answer = over.ask("损坏了外借的图书由谁照价购买")
    assert "损坏的图书由借阅人照价购买同一版本" in answer.statements[0].text
    assert len(answer.statements[0].text) <= 112  # of 150 characters
