from pathlib import PurePosixPath

import pytest

from crpsguide.check.numbers.places import place_in
from crpsguide.model import Place, Sentence

FILE = PurePosixPath("a.md")


@pytest.mark.parametrize(
    ("typed", "text", "words", "place"),
    [
        pytest.param("It took 5 mg.", "It took 5 mg.", "5 mg", "3:9", id="as typed"),
        pytest.param("It took _5_ *mg*.", "It took 5 mg.", "5 mg", "3:10", id="emphasis"),
        pytest.param("Then 15 and 5.", "Then 15 and 5.", "5", "3:13", id="not within a number"),
        pytest.param("5 of [5](a5.md) or\n5.", "5 of 5 or 5.", "5 or", "3:7", id="not in an address"),
        pytest.param("5 [@a2005]\nthen 6", "5 then 6", "6", "4:6", id="next line"),
        pytest.param("It took five.", "It took 5 mg.", "5 mg", "3:1", id="nowhere: the sentence"),
        pytest.param("5 mg", "5 mg", "", "3:1", id="no words: the sentence"),
    ],
)
def test_where_words_of_a_sentence_were_typed(typed: str, text: str, words: str, place: str) -> None:
    lines = ("", "", *typed.split("\n"))
    sentence = Sentence(text, Place(FILE, 3, 1, len(lines), len(lines[-1]) + 1), ())
    start = text.rindex(words) if words else 0

    found = place_in(lines, sentence, start, start + len(words))

    assert f"{found.line}:{found.column}" == place


def test_each_of_many_equal_words_has_its_own_place() -> None:
    typed = "about 5 mg, " * 50
    sentence = Sentence(typed, Place(FILE, 1, 1, 1, len(typed) + 1), ())
    starts = [at * 12 + 6 for at in range(50)]

    columns = [place_in((typed,), sentence, at, at + 4).column for at in starts]

    assert columns == [at + 1 for at in starts]
