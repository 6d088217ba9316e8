"""What the feedback page says, in Chinese and in English."""

from dataclasses import dataclass

from store.feedback import Review
from ui.texts import Language, current_texts


@dataclass(frozen=True, slots=True)
class FeedbackTexts:
    """Every string of the page in one language. `{…}` are filled in with str.format."""

    feedback: str
    introduction: str
    reviews: dict[Review, str]
    download: str
    empty: str
    more: str
    given_at: str
    note: str
    history: str
    question: str
    answerable: str
    category: str
    facts: str
    facts_help: str
    forbidden: str
    forbidden_help: str
    verdict: str
    verdicts: dict[str, str]
    gold: str
    gold_help: str
    accept: str
    reject: str
    reopen: str


CHINESE = FeedbackTexts(
    feedback="反馈",
    introduction=(
        "用户的每条反馈都可以成为一道评测题。请核对、修改后采纳，或不予采纳。"
        "采纳的题目可以在“已采纳”中下载，或用 python -m evals candidates 文件.jsonl 导出。"
    ),
    reviews={"open": "待审核", "accepted": "已采纳", "rejected": "未采纳"},
    download="下载已采纳的题目（JSONL）",
    empty="没有{review}的反馈。",
    more="另有 {count} 条，处理完以上各条后显示。",
    given_at="{time}　文件版本：{version}",
    note="用户说明：",
    history="此前的对话",
    question="问题",
    answerable="文件可以回答",
    category="类别",
    facts="必须说到的要点",
    facts_help="几项之间用分号；同一项的不同说法用竖线，如：30万元|三十万元; 2021年",
    forbidden="不应出现的说法",
    forbidden_help="几种之间用分号",
    verdict="结论",
    verdicts={"": "无", "yes": "是", "no": "否"},
    gold="依据条款",
    gold_help="每行一条，“文件编号: 条款原文”，或“文件编号 § 条款位置”",
    accept="采纳",
    reject="不采纳",
    reopen="退回待审核",
)

ENGLISH = FeedbackTexts(
    feedback="Feedback",
    introduction=(
        "Each piece of feedback can become a test case: correct and accept it, or reject it. "
        "Those accepted can be downloaded there, or exported by python -m evals candidates FILE.jsonl."
    ),
    reviews={"open": "to review", "accepted": "accepted", "rejected": "rejected"},
    download="Download the accepted cases (JSONL)",
    empty="There is no feedback {review}.",
    more="{count} more, shown once these are done.",
    given_at="{time}, version of the documents {version}",
    note="The user's note: ",
    history="The conversation before",
    question="Question",
    answerable="The documents answer it",
    category="Category",
    facts="Facts that must be said",
    facts_help="Parted by semicolons; ways of saying the same by bars: 30万元|三十万元; 2021年",
    forbidden="What must not be said",
    forbidden_help="Parted by semicolons",
    verdict="Verdict",
    verdicts={"": "none", "yes": "yes", "no": "no"},
    gold="Clauses it stands on",
    gold_help="One a line: “document id: words of the clause”, or “document id § locator”",
    accept="Accept",
    reject="Reject",
    reopen="Review again",
)

TEXTS: dict[Language, FeedbackTexts] = {"zh": CHINESE, "en": ENGLISH}


def current_feedback_texts() -> FeedbackTexts:
    """These texts in the reader's language."""
    return TEXTS[current_texts().language]
