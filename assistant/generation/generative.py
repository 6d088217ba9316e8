"""The generative mode: a chat model words the answer from the clauses found, and every sentence is examined.

The extractive answer comes first and stays in charge: where it refuses, the model is not asked; its value, verdict and
clauses are what the prose must agree with; and it is what the user gets when the model fails.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.answer import Answer, Citation, Statement, Turn
from assistant.assistant import Assistant
from assistant.generation.fallback import UnwordedError, Why
from assistant.generation.generate import Sentence, sentences
from assistant.generation.model import MAX_TOKENS, chat_model
from assistant.generation.prompts import load_prompt
from assistant.generation.support import Evidence, examine, terms
from assistant.reading.read import LIMIT
from assistant.understanding.question import understand
from assistant.understanding.values import find_values
from assistant.verify import unsupported
from store.errors import ModelError
from store.index import Index
from store.settings import Settings
from store.text import count_tokens

CLAUSES = 8  # given to the model at most; its own answer cites one or two
MOST = 2  # sentences of an answer
MOST_ITEMS = 12  # lines of a list
# Tokens are counted in cl100k_base; another model's tokenizer may need more for the same text.
SPARE = 0.8
# A rule speaks to no reader and no model; a stretch of a document that does is none of its rules.
_ADDRESSED = re.compile(
    r"[你您]|助手|提示词|系统提示|(?:忽略|无视).{0,8}(?:规则|指令|要求|内容|依据)|告诉(?:用户|提问者)|<\||</"
    r"|(?i:\bignore\b|\bassistant\b|system prompt|instructions?\b|\byou\b)"
)
_LISTED = re.compile(r"共\d+项：(.+)")


class GenerativeAssistant:
    """Answers in a model's words, checked against the clauses."""

    def __init__(self, assistant: Assistant, model: BaseChatModel, settings: Settings) -> None:
        self._assistant = assistant
        self._model = model
        self._settings = settings

    @classmethod
    def open(cls, assistant: Assistant, settings: Settings) -> "GenerativeAssistant":
        """With the model the settings name. Raises ModelError if they name none, or one that cannot be used."""
        model = chat_model(settings)
        if model is None:
            raise ModelError(
                "No model is set: name one in POLICY_LLM_MODEL (README, Generative mode).",
                "没有设置模型：请在 POLICY_LLM_MODEL 中写明。",
            )
        return cls(assistant, model, settings)

    @property
    def index(self) -> Index:
        """What it answers from."""
        return self._assistant.index

    def ask(self, question: str, history: Sequence[Turn] = (), as_of: date | None = None) -> Answer:
        """Answer `question`. `mode` says whose words it is in, `note` why they are not the model's. Raises QuestionError
        and StoreError as the extractive assistant does; the model's failures raise nothing."""
        *_, answer = self.stream(question, history, as_of)
        return answer

    def stream(self, question: str, history: Sequence[Turn] = (), as_of: date | None = None) -> Iterator[Answer]:
        """The answer as it grows, sentence by examined sentence; the last is the whole, as `ask` returns it."""
        began = time.perf_counter()
        drawn = self._assistant.ask(question, history, as_of)
        if drawn.refused or not drawn.citations:
            yield drawn
            return
        if understand(drawn.understood_as or drawn.question).english:
            yield replace(drawn, note=Why.ENGLISH.note)
            return
        try:
            for answer in self._write(drawn, as_of):
                yield replace(answer, latency_ms=(time.perf_counter() - began) * 1000)
        except UnwordedError as error:
            yield replace(drawn, note=error.why.note, latency_ms=(time.perf_counter() - began) * 1000)

    def _write(self, drawn: Answer, as_of: date | None) -> Iterator[Answer]:
        """The answer in the model's words. Raises UnwordedError where no attempt gives one."""
        question = drawn.understood_as or drawn.question
        most = MOST_ITEMS if "list" in understand(question).sought else MOST
        deadline = time.monotonic() + self._settings.llm_timeout
        evidence = self._fitted(question, self._assistant.evidence(drawn, CLAUSES, as_of))
        failures = ""
        for prompt in ("answer", "retry"):
            messages = _messages(prompt, question, evidence, failures)
            kept: list[Statement] = []
            failed: list[str] = []
            try:
                for sentence in sentences(self._model, messages, deadline):
                    statement, objection = _judge(sentence, evidence, drawn)
                    if objection:
                        failed.append(f"“{sentence.text}”：{objection}。")
                    elif len(kept) < most and sum(len(s.text) for s in (*kept, statement)) <= LIMIT:
                        kept.append(statement)
                        yield _answer(drawn, evidence, kept)
            except UnwordedError:
                # What was said before the reply broke off may be the answer.
                if _missing(drawn, evidence, kept):
                    raise
            missing = _missing(drawn, evidence, kept)
            if not missing:
                return
            failures = "\n".join([*failed[:4], missing])
        raise UnwordedError(Why.UNSUPPORTED)

    def _fitted(self, question: str, evidence: Sequence[Evidence]) -> list[Evidence]:
        """As much evidence, best first, as the model can hold together with its prompt and answer."""
        fixed = sum(count_tokens(load_prompt(name).template) for name in ("system", "retry"))
        room = int((self._settings.llm_window - MAX_TOKENS) * SPARE) - fixed - count_tokens(question) - MAX_TOKENS // 2
        rules = [item for item in evidence if not _ADDRESSED.search(item.citation.quote)]
        if not rules:
            raise UnwordedError(Why.ADDRESSED)
        fitted: list[Evidence] = []
        for item in rules:
            room -= count_tokens(_shown(item, 99))
            if room < 0:
                break
            fitted.append(item)
        if not fitted:
            raise UnwordedError(Why.NO_ROOM)
        return fitted


