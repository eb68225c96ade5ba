"""Words that two texts share, told by marks from which nobody can read the texts."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

from crpsguide.language.patterns import AS_TYPED, Pattern

LENGTH = 8  # words in a row; checklist item E13
_APOSTROPHES = Pattern(r"(?<=\w)['’](?=\w)", AS_TYPED)
_WORD = Pattern(r"[^\W_]+(?:\u0000[^\W_]+)*", AS_TYPED)


def plain_words(text: str) -> list[tuple[str, int]]:
    """The words of a text, each with its offset, without capitals, apostrophes and signs.

    >>> plain_words("It isn’t a CURE!")
    [('it', 0), ('isnt', 3), ('a', 9), ('cure', 11)]
    """
    joined = _APOSTROPHES.sub("\0", text) if "’" in text or "'" in text else text
    return [(_plain(match[0]), match.start()) for match in _WORD.compiled.finditer(joined)]


def overlap_marks(words: Sequence[str]) -> list[str]:
    """A mark for each LENGTH words in a row; the first stands for those from the first word on.

    Twelve hexadecimal digits are few enough to keep and too many to meet by chance.
    """
    return [
        blake2b(" ".join(words[at : at + LENGTH]).encode(), digest_size=6).hexdigest()
        for at in range(len(words) - LENGTH + 1)
    ]


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word.replace("\0", "")).casefold()
