"""How Chinese characters sound, each by itself."""

import os
from functools import cache

# Read once, when the library is loaded: how words are read, which takes it half a second and 40 MB, is not asked for.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")

from pypinyin import lazy_pinyin


@cache
def syllable(char: str) -> str:
    """How a character sounds, its tone and its neighbours aside: zhi for 质."""
    return str(lazy_pinyin(char)[0])
