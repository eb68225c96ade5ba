"""A cache of the results of rules for sentences: an unchanged sentence is not checked again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeVar

Match = TypeVar("Match")
Question = tuple[object, ...]  # what is computed, and all that it depends on; compared by `repr`


class SentenceCache:
    """Results for sentences while the texts of one guide are checked, by sentence and question.

    A result may depend on the sentence and on what all texts of the guide share; all else that it depends on has to
    be in the question. `earlier` are results of an earlier run, from `entries_about`, valid while what is shared has
    not changed; None turns the cache off.
    """

    def __init__(self, earlier: Mapping[bytes, str] | None = None) -> None:
        self._earlier = earlier
        self._results: dict[str, dict[Question, str]] = {}

    def get_or_compute(self, sentence: str, question: Question, compute: Callable[[], str]) -> str:
        """The result for a sentence, from the cache or else from `compute`."""
        if self._earlier is None:
            return compute()
        results = self._results.setdefault(sentence, {})
        if question not in results:
            cached = self._earlier.get(_key(sentence, question)) if self._earlier else None
            results[question] = compute() if cached is None else cached
        return results[question]

    def search(self, sentence: str, question: Question, search: Callable[[], Iterable[Match]]) -> Sequence[Match]:
        """What `search` finds in a sentence. Only an empty result is cached: otherwise `search` is called again."""
        found: list[Match] = []

        def compute() -> str:
            found.extend(search())
            return "something" if found else ""

        return found or [*search()] if self.get_or_compute(sentence, question, compute) else ()

    def entries_about(self, sentences: Iterable[str]) -> Mapping[bytes, str]:
        """The results of this run for some sentences, to be saved for later runs."""
        if not self._results:
            return {}
        return {
            _key(sentence, question): result
            for sentence in dict.fromkeys(sentences)  # a page may repeat a sentence a thousand times
            for question, result in self._results.get(sentence, {}).items()
        }


NO_SENTENCE_CACHE = SentenceCache()


def _key(sentence: str, question: Question) -> bytes:
    return blake2b(repr((sentence, question)).encode(), digest_size=10).digest()
