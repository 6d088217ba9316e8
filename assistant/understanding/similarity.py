"""How alike two short texts sound: overlap of weighted syllable pairs.

Syllables, not characters, so that homophone slips (质压 for 质押) still match. Latin words and numbers count as one unit
each. The weight of a pair is its rarity among the texts compared, so that what all of them say decides nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise

from assistant.understanding.asking import STOP
from store.sound import syllable
from store.text import normalise

Grams = frozenset[str]

_ASKING = re.compile(
    "什么时候|为什么|有没有|能不能|可不可以|是不是|行不行|对不对|要不要|多长时间|哪些|哪个|哪几|什么|多少|怎么|怎样|如何|是否|能否"
    "|可否|请问|一下|几个|可以|吗|呢|吧|啊|呀|嘛|么|啥|咋|的|了|我们|你们|他们|咱们|我|你|您|他|俺|咱|那|这|是|有|要|在|就|都|还|也|请|想|把|被|和|与|及|或"
)
_UNIT = re.compile(r"[a-z]+|\d+(?:\.\d+)?%?|[㐀-鿿]")


@lru_cache(maxsize=100_000)
def grams(text: str) -> Grams:
    """The syllable pairs and units of `text`, words of asking left out."""
    found: set[str] = set()
    for run in _ASKING.sub(" ", normalise(text)).split():
        syllables = []
        for unit in _UNIT.findall(run):
            if unit >= "㐀":
                syllables.append(syllable(unit))
            elif (
                unit not in STOP
            ):  # Chinese units are single characters, part of other words here though stop words too
                syllables.append(_stem(unit))
                found.add(syllables[-1])
        found.update([f"{left} {right}" for left, right in pairwise(syllables)])
        if len(syllables) == 1:
            found.update(syllables)
    return frozenset(found)


def _stem(word: str) -> str:
    # Enough for English plurals and verb forms; a stemmer's finer rules make no difference on single clauses.
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


class Scale:
    """How much texts have of a question, by the pairs that they share.

    A pair weighs ln(1 + N / df), df of the N `texts` that are compared having it; one that none has weighs ln(1 + N).
    """

    def __init__(self, question: str, texts: Iterable[str]) -> None:
        compared = [grams(text) for text in texts]
        counts = Counter(chain.from_iterable(compared))
        weights = {count: math.log(1 + len(compared) / count) for count in set(counts.values())}
        self._weights = {gram: weights[count] for gram, count in counts.items()}
        self._unknown = math.log(1 + len(compared)) if compared else 1.0
        self._question = grams(question)
        self._whole = self._weight(self._question)

    def covered(self, *texts: str) -> float:
        """Share of the question's weight that the texts together hold, 0 to 1."""
        held = self._question.intersection(chain.from_iterable(map(grams, texts)))
        return self._weight(held) / self._whole if self._whole else 0.0

    def alike(self, text: str) -> float:
        """Weighted Dice coefficient of the question and one text, 0 to 1."""
        other = grams(text)
        whole = self._whole + self._weight(other)
        return 2 * self._weight(self._question & other) / whole if whole else 0.0

    def _weight(self, pairs: Grams) -> float:
        return sum([self._weights.get(gram, self._unknown) for gram in pairs])
