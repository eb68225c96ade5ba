from pathlib import Path

import pytest
import yaml

from crpsguide.language.grammar import begins_with_action, number_words, passive_verbs

CASES = yaml.safe_load((Path(__file__).parent / "cases/grammar.yaml").read_text("utf-8"))


def _answers(kind: str) -> list[tuple[str, bool]]:
    return [(text, answer == "yes") for answer, texts in CASES[kind].items() for text in texts]


@pytest.mark.parametrize(("text", "expected"), _answers("actions"))
def test_a_step_begins_with_what_to_do(text: str, expected: bool) -> None:
    assert begins_with_action(text) is expected


@pytest.mark.parametrize(("text", "expected"), _answers("passives"))
def test_passives(text: str, expected: bool) -> None:
    assert bool(passive_verbs(text)) is expected


@pytest.mark.parametrize(("text", "expected"), CASES["numbers"])
def test_numbers_in_letters(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in number_words(text)] == expected
