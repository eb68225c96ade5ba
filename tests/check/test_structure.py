import pytest
from tests.check.guides import MakeSite, told
from tests.check.written import guide_page

from crpsguide.check import structure
from crpsguide.check.rule import Rule

POINTS = "/// key-points\n- One is known.\n- Two is known.\n- Not known: three.\n///"
WORDS = "word " * 201
BAD_BLOCK = "/// figure\n///"  # it lacks its options


@pytest.mark.parametrize(
    ("rule", "body", "places"),
    [
        pytest.param(structure.second_title, "# Title\n\nText.", ["12:3"], id="S1 second title"),
        pytest.param(structure.second_title, "## Part\n\nText.", [], id="S1 level 2"),
        pytest.param(structure.main_message_missing, "Text.", ["1:1"], id="S3 none"),
        pytest.param(structure.main_message_missing, "/// main-message\nText.\n///\n\n## A b", [], id="S3 first"),
        pytest.param(
            structure.main_message_missing, "## A b\n\n/// main-message\nText.\n///", ["14:1"], id="S3 below a heading"
        ),
        pytest.param(
            structure.second_main_message,
            "/// main-message\nText.\n///\n\n/// main-message\nText.\n///",
            ["16:1"],
            id="S3 two",
        ),
        pytest.param(structure.key_points_missing, "Text.", ["1:1"], id="S4 none"),
        pytest.param(structure.key_points_missing, POINTS, [], id="S4 there"),
        pytest.param(structure.key_points_number, POINTS, [], id="S4 three"),
        pytest.param(structure.key_points_number, "/// key-points\n- One.\n- Two.\n///", ["12:1"], id="S4 two"),
        pytest.param(structure.key_point_too_long, POINTS + "\n\n" + WORDS, [], id="S4 short"),
        pytest.param(
            structure.key_point_too_long, POINTS.replace("Two", "two " * 20), ["14:3"], id="S4 more than 20 words"
        ),
        pytest.param(structure.key_points_without_unknown, POINTS, [], id="S4 unknown"),
        pytest.param(
            structure.key_points_without_unknown, POINTS.replace("Not known: ", ""), ["12:1"], id="S4 no unknown"
        ),
        pytest.param(structure.heading_too_far, f"## A b\n\n{WORDS}", ["14:1"], id="S5 201 words"),
        pytest.param(structure.heading_too_far, f"## A b\n\n{'word ' * 200}", [], id="S5 200 words"),
        pytest.param(
            structure.heading_too_far, f"{WORDS[500:]}\n\n## A b\n\n{WORDS[500:]}", [], id="S5 heading between"
        ),
        pytest.param(structure.heading_of_one_word, "## Causes\n\nText.", ["12:4"], id="S5 one word"),
        pytest.param(structure.heading_of_one_word, "## What causes it?\n\nText.", [], id="S5 a question"),
        pytest.param(structure.heading_without_text, "## A b\n\n## C d\n\nText.", ["12:4"], id="S5 nothing below"),
        pytest.param(structure.heading_without_text, "## A b\n\n### C d\n\nText.", [], id="S5 lower heading below"),
        pytest.param(structure.heading_without_text, "<!-- a note -->", ["1:1"], id="S5 nothing below the title"),
        pytest.param(structure.heading_without_text, "Text.\n\n## A b", ["14:4"], id="S5 nothing at the end"),
        pytest.param(structure.heading_without_text, BAD_BLOCK, [], id="S5 a block that cannot be made"),
        pytest.param(structure.heading_without_text, f"## A b\n{BAD_BLOCK}", [], id="S5 such a block below"),
        pytest.param(
            structure.heading_without_text,
            f"## A b\n\n## C d\n\n{BAD_BLOCK}",
            ["12:4"],
            id="S5 such a block further on",
        ),
        pytest.param(
            structure.heading_without_text, f"{BAD_BLOCK}\n\n## A b\n\n## C d\n\nText.", ["15:4"], id="S5 one above"
        ),
        pytest.param(structure.heading_level_skipped, "## A b\n\n#### C d\n\nText.", ["14:6"], id="S5 skipped"),
        pytest.param(structure.heading_level_skipped, "## A b\n\n### C d\n\n## E f", [], id="S5 back up"),
        pytest.param(structure.heading_level_skipped, "### A b\n\nText.", ["12:5"], id="S5 first one skipped"),
        pytest.param(structure.list_length, "- one", ["12:3"], id="S7 one item"),
        pytest.param(structure.list_length, "- one\n- two\n    - inner", [], id="S7 inner list stands alone"),
        pytest.param(structure.list_length, "1. a\n" * 8, ["12:4"], id="S7 eight items"),
        pytest.param(structure.list_length, "- a\n\ntext\n\n- b\n- c", ["12:3"], id="S7 a paragraph ends a list"),
        pytest.param(structure.alternative_too_long, f"![{'a' * 126}](a.svg)", ["12:1"], id="S10 too long"),
        pytest.param(structure.alternative_too_long, f"![{'a' * 125}](a.svg)", [], id="S10 long"),
        pytest.param(structure.alternative_too_long, f"[{'a' * 126}](a.svg)", [], id="S10 a link's words"),
        pytest.param(
            structure.alternative_too_long,
            f"/// figure | A drip\n    image: a.svg\n    alt: {'a' * 126}\n///",
            ["13:12"],
            id="S10 of a figure",
        ),
        pytest.param(
            structure.table_too_wide,
            "Row by row:\n\n|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|1|2|3|4|5|6|",
            ["14:2"],
            id="S11 six",
        ),
        pytest.param(structure.table_too_wide, "|a|b|\n|-|-|\n|1|2|", [], id="S11 two columns"),
        pytest.param(structure.table_without_guidance, "|a|b|\n|-|-|\n|1|2|", ["12:2"], id="S11 no guidance"),
        pytest.param(
            structure.table_without_guidance, "How to read it: one by one.\n\n|a|b|\n|-|-|\n|1|2|", [], id="S11 guided"
        ),
    ],
)
def test_structure(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site(a=guide_page(body))

    assert [f"{one.place.line}:{one.place.column}" for one in rule.check(site)] == places


@pytest.mark.parametrize(("count", "step"), [pytest.param(2, "Add", id="few"), pytest.param(6, "Keep", id="many")])
def test_the_next_step_for_key_points_goes_by_their_number(count: int, step: str, make_site: MakeSite) -> None:
    site = make_site(a=guide_page("/// key-points\n" + "- One is known.\n" * count + "///"))

    [fault] = structure.key_points_number.check(site)

    assert fault.help.startswith(step)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param("- one", "This list has 1 item; 2 to 7 are read best. Write a sentence instead.", id="one"),
        pytest.param("1. a\n" * 8, "This list has 8 items; 2 to 7 are read best. Split it", id="many"),
    ],
)
def test_what_helps_a_list(body: str, words: str, make_site: MakeSite) -> None:
    site = make_site(a=guide_page(body))

    assert words in told(structure.list_length, site)


