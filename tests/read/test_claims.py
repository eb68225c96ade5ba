from pathlib import PurePosixPath

import pytest

from crpsguide.errors import PageError
from crpsguide.model import HeardClaim
from crpsguide.read.body import BodyParser
from crpsguide.read.claims import parse_claim
from crpsguide.read.terms import Terms

PATH = PurePosixPath("content/claims/help.md")
BEFORE = "---\nclaim: It always helps.\nverdict: overstated\n"
AFTER = "speaker: website\nheard_in: a page\nfindings: [trial#week-1, blog#one]\n---\n\n"


def parse(safer_wording: str, why: str = "One trial tells.") -> HeardClaim:
    text = f"{BEFORE}safer_wording: {safer_wording}\n{AFTER}{why}\n"
    claim, troubles = parse_claim(text, path=PATH, citable={"trial"}, parser=BodyParser(Terms({})))
    assert troubles == ()
    assert claim
    return claim


@pytest.mark.parametrize(
    ("safer_wording", "expected"),
    [
        pytest.param("It helped a little.", ["4:16"], id="on one line"),
        pytest.param('"It helped: a little."', ["4:17"], id="in quotes"),
        pytest.param(">-\n  It helped.\n  A little.", ["5:3", "6:3"], id="folded"),
    ],
)
def test_sentences_of_the_safer_wording_stand_where_they_were_typed(safer_wording: str, expected: list[str]) -> None:
    claim = parse(safer_wording)

    sentences = claim.passages[0].sentences
    assert [f"{one.place.line}:{one.place.column}" for one in sentences] == expected


def test_the_safer_wording_and_the_reasons_are_told_apart() -> None:
    claim = parse("It helped a little.", "One trial tells.\n\n- A list item")

    assert claim.main_message_text == "It helped a little."
    assert [one.text for one in claim.passages[1:]] == ["One trial tells.", "A list item"]
    assert claim.main_message
    assert len(claim.sections) == 1


def test_marks_are_numbered_through_both() -> None:
    claim = parse("It helped a little [@trial#week-1].", "One trial tells. [@trial#week-2]")

    assert [(one.number, one.citations[0].key) for one in claim.marks] == [(1, "week-1"), (2, "week-2")]


def test_a_text_that_cites_nothing_rests_on_all_that_readers_may_be_shown() -> None:
    claim = parse("It helped a little.")

    covered = [[one.id for one in passage.sentences[0].citations] for passage in claim.passages]
    assert covered == [["trial#week-1"], ["trial#week-1"]]


def test_a_text_that_cites_keeps_to_its_citations() -> None:
    claim = parse("It helped a little [@trial#week-1].", "So it is. One trial tells [@trial#week-2].")

    assert [[one.key for one in sentence.citations] for sentence in claim.passages[1].sentences] == [[], ["week-2"]]


def test_a_claim_without_front_matter_is_refused() -> None:
    with pytest.raises(PageError, match="no front matter"):
        parse_claim("It helps.", path=PATH, citable=(), parser=BodyParser(Terms({})))
