"""From a page as received to a document's canonical text: what is regular by rule, the rest by an errata file.

Canonical text: Simplified characters, full-width Chinese punctuation, one paragraph a line, no empty lines, no spaces
at the ends of lines.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import opencc

from ingest.errata import Errata, apply_errata
from store.errors import CatalogError
from store.records import Repair

_HAN = r"[\u3400-\u9fff]"
# A pinyin note always bears a tone mark; a letter without one, 类别(a), is the document's own.
_SYLLABLE = r"[a-zü]{0,3}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]{0,3}"
_PINYIN_NOTES = re.compile(rf"(?<={_HAN})(?:[(（]{_SYLLABLE}[)）])+")

# Within a run of ASCII, as in 10:30 or 1,000, punctuation is not Chinese; at its edge, as in 010-62083864;城市, it is.
# The question mark is left alone: in a damaged page it stands for lost bytes, and must not pass for punctuation.
_EDGE_PUNCTUATION = re.compile(r"(?<![!-'*-~])[,;:]+|[,;:]+(?![!-'*-~])")
_FULL_WIDTH = str.maketrans(",;:()", "，；：（）")
_BRACKETS = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A canonical text and what in it is not as received."""

    text: str
    repairs: tuple[Repair, ...]


def clean(page: str, errata: Errata, first: str = "", last: str = "") -> Cleaned:
    """The canonical text of the document that stands on `page` from the lines `first` to the line `last`.

    Raises CatalogError where these lines are not there exactly once, ErrataError where a repair doesn't match.
    """
    text = apply_rules(page)
    return Cleaned(*apply_errata(_cut(text, first, last), errata))


def apply_rules(page: str) -> str:
    """What is regular: script, pinyin notes, width of punctuation, one paragraph a line. Changes no clean text."""
    text = _to_simplified().convert(unicodedata.normalize("NFC", page))
    text = _PINYIN_NOTES.sub("", text)
    text = _EDGE_PUNCTUATION.sub(lambda match: match[0].translate(_FULL_WIDTH), text)
    text = _BRACKETS.sub(lambda match: match[0].translate(_FULL_WIDTH), text)
    return "\n".join(line for line in (raw.strip() for raw in text.splitlines()) if line)


@cache
def _to_simplified() -> opencc.OpenCC:
    # Characters only: the document's words must stay its own, unlike in `store.text`, which is for matching.
    return opencc.OpenCC("t2s")


def _cut(text: str, first: str, last: str) -> str:
    """The lines from `first` to `last`, both included."""
    start = _only(text, first, "first") if first else 0
    end = start + _only(text[start:], last, "last") + len(last) if last else len(text)
    return text[start:end]


def _only(text: str, lines: str, field: str) -> int:
    """Where `lines` stand as whole lines of the text, once."""
    found = [match.start() for match in re.finditer(rf"(?m)^{re.escape(lines)}$", text)]
    if len(found) != 1:
        raise CatalogError(
            f"corpus/catalog.toml, field source.{field}: “{lines}” stands {len(found)} times on the cleaned page, "
            "not once."
        )
    return found[0]
