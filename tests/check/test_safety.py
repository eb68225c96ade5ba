import pytest
from tests.check.guides import MakeSite
from tests.check.written import guide_page

from crpsguide.check import safety
from crpsguide.check.rule import Rule

HARMS = {"wording/harms.yaml": "liver: {say: Liver}\nsleep: {say: Sleepiness}\n"}
WARNINGS = {"wording/warnings.yaml": "home: {say: nobody checks, words: [at home], beside: [no one checks]}\n"}
ASK_BEFORE = {"wording/ask-before.yaml": "child: {say: children, words: [child, children]}\n"}
PAIRED = {"wording/paired.yaml": "red: {say: other skin, words: [red], beside: [black skin]}\n"}


def card(title: str, level: str = "emergency") -> str:
    return f"/// care-card | {title}\n    level: {level}\n\n- you are ill\n///"


CONTESTED = {
    "site.yaml": "sections:\n  - {folder: drip, title: Drip, contested: true}\n  - {folder: law, title: Law}\n"
}

CONTACTS = {
    "contacts/help.yaml": "\n".join(
        f"{id}: {{kind: crisis-line, name: {id}, country: A land, {number}, about: Help, "
        "checked_on: 2026-11-20, status: seen-in-a-stored-copy}"
        for id, number in (
            ("one", "phone: 111"),
            ("two", "phone: '+448001111', local: 0800 1111"),
            ("six", "text: 85258"),
        )
    )
}


