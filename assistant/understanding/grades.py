"""Grades: letters and numbers by which a rule tells apart whom or what it is on (甲类、乙类; 二级, 三级). What is said of one grade
holds for no other. Knows how grades are written, not any of them."""

import re

_ONE = "[a-f甲乙丙丁戊]|第?[一二三四五六七八九十]"
_KIND = "(?:类|级|档|等(?=[级奖]))"
_GRADE = re.compile(rf"(?<![甲乙丙丁戊a-f分为共])((?:{_ONE})(?:[、和与或及](?:{_ONE}))*)({_KIND})(?![似别型推])", re.I)
_EACH = re.compile(_ONE, re.I)
# With which others are meant, too.
_OPEN = re.compile(rf"(?:{_ONE}){_KIND}[一-鿿]{{0,4}}?(?:及?以[上下]|[至到—~-])|其他|其余|各[类级档等]", re.I)
_PART = re.compile("[^，；。：]+[，；。：]*")


def grades_in(text: str) -> frozenset[str]:
    """The grades that a text names, each with its kind: {甲类, 乙类} of 甲、乙类."""
    return frozenset(
        one.lower().removeprefix("第") + named[2] for named in _GRADE.finditer(text) for one in _EACH.findall(named[1])
    )


def of_other_grades(text: str, said: str) -> bool:
    """Whether a text names grades of which none is named by what is `said` of others of that kind."""
    asked, told = grades_in(text), grades_in(said)
    kinds = {grade[-1] for grade in asked}
    return bool(asked) and not asked & told and bool(kinds & {grade[-1] for grade in told}) and not _OPEN.search(said)


def on_grade(text: str, said: str) -> str:
    """What is `said` without the parts on other grades than the one that a text names; all of it where it names none, or several."""
    asked = grades_in(text)
    if len(asked) != 1 or not asked < grades_in(said) or _OPEN.search(said):
        return said
    kept, on = list[str](), frozenset[str]()
    for part in _PART.findall(said):
        on = grades_in(part) or on
        if not on or asked & on:
            kept.append(part)
    return "".join(kept)
