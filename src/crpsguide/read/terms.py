"""The words of the glossary, found where a page first uses them."""

import re
from collections.abc import Iterator, Mapping

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
        if self.pattern is None:
            return
        if "" not in self.first_words and self.first_words.isdisjoint(_WORD.findall(text.casefold())):
            return  # most texts hold none, which is told ten times sooner by their words
        for match in self.pattern.finditer(text):
            # A few letters match others in a case that folds to neither (“İ” and “i”).
            term = self.forms.get(match[0].casefold())
            if term is not None and term not in used:
                used.add(term)
                yield match.start(), match.end(), term
