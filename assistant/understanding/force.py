"""Force: what a stretch of rule obliges to, allows, forbids or exempts from, and whether another stretch says otherwise."""

import re

MIN = re.compile(r"不(?:得|能|应|可)?(?:少|低|小)于|至少|最少|起码|以上")
MAX = re.compile(r"不(?:得|能|应|可)?(?:多|高|大)于|不(?:得|能|应|可)?超过|至多|最多|以内|之内|以下")
_FORBID = re.compile(
    r"不得|不能|不可以?(?!或缺)|不予|不准|不许|禁止|严禁|不应|不要(?!求)|不再|避免|不允许|不受理|不接受|不纳入"
)
_EXEMPT = re.compile(r"无需|无须|不需|不必|不用|免于|不要求|可不")
_MUST = re.compile(
    r"必须|务必|应(?![用对急收付])|须(?!知)|需要?(?!求)|(?<![主重必简需摘概不])要(?![素点件闻])|一律|只能"
)
_MAY = re.compile(r"(?<!不)可以(?!获)|(?<![不许认])可(?![能行靠持信见以获])|(?<!不)允许|有权|自愿")
_ABLE = re.compile(r"(?<![不可职功性动产才])能(?![力源效])")
_SOFT = re.compile(r"可|鼓励|优先|原则上|有条件的|自愿|^(?:支持|引导|推动|探索)")
_NEGATED = re.compile(
    r"不(?![断仅同限良一但管])|没|未(?!来)|无(?![形论])|非(?![常公遗])|除外|排除|禁止|严禁|避免|拒绝|免"
)

FORCE = re.compile("|".join(pattern.pattern for pattern in (_EXEMPT, _FORBID)))  # the words themselves, for leaving out


def contradicts(part: str, stretch: str, bounded: bool) -> bool:
    """Whether the force of `part` is not that of `stretch`, nor, where they state a value (`bounded`), its bounds.

    Leave must be given in words; a duty may be plain.
    """
    if bounded and any(bool(bound.search(part)) != bool(bound.search(stretch)) for bound in (MIN, MAX)):
        return True
    part, stretch = (MAX.sub("", MIN.sub("", text)) for text in (part, stretch))
    if bool(_NEGATED.search(part)) != bool(_NEGATED.search(stretch)):
        return True
    if _EXEMPT.search(part):
        return not _EXEMPT.search(stretch)
    if _FORBID.search(part):
        return bool(_EXEMPT.search(stretch))
    if _MUST.search(part):
        return not _MUST.search(stretch) and bool(_SOFT.search(stretch))
    if _MAY.search(part):
        return not _MAY.search(stretch)
    return bool(_ABLE.search(part) and _MUST.search(stretch))
