"""O: what only the web can tell of the links that readers get."""

from collections.abc import Iterator, Sequence

from crpsguide.check.rule import Answers, Fault, web_rule
from crpsguide.model import Answer, Link, Place, Reach, Severity, Site, WebLink


@web_rule("O1")
def gone_link(site: Site, answers: Answers) -> Iterator[Fault]:
    """A link leads to a page of the web that is gone.

    Why it matters: who follows it finds nothing, and may think that the rest is as old.

    Wrong: a link whose server answers 404 or 410
    Right: the page's new address, or a copy in a web archive
    """
    for place, address, answer in _answered(site, answers, Reach.GONE):
        message = f"{address} is gone: {answer.reason} ({answer.seen})."
        yield Fault(place, message, "Look for its new address or an archived copy, or remove the link.")


@web_rule("O2", Severity.WARNING)
def moved_link(site: Site, answers: Answers) -> Iterator[Fault]:
    """A link leads to a page of the web that has moved for good.

    Why it matters: old addresses are given up one day, and then the link is dead.

    Wrong: `http://example.org/old`, which sends readers on for good
    Right: the address that they come to
    """
    for place, address, answer in _answered(site, answers, Reach.MOVED):
        message = f"{address} has moved for good ({answer.seen})."
        yield Fault(place, message, f"See that this is still the page that you meant, and write {answer.target}")


@web_rule("O3", Severity.ADVICE)
def unanswered_link(site: Site, answers: Answers) -> Iterator[Fault]:
    """Nobody can tell whether a link still leads somewhere: its server refuses programs, is down, or says nothing.

    Why it matters: it may well be there; only a person can look.

    Wrong: taking a server that answers 403 to a program for a dead link
    Right: opening the link yourself
    """
    for place, address, answer in _answered(site, answers, Reach.UNKNOWN):
        message = f"Nobody can tell whether {address} is there: {answer.reason} ({answer.seen})."
        yield Fault(place, message, "Open it yourself. If it is there, nothing is to be done.")


RULES = (gone_link, moved_link, unanswered_link)


def outside_addresses(site: Site) -> Iterator[tuple[Place, str]]:
    """The addresses of the web that readers get, each with its place: of pages, sources, contacts, organisations."""
    links = [link for page in site.pages.values() if page.gist.web_addresses for link in page.links]
    typed = [(link.place, link.written) for link in (*links, *_in_claims(site)) if isinstance(link, WebLink)]
    return ((place, one) for place, one in (*typed, *_in_records(site)) if _leads_out(one, site))


def _answered(site: Site, answers: Answers, reach: Reach) -> Iterator[tuple[Place, str, Answer]]:
    """The addresses of which the web said so, each with its place."""
    for place, address in outside_addresses(site):
        if (answer := answers.get(address)) and answer.reach is reach:
            yield place, address, answer


def outside_of(site: Site) -> Sequence[str]:
    """The same addresses without their places, each once."""
    typed = [address for page in site.pages.values() for address in page.gist.web_addresses]
    typed += [link.written for link in _in_claims(site) if isinstance(link, WebLink)]
    found = dict.fromkeys((*typed, *(address for _, address in _in_records(site))))
    return tuple(one for one in found if _leads_out(one, site))


def _in_claims(site: Site) -> Iterator[Link]:
    return (link for claim in site.claims.values() for link in claim.links)


def _in_records(site: Site) -> Iterator[tuple[Place, str]]:
    for source in site.sources.values():
        if source.is_shown:
            yield source.link_place or source.place, source.source.link
    for contact in site.contacts.values():
        yield contact.link_place or contact.place, contact.url
    for organisation in site.organisations.values():
        if organisation.listed:
            yield organisation.link_place or organisation.place, organisation.website


def _leads_out(address: str, site: Site) -> bool:
    """Whether it is of the web and not the guide's own."""
    scheme, _, rest = address.partition("://")
    own = site.settings.base_url.rstrip("/")
    is_of_the_web = scheme.casefold() in ("http", "https") and bool(rest.split("/")[0].strip())
    return is_of_the_web and not (own and f"{address}/".startswith(f"{own}/"))
