"""Who does what a stretch says: named in the stretch, or in a part of its clause before it, which goes on about them (馆办公室负责日常
运行，承担登记、巡查等工作)."""

import re

_PART = re.compile("[^，；。：]*[，；。：]?")
_OPENS_WITH_DEED = re.compile(
    "(?:并|还|同时|参与|或者?|负责|承担|组织|开展|实施|制定|推动|做好|加强|提供|建立|完善|及时|定期){1,3}[一-鿿]"
)
_DOER = re.compile(
    "(?:部门|机构|单位|中心|政府|委员会|办公室|协会|公司|企业|[局厅委院会馆站所社])(?:等[一-鿿]{0,6})?(?:负责|承担|牵头|要|应|将|会同|组织)"
)


def with_doer(text: str, first: int, begin: int) -> int:
    """Where to begin reading a stretch that begins at `begin` in a clause that begins at `first`: at the part before it that names
    who does it, where the stretch's own part opens with the deed and names nobody."""
    if begin <= first or not _OPENS_WITH_DEED.match(text, begin):
        return begin
    parts = [(part.start(), part[0]) for part in _PART.finditer(text, first, begin) if part[0]]
    named = [start for start, part in parts if _DOER.search(part)]
    return named[-1] if named else begin
