"""What the page itself says, in Chinese and in English. The documents' words are never translated here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import streamlit as st

from assistant.generation.fallback import note_for
from store.errors import IndexDamagedError, IndexMissingError, PolicyError

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Texts:
    """Every string of the page's own, in one language. `{…}` are filled in with str.format."""

    language: Language
    other_language: str  # label of the switch
    product: str
    chat: str
    document: str
    footer: str
    deadline: str
    deadline_link: str
    dismiss: str
    welcome: str
    introduction: str
    examples: str
    placeholder: str
    mode: str
    extractive: str
    generative: str
    new_conversation: str
    searching: str
    as_of: str
    as_of_label: str
    as_of_help: str
    understood_as: str
    rendering: str
    missing: str  # said under an answer that a document not held would give
    refusal: str  # said before a refusal in Chinese to those who may not read it
    verdict: str
    yes: str
    no: str
    none: str
    partial: str
    evidence: str
    more_evidence: str
    related: str
    context: str
    in_document: str
    suggestions: str
    mark: str
    outline: str
    choose_document: str
    number: str
    issuer: str
    issued_on: str
    in_force_from: str
    in_force_until: str
    status: str
    source: str
    address: str
    site: str
    why_related: str
    successor: str
    repairs: str
    repair_tooltip: str
    repair_list: str
    bad_document: str
    bad_span: str
    not_held: str
    index_missing: str
    index_damaged: str
    unexpected: str
    date_format: str
    kinds: Mapping[str, str]  # 效力层级 of each kind of document

    def explain(self, error: PolicyError) -> str:
        """What went wrong, for the reader of a page: its own words for what they can mend, else the error's."""
        match error:
            case IndexMissingError():
                return self.index_missing
            case IndexDamagedError():
                return self.index_damaged
            case _:
                return (error.chinese if self.language == "zh" else "") or str(error)

    def note(self, note: str) -> str:
        """An answer's note, in this language."""
        return note_for(note, self.language == "en")

    def day(self, day: date) -> str:
        """`day` as this language writes it."""
        return self.date_format.format(year=day.year, month=day.month, day=day.day)


CHINESE = Texts(
    language="zh",
    other_language="English",
    product="政策问答",
    chat="问答",
    document="文件原文",
    footer="回答摘自所收录的文件并逐句注明出处，供查阅参考；办理事项请以正式文件为准。",
    deadline="《{title}》{number}所定期限已于{day}届满，以下内容供查阅参考。",
    deadline_link="查看原文",
    dismiss="不再显示",
    welcome="请就政策文件提问",
    introduction="回答只依据收录的文件，逐句注明出处，可随时对照原文。文件中没有规定的，会如实说明。",
    examples="可以这样问",
    placeholder="请输入问题，中文、英文均可",
    mode="作答方式",
    extractive="原文作答",
    generative="模型作答",
    new_conversation="新对话",
    searching="正在查阅文件……",
    as_of="按{day}的规定",
    as_of_label="按哪一天有效的规定回答",
    as_of_help="法律会修订：回答只用所选日期有效的版本",
    understood_as="理解为：",
    rendering="非正式译文：",
    missing="取得正文后，可以在“资料库”页添加，之后即可查问。",
    refusal="",
    verdict="结论",
    yes="是",
    no="否",
    none="文件中没有规定",
    partial="文件只规定了一部分",
    evidence="依据",
    more_evidence="其余 {count} 条依据",
    related="相关条款",
    context="上下文",
    in_document="在原文中查看",
    suggestions="还可以问",
    mark="依据 {n}：{locator}，在新窗口打开原文",
    outline="目录",
    choose_document="选择文件",
    number="文号",
    issuer="发文机关",
    issued_on="发文日期",
    in_force_from="施行日期",
    in_force_until="失效日期",
    status="状态",
    source="文本来源",
    address="官方地址",
    site="官方网站",
    why_related="收录原因",
    successor="查看新文件",
    repairs="带点状下划线的文字经过修复（{count} 处）",
    repair_tooltip="收到的文本：{received}\n修复原因：{reason}",
    repair_list="这些文字与收到的文本不同，每一处的原样和理由如下：",
    bad_document="没有收录名为“{id}”的文件，以下是《{title}》。",
    bad_span="地址中的引文位置（start、end）不在本文件之内，以下是全文。",
    not_held="本库目录列有这份文件，但没有收录它的全文。",
    index_missing="还没有建立索引。请在本机运行 python -m ingest build，完成后刷新页面。",
    index_damaged="索引已损坏，无法读取。请在本机运行 python -m ingest build 重建，完成后刷新；收录的文件不受影响。",
    unexpected="页面出了意外错误，已记入日志。请刷新页面重试；如仍出现，请联系管理员。",
    date_format="{year}年{month}月{day}日",
    kinds={"policy": "规范性文件", "statute": "法律"},
)

