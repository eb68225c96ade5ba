"""O: what only the web can tell of the links that readers get."""

from collections.abc import Iterator

from crpsguide.check.rule import Answers, Fault, web_rule
from crpsguide.model import Place, Reach, Severity, Site, Use, WebLink


@web_rule("O1")
def gone_link(site: Site, answers: Answers) -> Iterator[Fault]:
    """A link leads to a page of the web that is gone.

    Why it matters: who follows it finds nothing, and may think that the rest is as old.

    Wrong: a link whose server answers 404 or 410
    Right: the page's new address, or a copy in a web archive
    """
    for place, address in outside_addresses(site):
        answer = answers.get(address)
        if answer and answer.reach is Reach.GONE:
            yield Fault(
                place,
                f"{address} is gone: {answer.reason} ({answer.seen}).",
                "Look for its new address or an archived copy, or remove the link.",
            )


@web_rule("O2", Severity.WARNING)
def moved_link(site: Site, answers: Answers) -> Iterator[Fault]:
    """A link leads to a page of the web that has moved for good.

    Why it matters: old addresses are given up one day, and then the link is dead.

    Wrong: `http://example.org/old`, which sends readers on for good
    Right: the address that they come to
    """
    for place, address in outside_addresses(site):
        answer = answers.get(address)
        if answer and answer.reach is Reach.MOVED:
            yield Fault(
                place,
                f"{address} has moved for good ({answer.seen}).",
                f"See that this is still the page that you meant, and write {answer.target}",
            )


@web_rule("O3", Severity.ADVICE)
def unanswered_link(site: Site, answers: Answers) -> Iterator[Fault]:
    """Nobody can tell whether a link still leads somewhere: its server refuses programs, is down, or says nothing.

    Why it matters: it may well be there; only a person can look.

    Wrong: taking a server that answers 403 to a program for a dead link
    Right: opening the link yourself
    """
    for place, address in outside_addresses(site):
        answer = answers.get(address)
        if answer and answer.reach is Reach.UNKNOWN:
            yield Fault(
                place,
                f"Nobody can tell whether {address} is there: {answer.reason} ({answer.seen}).",
                "Open it yourself. If it is there, nothing is to be done.",
            )


RULES = (gone_link, moved_link, unanswered_link)


def outside_addresses(site: Site) -> Iterator[tuple[Place, str]]:
    """The addresses of the web that readers get, each with its place: of pages, sources, contacts, organisations."""
    own = site.settings.base_url.rstrip("/")
    for place, address in _addresses(site):
        if _is_of_the_web(address) and not (own and f"{address}/".startswith(f"{own}/")):
            yield place, address


def _addresses(site: Site) -> Iterator[tuple[Place, str]]:
    links = [link for page in site.pages.values() for link in page.links]
    links += [link for claim in site.claims.values() for link in claim.links]
    yield from ((link.place, link.written) for link in links if isinstance(link, WebLink))
    for source in site.sources.values():
        if source.appraisal.use is Use.CITE:
            yield source.link_place or source.place, source.source.link
    for contact in site.contacts.values():
        yield contact.link_place or contact.place, contact.url
    for organisation in site.organisations.values():
        if organisation.listed:
            yield organisation.link_place or organisation.place, organisation.website


def _is_of_the_web(address: str) -> bool:
    scheme, colon, rest = address.partition("://")
    return bool(colon) and scheme.casefold() in ("http", "https") and bool(rest.split("/")[0].strip())
