"""Judged too: a 「那…呢」 after a question that has something judged, asked of another thing: whether it is the one or the other
(侧台是自建还是租用), or may be paid for with what there is (买灯能用这笔钱吗)."""

import re

# What is one of two, and which.
_EITHER = re.compile(
    r"[^,，。?？]{2,}?(?P<asks>(?:是|算|属于|归)[^,，。?？]{1,8}还是(?:算|属于|归)?[^,，。?？]{1,10}?)[呢啊]?[?？]?"
)
# What a sum is spent on, where that is named first.
_PAID_WITH = re.compile(
    r"[^,，。?？]{2,}?(?P<asks>(?:能不能|可不可以|可以|能|可否|能否)(?:不能|不可以)?(?:动用|用|花|动|拿)[^,，。?？能可]{0,6}(?:钱|资金|经费|款项?)(?:来|去)?[吗么不]?)[?？]?"
)
# Whose something is: an owner stands before the thing, and in the place of none.
_OWNER = re.compile(r"(?:人|者|方|家|单位|公司|企业|学校|高校|机构|机关|职工|员工|老师|学生|自己|我们|他们)的")


def judged_too(term: str, question: str) -> str:
    """What `question` has judged asked of the term; "" where it has nothing judged in such words."""
    asked = _EITHER.fullmatch(question) or _PAID_WITH.fullmatch(question)
    return f"{term.removesuffix('的')}{asked['asks']}" if asked else ""


def owned(term: str, root: str) -> str:
    """The root of a topic asked of what somebody has (公司的呢 after 演出服保管几年); "" where the term names no owner, or the root says
    whose."""
    return f"{term}{root}" if _OWNER.search(term) and "的" not in root and "，" not in root else ""
