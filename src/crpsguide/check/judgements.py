"""A cache of what rules found out about sentences: an unchanged sentence is not judged again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeVar

Found = TypeVar("Found")
Question = tuple[object, ...]  # questions are the same when their parts have the same `repr`


class Judgements:
    """Answers to questions about sentences, cached while the texts of one guide are checked.

    An answer may depend on the sentence and on what all texts of the guide share; all else that it depends on has to
    be in the question. `earlier` are answers of an earlier run, as `about` returned them, valid while what is shared
    has not changed; None turns the cache off.
    """

    def __init__(self, earlier: Mapping[bytes, str] | None = None) -> None:
        self._earlier = earlier
        self._answers: dict[str, dict[Question, str]] = {}

    def answer(self, sentence: str, question: Question, judge: Callable[[], str]) -> str:
        """The answer to a question about a sentence, from the cache or else from `judge`."""
        if self._earlier is None:
            return judge()
        answers = self._answers.setdefault(sentence, {})
        if question not in answers:
            cached = self._earlier.get(_key(sentence, question)) if self._earlier else None
            answers[question] = judge() if cached is None else cached
        return answers[question]

    def found(self, sentence: str, question: Question, search: Callable[[], Iterable[Found]]) -> Sequence[Found]:
        """What `search` finds in a sentence. Only “nothing” is cached: where it found something, it is called again."""
        found: list[Found] = []

        def judge() -> str:
            found.extend(search())
            return "something" if found else ""

        return found or [*search()] if self.answer(sentence, question, judge) else ()

    def about(self, sentences: Iterable[str]) -> Mapping[bytes, str]:
        """The answers of this run about some sentences, to be saved for later runs."""
        if not self._answers:
            return {}
        return {
            _key(sentence, question): answer
            for sentence in dict.fromkeys(sentences)  # a page may repeat a sentence a thousand times
            for question, answer in self._answers.get(sentence, {}).items()
        }


NOT_KEPT = Judgements()


def _key(sentence: str, question: Question) -> bytes:
    return blake2b(repr((sentence, question)).encode(), digest_size=10).digest()
