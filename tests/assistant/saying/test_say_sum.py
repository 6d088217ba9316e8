"""A sum is told to who asks in English as an English reader expects an amount."""

from assistant.assistant import Assistant
from assistant.figures.sums import Calculation
from assistant.reading.read import candidate_text
from assistant.retrieval.retrieve import Retriever
from assistant.saying.say_sum import say_sum
from assistant.understanding.question import understand


def test_an_amount_worked_out_is_told_in_english_to_who_asks_in_english(assistant: Assistant) -> None:
    best = next(c for c in Retriever(assistant.index).search(understand("每个城市给多少钱？")) if not c.gap)
    worked = Calculation("5百万元", "20百万元－15百万元＝5百万元", (candidate_text(assistant.index, best),))
    told = {
        asked: say_sum(assistant.index, understand(asked), [best], worked, 200).said[0].text
        for asked in ("What is left over?", "还剩多少钱？")
    }
    assert told["What is left over?"].startswith("5 million yuan (20百万元－15百万元＝5百万元). ")
    assert told["还剩多少钱？"].startswith("5百万元（20百万元－15百万元＝5百万元）。")
