"""S8: no adverts, and no links to websites that the guide does not list."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from crpsguide.check.access import fault_on
from crpsguide.check.html import Element, RenderedFiles
from crpsguide.check.links.forms import parent_domains, web_host
from crpsguide.check.parts import guide_pages
from crpsguide.check.rule import Fault, files_rule, rule
from crpsguide.language.patterns import Pattern
from crpsguide.model import Severity, Site, WebLink
from crpsguide.spelling import did_you_mean

LIST = "link-hosts"
_ADVERT = Pattern(
    r"(?:^|[\s_-])(?:ads?|adverts?|advertis\w+|adsbygoogle|sponsored|promo|promoted|affiliate|taboola|outbrain)(?:$|[\s_-])"
)


@rule("S8", Severity.WARNING)
def link_not_on_list(site: Site) -> Iterator[Fault]:
    """A page links to a website that the guide neither cites nor lists.

    Why it matters: a link is advice. Readers take it that somebody has looked at what is there.

    May be linked to: where sources, contacts and organisations of the guide are, and the hosts in
    `content/wording/link-hosts.yaml`. A guide without that list is not held to it.

    Wrong: `[a shop](https://creams.example/)`
    Right: the same, once the list says why it is there
    """
    listed = site.wording.get(LIST)
    if listed is None:
        return
    own = {word.casefold() for phrase in listed.phrases.values() for word in phrase.words}
    known = own | {host for address in _addresses(site) if (host := web_host(address))}

    def is_unknown(host: str) -> bool:
        return bool(host) and known.isdisjoint(parent_domains(host))

    for page, _ in guide_pages(site):
        if not any(is_unknown(web_host(address)) for address in page.gist.web_addresses):
            continue
        for link in page.links:
            host = web_host(link.written) if isinstance(link, WebLink) else ""
            if is_unknown(host):
                yield Fault(
                    link.place,
                    f"“{host}” is not among the websites that this guide links to.",
                    did_you_mean(host, sorted(known), f"Add it to {listed.place.path} with the reason, or remove it."),
                )


@files_rule("S8")
def advert_in_finished_page(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page holds an advert, a paid link, or a mark that tells others of the click.

    Why it matters: who is ill and in need should never have to ask who gains by what they read.

    Wrong: `<a rel="sponsored" href="…">`, `<div class="advert">`, `<a ping="https://…">`
    Right: no such thing
    """
    for path, page in rendered.pages.items():
        adverts = [name for name in page.by_attribute if name.startswith("data-ad-")]
        for one in page.find("img", having=["rel", "ping", "class", *adverts]):
            if sign := _sign_of_advert(one, adverts):
                yield fault_on(site, path, f"has a <{one.name}> that advertises or reports ({sign})", "Remove it.", one)


RULES = (link_not_on_list, advert_in_finished_page)


def _addresses(site: Site) -> Iterator[str]:
    yield from (one.source.link for one in site.sources.values())
    yield from (one.url for one in site.contacts.values())
    yield from (one.website for one in site.organisations.values())
    yield from (site.settings.base_url, site.settings.licence_url)


def _sign_of_advert(one: Element, advert_attributes: Collection[str]) -> str:
    """What marks an element as an advert or a tracker, for a message; empty when nothing does."""
    if "rel" in one.attributes and "sponsored" in one.attributes["rel"].split():
        return "rel=sponsored"
    if "ping" in one.attributes:
        return "ping"
    if one.name == "img" and {one.attributes.get("width"), one.attributes.get("height")} == {"1"}:
        return "a picture of one pixel"
    # Ids are not examined: one may be that of a heading about adverts.
    if "class" in one.attributes and _is_advert_class(one.attributes["class"]):
        return f"class={one.attributes['class']}"
    return next((name for name in one.attributes if name in advert_attributes), "") if advert_attributes else ""


@lru_cache(maxsize=4096)  # all pages have the same classes
def _is_advert_class(classes: str) -> bool:
    return bool(_ADVERT.search(classes))
