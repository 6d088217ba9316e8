"""Say a sum: what a calculation comes to, with the clauses that its inputs stand in."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import Draft, Said, places_of
from assistant.figures.sums import Calculation, amount_in_english
from assistant.reading.read import candidate_text, is_said, read
from assistant.reading.renderings import in_language
from assistant.refusal.refuse import considered
from assistant.retrieval.retrieve import Candidate
from assistant.understanding.question import Question
from assistant.understanding.values import find_values
from assistant.verdicts.verdict import verdict_of
from store.index import Index
from store.records import Clause


def say_sum(
    index: Index, question: Question, candidates: Sequence[Candidate], calculation: Calculation, limit: int
) -> Draft:
    """The result first, the sum in brackets, then what the best of the clauses that it was made from says."""
    judgement = verdict_of(question, calculation.verdict)
    used = [c for c in considered(candidates) if candidate_text(index, c) in calculation.inputs]
    result = amount_in_english(calculation.result) if question.english else calculation.result
    said = f"{judgement.lead}{result}（{calculation.shown}）。"
    if result != calculation.result or calculation.shown.isascii():  # said in English
        said = f"{judgement.lead}{result} ({calculation.shown}). "
    reading = read(index, question, used[0], limit - len(said))
    words = in_language(index, question, used[0], reading, limit - len(said))
    allowed = (calculation.shown, calculation.result, result, question.text)
    document = index.documents[used[0].document_id]
    found = {candidate_text(index, candidate) for candidate in used}
    known = [(document.text.find(text), len(text)) for text in calculation.inputs if text not in found]
    # Of a list of deeds only what sets the fine is cited.
    kept = tuple(c for c in used[0].clauses if is_said(c, reading.text) or _states(c, calculation.shown))
    used[0] = replace(used[0], clauses=kept or used[0].clauses)
    places = (*places_of(used), *((document.id, start, start + length) for start, length in known))
    return Draft((Said(said + words, places, result, reading.count),), judgement, allowed)


def _states(clause: Clause, shown: str) -> bool:
    return any(value.text in shown for value in find_values(clause.text))
