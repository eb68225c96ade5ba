"""Lines of help and organisations, sorted for someone who looks for one."""

from collections.abc import Iterable

from crpsguide.frozen import frozen
from crpsguide.model import Contact, Contacts, Organisation, Organisations, Site
from crpsguide.render.words import phone_words, web_address

UNCLEAR = "unclear-check-before-listing"  # a key of the wording list `contact-status`
NOT_STATED = "not stated"  # what editors write where no page tells
EMERGENCY = "emergency"
MUST_BE_SURE = frozenset({EMERGENCY, "crisis-line"})  # a wrong number here is worse than none


@frozen
class Country:
    """The lines of help of one country, in the order of the kinds asked for and of the file."""

    name: str
    contacts: tuple[Contact, ...]


def countries(site: Site, block: Contacts) -> tuple[Country, ...]:
    """The lines of help that a block asks for and that could be confirmed, by country."""
    sure = [one for one in _asked(site, block) if one.status != UNCLEAR]
    names = block.countries or sorted({one.country for one in sure})
    found = (Country(name, tuple(one for one in sure if one.country == name)) for name in names)
    return tuple(country for country in found if country.contacts)


def checked_alike(site: Site, block: Contacts) -> Contact | None:
    """One of the confirmed lines, when all of them were checked on the same day in the same way."""
    sure = [one for country in countries(site, block) for one in country.contacts]
    alike = len({(one.checked_on, one.status) for one in sure}) == 1
    return sure[0] if alike and len(sure) > 1 else None


def emergency_numbers(site: Site) -> str:
    """The numbers to call at once, each with its country, in the order of the file; empty when none is confirmed."""
    sure = [one for one in site.contacts.values() if one.kind == EMERGENCY and one.phone and one.status != UNCLEAR]
    return ", ".join(f"{one.country} {phone_words(one.phone)}" for one in sure)


def urgent(block: Contacts) -> bool:
    """Whether a block holds nothing but numbers for someone in danger: of each country, one is then always in sight."""
    return bool(block.kinds) and MUST_BE_SURE.issuperset(block.kinds)


def unconfirmed(site: Site, block: Contacts) -> tuple[Contact, ...]:
    """What a block asks for and could not be confirmed; emergency numbers are never among it."""
    return tuple(one for one in _asked(site, block) if one.status == UNCLEAR and one.kind not in MUST_BE_SURE)


def listed_organisations(site: Site, block: Organisations) -> tuple[Organisation, ...]:
    """The organisations that a block asks for, by country and name; those set aside are left out."""
    return tuple(
        one
        for one in in_order(site.organisations.values())
        if one.listed and (not block.kinds or one.kind in block.kinds)
    )


def in_order(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    """Organisations by country, then by name: no ranking."""
    return tuple(sorted(organisations, key=lambda one: (one.country, one.name, one.id)))


def who_stated(organisation: Organisation) -> tuple[str, ...]:
    """Where the entry comes from: web addresses, and words for pages that were kept as files."""
    return tuple(dict.fromkeys(web_address(one) or "a web page we audited" for one in organisation.stated_by))


def where(organisation: Organisation) -> str:
    """Town, region and country, as far as they are stated."""
    places = (organisation.city, organisation.region, organisation.country)
    return ", ".join(place for place in places if place not in ("", NOT_STATED))


def not_stated(organisation: Organisation) -> tuple[str, ...]:
    """What no page seen tells of an organisation."""
    facts = {
        "address": organisation.address,
        "telephone number": organisation.phone,
        "website": organisation.website,
        "the people who work there": organisation.people,
    }
    return tuple(name for name, value in facts.items() if not value)


def _asked(site: Site, block: Contacts) -> list[Contact]:
    kinds = block.kinds or tuple(dict.fromkeys(one.kind for one in site.contacts.values()))
    asked = [
        one
        for one in site.contacts.values()
        if one.kind in kinds and (not block.countries or one.country in block.countries)
    ]
    return sorted(asked, key=lambda one: (one.country, kinds.index(one.kind)))  # the line for all before those for some
