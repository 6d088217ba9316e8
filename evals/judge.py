"""A language model as a second opinion on every answer, beside the deterministic score and never in its place.

The model sees question, answer and what was expected (prompts/judge.toml), and says right or wrong and why. Judgements
are kept with the run, so that each answer is judged once. How far the model can be relied on is what its agreement
with the score says (`evals.metrics.agreement`).
"""

import json
import re
from collections.abc import Callable

from langchain_core.language_models import BaseChatModel
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.generation.prompts import load_prompt
from evals.metrics.case import Case
from evals.runs import JudgeReply, Run
from evals.show import expected
from store.errors import ModelError

AT_ONCE = 4  # requests; an evaluator waits for hundreds


class _Reply(BaseModel):
    """What the prompt asks the model to write."""

    model_config = ConfigDict(strict=True)

    right: bool
    why: str = ""


def judge(run: Run, model: BaseChatModel, tick: Callable[[], object] = lambda: None) -> int:
    """Has `model` judge the answers of `run` that nobody has judged yet; how many got no usable judgement.

    Calls `tick` after each. Raises ModelError if the model cannot be reached.
    """
    waiting = [case for case in run.cases() if case.answer and case.judged is None]
    prompts = [_prompt(case) for case in waiting]
    failed = 0
    replies = model.batch_as_completed(prompts, {"max_concurrency": AT_ONCE}, return_exceptions=True)
    for place, reply in replies:
        if isinstance(reply, Exception):
            # Its own message may hold the key.
            raise ModelError(f"The judge does not answer ({type(reply).__name__}): check the POLICY_LLM_… settings.")
        case, said = waiting[place], _read(reply.text)
        if said is None:
            failed += 1
        else:
            run.record_judgement(JudgeReply(case.question.id, case.repeat, said.right, said.why))
        tick()
    return failed


def _prompt(case: Case) -> str:
    assert case.answer is not None
    question = case.question
    turns = [*(f"{turn.role}: {turn.content}" for turn in question.history), question.question]
    return load_prompt("judge").format(
        question="\n".join(turns), expected="\n".join(expected(question)), answer=case.answer.text
    )


def _read(text: str) -> _Reply | None:
    """The last JSON object of a reply, which may have thought aloud before; None if there is none that says right."""
    for found in reversed(re.findall(r"\{[^{}]*\}", text)):
        try:
            return _Reply.model_validate(json.loads(found))
        except (ValueError, ValidationError):
            continue
    return None
