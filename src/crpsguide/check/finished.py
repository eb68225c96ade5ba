"""L on finished pages: what the templates and the content make together, before a byte is written."""

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import SplitResult, urlsplit

from crpsguide.check import links
from crpsguide.check.access import place_on
from crpsguide.check.html import Finished, FinishedPage, Look, leads_to
from crpsguide.check.links.anchors import anchor_in, is_always_there
from crpsguide.check.rule import Fault, files_rule
from crpsguide.check.styles import place_of
from crpsguide.language.patterns import Pattern
from crpsguide.model import AssetLink, Page, PageLink, Place, Severity, Site

FIRST_PAGE = PurePosixPath("index.html")
_ASKED_BY_STYLES = Pattern(r"""(?:url\(\s*|@import\s+|image-set\(\s*)["']?(?P<address>(?:https?:)?//[^\s"')]*)""")
ABOUT_LINKS = frozenset(word for one in links.RULES for word in (one.code, one.name))
FARTHEST = 3  # steps from the first page; who is in pain gives up early


@files_rule("L101")
def dead_link_in_finished_page(site: Site, finished: Finished) -> Iterator[Fault]:
    """A link in a finished page leads to no file of the site, or to no place on its page.

    Why it matters: pages are made of content and templates; a link of a template can break too.

    Wrong: `<a href="sourcs.html">` in a template
    Right: `<a href="{{ href }}">` with an address that the guide has
    """
    ways = finished.in_each(WAYS)
    ids = {str(path): own for path, (own, _) in ways.items()}
    sound: set[str] = set()  # the same menus stand on every page
    known = {str(one) for one in (*finished.files, *(asset.address for asset in site.assets.values()))}
    typed = {page.address: page for page in site.pages.values()}
    for path, (_, own_ways) in ways.items():
        waived = _waived(typed[path], site) if path in typed else ()
        for way in [one for one in own_ways if one not in sound]:
            target, _, fragment = way.partition("\0")
            if (target, fragment) in waived:
                continue
            if target not in known:
                trouble = "which is no file of the site"
            elif target in ids and anchor_in(fragment) not in ids[target] and not is_always_there(fragment):
                trouble = "but nothing there has that id"
            else:
                sound.add(way)
                continue
            message = f"The finished page {path} links to “{_written(finished, path, way)}”, {trouble}."
            yield Fault(place_on(site, path), message, "Mend the link in the page, or in the template that draws it.")


@files_rule("P4")
def address_taken(site: Site, finished: Finished) -> Iterator[Fault]:
    """Two files would stand at one address of the finished site, or one where others need a folder.

    Why it matters: one of them would silently take the place of the other, or nothing could be published.

    Wrong: a file `robots.txt` among the pages; a folder `pacing.html` beside `pacing.md`; `redirect_from: [claims/]`
    Right: other names
    """
    placed = {one.address: Place(one.path) for one in site.assets.values()}
    for address, place in placed.items():
        if address in finished.files:
            message = f"The guide makes a file {address} itself, so this one would be lost."
            yield Fault(place, message, "Give it another name.")
    placed |= {page.address: page.place for page in site.pages.values()}
    sent_on = {
        old: page.front_matter_place(f"redirect_from.{number}")
        for page in site.pages.values()
        for number, old in enumerate(page.old_addresses)
    }
    for address in sent_on.keys() & finished.pages.keys() - placed.keys():
        if not finished.pages[address].sends_on:
            message = f"The guide makes a page {address} itself, so nothing can lead on from it."
            yield Fault(sent_on[address], message, "Remove it from “redirect_from”.")
    everything = {*finished.files, *placed}
    parents = {one.parent for one in everything}  # few, where files are many
    taken = everything & {folder for parent in parents for folder in (parent, *parent.parents)}
    for address in sorted(everything) if taken else ():
        for folder in address.parents:
            if folder in taken:
                own = placed.get(address) or sent_on.get(address)
                place = own or placed.get(folder) or site.settings.place
                message = f"The file {address} needs a folder {folder}, and a file of that name stands there."
                yield Fault(place, message, "Rename the file or the folder, or mend “redirect_from”.")


@files_rule("L108", Severity.WARNING)
def orphan_page(site: Site, finished: Finished) -> Iterator[Fault]:
    """No other page of the finished site links to a page.

    Why it matters: nobody finds it but by a search, and nobody tends it.

    Wrong: a page outside the parts of the guide that no text links to
    Right: a link to it in a text, or a place in a part of the guide
    """
    ways = finished.in_each(STEPS)
    linked = frozenset[str]().union(*ways.values())
    for page in site.pages.values():
        if page.address in ways and page.address != FIRST_PAGE and page.address.as_posix() not in linked:
            help = "Link to it where it helps, move it into a part of the guide, or remove it."
            yield Fault(page.place, "No other page links to this page.", help)


@files_rule("L109", Severity.WARNING)
def page_far_from_home(site: Site, finished: Finished) -> Iterator[Fault]:
    """A page is more than 3 links away from the first page, or no way leads to it from there.

    Why it matters: each step loses readers, and those in most pain first.

    Wrong: a page that only the last of a row of pages links to
    Right: a link to it on the page of its part
    """
    ways = finished.in_each(STEPS)
    if FIRST_PAGE not in ways:
        return
    steps = _steps_from_home(ways)
    linked = frozenset[str]().union(*ways.values())
    for page in site.pages.values():
        address = page.address.as_posix()
        if page.address not in ways or address not in linked or steps.get(address, FARTHEST + 1) <= FARTHEST:
            continue
        away = f"{steps[address]} links away from" if address in steps else "not to be reached from"
        message = f"This page is {away} the first page; at most {FARTHEST} should lead to it."
        yield Fault(page.place, message, "Link to it on a page nearer to the first one, such as the page of its part.")


