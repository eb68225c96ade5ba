"""L, and P4, for rendered pages: links, addresses and ids that come from templates and content together."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from pathlib import PurePosixPath
from urllib.parse import SplitResult, urlsplit

from crpsguide.check import links
from crpsguide.check.access import place_on
from crpsguide.check.html import PageQuery, RenderedFiles, RenderedPage, link_target
from crpsguide.check.links.anchors import anchor_in, is_always_there
from crpsguide.check.rule import Fault, files_rule
from crpsguide.check.styles import place_of
from crpsguide.language.patterns import Pattern
from crpsguide.model import AssetLink, Page, PageLink, Place, Severity, Site

Target = tuple[str, str]  # a file of the site, and a fragment or ""
FIRST_PAGE = PurePosixPath("index.html")
_LOADED_BY_STYLES = Pattern(r"""(?:url\(\s*|@import\s+|image-set\(\s*)["']?(?P<address>(?:https?:)?//[^\s"')]*)""")
LINK_RULES = frozenset(word for rule in links.RULES for word in (rule.code, rule.name))  # as waivers name them
FARTHEST = 3  # links from the first page; who is in pain gives up early


@files_rule("L101")
def dead_link_in_finished_page(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A link in a finished page leads to no file of the site, or to no place on its page.

    Why it matters: pages are made of content and templates; a link of a template can break too.

    Wrong: `<a href="sourcs.html">` in a template
    Right: `<a href="{{ href }}">` with an address that the guide has
    """
    found = rendered.query(ANCHORS_AND_TARGETS)
    anchors_of = {str(path): anchors for path, (anchors, _) in found.items()}
    files = {str(path) for path in (*rendered.files, *(asset.address for asset in site.assets.values()))}
    page_at = {page.address: page for page in site.pages.values()}
    alive: set[Target] = set()  # all pages have the same menus
    for path, (_, targets) in found.items():
        waived = _waived(page_at[path], site) if path in page_at else ()
        for target in targets:
            file, fragment = target
            if target in alive or target in waived:
                continue
            if file not in files:
                trouble = "which is no file of the site"
            elif file in anchors_of and not _names_anchor(fragment, anchors_of[file]):
                trouble = "but nothing there has that id"
            else:
                alive.add(target)
                continue
            message = f"The finished page {path} links to “{_written(rendered, path, target)}”, {trouble}."
            yield Fault(place_on(site, path), message, "Mend the link in the page, or in the template that draws it.")


@files_rule("P4")
def address_taken(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """Two files would stand at one address of the finished site, or one where others need a folder.

    Why it matters: one of them would silently take the place of the other, or nothing could be published.

    Wrong: a file `robots.txt` among the pages; a folder `pacing.html` beside `pacing.md`; `redirect_from: [claims/]`
    Right: other names
    """
    assets = {asset.address: Place(asset.path) for asset in site.assets.values()}
    for address in assets.keys() & rendered.files.keys():
        message = f"The guide makes a file {address} itself, so this one would be lost."
        yield Fault(assets[address], message, "Give it another name.")
    sources = assets | {page.address: page.place for page in site.pages.values()}
    redirects = {
        old: page.front_matter_place(f"redirect_from.{number}")
        for page in site.pages.values()
        for number, old in enumerate(page.old_addresses)
    }
    for address in redirects.keys() & rendered.pages.keys() - sources.keys():
        if not rendered.pages[address].is_redirect:
            message = f"The guide makes a page {address} itself, so nothing can lead on from it."
            yield Fault(redirects[address], message, "Remove it from “redirect_from”.")
    places = redirects | sources
    for address, folder in _files_below_files({*rendered.files, *sources}):
        place = places.get(address) or sources.get(folder) or site.settings.place
        message = f"The file {address} needs a folder {folder}, and a file of that name stands there."
        yield Fault(place, message, "Rename the file or the folder, or mend “redirect_from”.")


@files_rule("L108", Severity.WARNING)
def orphan_page(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """No other page of the finished site links to a page.

    Why it matters: nobody finds it but by a search, and nobody tends it.

    Wrong: a page outside the parts of the guide that no text links to
    Right: a link to it in a text, or a place in a part of the guide
    """
    links_from = rendered.query(LINKED_FILES)
    linked = frozenset[str]().union(*links_from.values())
    for page in site.pages.values():
        if page.address in links_from and page.address != FIRST_PAGE and page.address.as_posix() not in linked:
            help = "Link to it where it helps, move it into a part of the guide, or remove it."
            yield Fault(page.place, "No other page links to this page.", help)


@files_rule("L109", Severity.WARNING)
def page_far_from_home(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A page is more than 3 links away from the first page, or no way leads to it from there.

    Why it matters: each step loses readers, and those in most pain first.

    Wrong: a page that only the last of a row of pages links to
    Right: a link to it on the page of its part
    """
    links_from = rendered.query(LINKED_FILES)
    if FIRST_PAGE not in links_from:
        return
    distances = _distances_from_first_page(links_from)
    linked = frozenset[str]().union(*links_from.values())
    for page in site.pages.values():
        address = page.address.as_posix()
        if page.address not in links_from or address not in linked:
            continue  # another rule reports orphans
        if distances.get(address, FARTHEST + 1) <= FARTHEST:
            continue
        away = f"{distances[address]} links away from" if address in distances else "not to be reached from"
        message = f"This page is {away} the first page; at most {FARTHEST} should lead to it."
        yield Fault(page.place, message, "Link to it on a page nearer to the first one, such as the page of its part.")


@files_rule("L204")
def duplicate_id_in_finished_page(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """Two things on a finished page have one id, though the page's own text does not repeat it.

    Why it matters: a link to it leads to the first of them only.

    Wrong: a template with `id="plan"`, on a page with a heading “Plan”
    Right: `id="plan-box"` in the template
    """
    for path, page in rendered.pages.items():
        for id, count in Counter(page.ids).items():
            if count > 1:
                message = f"The id “{id}” stands {count} times on the finished page {path}."
                yield Fault(place_on(site, path, id), message, "Change the heading or the id of one of them.")


@files_rule("L306")
def third_party_resource_in_finished_page(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page or style sheet would load something from another host.

    Why it matters: the address of a page tells about someone's health; nobody else may learn it.

    Wrong: `<script src="https://tracker.example/t.js">` in a template
    Right: the script as a file of the templates
    """
    own = urlsplit(site.settings.base_url).netloc
    for path, page in rendered.pages.items():
        for address in dict.fromkeys(page.loaded):
            parts = _split(address)
            if parts is None or parts.netloc not in ("", own):
                message = f"The finished page {path} would load “{address}” from another host."
                yield Fault(place_on(site, path), message, "Copy the file into the guide, or remove it.")
    for path, data in rendered.files.items():
        sheet = data.decode("utf-8", "replace") if path.suffix == ".css" else ""
        for match in _LOADED_BY_STYLES.finditer(sheet):
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


def _files_below_files(addresses: Set[PurePosixPath]) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
    """The files in a folder whose address is also that of a file, each with that folder."""
    parents = {address.parent for address in addresses}  # there are far fewer folders than files
    files_and_folders = addresses & {folder for parent in parents for folder in (parent, *parent.parents)}
    for address in sorted(addresses) if files_and_folders else ():
        yield from ((address, folder) for folder in address.parents if folder in files_and_folders)


def _anchors_and_targets(path: PurePosixPath, page: RenderedPage) -> tuple[tuple[str, ...], tuple[Target, ...]]:
    """The anchors of a page, and the targets within the site of its links; without those to its own anchors."""
    anchors = page.anchors
    own, folder, known = str(path), str(path.parent), frozenset(anchors)
    targets = dict.fromkeys(_target(own, folder, address) for address in (*page.links, *page.loaded))
    return anchors, tuple(one for one in targets if one and not (one[0] == own and _names_own_anchor(one[1], known)))


ANCHORS_AND_TARGETS = PageQuery(_anchors_and_targets)


def _target(own: str, folder: str, address: str) -> Target | None:
    """The target of an address on the page `own`; None outside the site: rules about the content report those."""
    target = link_target(folder, address)
    return (target[0] or own, target[1]) if target else None


def _names_own_anchor(fragment: str, anchors: Set[str]) -> bool:
    """Whether a fragment names an anchor of its own page, or is the return link of a footnote.

    The return link of a footnote without a reference leads nowhere, but `unused-footnote` reports that.
    """
    return fragment.startswith("fnref:") or _names_anchor(fragment, anchors)


def _names_anchor(fragment: str, anchors: Collection[str]) -> bool:
    return anchor_in(fragment) in anchors or is_always_there(fragment)


def _written(rendered: RenderedFiles, path: PurePosixPath, target: Target) -> str:
    """The first address on a page that has this target, as it is written there."""
    page = rendered.pages[path]
    own, folder = str(path), str(path.parent)
    return next(one for one in (*page.links, *page.loaded) if _target(own, folder, one) == target)


def _linked_files(path: PurePosixPath, page: RenderedPage) -> tuple[str, ...]:
    """The other files that the `<a>` elements of a page link to, each once."""
    own, folder = str(path), str(path.parent)
    targets = (link_target(folder, one.attributes["href"]) for one in page.find("a") if "href" in one.attributes)
    files = dict.fromkeys(target[0] for target in targets if target)
    return tuple(file for file in files if file not in ("", own))


LINKED_FILES = PageQuery(_linked_files)


def _distances_from_first_page(links_from: Mapping[PurePosixPath, tuple[str, ...]]) -> Mapping[str, int]:
    """The least number of links from the first page to each file that can be reached from it."""
    targets_of = {str(path): targets for path, targets in links_from.items()}
    distances = {str(FIRST_PAGE): 0}
    frontier = {str(FIRST_PAGE)}
    distance = 0
    while frontier:
        distance += 1
        frontier = set[str]().union(*(targets_of.get(file, ()) for file in frontier)) - distances.keys()
        distances |= dict.fromkeys(frontier, distance)
    return distances


def _waived(page: Page, site: Site) -> Collection[Target]:
    """The targets of the links in a page's Markdown for which a rule about links is waived."""
    waivers = [one for one in page.waivers if one.rule in LINK_RULES]
    if not waivers:
        return ()
    return {
        (str(_address(link, site)), link.fragment)
        for link in page.links
        if isinstance(link, (PageLink, AssetLink)) and any(one.covers(link.place) for one in waivers)
    }


def _address(link: PageLink | AssetLink, site: Site) -> PurePosixPath:
    """The address at which a link's target is published, or would be if it existed."""
    known = site.pages.get(link.target) or site.assets.get(link.target)
    return known.address if known else link.target.with_suffix(".html")


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
