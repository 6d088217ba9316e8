"""Feedback as test cases: what a user said of an answer becomes a question of a set, once a reviewer has agreed.

A case under review is a row of cells in the notation of `evals.tables`, which a reviewer can correct by hand.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from assistant.kept import unpack
from evals.corpus import Corpus, locate_gold
from evals.dataset import Question, first_fault
from evals.tables import read_cell
from store.errors import DatasetError
from store.feedback import Feedback

CATEGORY = "feedback"
Cells = Mapping[str, str]


def propose(feedback: Feedback) -> dict[str, str]:
    """The case as it follows from the answer and what was said of it; what is wrong in the answer is left empty."""
    answer = unpack(feedback.answer, feedback.index_version, feedback.given_at).answer
    answerable = feedback.judgement != "should_refuse" and not (feedback.judgement == "right" and answer.refused)
    values = "; ".join(dict.fromkeys(s.value for s in answer.statements if s.value))
    trusted = answerable and feedback.judgement in ("right", "wrong_citation")
    cited = answer.citations if answerable and feedback.judgement != "wrong_citation" else ()
    return {
        "question": answer.question,
        "answerable": "true" if answerable else "false",
        "category": CATEGORY,
        "facts": values if trusted else "",
        "forbidden": values if feedback.judgement == "wrong_answer" else "",
        "verdict": answer.verdict or "" if trusted else "",
        "gold": "\n".join(dict.fromkeys(f"{c.document_id}: {' '.join(c.quote.split())}" for c in cited)),
    }


def read_case(feedback: Feedback, cells: Cells, corpus: Corpus) -> Question:
    """The question that the reviewer's cells describe, asked in the feedback's conversation.

    Raises DatasetError if it could not be scored: a field in the wrong form, a clause that is not in `corpus`, or an
    answerable question of which neither a fact nor a clause is known.
    """
    row = {name: read_cell("The case", name, cell.strip()) for name, cell in cells.items() if cell.strip()}
    row |= {"id": f"feedback-{feedback.given_at:%Y%m%d}-{feedback.id}", "history": feedback.history}
    try:
        question = Question.model_validate(row)
    except ValidationError as error:
        field, fault = first_fault(error)
        raise DatasetError(f"The case, field {field}: {fault}.", f"“{field}”一项不符合格式：{fault}。") from error
    if question.answerable and not question.gold and not question.facts:
        raise DatasetError(
            "An answerable question needs a fact or a clause.", "可以回答的问题，至少要写一项要点或一条依据条款。"
        )
    for gold in question.gold:
        try:
            locate_gold(gold, corpus)
        except DatasetError as error:
            words = gold.quote or gold.locator
            raise DatasetError(str(error), f"文件 {gold.document} 中没有“{words}”。") from error
    return question


def accepted_lines(accepted: Iterable[Feedback]) -> str:
    """The accepted cases as a JSONL question set."""
    cases = (feedback.case for feedback in accepted if feedback.case is not None)
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)


def write_accepted(accepted: Sequence[Feedback], path: Path) -> int:
    """Writes the accepted cases to a file and returns how many. Raises DatasetError if there are none."""
    written = accepted_lines(accepted)
    if not written:
        raise DatasetError("No feedback has been accepted yet; the feedback page is where it is reviewed.")
    try:
        path.write_text(written, encoding="utf-8")
    except OSError as error:
        raise DatasetError(f"{path} cannot be written: {error.strerror}.") from error
    return written.count("\n")
