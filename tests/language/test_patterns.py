import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import crpsguide
from crpsguide.language.patterns import Pattern, PatternsByWord, has_digit, word_list
from crpsguide.model import roots_in

CASES = Path(__file__).parents[1] / "check/cases"


@pytest.mark.parametrize(
    ("needs", "text", "is_found"),
    [
        pytest.param("", "Pain fell.", True, id="needs nothing"),
        pytest.param("pain itch", "Pain fell.", True, id="one of the words, with a capital"),
        pytest.param("itch", "Pain fell.", False, id="none of the words"),
        pytest.param("pain", "The painting fell.", False, id="a part of a word"),
        pytest.param("#", "It fell by 2.", True, id="a digit"),
        pytest.param("#", "It fell by ½.", True, id="a fraction"),
        pytest.param("#", "It fell.", False, id="no digit"),
    ],
)
def test_a_text_without_what_a_pattern_needs_is_not_searched(needs: str, text: str, is_found: bool) -> None:
    pattern = Pattern("fell", needs=needs)

    assert bool(pattern.search(text)) is is_found
    assert bool([*pattern.finditer(text)]) is is_found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It cures 3 of 4.", ["any", "cure", "number"], id="in their order"),
        pytest.param("It eases.", ["any"], id="none of the words"),
        pytest.param("A secure hold.", ["any"], id="a part of a word"),
    ],
)
def test_of_listed_patterns_those_are_possible_whose_words_stand_in_a_text(text: str, found: list[str]) -> None:
    patterns = {"any": Pattern("e"), "cure": Pattern("cures?", needs="cure cures"), "number": Pattern("3", needs="#")}

    assert [name for name, _ in PatternsByWord(patterns.items()).possible(text)] == found


def test_wherever_a_pattern_is_found_stands_what_it_needs() -> None:
    patterns, texts = [*_patterns()], {*_texts()}

    hidden = [
        (pattern.pattern, text)
        for pattern in patterns
        for text in texts
        if not pattern.may_stand_in(text) and pattern.compiled.search(text)
    ]

    assert len(patterns) > 30
    assert hidden == []


def _patterns() -> Iterator[Pattern]:
    """Those of all modules that need something."""
    for module in pkgutil.walk_packages(crpsguide.__path__, "crpsguide."):
        if module.name.startswith(("crpsguide.language", "crpsguide.check")):
            for value in vars(importlib.import_module(module.name)).values():
                listed = [one for _, one in value.all] if isinstance(value, PatternsByWord) else value
                some = listed if isinstance(listed, (tuple, list)) else (listed,)
                yield from (one for one in some if isinstance(one, Pattern) and one.needs)


def _texts() -> Iterator[str]:
    for file in ("numbers-tuned", "overclaims", "overclaims-unseen", "reading", "certainty-tuned"):
        yield from _strings(yaml.safe_load((CASES / f"{file}.yaml").read_text("utf-8")))


def _strings(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield re.sub(r"\s+", " ", tree)
    elif isinstance(tree, dict):
        yield from (text for pair in tree.items() for one in pair for text in _strings(one))
    elif isinstance(tree, list):
        yield from (text for one in tree for text in _strings(one))


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_a_text_of_plain_letters_has_the_words_that_it_has_beside_others(plain: str) -> None:
    beside_others = f"{plain} élan"

    assert word_list(beside_others) == [*word_list(plain), "élan"]
    assert has_digit(beside_others) == has_digit(plain)
    assert roots_in(beside_others) == roots_in(plain) | roots_in("élan")
