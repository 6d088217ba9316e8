"""What the pages say about conversations kept and feedback on answers, in Chinese and in English."""

from dataclasses import dataclass

from assistant.export import ExportWords
from store.feedback import Opinion
from ui.texts import Language, Texts, current_texts


@dataclass(frozen=True, slots=True)
class ConversationTexts:
    """Every string of these pages in one language. `{…}` are filled in with str.format."""

    conversations: str
    recent: str
    search: str
    none_yet: str
    none_found: str
    more: str
    questions: str
    menu: str
    rename: str
    title: str
    export_docx: str
    export_markdown: str
    delete: str
    delete_question: str
    delete_confirm: str
    cancel: str
    gone: str
    not_kept: str
    moved_on: str
    asked_at: str
    rests_on: str
    copy: str
    copied: str
    feedback: str
    judgement: str
    judgements: dict[Opinion, str]
    judgement_missing: str
    note: str
    note_hint: str
    send: str
    thanks: str


CHINESE = ConversationTexts(
    conversations="对话记录",
    recent="最近的对话",
    search="搜索标题和内容",
    none_yet="还没有对话。在问答页提问后，对话会保存在这里。",
    none_found="没有找到含有“{words}”的对话。",
    more="显示更多",
    questions="{count} 个问题",
    menu="管理",
    rename="重命名",
    title="标题",
    export_docx="导出 Word",
    export_markdown="导出 Markdown",
    delete="删除",
    delete_question="以下对话删除后不能恢复：{title}",
    delete_confirm="确认删除",
    cancel="取消",
    gone="地址中的对话不存在，可能已被删除。",
    not_kept="这个对话没有保存：",
    moved_on="文件此后有更新，此处为回答当时的原文",
    asked_at="提问时间：{time}",
    rests_on="所据文件：{documents}，{day}编入索引",
    copy="复制",
    copied="已复制",
    feedback="反馈",
    judgement="您认为这个回答",
    judgements={
        "right": "正确",
        "wrong_citation": "引用的条款不对",
        "wrong_answer": "答案不对",
        "should_refuse": "文件没有规定，不应作答",
    },
    judgement_missing="请先选择一项。",
    note="说明",
    note_hint="哪里不对，应当是什么（可不填）",
    send="提交",
    thanks="已收到，谢谢。",
)

ENGLISH = ConversationTexts(
    conversations="Conversations",
    recent="Recent conversations",
    search="Search titles and text",
    none_yet="No conversations yet. Ask something, and it will be kept here.",
    none_found="No conversation holds “{words}”.",
    more="Show more",
    questions="{count} questions",
    menu="Manage",
    rename="Rename",
    title="Title",
    export_docx="Export to Word",
    export_markdown="Export to Markdown",
    delete="Delete",
    delete_question="This conversation cannot be brought back: {title}",
    delete_confirm="Delete",
    cancel="Cancel",
    gone="There is no conversation at this address; it may have been deleted.",
    not_kept="This conversation is not being kept: ",
    moved_on="the document has changed since; these are its words when the answer was given",
    asked_at="Asked {time}",
    rests_on="Documents: {documents}, as indexed on {day}",
    copy="Copy",
    copied="Copied",
    feedback="Feedback",
    judgement="This answer is",
    judgements={
        "right": "right",
        "wrong_citation": "citing the wrong clause",
        "wrong_answer": "wrong",
        "should_refuse": "given although the documents leave it open",
    },
    judgement_missing="Please choose one first.",
    note="Note",
    note_hint="What is wrong, and what would be right (optional)",
    send="Send",
    thanks="Received, thank you.",
)

TEXTS: dict[Language, ConversationTexts] = {"zh": CHINESE, "en": ENGLISH}


def current_conversation_texts() -> ConversationTexts:
    """These texts in the reader's language."""
    return TEXTS[current_texts().language]


def export_words(texts: Texts) -> ExportWords:
    """What an export says, in the language of `texts`."""
    own = TEXTS[texts.language]
    return ExportWords(
        understood_as=texts.understood_as,
        conclusion=texts.verdict,
        verdicts={"yes": texts.yes, "no": texts.no},
        coverages={"partial": texts.partial, "none": texts.none},
        evidence=texts.evidence,
        related=texts.related,
        moved_on=own.moved_on,
        asked_at=own.asked_at,
        rests_on=own.rests_on,
        as_of=texts.as_of,
        rendering=texts.rendering,
        day=texts.day,
        note=texts.note,
    )