ENGLISH = Texts(
    language="en",
    other_language="中文",
    product="Policy Q&A",
    chat="Ask",
    document="Document",
    footer="Answers quote the documents held here, sentence by sentence, for reference; official documents prevail.",
    deadline="The period set in 《{title}》{number} ended on {day}. What follows is for reference.",
    deadline_link="See the clause",
    dismiss="Dismiss",
    welcome="Ask about the policy documents",
    introduction=(
        "Answers rest on the documents held here alone, each sentence with its source. "
        "What the documents leave open is said to be so."
    ),
    examples="For example",
    placeholder="Your question, in Chinese or English",
    mode="Answers in",
    extractive="The documents' words",
    generative="A model's words",
    new_conversation="New conversation",
    searching="Reading the documents…",
    as_of="As in force on {day}",
    as_of_label="Answer by what is in force on",
    as_of_help="Laws are amended: answers use only the version in force on this day",
    understood_as="Understood as: ",
    rendering="Unofficial translation: ",
    missing="Once you have its text, add it on the Library page and ask again.",
    refusal="The documents do not say this.",
    verdict="Verdict",
    yes="Yes",
    no="No",
    none="Not in the documents",
    partial="Only partly in the documents",
    evidence="Evidence",
    more_evidence="{count} more",
    related="Related clauses",
    context="Context",
    in_document="View in the document",
    suggestions="You may also ask",
    mark="Evidence {n}: {locator}, opens the document in a new window",
    outline="Outline",
    choose_document="Choose a document",
    number="Number",
    issuer="Issued by",
    issued_on="Issued on",
    in_force_from="In force from",
    in_force_until="In force until",
    status="Status",
    source="Source of the text",
    address="Official address",
    site="Official site",
    why_related="Held because",
    successor="See the new one",
    repairs="Text with a dotted underline has been repaired ({count})",
    repair_tooltip="Received: {received}\nReason: {reason}",
    repair_list="These characters differ from the text as received; each place and its reason:",
    bad_document="No document named “{id}” is held. This is 《{title}》.",
    bad_span="The quotation's place in the address (start, end) is outside this document. This is the whole text.",
    not_held="This document is listed in the catalogue, but its text is not held here.",
    index_missing="There is no index yet. Run python -m ingest build on this machine, then reload.",
    index_damaged="The index is damaged. Run python -m ingest build on this machine to rebuild it, then reload.",
    unexpected="Something unexpected went wrong and was logged. Please reload; if it persists, tell the administrator.",
    date_format="{year}-{month:02}-{day:02}",
    kinds={"policy": "Policy document", "statute": "Statute"},
)

TEXTS: dict[str, Texts] = {texts.language: texts for texts in (CHINESE, ENGLISH)}


def current_texts() -> Texts:
    """The texts in the reader's language: the address's `lang`, else the one chosen before, else Chinese."""
    asked = st.query_params.get("lang")
    if asked in TEXTS:
        st.session_state.language = asked
    return TEXTS[st.session_state.get("language", "zh")]


def switch_language() -> None:
    """Callback: change to the other language, in this session and in the address."""
    language = "en" if current_texts().language == "zh" else "zh"
    st.session_state.language = language
    st.query_params["lang"] = language


def language_parameter() -> dict[str, str]:
    """Query parameters that keep the language in a link to another page; Chinese needs none."""
    language = current_texts().language
    return {} if language == "zh" else {"lang": language}
