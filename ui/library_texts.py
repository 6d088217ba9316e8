"""What the library page says, in Chinese and in English, as `ui.texts` does for the others."""

from dataclasses import dataclass

from ui.texts import Language, current_texts


@dataclass(frozen=True, slots=True)
class LibraryTexts:
    """Every string of the library page, in one language. `{…}` are filled in with str.format."""

    title: str
    introduction: str
    documents: str
    search: str
    add: str
    filter: str
    every: str
    held: str
    not_held: str
    added: str
    no_documents: str
    passages: str
    until: str
    replaces: str
    deleted: str
    official: str
    official_site: str
    edit: str
    save: str
    edited: str
    remove: str
    sure: str
    remove_for_good: str
    removed: str
    query: str
    found: str
    nothing_found: str
    ocr: str
    ocr_title: str
    scanned: str
    file: str
    formats: str
    refused: str
    reading: str
    check: str
    document_title: str
    short_title: str
    short_title_help: str
    replaced_document: str
    replaces_nothing: str
    confirm: str
    discard: str
    preview: str
    more_parts: str
    jump: str
    jump_first: str
    scanned_note: str
    indexing: str
    done: str


CHINESE = LibraryTexts(
    title="资料库",
    introduction="回答所依据的全部文件。可以查找条文，也可以添加自己的文件；添加的文件只保存在本机。",
    documents="文件",
    search="查找条文",
    add="添加文件",
    filter="范围",
    every="全部",
    held="已收录",
    not_held="未收录",
    added="自行添加",
    no_documents="这一范围内没有文件。",
    passages="{count} 段",
    until="{day}止",
    replaces="代替{title}",
    deleted="此文件已从资料库删除，以上为回答当时的原文",
    official="官方地址",
    official_site="官方网站",
    edit="修改信息",
    save="保存",
    edited="已修改《{title}》的信息。",
    remove="删除",
    sure="删除后，以前引用这份文件的回答将无法对照原文。",
    remove_for_good="确认删除",
    removed="已删除《{title}》。",
    query="在全部文件的条文中查找",
    found="找到 {count} 段，按相关程度排列",
    nothing_found="没有找到包含这些词语的条文。",
    ocr="OCR",
    ocr_title="由扫描页面识别，可能有误，请对照原件",
    scanned="扫描识别",
    file="选择文件",
    formats="文本、网页、Word（.docx）或PDF，不超过50MB、500页；扫描的PDF会自动识别文字，每页约需几秒。",
    refused="这个文件没有接收：只能是文本、网页、Word（.docx）或PDF，不超过50MB。旧版.doc请另存为.docx，更大的请拆分后再添加。",
    reading="正在读取文件……",
    check="请核对从文中读出的信息",
    document_title="标题",
    short_title="简称",
    short_title_help="注明出处时使用，如《简称》第三条",
    replaced_document="代替的文件",
    replaces_nothing="不代替其他文件",
    confirm="确认添加",
    discard="放弃",
    preview="读出的结构",
    more_parts="……共 {count} 个部分",
    jump="编号不连续：{before}之后是{after}，请核对是否有缺漏。",
    jump_first="编号不是从一开始：{after}，请核对是否有缺漏。",
    scanned_note="其中有扫描页面，文字由程序识别，请对照原件核对。",
    indexing="正在编入索引……",
    done="已添加《{title}》，共 {count} 段。",
)

ENGLISH = LibraryTexts(
    title="Library",
    introduction="All documents that answers rest on. Search them, or add your own, which stay on this machine.",
    documents="Documents",
    search="Search",
    add="Add a document",
    filter="Show",
    every="All",
    held="Held",
    not_held="Not held",
    added="Added",
    no_documents="There are no such documents.",
    passages="{count} passages",
    until="until {day}",
    replaces="Replaces {title}",
    deleted="This document was removed from the library; these are its words when the answer was given",
    official="Official address",
    official_site="Official site",
    edit="Edit",
    save="Save",
    edited="What is said of 《{title}》 was changed.",
    remove="Remove",
    sure="Earlier answers that quote this document can no longer be compared with it.",
    remove_for_good="Remove it",
    removed="《{title}》 was removed.",
    query="Search the clauses of all documents",
    found="{count} passages, the most relevant first",
    nothing_found="No clause has these words.",
    ocr="OCR",
    ocr_title="Read from a scanned page; it may have errors, compare it with the original",
    scanned="Scanned",
    file="Choose a file",
    formats="Text, web page, Word (.docx) or PDF, at most 50 MB and 500 pages; scanned pages take some seconds each.",
    refused="This file was not taken: it must be text, a web page, Word (.docx) or PDF, of at most 50 MB. Save an old "
    ".doc as .docx, and split what is larger.",
    reading="Reading the file…",
    check="Please check what was read from the text",
    document_title="Title",
    short_title="Short title",
    short_title_help="As references name it, such as 《Short title》第三条",
    replaced_document="Replaces",
    replaces_nothing="Nothing",
    confirm="Add it",
    discard="Discard",
    preview="Outline",
    more_parts="… {count} parts in all",
    jump="The numbering jumps: {before} is followed by {after}. Please check that nothing is missing.",
    jump_first="The numbering does not begin with one: {after}. Please check that nothing is missing.",
    scanned_note="Some pages are scanned and were read by a program; please compare them with the original.",
    indexing="Indexing…",
    done="《{title}》 was added, {count} passages.",
)

_TEXTS: dict[Language, LibraryTexts] = {"zh": CHINESE, "en": ENGLISH}


def current_library_texts() -> LibraryTexts:
    """The texts in the language that the reader has chosen."""
    return _TEXTS[current_texts().language]
