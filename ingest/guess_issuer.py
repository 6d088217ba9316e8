"""How those who issue documents are called; and who issued one, where its title begins with that
(某某有限公司差旅管理制度) and nothing else says so."""

import re
from collections.abc import Iterable

BODY = re.compile(
    r"[^。；！？：，《》〔]{1,30}(?:部|厅|局|委|办|委员会|办公室|政府|院|署|会|中心|银行|公司|集团|联盟)(?:文件)?"
)
BETWEEN_BODIES = re.compile(r"[、，\s]+")
_PLACE = r"[\u4e00-\u9fff]{1,7}?(?:省|自治区|市|县|区|州|盟|旗)(?![省市县区场])"
_COMPANY = r"(?!企业|国有|上市)[\u4e00-\u9fff（）]{2,24}?(?:有限责任公司|股份有限公司|有限公司|集团公司|集团)"
_SCHOOL = r"[\u4e00-\u9fff]{2,12}?(?:大学|学院|中学|小学)(?!生)(?:图书馆|档案馆|博物馆|附属医院|医院)?"
_BODY = rf"{_PLACE}[\u4e00-\u9fff]{{2,14}}?(?:局|委员会|中心|图书馆|博物馆|文化馆|体育馆|医院|公园)"
# What follows makes the body what the document is about: 某市数据中心管理办法.
_ABOUT_IT = "(?:管理|建设|运行|运营|考核|评[估价]|收费|服务管理|城|[的之和与及])"
_OPENS = re.compile(rf"({_COMPANY}|(?:{_SCHOOL}|{_BODY})(?!{_ABOUT_IT}))(?=.{{4,}})")
# Who adopted or published it, in a note beside the title: （2021年3月1日某局令第4号公布）.
_ADOPTED = re.compile(
    r"日(?:经)?([\u4e00-\u9fff]{2,40}?)(?:令?第[\d一二三四五六七八九十百]+(?:号|次)[^，；（）]{0,15}?)?(?:修订|修正)?"
    "(?:通过|公布|发布|印发|颁布|制定)"
)
_TERM_OF_OFFICE = re.compile("第[一二三四五六七八九十]+届")


def adopted_by(notes: Iterable[str]) -> str:
    """The organisation that adopted or published a document first, as its notes say, "" where none does."""
    found = (_TERM_OF_OFFICE.sub("", match[1]) for note in notes if (match := _ADOPTED.search(note)))
    return next((body for body in found if BODY.fullmatch(body) and not body.endswith("办公会")), "")


def issuer_named(title: str) -> str:
    """The organisation that a title begins with, "" where it begins with none."""
    named = _OPENS.match(title)
    return named[1] if named else ""