@pytest.mark.parametrize(
    ("rule", "facts", "places"),
    [
        pytest.param(structure.title_too_long, {"title": "a" * 71}, ["3:8"], id="S1 71 characters"),
        pytest.param(structure.title_too_long, {"title": "a" * 70}, [], id="S1 70 characters"),
        pytest.param(structure.purpose_missing, {"purpose": '""'}, ["5:10"], id="S2 empty"),
        pytest.param(structure.purpose_missing, {}, [], id="S2 there"),
        pytest.param(structure.purpose_too_long, {"purpose": "word " * 41}, ["5:10"], id="S2 41 words"),
        pytest.param(structure.purpose_too_long, {"purpose": "word " * 40}, [], id="S2 40 words"),
        pytest.param(structure.visual_missing, {"needs_visual": "true"}, ["10:15"], id="S9 needs a picture"),
        pytest.param(structure.visual_missing, {}, [], id="S9 needs none"),
    ],
)
def test_front_matter(rule: Rule, facts: dict[str, str], places: list[str], make_site: MakeSite) -> None:
    site = make_site(a=guide_page("Text.", **facts))

    assert [f"{one.place.line}:{one.place.column}" for one in rule.check(site)] == places


def test_levels_are_told_on_plain_pages_too(make_site: MakeSite) -> None:
    site = make_site(a="## A b\n\n#### C d\n\nText.", b="# A\n\n## B\n\n### C\n\nText.")

    assert [str(one.place) for one in structure.heading_level_skipped.check(site)] == ["content/pages/a.md:7:6"]


def test_two_pages_have_one_title(make_site: MakeSite) -> None:
    site = make_site(a=guide_page("Text.", title="Pain"), b=guide_page("Text.", title="pain"))

    assert [str(one.place) for one in structure.title_not_unique.check(site)] == ["content/pages/b.md:3:8"]


def test_a_treatment_page_goes_like_the_others(make_site: MakeSite) -> None:
    site = make_site(a=guide_page("## Harms and risks\n\nText.\n\n## Does it help?\n\nText.", type="treatment"))

    assert [one.place.line for one in structure.order_of_parts.check(site)] == [12]


@pytest.mark.parametrize("type", ["home", "about", "tool"])
@pytest.mark.parametrize(
    "rule",
    [
        structure.main_message_missing,
        structure.key_points_missing,
        structure.key_points_without_unknown,
        structure.heading_of_one_word,
    ],
    ids=lambda rule: str(rule.name),
)
def test_pages_to_lead_or_to_use_need_not_tell(rule: Rule, type: str, make_site: MakeSite) -> None:
    site = make_site(a=guide_page("## Contact\n\n" + POINTS.replace("Not known: ", ""), type=type))

    assert rule.check(site) == []


@pytest.mark.parametrize("rule", structure.RULES, ids=lambda rule: str(rule.name))
def test_a_plain_page_has_no_shape_to_keep(rule: Rule, make_site: MakeSite) -> None:
    site = make_site(a="# One\n\n## Two\n\n- one\n\n|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|1|2|3|4|5|6|\n\n## Three\n\n## Four")

    assert rule.check(site) == []