@files_rule("L204")
def duplicate_id_in_finished_page(site: Site, finished: Finished) -> Iterator[Fault]:
    """Two things on a finished page have one id, though the page's own text does not repeat it.

    Why it matters: a link to it leads to the first of them only.

    Wrong: a template with `id="plan"`, on a page with a heading “Plan”
    Right: `id="plan-box"` in the template
    """
    for path, page in finished.pages.items():
        for id, count in Counter(page.ids).items():
            if count > 1:
                message = f"The id “{id}” stands {count} times on the finished page {path}."
                yield Fault(place_on(site, path, id), message, "Change the heading or the id of one of them.")


@files_rule("L306")
def third_party_resource_in_finished_page(site: Site, finished: Finished) -> Iterator[Fault]:
    """A finished page or style sheet would load something from another host.

    Why it matters: the address of a page tells about someone's health; nobody else may learn it.

    Wrong: `<script src="https://tracker.example/t.js">` in a template
    Right: the script as a file of the templates
    """
    own = urlsplit(site.settings.base_url).netloc
    for path, page in finished.pages.items():
        for address in dict.fromkeys(page.loaded):
            parts = _split(address)
            if parts is None or parts.netloc not in ("", own):
                message = f"The finished page {path} would load “{address}” from another host."
                yield Fault(place_on(site, path), message, "Copy the file into the guide, or remove it.")
    for path, data in finished.files.items():
        sheet = data.decode("utf-8", "replace") if path.suffix == ".css" else ""
        for match in _ASKED_BY_STYLES.finditer(sheet):
            line = sheet.count("\n", 0, match.start()) + 1
            yield Fault(
                place_of(site, sheet, line, match.start() - sheet.rfind("\n", 0, match.start())),
                f"A style sheet would load “{match['address']}” from another host.",
                "Copy the file into the templates, or remove it.",
            )


RULES = (
    dead_link_in_finished_page,
    address_taken,
    orphan_page,
    page_far_from_home,
    duplicate_id_in_finished_page,
    third_party_resource_in_finished_page,
)


def _ways(path: PurePosixPath, page: FinishedPage) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The anchors of a page, and each way that leads from it within the guide, but for those to one of its own."""
    anchors = page.anchors
    ids, own, folder = frozenset(anchors), str(path), str(path.parent)
    ways = dict.fromkeys(_way(own, folder, address) for address in (*page.links, *page.loaded))
    return anchors, tuple(one for one in ways if one and not _leads_to_one(one, own, ids))


def _way(own: str, folder: str, address: str) -> str:
    """The file that an address on a page leads to, and the fragment behind a NUL, which no name of a file holds.

    Empty for what leads out of the guide, or nowhere: it is judged where it was typed.
    """
    to = leads_to(folder, address)
    return f"{to[0] or own}\0{to[1]}" if to else ""


def _leads_to_one(way: str, own: str, ids: Container[str]) -> bool:
    """Whether a way leads to one of the ids of the page itself."""
    target, _, fragment = way.partition("\0")
    is_way_back = fragment.startswith("fnref:")  # from a footnote that nothing calls, of which unused-footnote tells
    return target == own and (is_way_back or anchor_in(fragment) in ids or is_always_there(fragment))


def _written(finished: Finished, path: PurePosixPath, way: str) -> str:
    """The address that a page writes for a way."""
    page = finished.pages[path]
    return next(one for one in (*page.links, *page.loaded) if _way(str(path), str(path.parent), one) == way)


WAYS = Look(_ways)


def _steps(path: PurePosixPath, page: FinishedPage) -> tuple[str, ...]:
    """The other files that a reader can go to from a page, each once."""
    own, folder = str(path), str(path.parent)
    ways = (leads_to(folder, one.values["href"]) for one in page.named("a") if "href" in one.values)
    targets = dict.fromkeys(to[0] for to in ways if to)
    return tuple(one for one in targets if one not in ("", own))


STEPS = Look(_steps)


def _steps_from_home(ways: Mapping[PurePosixPath, tuple[str, ...]]) -> Mapping[str, int]:
    """How many links lead from the first page to each file that can be reached from it."""
    targets_of = {str(path): targets for path, targets in ways.items()}
    near = {str(FIRST_PAGE)}
    steps = dict.fromkeys(near, 0)
    while near:
        far = 1 + steps[next(iter(near))]
        near = set[str]().union(*(targets_of.get(one, ()) for one in near)) - steps.keys()
        steps |= dict.fromkeys(near, far)
    return steps


def _waived(page: Page, site: Site) -> Collection[tuple[str, str]]:
    """The targets of a page's own links for which a waiver beside them, or of the page, names a rule about links."""
    waivers = [one for one in page.waivers if one.rule in ABOUT_LINKS]
    if not waivers:
        return ()
    return {
        (str(_address(link, site)), link.fragment)
        for link in page.links
        if isinstance(link, (PageLink, AssetLink)) and any(one.covers(link.place) for one in waivers)
    }


def _address(link: PageLink | AssetLink, site: Site) -> PurePosixPath:
    """Where a link's target is published, or would be if it were there."""
    known = site.pages.get(link.target) or site.assets.get(link.target)
    return known.address if known else link.target.with_suffix(".html")


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
