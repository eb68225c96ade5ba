"""A sentence that stands as it stood is not judged again."""

from collections.abc import Sequence

import pytest

from crpsguide.check import sentence_cache as module
from crpsguide.check.sentence_cache import NO_SENTENCE_CACHE, SentenceCache


class Judge:
    """Finds the same in every sentence, and counts how often it looks."""

    def __init__(self, found: Sequence[str] = ()) -> None:
        self.found = found
        self.looks = 0

    def look(self) -> Sequence[str]:
        self.looks += 1
        return self.found


@pytest.mark.parametrize(
    ("sentence", "question", "looks"),
    [
        pytest.param("It helps.", ("W1", ""), 1, id="the same"),
        pytest.param("It heals.", ("W1", ""), 2, id="another sentence"),
        pytest.param("It helps.", ("W2", ""), 2, id="another rule"),
        pytest.param("It helps.", ("W1", "Why?"), 2, id="another sentence before it"),
    ],
)
def test_a_sentence_known_to_be_clean_is_not_looked_at_again(
    sentence: str, question: tuple[str, ...], looks: int
) -> None:
    judge, first = Judge(), SentenceCache({})
    first.search("It helps.", ("W1", ""), judge.look)

    again = SentenceCache(first.entries_about(["It helps."])).search(sentence, question, judge.look)

    assert (again, judge.looks) == ((), looks)


def test_the_faults_of_a_sentence_are_found_again() -> None:
    judge, first = Judge(["a fault"]), SentenceCache({})
    first.search("It cures.", ("W1",), judge.look)

    again = SentenceCache(first.entries_about(["It cures."])).search("It cures.", ("W1",), judge.look)

    assert again == ["a fault"]


def test_an_answer_is_given_in_its_own_words() -> None:
    first = SentenceCache({})
    first.get_or_compute("Rest.", ("E1",), lambda: "ADVICE")

    again = SentenceCache(first.entries_about(["Rest."]))

    assert again.get_or_compute("Rest.", ("E1",), lambda: "a claim") == "ADVICE"


def test_only_what_is_known_of_the_sentences_asked_for_is_told() -> None:
    sentence_cache = SentenceCache({})
    sentence_cache.get_or_compute("Rest.", ("E1",), lambda: "ADVICE")
    sentence_cache.get_or_compute("Walk.", ("E1",), lambda: "ADVICE")

    assert len(sentence_cache.entries_about(["Rest.", "Swim."])) == 1


def test_where_nothing_is_kept_each_question_is_answered_anew() -> None:
    judge = Judge()

    NO_SENTENCE_CACHE.search("It helps.", ("W1",), judge.look)
    NO_SENTENCE_CACHE.search("It helps.", ("W1",), judge.look)

    assert judge.looks == 2
    assert not NO_SENTENCE_CACHE.entries_about(["It helps."])


def test_words_that_stand_a_thousand_times_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    keyed = 0

    def counted(sentence: str, question: tuple[object, ...]) -> bytes:
        nonlocal keyed
        keyed += 1
        return key(sentence, question)

    sentence_cache, key = SentenceCache({}), module._key
    for number in range(10):
        sentence_cache.search("It helps.", (number,), list)
    monkeypatch.setattr(module, "_key", counted)

    sentence_cache.entries_about(["It helps."] * 1000)

    assert keyed == 10
