"""The words of the glossary, found where a page first uses them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W_]+")


class Terms:
    """The words of the glossary, and the expression that finds them."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Take a mapping from the word in text to the id of its term."""
        self.forms = {form.casefold(): term for form, term in forms.items() if form.strip()}
        longest_first = sorted(filter(str.strip, forms), key=lambda form: (-len(form), form))
        words = "|".join(re.escape(form) for form in longest_first)
        self.pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if words else None
        self.first_words = frozenset(found[0] if (found := _WORD.search(form)) else "" for form in self.forms)

    def first_uses(self, text: str, used: set[str]) -> Iterator[tuple[int, int, str]]:
        """Start, end and term of each term that `used` does not hold yet; adds them to it."""
        for match in self._found_in(text):
            term = self.forms[match[0].casefold()]
            if term not in used:
                used.add(term)
                yield match.start(), match.end(), term

    def counted(self, texts: Iterable[str]) -> Mapping[str, int]:
        """How often the texts use each term, by its id."""
        return dict(Counter(self.forms[match[0].casefold()] for text in texts for match in self._found_in(text)))

    def _found_in(self, text: str) -> Iterator[re.Match[str]]:
        if self.pattern is None:
            return
        if "" not in self.first_words and self.first_words.isdisjoint(_WORD.findall(text.casefold())):
            return  # most texts hold none, which is told ten times sooner by their words
        for match in self.pattern.finditer(text):
            if match[0].casefold() in self.forms:  # a few letters match others that fold to neither (“İ” and “i”)
                yield match
