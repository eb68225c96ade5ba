"""Finds glossary terms in text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from crpsguide.language.expressions import LazyPattern, same_length_lower

_WORD = LazyPattern(r"[^\W_]+")
_WORD_PART = LazyPattern(r"[\w-]")


class Terms:
    """An index of glossary terms by the first word of their forms.

    A regular expression of all forms would take longer to compile than a page takes to parse.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Index a mapping from forms, as they occur in text, to ids of terms."""
        self._forms: dict[str, list[tuple[str, int, str]]] = {}  # form, offset of its first word, and id; longest first
        ids = {same_length_lower(form): term for form, term in forms.items()}
        for form in sorted(ids, key=len, reverse=True):
            if first := _WORD.search(form):
                self._forms.setdefault(first[0], []).append((form, first.start(), ids[form]))

    def __bool__(self) -> bool:
        """Whether there are any terms."""
        return bool(self._forms)

    def first_uses(self, text: str, used: set[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and id of each term that is not in `used`; adds the ids to it."""
        for start, end, term in self._found_in(text):
            if term not in used:
                used.add(term)
                yield start, end, term

    def counted(self, texts: Iterable[str]) -> Mapping[str, int]:
        """How often the texts use each term, by id."""
        return dict(Counter(term for text in texts for _, _, term in self._found_in(text))) if self else {}

    def _found_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and id of each occurrence of a term; they do not overlap."""
        lower = same_length_lower(text)
        if self._forms.keys().isdisjoint(_WORD.findall(lower)):  # true of most texts
            return
        end = 0
        for word in _WORD.finditer(lower):
            for form, word_offset, term in self._forms.get(word[0], ()):
                start = word.start() - word_offset
                if start >= end and lower.startswith(form, start) and _is_word(lower, start, start + len(form)):
                    end = start + len(form)
                    yield start, end, term
                    break


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a range is not part of a longer word."""
    return not (_WORD_PART.match(text, end) or (start and _WORD_PART.match(text, start - 1)))