@pytest.mark.parametrize(
    ("rule", "body", "places"),
    [
        pytest.param(safety.second_care_card, card("Call 999 if"), [], id="U2 one"),
        pytest.param(
            safety.second_care_card, card("Call 999 if") + "\n\n" + card("Call 999 if"), ["18:1"], id="U2 two"
        ),
        pytest.param(
            safety.second_care_card,
            card("Call 999 if") + "\n\n" + card("Get help today if", "urgent"),
            [],
            id="U2 levels",
        ),
        pytest.param(safety.care_card_without_action, card("Call an ambulance if"), [], id="U2 a verb"),
        pytest.param(safety.care_card_without_action, card("Warning signs"), ["12:1"], id="U2 a noun"),
        pytest.param(safety.care_card_level_unsaid, card("Call an ambulance if"), [], id="U2 says how soon"),
        pytest.param(safety.care_card_level_unsaid, card("Get help if"), ["12:1"], id="U2 does not say how soon"),
    ],
)
def test_safety(rule: Rule, body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site(a=guide_page(body))

    assert [f"{one.place.line}:{one.place.column}" for one in rule.check(site)] == places


@pytest.mark.parametrize(
    ("body", "harms", "messages"),
    [
        pytest.param("Text.", "[liver, sleep]", [], id="told"),
        pytest.param("Text.", "[liver]", ["Not told here, nor one tap away: Sleepiness."], id="left out"),
        pytest.param("See [more](../b.md).", "[liver]", [], id="one tap away"),
        pytest.param("See [more](../c.md).", "[liver, sleep]", [], id="a link to no page"),
    ],
)
def test_each_harm_is_told_or_one_tap_away(body: str, harms: str, messages: list[str], make_site: MakeSite) -> None:
    site = make_site(
        {**HARMS, **CONTESTED},
        **{"drip/a": guide_page(body, type="treatment", harms=harms)},
        b=guide_page("Text.", type="faq", harms="[sleep]", title="B"),
    )

    assert [one.message for one in safety.harm_missing.check(site)] == messages


@pytest.mark.parametrize(
    ("name", "body", "messages"),
    [
        pytest.param("drip/cost", "Text.", ["Not told here, nor one tap away: Liver; Sleepiness."], id="in its part"),
        pytest.param(
            "drip/cost", "See [more](../b.md).", ["Not told here, nor one tap away: Liver."], id="one tap away"
        ),
        pytest.param("law/cost", "Text.", [], id="in another part"),
    ],
)
def test_a_topic_in_the_contested_part_tells_the_harms(
    name: str, body: str, messages: list[str], make_site: MakeSite
) -> None:
    pages = {name: guide_page(body, type="topic"), "b": guide_page("Text.", type="faq", harms="[sleep]", title="B")}
    site = make_site({**HARMS, **CONTESTED}, **pages)

    assert [one.message for one in safety.harm_missing.check(site)] == messages


def test_a_page_named_as_related_is_one_tap_away(make_site: MakeSite) -> None:
    site = make_site(
        {**HARMS, **CONTESTED},
        **{"drip/cost": guide_page("Text.", type="topic", related="[../b.md]")},
        b=guide_page("Text.", type="faq", harms="[liver, sleep]", title="B"),
    )

    assert [one.message for one in safety.harm_missing.check(site)] == []


@pytest.mark.parametrize(
    ("name", "body", "count"),
    [
        pytest.param("drip/cost", "You can have it at home.", 1, id="in its part"),
        pytest.param("drip/cost", "You can have it at home, where no one checks on you.", 0, id="warned"),
        pytest.param("law/cost", "You can have it at home.", 0, id="in another part"),
    ],
)
def test_a_topic_in_the_contested_part_gives_the_warning(name: str, body: str, count: int, make_site: MakeSite) -> None:
    site = make_site({**WARNINGS, **CONTESTED}, **{name: guide_page(body, type="topic")})

    assert len(safety.warning_missing.check(site)) == count


@pytest.mark.parametrize(
    ("body", "places"),
    [
        pytest.param("You can have it at home.", ["13:1"], id="no warning"),
        pytest.param("You can have it at home, where no one checks on you.", [], id="warned"),
        pytest.param("You can have it in a clinic.", [], id="nothing to warn of"),
    ],
)
def test_a_warning_stands_beside_what_it_warns_of(body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site(WARNINGS, a=guide_page(body, type="treatment", harms="[liver]"))

    assert [f"{one.place.line}:{one.place.column}" for one in safety.warning_missing.check(site)] == places


@pytest.mark.parametrize(
    ("body", "type", "count"),
    [
        pytest.param("Ask first if you are a child.", "treatment", 0, id="named"),
        pytest.param("Text.", "treatment", 1, id="left out"),
        pytest.param("Text.", "condition", 0, id="not about a treatment"),
    ],
)
def test_each_group_is_told_to_ask_first(body: str, type: str, count: int, make_site: MakeSite) -> None:
    site = make_site(ASK_BEFORE, a=guide_page(body, type=type))

    assert len(safety.ask_before_missing.check(site)) == count


@pytest.mark.parametrize(
    ("body", "places"),
    [
        pytest.param("The skin is red.", ["12:1"], id="one colour"),
        pytest.param("The skin is red. On black skin, feel for heat.", [], id="other skin too"),
        pytest.param("The skin is hot.", [], id="no colour"),
    ],
)
def test_a_colour_is_told_for_all_skin(body: str, places: list[str], make_site: MakeSite) -> None:
    site = make_site(PAIRED, a=guide_page(body, type="symptom"))

    assert [f"{one.place.line}:{one.place.column}" for one in safety.colour_of_skin_unpaired.check(site)] == places


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param("Call 111.", 1, id="typed"),
        pytest.param("[Call 111](tel:111).", 0, id="a link"),
        pytest.param("Call or text [111](tel:111) at any hour.", 0, id="the number alone"),
        pytest.param("In the north call 111, in the south [0800 1111](tel:+448001111).", 1, id="one of two"),
        pytest.param("Childline is free on 0800 1111.", 1, id="a long number needs no verb"),
        pytest.param("Childline is free on [0800 1111](tel:+448001111).", 0, id="as the country writes it"),
        pytest.param("You can text 85258.", 1, id="a text"),
        pytest.param("You can text [85258](sms:85258).", 0, id="a link to text"),
        pytest.param("In a trial of 111 people pain eased.", 0, id="people counted"),
        pytest.param("Call 222.", 0, id="not of the contacts file"),
        pytest.param("## Call 111 if it gets worse", 0, id="a heading"),
        pytest.param("[Call 111](tel:111).\n\nOr call 111.", 1, id="a link elsewhere"),
    ],
)
def test_a_number_to_call_is_a_link(body: str, count: int, make_site: MakeSite) -> None:
    site = make_site(CONTACTS, a=guide_page(body))

    assert len([*safety.number_not_a_link.check(site)]) == count
