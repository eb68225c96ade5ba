"""The published text of records, with the place of every sentence."""

from pathlib import PurePosixPath

import pytest
from tests.read.bodies import ReadFiles

from crpsguide.model import PassageKind, TextKind
from crpsguide.read.yaml_passages import ANY, typed_passages
from crpsguide.read.yaml_tree import parse_yaml

FILE = PurePosixPath("content/evidence/lee2020.yaml")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a: Rest now. Then act.", [("Rest now.", "1:4-1:13"), ("Then act.", "1:14-1:23")], id="plain"),
        pytest.param(
            "a: >-\n  Rest\n  now. Then act.", [("Rest now.", "2:3-3:7"), ("Then act.", "3:8-3:17")], id="folded"
        ),
        pytest.param("a: |\n  Rest.\n\n  Act.", [("Rest.", "2:3-2:8"), ("Act.", "4:3-4:7")], id="as typed"),
        pytest.param('a: "Rest now."', [("Rest now.", "1:5-1:14")], id="in double quotes"),
        pytest.param("a: 'Don''t rest now.'", [("Don't rest now.", "1:4-1:21")], id="a doubled quotation mark"),
        pytest.param("b: now.\na: Rest\n  now.", [("Rest now.", "2:4-3:7")], id="the same word above"),
        pytest.param("a: ''", [], id="empty"),
        pytest.param("a: [now]", [], id="no text"),
    ],
)
def test_where_each_sentence_of_a_value_was_typed(text: str, found: list[tuple[str, str]]) -> None:
    document = parse_yaml(text, FILE)

    sentences = [
        (sentence.text, f"{at.line}:{at.column}-{at.end_line}:{at.end_column}")
        for passage in typed_passages(document, {("a",): PassageKind.PARAGRAPH})
        for sentence in passage.sentences
        for at in [sentence.place]
    ]
    assert sentences == found


def test_any_key_and_any_item_stand_in_the_order_of_the_file() -> None:
    document = parse_yaml("a:\n  x: {b: One}\n  y: {b: Two, c: No}\nd: [Three, Four]", FILE, first_line=3)
    kinds = {("d", ANY): PassageKind.ITEM, ("a", ANY, "b"): PassageKind.PARAGRAPH}

    passages = list(typed_passages(document, kinds))

    assert [(one.text, one.heading, one.place.line) for one in passages] == [
        ("One", "a.x.b", 4),
        ("Two", "a.y.b", 5),
        ("Three", "d.0", 6),
        ("Four", "d.1", 6),
    ]


def test_a_finding_rests_on_itself_and_a_meaning_on_what_it_cites(read_files: ReadFiles) -> None:
    files = {
        "evidence/lee2020.yaml": "source: {type: report, title: T}\n"
        "appraisal: {design: cohort, use: cite, why_use: w, read: abstract, checked: 2026-01-02}\n"
        "summary: In short.\n"
        "findings:\n  pain: {says: It fell., kind: effect, certainty: low, rated_by: editor}\n",
        "glossary.yaml": "pain: {term: pain, plain: what hurts, meaning: It hurts., cite: [lee2020#pain]}\n",
        "changes/first.md": "---\ntitle: New\ndate: 2026-01-02\n---\n\nA page.\nIt is new.\n\nMore.\n",
        "pages/index.md": "---\ntitle: Home\n---\nText.\n",
    }

    texts = {one.kind: one for one in read_files(files).record_texts}

    cited = {
        sentence.text: [citation.id for citation in sentence.citations]
        for text in texts.values()
        for passage in text.passages
        for sentence in passage.sentences
    }
    assert cited == {
        "In short.": ["lee2020"],
        "It fell.": ["lee2020#pain"],
        "what hurts": [],
        "It hurts.": ["lee2020#pain"],
        "New": [],
        "A page.": [],
        "It is new.": [],
        "More.": [],
    }
    assert [one.place.line for one in texts[TextKind.CHANGE].passages] == [2, 6, 9]