def _messages(prompt: str, question: str, evidence: Sequence[Evidence], failures: str) -> list[BaseMessage]:
    values = {"question": question, "evidence": "\n".join(_shown(item, n) for n, item in enumerate(evidence, start=1))}
    if failures:
        values["failures"] = failures
    return [SystemMessage(load_prompt("system").format()), HumanMessage(load_prompt(prompt).format(**values))]


def _shown(item: Evidence, number: int) -> str:
    return f"[{number}] {item.citation.locator} {' '.join(item.headings)}：{item.citation.quote}"


def _judge(sentence: Sentence, evidence: Sequence[Evidence], drawn: Answer) -> tuple[Statement, str]:
    """The sentence as a statement about `evidence`, and what speaks against it ("" if nothing)."""
    if invented := [n for n in sentence.marks if not 0 < n <= len(evidence)]:
        return Statement(sentence.text), f"没有编号为[{invented[0]}]的依据"
    everything = range(len(evidence))
    finding = examine(sentence.text, [n - 1 for n in sentence.marks] or everything, evidence, drawn)
    if finding.objection and sentence.marks:
        # A wrong mark on a true sentence gives way to the right one.
        anywhere = examine(sentence.text, everything, evidence, drawn)
        finding = finding if anywhere.objection else anywhere
    value = next((s.value for s in drawn.statements if s.value and s.value in sentence.text), "")
    return Statement(sentence.text, finding.carried_by, value), finding.objection


def _missing(drawn: Answer, evidence: Sequence[Evidence], kept: Sequence[Statement]) -> str:
    """Why sentences that are true in themselves do not answer the question ("" if they do).

    The extractive reading is the measure: its clauses, its value, its list.
    """
    if not kept:
        return "没有一句话得到条款支持。"
    cited = {evidence[n].citation for statement in kept for n in statement.citations}
    if not any(_same_place(one, other) for one in cited for other in drawn.citations):
        return "没有引用最切题的条款。"
    text = "".join(statement.text for statement in kept)
    if not terms(text) and not find_values(text):
        return "只有结论，没有说明依据的内容。"
    for statement in drawn.statements:
        if statement.value and find_values(statement.value) and unsupported(statement.value, (text,)):
            return "没有说出所问的数值。"
        if any(not _mentions(text, item) for item in _items(drawn.understood_as or drawn.question, statement.text)):
            return "没有列举完整。"
    return ""


def _answer(drawn: Answer, evidence: Sequence[Evidence], kept: Sequence[Statement]) -> Answer:
    """`drawn` in the model's words, citations numbered as they come; what it says is not in the documents stays."""
    order = list(dict.fromkeys(n for statement in kept for n in statement.citations))
    statements = [replace(s, citations=tuple(sorted(order.index(n) for n in s.citations))) for s in kept]
    open_parts = [statement for statement in drawn.statements if not statement.citations]
    return replace(
        drawn,
        statements=(*statements, *open_parts),
        citations=tuple(evidence[n].citation for n in order),
        mode="generative",
    )


def _items(question: str, statement: str) -> list[str]:
    """What an extractive answer lists: 共3项：1.甲；2.乙；3.丙。 or, where a list is asked for, in its sentence: 可以卖甲、乙、丙。"""
    listed = _LISTED.search(statement)
    if listed:
        return re.split("；" if "；" in listed[1] else "、", listed[1])
    return statement.split("、") if "list" in understand(question).sought and "、" in statement else []


def _mentions(text: str, item: str) -> bool:
    named = terms(item)
    return 2 * sum(word in text for word in named) >= len(named)


def _same_place(one: Citation, other: Citation) -> bool:
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end
