"""Contacts (help lines) and organisations, selected and sorted for a block."""

from collections.abc import Iterable

from crpsguide.frozen import frozen
from crpsguide.model import Contact, Contacts, Organisation, Organisations, Site
from crpsguide.render.words import phone_words, web_address

UNCLEAR = "unclear-check-before-listing"  # a key of the wording list `contact-status`
NOT_STATED = "not stated"  # what editors write if no source states a fact
EMERGENCY = "emergency"
SAFETY_CRITICAL = frozenset({EMERGENCY, "crisis-line"})  # kinds for which a wrong number is worse than none


@frozen
class Country:
    """The contacts of one country, sorted by kind in the order of the block, then as in the file."""

    name: str
    contacts: tuple[Contact, ...]


def contacts_by_country(site: Site, block: Contacts) -> tuple[Country, ...]:
    """The confirmed contacts that a block requests, by country."""
    confirmed = [contact for contact in _requested(site, block) if contact.status != UNCLEAR]
    names = block.countries or sorted({contact.country for contact in confirmed})
    found = (Country(name, tuple(contact for contact in confirmed if contact.country == name)) for name in names)
    return tuple(country for country in found if country.contacts)


def shared_check(site: Site, block: Contacts) -> Contact | None:
    """One of the confirmed contacts if all were checked on the same day with the same status; otherwise None.

    None also for a single contact.
    """
    confirmed = [contact for country in contacts_by_country(site, block) for contact in country.contacts]
    alike = len({(contact.checked_on, contact.status) for contact in confirmed}) == 1
    return confirmed[0] if alike and len(confirmed) > 1 else None


def emergency_numbers(site: Site) -> str:
    """The confirmed emergency numbers, each after its country, in the order of the file; empty if there are none."""
    confirmed = [
        contact
        for contact in site.contacts.values()
        if contact.kind == EMERGENCY and contact.phone and contact.status != UNCLEAR
    ]
    return ", ".join(f"{contact.country} {phone_words(contact.phone)}" for contact in confirmed)


def is_safety_critical(block: Contacts) -> bool:
    """Whether a block has only emergency numbers and crisis lines, of which one per country is then always visible."""
    return bool(block.kinds) and SAFETY_CRITICAL.issuperset(block.kinds)


def unconfirmed_contacts(site: Site, block: Contacts) -> tuple[Contact, ...]:
    """The unconfirmed contacts that a block requests, without emergency numbers and crisis lines."""
    return tuple(
        contact
        for contact in _requested(site, block)
        if contact.status == UNCLEAR and contact.kind not in SAFETY_CRITICAL
    )


def listed_organisations(site: Site, block: Organisations) -> tuple[Organisation, ...]:
    """The organisations that a block requests, by country and name, without those marked as not listed."""
    return tuple(
        organisation
        for organisation in in_order(site.organisations.values())
        if organisation.listed and (not block.kinds or organisation.kind in block.kinds)
    )


def in_order(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    """Organisations sorted by country and name, which is no ranking."""
    return tuple(sorted(organisations, key=lambda entry: (entry.country, entry.name, entry.id)))


def stated_by(organisation: Organisation) -> tuple[str, ...]:
    """The sources of an entry: web addresses, and a phrase for pages that are kept as files."""
    return tuple(dict.fromkeys(web_address(source) or "a web page we audited" for source in organisation.stated_by))


def location(organisation: Organisation) -> str:
    """Town, region and country, as far as they are stated."""
    places = (organisation.city, organisation.region, organisation.country)
    return ", ".join(place for place in places if place not in ("", NOT_STATED))


def not_stated(organisation: Organisation) -> tuple[str, ...]:
    """The facts about an organisation that none of its sources states."""
    facts = {
        "address": organisation.address,
        "telephone number": organisation.phone,
        "website": organisation.website,
        "the people who work there": organisation.people,
    }
    return tuple(name for name, value in facts.items() if not value)


def _requested(site: Site, block: Contacts) -> list[Contact]:
    """The contacts of the block's kinds and countries (all if it names none), by country and kind.

    The sort is stable: within a kind, contacts for everybody stay before those for some people, as in the file.
    """
    kinds = block.kinds or tuple(dict.fromkeys(contact.kind for contact in site.contacts.values()))
    requested = [
        contact
        for contact in site.contacts.values()
        if contact.kind in kinds and (not block.countries or contact.country in block.countries)
    ]
    return sorted(requested, key=lambda contact: (contact.country, kinds.index(contact.kind)))
