"""P7 and L106: numbers and addresses by which readers get to whom or what a record names."""

import re
from collections.abc import Iterator

from crpsguide.check.links.forms import is_local_host, is_one_number
from crpsguide.check.places import place_of_value
from crpsguide.check.rule import Fault, rule
from crpsguide.model import Site


@rule("P7")
def numbers_differ(site: Site) -> Iterator[Fault]:
    """A contact's number as people of the country write it is another than the one that is dialled.

    Why it matters: readers see the one and call the other. Someone who calls in need must reach help.

    Wrong: `phone: '+441234567890'` and `local: 01234 567891`
    Right: the same number in both
    """
    for one in site.contacts.values():
        if one.phone and one.local and not is_one_number(one.local, one.phone):
            place = place_of_value(site, one.place, "local", one.local)
            message = f"“local” says {one.local}, and “phone” dials {one.phone}."
            yield Fault(place, message, "Look the number up on the service's own page, and write it in both.")


@rule("L106")
def local_record(site: Site) -> Iterator[Fault]:
    """A source, an organisation or a contact has an address on your own computer or network.

    Why it matters: it works for nobody but you.

    Wrong: `URL: http://localhost:8000/study`
    Right: the address of the page on the web
    """
    written = [(one.place, one.website) for one in site.organisations.values()]
    written += [(one.place, one.url) for one in site.contacts.values()]
    written += [(one.place, one.source.URL) for one in site.sources.values()]
    for place, address in written:
        host = re.match(r"https?://([^/:?#]+)", address)
        if host and is_local_host(host[1]):
            yield Fault(
                place_of_value(site, place, r"(?:URL|url|website)", address),
                f"This address works on your own computer or network only ({address}).",
                "Write the address of the page on the web.",
            )
