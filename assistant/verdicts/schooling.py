"""Schooling: whether somebody has the least that a clause asks for (初中以上文化程度), by how far the question says that he got at
school. Knows the kinds of school, not any rule."""

import re

from assistant.answer import Verdict
from assistant.understanding.polarity import claim_of, is_negative
from assistant.understanding.question import Question

# From the lowest on; each group is of one height.
_STEPS = (
    "小学",
    "初中",
    "高中|中专|中技|职高|技校|中等专业|中等职业",
    "大专|专科|高职|高专",
    "(?:大学)?本科|学士",
    "硕士|研究生",
    "博士",
)
_STEP = re.compile("|".join(f"(?P<step{n}>{words})" for n, words in enumerate(_STEPS)))
_LEAST = re.compile("(?:及|或者?|或其)?以上")
# Who says so speaks of the rule, and not of his own schooling.
_OF_RULE = re.compile("以上|以下|才|必须|至少|最低|起码|要求|需要|只要|[要得]是|不要|不限|多少|哪")


def schooling_verdict(question: Question, stretch: str) -> Verdict | None:
    """Whether the schooling that a question tells is enough for the stretch; None where either tells none, or several."""
    least = [step for step in _STEP.finditer(stretch) if _LEAST.match(stretch, step.end())]
    told = list(_STEP.finditer(question.text))
    if len(least) != 1 or len(told) != 1 or _OF_RULE.search(question.text):
        return None
    enough = _height(told[0]) >= _height(least[0])
    return "yes" if enough != is_negative(claim_of(question)) else "no"


def _height(step: re.Match[str]) -> int:
    return int((step.lastgroup or "step0").removeprefix("step"))
