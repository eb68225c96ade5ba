"""The words of the glossary, found where a page first uses them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from crpsguide.language.expressions import LazyPattern, same_length_lower

_WORD = LazyPattern(r"[^\W_]+")
_WITHIN = LazyPattern(r"[\w-]")  # what goes on with a word, on either side


class Terms:
    """The words of the glossary, by the first word of each.

    One expression of all of them would take longer to compile than it takes to read a page.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Take a mapping from the word in text to the id of its term."""
        self._forms: dict[str, list[tuple[str, int, str]]] = {}  # longest first, each with what stands before its word
        known = {same_length_lower(form): term for form, term in forms.items()}
        for form in sorted(known, key=len, reverse=True):
            if first := _WORD.search(form):
                self._forms.setdefault(first[0], []).append((form, first.start(), known[form]))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._forms)

    def first_uses(self, text: str, used: set[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and term of each term that `used` does not hold yet; adds them to it."""
        for start, end, term in self._found_in(text):
            if term not in used:
                used.add(term)
                yield start, end, term

    def counted(self, texts: Iterable[str]) -> Mapping[str, int]:
        """How often the texts use each term, by its id."""
        return dict(Counter(term for text in texts for _, _, term in self._found_in(text))) if self else {}

    def _found_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        small = same_length_lower(text)
        if self._forms.keys().isdisjoint(_WORD.findall(small)):
            return  # most texts hold none
        end = 0
        for word in _WORD.finditer(small):
            for form, before, term in self._forms.get(word[0], ()):
                start = word.start() - before
                if start >= end and small.startswith(form, start) and _stands_alone(small, start, start + len(form)):
                    end = start + len(form)
                    yield start, end, term
                    break


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (_WITHIN.match(text, end) or (start and _WITHIN.match(text, start - 1)))
