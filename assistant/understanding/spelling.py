"""Spelling: characters typed by sound (质压融资, 正府引倒) become the documents' words that sound the same.

Only what neither the documents nor the editors' asks ever write is touched, and only where a word or set phrase of the
documents has the very same syllables, tones aside. It knows no typos of other kinds.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

import rjieba

from store.index import Index
from store.sound import syllable
from store.text import normalise

_LONGEST, _SHORTEST = 4, 2  # characters of what is replaced at once
_CONTEXT = 3  # characters that stand together only where they are meant
_SET_PHRASE = 3  # times that characters must stand together to be a phrase, where they are no word
_RUN = re.compile("[㐀-鿿]+")
# What a place's name ends with stays: in 东海市成立 no 时成立 is meant.
_KINDS_OF_PLACE = frozenset("省市区县州镇乡")
_DONE = frozenset("了着过")  # what was done is a verb, and no end of a noun: 店画 is no 电话 in 饭店画了
# Characters that stand alone in any sentence: 几中 is no 集中.
_PLAIN = frozenset(
    "几哪那这多谁啥咋怎没不有的了是在我你他她它们个又也都就还再更最只把被给让叫要会能可以及与之其上下里外大小去来各由得既短甲乙丙丁中一二三四五六七八九十百千万亿两"
)


class Spelling:
    """Mends questions to one index version."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def mend(self, question: str) -> str:
        """`question` with what was typed by sound put right, and normalised; as it is where there is no such thing."""
        text = normalise(question)
        mended = self._mended(text)
        return mended if mended != text else question

    def _mended(self, text: str) -> str:
        pieces = list(rjieba.cut(text, False))
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            for first in range(len(pieces)):
                # Only whole words, or what falls apart into characters: a word is not to lose one to its neighbour.
                last = _reach(pieces, first, length)
                meant = self._meant(pieces[first:last]) if last else ""
                if meant and self._stands_so(pieces, first, last, meant):
                    continue
                if meant and not (pieces[last : last + 1] and pieces[last] in _DONE and not _is_verb(meant)):
                    pieces[first:last] = [meant, *[""] * (last - first - 1)]
        return "".join(pieces)

    def _meant(self, pieces: Sequence[str]) -> str:
        written = "".join(pieces)
        if not _RUN.fullmatch(written):
            return ""
        meant = self._phrases.get(_sound(written), "")
        if sum(map(bool, pieces)) == 1 and meant not in self._words:
            return ""  # 飞行师 is a word, and none typed for 飞行时, which is two
        changed = [char for char, other in zip(written, meant, strict=False) if char != other]
        if len(written) == _SHORTEST:
            fits = len(pieces) == _SHORTEST and not (_PLAIN & set(written + meant) or _KINDS_OF_PLACE & set(written))
        else:
            a_word = len(written) == _LONGEST and meant in self._words
            fits = 2 * len(changed) <= len(written) and (a_word or not (_PLAIN | _KINDS_OF_PLACE) & set(changed))
        if not changed or not fits or written in self._known or self._splits_word(pieces, meant):
            return ""
        return meant

    def _splits_word(self, pieces: Sequence[str], meant: str) -> bool:
        """Whether a word that the documents use would become another: 旅行的 is no 履行的."""
        ends = list(accumulate(map(len, pieces)))
        same = (meant[end - len(piece) : end] == piece for piece, end in zip(pieces, ends, strict=True))
        return any(len(p) > 1 and p in self._words and not kept for p, kept in zip(pieces, same, strict=True))

    def _stands_so(self, pieces: Sequence[str], first: int, last: int, meant: str) -> bool:
        """Whether a character that would change stands, with those beside it, in what is written somewhere: 市失能 is no 实施能
        where 失能等 is, whatever is on either side of it."""
        start, text = len("".join(pieces[:first])), "".join(pieces)
        changed = [start + n for n, char in enumerate(meant) if text[start + n] != char]
        runs = (text[n : n + _CONTEXT] for at in changed for n in range(max(0, at - _CONTEXT + 1), at + 1))
        return any(len(run) == _CONTEXT and _RUN.fullmatch(run) and run in self._known for run in runs)

    @cached_property
    def _texts(self) -> list[str]:
        return [normalise(document.text) for document in self._index.held]

    @cached_property
    def _known(self) -> str:
        """All that is ever written, to see what is not."""
        asks = (ask for id_ in self._index.searched("ask") for note in self._index.notes(id_) for ask in note.asks)
        return "\n".join([*self._texts, *asks])

    @cached_property
    def _words(self) -> Counter[str]:
        """How often the documents use each word; only words of the dictionary, for guessed ones (时起) mislead."""
        return Counter(word for text in self._texts for word in rjieba.cut(text, False) if _RUN.fullmatch(word))

    @cached_property
    def _phrases(self) -> dict[str, str]:
        """The words and set phrases of the documents by their sound; of several that sound alike, the most used."""
        used = Counter(self._words)
        together = Counter(_phrases(self._texts))
        used.update({piece: times for piece, times in together.items() if times >= _SET_PHRASE and piece not in used})
        return {
            _sound(phrase): phrase
            for phrase, _ in reversed(used.most_common())
            if _SHORTEST <= len(phrase) <= _LONGEST and _RUN.fullmatch(phrase)
        }


def _phrases(texts: Iterable[str]) -> Iterable[str]:
    """Every run of whole words that makes three or four characters."""
    for text in texts:
        pieces = list(rjieba.cut(text, False))
        for first in range(len(pieces)):
            for run in accumulate(pieces[first : first + _LONGEST]):
                if len(run) > _LONGEST:
                    break
                if len(run) > _SHORTEST:
                    yield run


def _reach(pieces: Sequence[str], first: int, length: int) -> int:
    """Where the pieces from `first` on make just `length` characters; 0 where none do."""
    for last in range(first + 1, len(pieces) + 1):
        made = sum(map(len, pieces[first:last]))
        if made >= length:
            return last if made == length else 0
    return 0


def _is_verb(word: str) -> bool:
    return any(tag.startswith("v") for _, tag in rjieba.tag(word))


def _sound(phrase: str) -> str:
    return " ".join(map(syllable, phrase))
