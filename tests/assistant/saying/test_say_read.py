"""What is read out of the clauses found: that no cut takes away the sentence that decides."""

from dataclasses import replace

from assistant.assistant import Assistant
from assistant.saying.say_read import _with_ban
from assistant.understanding.question import understand
from store.records import Clause


def test_a_sentence_that_forbids_is_told_first(assistant: Assistant) -> None:
    best = next(c for c in assistant._retriever.search(understand("补助资金")) if not c.gap)
    rule = Clause("market", "", 0, 10, "", "集市可以收取摊位费。")
    ban = Clause("market", "", 10, 22, "", "摊位费不得用于日常开支。")
    found = replace(best, start=0, end=22, clauses=(rule, ban))
    assert _with_ban(understand("摊位费能发工资吗"), found).clauses == (ban,)
    assert _with_ban(understand("摊位费能铺路吗"), found) == found
