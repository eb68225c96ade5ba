import re
from dataclasses import replace
from typing import Any

import pytest
from tests.render.sites import HERE, TODAY, page, rendered, site, with_defaults

from crpsguide.model import Contact, Contacts, Organisation, Organisations
from crpsguide.render.contacts import (
    UNCLEAR,
    contacts_by_country,
    emergency_numbers,
    in_order,
    listed_organisations,
    location,
    not_stated,
    shared_check,
    stated_by,
    unconfirmed_contacts,
)

ALL = Contacts((), (), HERE)


def contact(
    id: str, kind: str = "support-group", country: str = "Ireland", status: str = "seen", phone: str = ""
) -> Contact:
    return Contact(
        id=id,
        place=HERE,
        kind=kind,
        name=id,
        country=country,
        about="Help.",
        phone=phone,
        checked_on=TODAY,
        status=status,
    )


def organisation(id: str = "one", **fields: Any) -> Organisation:
    return Organisation(
        **with_defaults(
            fields,
            {
                "id": id,
                "place": HERE,
                "name": id,
                "kind": "clinic",
                "country": "Ireland",
                "stated_by": (),
                "last_seen": "2020",
            },
        )
    )


def names(block: Contacts, *contacts: Contact) -> list[tuple[str, list[str]]]:
    guide = site(contacts={one.id: one for one in contacts})
    return [(country.name, [one.id for one in country.contacts]) for country in contacts_by_country(guide, block)]


def test_contacts_stand_by_country_in_the_order_of_the_kinds_asked_for() -> None:
    block = Contacts(("emergency", "support-group"), (), HERE)
    contacts = (contact("a"), contact("b", "emergency"), contact("c", country="Chad"), contact("d", "legal"))

    assert names(block, *contacts) == [("Chad", ["c"]), ("Ireland", ["b", "a"])]


def test_lines_of_a_kind_stand_in_the_order_of_the_file() -> None:
    assert names(ALL, contact("for-all"), contact("for-children")) == [("Ireland", ["for-all", "for-children"])]
    assert names(ALL, contact("for-veterans"), contact("for-all")) == [("Ireland", ["for-veterans", "for-all"])]


def test_how_lines_were_checked_is_told_once_only_when_it_holds_for_all() -> None:
    a, b, called = contact("a"), contact("b", country="Chad"), contact("c", status="called")
    unsure = contact("d", status=UNCLEAR)

    def noted(*contacts: Contact) -> Contact | None:
        return shared_check(site(contacts={one.id: one for one in contacts}), ALL)

    assert noted(a, b, unsure) in (a, b)
    assert noted(a, b, called) is None
    assert noted(a) is None


def test_countries_stand_as_the_block_names_them() -> None:
    block = Contacts((), ("Ireland", "Chad"), HERE)

    assert names(block, contact("c", country="Chad"), contact("a"), contact("m", country="Mali")) == [
        ("Ireland", ["a"]),
        ("Chad", ["c"]),
    ]


def test_what_could_not_be_confirmed_stands_apart() -> None:
    guide = site(contacts={"a": contact("a", status=UNCLEAR)})

    assert contacts_by_country(guide, ALL) == ()
    assert [one.id for one in unconfirmed_contacts(guide, ALL)] == ["a"]


def test_an_unconfirmed_emergency_number_is_never_shown() -> None:
    guide = site(contacts={one: contact(one, one, status=UNCLEAR) for one in ("emergency", "crisis-line")})

    assert (contacts_by_country(guide, ALL), unconfirmed_contacts(guide, ALL)) == ((), ())


def test_paper_names_the_numbers_to_call_at_once_that_are_confirmed() -> None:
    lines = (
        contact("a", "emergency", "Mali", phone="17"),
        contact("b", "emergency", phone="112"),
        contact("c", "emergency", "Chad", phone="18", status=UNCLEAR),
        contact("d", "crisis-line", phone="116 123"),
        contact("e", "emergency", "Peru"),
    )

    assert emergency_numbers(site(contacts={one.id: one for one in lines})) == "Mali 17, Ireland 112"
    assert emergency_numbers(site()) == ""


def test_organisations_that_are_set_aside_are_not_listed() -> None:
    guide = site(organisations={"a": organisation("a"), "b": organisation("b", listed=False)})

    assert [one.id for one in listed_organisations(guide, Organisations((), HERE))] == ["a"]


def test_organisations_are_told_in_no_order_of_merit() -> None:
    written = [("d", "Spain", "B"), ("c", "Ireland", "B"), ("b", "Ireland", "A"), ("a", "Ireland", "B")]

    told = in_order(organisation(id, country=country, name=name) for id, country, name in written)

    assert [one.id for one in told] == ["b", "a", "c", "d"]


def test_a_page_kept_as_a_file_is_told_in_words() -> None:
    one = organisation(stated_by=("001_ab.txt", "https://example.org/a", "002_cd.txt"))

    assert stated_by(one) == ("a web page we audited", "https://example.org/a")


def test_what_nobody_states_is_named() -> None:
    one = organisation(website="https://example.org", phone=("999",))

    assert not_stated(one) == ("address", "the people who work there")


def test_a_place_that_is_not_stated_is_left_out() -> None:
    assert location(organisation(city="Cork", region="not stated")) == "Cork, Ireland"


COUNTRIES = ("Chad", "Ireland", "Mali", "Peru")


@pytest.mark.parametrize(
    ("kind", "in_sight"), [("crisis-line", set(COUNTRIES)), ("emergency", set(COUNTRIES)), ("support-group", set())]
)
def test_of_numbers_in_danger_the_first_of_each_country_is_never_folded(kind: str, in_sight: set[str]) -> None:
    lines = {
        f"{country}-{number}": replace(contact(f"{country}-{number}", kind, country), phone=f"0{at}{number}")
        for at, country in enumerate(COUNTRIES)
        for number in (1, 2)
    }
    result = rendered(site(page(Contacts((kind,), (), HERE)), contacts=lines))["about/page.html"]

    in_sight_now = re.sub(r"<details.*?</details>", "", result, flags=re.DOTALL)
    assert {country for at, country in enumerate(COUNTRIES) if f'href="tel:0{at}1"' in in_sight_now} == in_sight
    assert all(f'href="tel:0{at}{number}"' in result for at in range(len(COUNTRIES)) for number in (1, 2))


@pytest.mark.parametrize(("seen", "told"), [(True, False), (False, True)])
def test_an_address_that_no_page_seen_shows_is_told_for_such(seen: bool, told: bool) -> None:
    line = replace(contact("line"), url="https://line.example.org", url_seen=seen)

    result = rendered(site(page(Contacts((), (), HERE)), contacts={"line": line}))["about/page.html"]

    assert 'href="https://line.example.org"' in result
    assert ("Help. We have not checked this web address." in result) is told
