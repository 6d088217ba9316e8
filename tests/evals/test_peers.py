"""The peer answers, and is scored like us."""

from evals.corpus import is_verbatim
from evals.peers import SplitterChroma


def test_the_peer_answers_with_four_chunks_that_it_quotes_verbatim(corpus):
    answer = SplitterChroma(corpus).ask("征地拆迁可以吗？")
    assert len(answer.citations) == len(answer.statements) == 4
    assert all(is_verbatim(citation, corpus) for citation in answer.citations)
    assert all(len(citation.quote) <= 150 for citation in answer.citations)
    assert "征地拆迁" in answer.citations[0].quote


def test_earlier_questions_count(corpus):
    from assistant.answer import Turn

    peer = SplitterChroma(corpus)
    follow_up = peer.ask("那呢？", [Turn("user", "征地拆迁可以吗？"), Turn("assistant", "逾期不予受理")])
    assert "征地拆迁" in follow_up.citations[0].quote
