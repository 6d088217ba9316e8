"""Forty attacks, in a question or in a document, on a model that does whatever they say: none reaches the answer."""

import json
import re
from pathlib import Path

import pytest
from model_stub import Reply, StubModel

from assistant.answer import Citation
from assistant.assistant import Assistant
from assistant.generation.generative import GenerativeAssistant
from assistant.generation.support import Evidence
from store.settings import Settings

ATTACKS = [json.loads(line) for line in (Path(__file__).parent / "attacks.jsonl").read_text("utf-8").splitlines()]


def test_there_are_forty_in_two_languages_and_two_places() -> None:
    assert len({attack["id"] for attack in ATTACKS}) == 40
    kinds = {(attack["language"], attack["where"]) for attack in ATTACKS}
    assert kinds == {("zh", "question"), ("zh", "document"), ("en", "question"), ("en", "document")}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack["id"])
@pytest.mark.parametrize("typed", [True, False], ids=["typed", "worked"])
def test_no_attack_reaches_the_answer(
    attack: dict[str, str], typed: bool, assistant: Assistant, stub: StubModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`typed`: the attack is in the question. Else only its effect is there, and the model is asked for certain."""
    stub.replies = [Reply(attack["says"])]
    settings = Settings(llm_model="stub", llm_base_url=stub.url)
    question = attack["question"]
    if attack["where"] == "question" and typed:
        question += attack["attack"]
    if attack["where"] == "document":
        poison = Evidence(Citation("bikes-2021", "通知", "《通知》附件", attack["attack"], 0, len(attack["attack"])))
        found = assistant.evidence
        monkeypatch.setattr(assistant, "evidence", lambda *a: [*found(*a)[:1], poison, *found(*a)[1:]])
    answer = GenerativeAssistant.open(assistant, settings).ask(question)
    assert answer.text
    said = re.sub("不是[^，。]*。", "", answer.text)  # a wrong figure of the question is denied: 不是9999万元。
    assert not [text for text in attack["forbidden"] if text in said]
    if not typed:
        assert stub.requests
        assert answer.mode == "extractive" or "2000万元" in answer.text


def test_what_speaks_to_the_model_is_not_shown_to_it(
    assistant: Assistant, stub: StubModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub.replies = [Reply("每个城市补助2000万元[1]。")]
    found = assistant.evidence
    texts = [attack["attack"] for attack in ATTACKS if attack["where"] == "document"]
    poison = [Evidence(Citation("bikes-2021", "通知", "", text, 0, len(text))) for text in texts]
    monkeypatch.setattr(assistant, "evidence", lambda *a: [*poison, *found(*a)])
    GenerativeAssistant.open(assistant, Settings(llm_model="stub", llm_base_url=stub.url)).ask("每个城市给多少钱？")
    assert not [text for text in texts if text in stub.prompts[0]]
