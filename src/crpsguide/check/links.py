"""L: links that lead somewhere."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import relpath
from urllib.parse import urlsplit

from crpsguide.check.rule import Fault, rule
from crpsguide.language.spelling import did_you_mean
from crpsguide.model import AssetLink, GlossaryList, Organisations, Page, PageLink, Place, Site, WebLink

SCHEMES = ("https", "http", "mailto", "tel")


@rule("L101")
def missing_page(site: Site) -> Iterator[Fault]:
    """A link leads to a page that is not in the guide.

    Why it matters: someone in pain who meets a dead end may not try again.

    Wrong: `[pacing](../living/pacng.md)`
    Right: `[pacing](../living/pacing.md)`
    """
    for page, link in _page_links(site):
        if link.target in site.pages:
            continue
        if link.target in site.drafts:
            message = f"The link “{link.words}” leads to a draft ({link.target}), which is not published."
            help = "Finish that page and remove “draft: true”, or remove the link."
        elif link.target.parts[:1] == ("..",):
            message = f"The link “{link.words}” leaves the folder of the pages ({link.written})."
            help = "Link to a page below the pages' folder."
        else:
            message = f"The link “{link.words}” leads to no page ({link.written})."
            help = did_you_mean(
                link.written.partition("#")[0],
                [_written(page.name, other) for other in sorted(site.pages)],
                "Check the spelling of the file name, or remove the link.",
            )
        yield Fault(link.place, message, help)


@rule("L101")
def missing_asset(site: Site) -> Iterator[Fault]:
    """A picture or download is not in the guide, or a link names something other than a page's Markdown file.

    Why it matters: a picture that does not load tells nothing, and a dead link ends the search.

    Wrong: `![The limb](lim.svg)`, `[pacing](pacing.html)`
    Right: `![The limb](limb.svg)`, `[pacing](pacing.md)`
    """
    for page in site.pages.values():
        for link in page.links:
            if not isinstance(link, AssetLink) or link.target in site.assets:
                continue
            source = _page_meant(link.target, site)
            known = sorted([*site.assets, *site.pages])
            if source is not None:
                help = f"Link to the page's own file: “{_written(page.name, source)}”."
            else:
                help = did_you_mean(
                    link.written,
                    [_written(page.name, other) for other in known],
                    "Put the file beside the page or into content/media, or remove the link.",
                )
            what = "picture" if link.is_image else "link"
            yield Fault(link.place, f"The {what} “{link.words}” leads to no file ({link.written}).", help)


@rule("L102")
def missing_anchor(site: Site) -> Iterator[Fault]:
    """A link names a heading that its page does not have.

    Why it matters: the reader lands at the top of a long page and has to look for the answer.

    Wrong: `[side effects](ketamine.md#side-efects)`
    Right: `[side effects](ketamine.md#side-effects)`
    """
    for _, link in _page_links(site):
        target = site.pages.get(link.target)
        if target is None or not link.fragment or _is_always_there(link.fragment):
            continue
        anchors = anchors_of(target, site)
        if link.fragment not in anchors:
            known = ", ".join(f"#{one}" for one in list(anchors)[:12])
            yield Fault(
                link.place,
                f"The page {target.name} has no heading “#{link.fragment}”.",
                did_you_mean(link.fragment, anchors, f"Its headings are: {known}." if known else "It has no headings."),
            )


@rule("L105")
def absolute_path(site: Site) -> Iterator[Fault]:
    """A link begins with a slash, so it works at the root of one domain only.

    Why it matters: the guide is also read from a folder, from another address and from a disk.

    Wrong: `[pacing](/living/pacing.md)`
    Right: `[pacing](../living/pacing.md)`
    """
    for page in site.pages.values():
        for link in page.links:
            if isinstance(link, WebLink) and link.written.startswith("/") and not link.written.startswith("//"):
                path = PurePosixPath(link.written.partition("#")[0].lstrip("/"))
                target = path if path in site.pages else _page_meant(path, site)
                help = (
                    f"Write it as seen from this page: “{_written(page.name, target)}”."
                    if target
                    else "Write the way from this page, such as “../living/pacing.md”."
                )
                yield Fault(link.place, f"The link “{link.words}” begins with a slash ({link.written}).", help)


@rule("L301")
def unsafe_scheme(site: Site) -> Iterator[Fault]:
    """A link begins with something other than https, http, mailto or tel.

    Why it matters: other links can run programs, or work on one machine only.

    Wrong: `[call](javascript:call())`, `[plan](file:///home/me/plan.md)`, `[site](//example.org)`
    Right: `[call](tel:+441234567890)`, `[plan](plan.md)`, `[site](https://example.org)`
    """
    for page in site.pages.values():
        for link in page.links:
            if not isinstance(link, WebLink) or (link.written.startswith("/") and link.written[1:2] != "/"):
                continue
            try:
                scheme = urlsplit(link.written).scheme
            except ValueError:
                scheme = ""
            if scheme not in SCHEMES:
                yield Fault(
                    link.place,
                    f"The link “{link.words}” leads to “{link.written}”, which a guide cannot link to.",
                    "Begin a web address with https://, an e-mail address with mailto:, a number with tel:.",
                )


@rule("L101")
def missing_related_page(site: Site) -> Iterator[Fault]:
    """The front matter or the settings name a page that is not in the guide.

    Why it matters: the link stands on every page, or at the end of one, and leads nowhere.

    Wrong: `related: [pacng.md]`
    Right: `related: [pacing.md]`
    """
    for page in site.pages.values():
        for number, related in enumerate(page.front_matter.related):
            target = PurePosixPath(relpath(f"/{page.name.parent}/{related}", "/"))
            if target not in site.pages:
                known = [_written(page.name, other) for other in sorted(site.pages)]
                yield Fault(
                    page.front_matter_place(f"related.{number}"),
                    f"“related” names no page of the guide ({related}).",
                    did_you_mean(related, known, "Write the way from this page to the other page's file."),
                )
    for key in ("urgent_help", "how_sure", "glossary", "about"):
        name = getattr(site.settings.landmarks, key).partition("#")[0]
        if name and PurePosixPath(name) not in site.pages:
            yield Fault(
                site.settings.place,
                f"“landmarks” names no page of the guide for “{key}” ({name}).",
                did_you_mean(name, [str(one) for one in sorted(site.pages)], "Write the page's path below pages."),
            )


def anchors_of(page: Page, site: Site) -> dict[str, Place]:
    """The places on a page that links may name: its headings and ids, and what its components list."""
    anchors = dict(page.anchors)
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, GlossaryList):
                anchors.update(dict.fromkeys(site.glossary, block.place))
            elif isinstance(block, Organisations):
                anchors.update(dict.fromkeys(site.organisations, block.place))
    return anchors


def _page_links(site: Site) -> Iterator[tuple[Page, PageLink]]:
    for page in site.pages.values():
        for link in page.links:
            if isinstance(link, PageLink):
                yield page, link


def _is_always_there(fragment: str) -> bool:
    """`#top` and text fragments lead somewhere on any page (HTML, “find a potential indicated element”)."""
    return fragment.casefold() == "top" or fragment.startswith(":~:")


def _page_meant(target: PurePosixPath, site: Site) -> PurePosixPath | None:
    """The page that a published address, a folder or a name without ending stands for."""
    candidates = (target.with_suffix(".md"), target / "index.md", PurePosixPath(f"{target}.md"))
    return next((one for one in candidates if one in site.pages), None)


def _written(origin: PurePosixPath, target: PurePosixPath) -> str:
    """How a page names another file."""
    return relpath(target, origin.parent)
