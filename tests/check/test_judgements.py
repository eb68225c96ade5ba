"""A sentence that stands as it stood is not judged again."""

from collections.abc import Sequence

import pytest

from crpsguide.check import judgements as module
from crpsguide.check.judgements import NOT_KEPT, Judgements


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
    judge, first = Judge(), Judgements({})
    first.found("It helps.", ("W1", ""), judge.look)

    again = Judgements(first.about(["It helps."])).found(sentence, question, judge.look)

    assert (again, judge.looks) == ((), looks)


def test_the_faults_of_a_sentence_are_found_again() -> None:
    judge, first = Judge(["a fault"]), Judgements({})
    first.found("It cures.", ("W1",), judge.look)

    again = Judgements(first.about(["It cures."])).found("It cures.", ("W1",), judge.look)

    assert again == ["a fault"]


def test_an_answer_is_given_in_its_own_words() -> None:
    first = Judgements({})
    first.answer("Rest.", ("E1",), lambda: "ADVICE")

    again = Judgements(first.about(["Rest."]))

    assert again.answer("Rest.", ("E1",), lambda: "a claim") == "ADVICE"


def test_only_what_is_known_of_the_sentences_asked_for_is_told() -> None:
    judgements = Judgements({})
    judgements.answer("Rest.", ("E1",), lambda: "ADVICE")
    judgements.answer("Walk.", ("E1",), lambda: "ADVICE")

    assert len(judgements.about(["Rest.", "Swim."])) == 1


def test_where_nothing_is_kept_each_question_is_answered_anew() -> None:
    judge = Judge()

    NOT_KEPT.found("It helps.", ("W1",), judge.look)
    NOT_KEPT.found("It helps.", ("W1",), judge.look)

    assert judge.looks == 2
    assert not NOT_KEPT.about(["It helps."])


def test_words_that_stand_a_thousand_times_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    keyed = 0

    def counted(sentence: str, question: tuple[object, ...]) -> bytes:
        nonlocal keyed
        keyed += 1
        return key(sentence, question)

    judgements, key = Judgements({}), module._key
    for number in range(10):
        judgements.found("It helps.", (number,), list)
    monkeypatch.setattr(module, "_key", counted)

    judgements.about(["It helps."] * 1000)

    assert keyed == 10
