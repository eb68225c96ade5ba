"""O: external links, checked over the network."""

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
    """The published external addresses with their places: of pages, claims, sources, contacts and organisations."""
    links = [link for page in site.pages.values() if page.gist.web_addresses for link in page.links]
    in_texts = [(link.place, link.written) for link in (*links, *_in_claims(site)) if isinstance(link, WebLink)]
    return ((place, one) for place, one in (*in_texts, *_in_records(site)) if _is_external(one, site))


def _answered(site: Site, answers: Answers, reach: Reach) -> Iterator[tuple[Place, str, Answer]]:
    """The addresses with this outcome, each with its place and answer."""
    for place, address in outside_addresses(site):
        if (answer := answers.get(address)) and answer.reach is reach:
            yield place, address, answer


def outside_of(site: Site) -> Sequence[str]:
    """The addresses of `outside_addresses`, each once; faster, as it needs no places."""
    in_texts = [address for page in site.pages.values() for address in page.gist.web_addresses]
    in_texts += [link.written for link in _in_claims(site) if isinstance(link, WebLink)]
    found = dict.fromkeys((*in_texts, *(address for _, address in _in_records(site))))
    return tuple(one for one in found if _is_external(one, site))


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


def _is_external(address: str, site: Site) -> bool:
    """Whether it is a web address with a host, and not one of the guide itself."""
    scheme, _, rest = address.partition("://")
    own = site.settings.base_url.rstrip("/")
    is_web_address = scheme.casefold() in ("http", "https") and bool(rest.split("/")[0].strip())
    return is_web_address and not (own and f"{address}/".startswith(f"{own}/"))
