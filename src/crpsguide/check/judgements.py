"""What was found out about sentences: one that stands as it stood is not judged again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeVar

Found = TypeVar("Found")
Question = tuple[object, ...]  # whose parts are told apart by how they print


class Judgements:
    """Answers to questions about sentences, while texts of one guide are judged.

    An answer rests on the sentence, and on what all texts of the guide share; whatever else it rests on stands in the
    question. `earlier` are answers of another time, with the same shared, as `about` gave them. Without them nothing
    is remembered.
    """

    def __init__(self, earlier: Mapping[bytes, str] | None = None) -> None:
        self._earlier = earlier
        self._answers: dict[str, dict[Question, str]] = {}

    def answer(self, sentence: str, question: Question, judge: Callable[[], str]) -> str:
        """What `judge` says of a sentence, or said before."""
        if self._earlier is None:
            return judge()
        answers = self._answers.setdefault(sentence, {})
        if question not in answers:
            before = self._earlier.get(_key(sentence, question)) if self._earlier else None
            answers[question] = judge() if before is None else before
        return answers[question]

    def found(self, sentence: str, question: Question, look: Callable[[], Iterable[Found]]) -> Sequence[Found]:
        """What `look` finds in a sentence; it does not look again where it found nothing before."""
        found: list[Found] = []

        def judge() -> str:
            found.extend(look())
            return "something" if found else ""

        return found or [*look()] if self.answer(sentence, question, judge) else ()

    def about(self, sentences: Iterable[str]) -> Mapping[bytes, str]:
        """What is known of some sentences, to be remembered."""
        if not self._answers:
            return {}
        return {
            _key(sentence, question): answer
            for sentence in dict.fromkeys(sentences)  # the same words may stand on a page a thousand times
            for question, answer in self._answers.get(sentence, {}).items()
        }


NOT_KEPT = Judgements()


def _key(sentence: str, question: Question) -> bytes:
    return blake2b(repr((sentence, question)).encode(), digest_size=10).digest()
