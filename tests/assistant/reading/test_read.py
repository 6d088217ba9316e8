"""Which sentences of an article are told where not all fit."""

from assistant.reading.read import _fitting
from assistant.understanding.question import understand
from store.records import Clause

SENTENCES = (
    "戏班对罚单不服的，戏班可以自收到之日起十五日内申请复核。",
    "馆长自收到申请之日起三十日内书面答复。",
    "对复核不服的，可以自收到答复之日起六十日内申诉。",
)
CLAUSES = tuple(Clause(f"c{n}", "stage-law", 40 * n, 40 * n + 30, "", text) for n, text in enumerate(SENTENCES))


def test_of_several_times_that_of_the_deed_asked_about_is_told() -> None:
    assert _fitting(understand("戏班对罚单复核不服，多久内申诉"), CLAUSES, 30) == CLAUSES[2:]
    assert _fitting(understand("戏班对罚单不服，多久内复核"), CLAUSES, 30) == CLAUSES[:1]
