"""A, S10, S11 and T5 for rendered pages: labels, headings, languages, motion, size. Also U1, urgent help first."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from pathlib import PurePosixPath

from crpsguide.check.html import Element, RenderedFiles, RenderedPage, link_target
from crpsguide.check.rule import Fault, files_rule, rule
from crpsguide.language.patterns import Pattern
from crpsguide.model import GuideFrontMatter, Page, Place, Site

HEAVIEST_PAGE = 200_000  # bytes of HTML, not compressed; checklist item A8
FIELDS = frozenset({"input", "select", "textarea"})
UNLABELLED_TYPES = frozenset({"hidden", "submit", "button", "reset", "image"})  # of fields that need no label
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NAME_ATTRIBUTES = ("aria-label", "aria-labelledby", "title")
MOVING = frozenset({"marquee", "blink", "animate", "animatemotion", "animatetransform", "set"})
POLICY = PurePosixPath("_headers")
DATA_TYPES = ("json", "importmap")  # scripts that hold data and no code
_MOTION = Pattern(r"@keyframes|\banimation(?:-name)?\s*:|\btransition\s*:")
_IF_MOTION_IS_WANTED = Pattern(r"@media[^{]*prefers-reduced-motion\s*:\s*no-preference[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
_NO_MOTION = Pattern(r"\b(?:animation|transition)\s*:\s*none\b")


@files_rule("U1")
def urgent_help_not_first(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """The first link of a finished page, after the one that skips to the text, does not lead to urgent help.

    Why it matters: who needs help now has no time to look for it.

    Wrong: a template with the menu before urgent help
    Right: skip link, urgent help, then all else
    """
    target = site.landmark("urgent_help")
    if target is None:
        return
    root = f"{site.settings.base_url.rstrip('/')}/"  # of full addresses, as the page for 404 errors has
    for path, page in shown_pages(rendered):
        links = [one for one in page.find("a") if one.attributes.get("href")]
        first = next((one for one in links if not one.attributes["href"].startswith("#")), None)
        address = first.attributes["href"].partition("#")[0] if first else ""
        below_root = f"/{address.removeprefix(root)}" if address.startswith(root) else address
        linked = link_target(str(path.parent), below_root) if first else None
        if linked is None or (linked[0] or str(path)) != str(target.address):
            help = "Let the template's first link after the skip link be the one to urgent help."
            yield fault_on(site, path, "does not lead to urgent help first", help)


@rule("U1")
def no_urgent_help(site: Site) -> Iterator[Fault]:
    """A guide has no page for urgent help that all pages lead to.

    Why it matters: some of those who come are in danger, and do not know it.

    Wrong: `site.yaml` without `landmarks`
    Right: `landmarks: {urgent_help: start/urgent-help.md}`
    """
    pages = [page for page in site.pages.values() if isinstance(page.front_matter, GuideFrontMatter)]
    if pages and not site.settings.landmarks.urgent_help:
        help = "Write one, and name it: “landmarks: {urgent_help: start/urgent-help.md}”."
        yield Fault(site.settings.place, "The guide names no page for urgent help.", help)


@files_rule("A4")
def skip_link_not_first(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """The first link of a finished page does not skip to its text.

    Why it matters: who uses a keyboard or a switch would have to pass the whole menu on every page.

    Wrong: a template that begins with the menu
    Right: `<a class="skip-link" href="#_main">Skip to the text</a>` first
    """
    for path, page in shown_pages(rendered):
        first = next(iter(page.find("a", "button", *FIELDS)), None)
        if first is not None and first.attributes.get("href", "").removeprefix("#") not in page.ids:
            yield fault_on(
                site, path, "does not begin with a link that skips to its text", "Put one first in the template."
            )


@files_rule("A4")
def field_without_label(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A field of a form has no label.

    Why it matters: a screen reader says “edit text”, and who speaks to the machine cannot name it.

    Wrong: `<input type="search">`
    Right: `<label for="q">Search</label> <input type="search" id="q">`
    """
    for path, page in shown_pages(rendered):
        labels = {one.attributes.get("for", "") for one in page.find("label")}
        for one in page.find(*FIELDS):
            if one.attributes.get("type", "") in UNLABELLED_TYPES:
                continue
            if not one.ancestor("label") and one.attributes.get("id", "-") not in labels and not _is_named(one):
                yield fault_on(site, path, f"has a field without a label: <{one.name}>", "Add a <label> for it.", one)


@files_rule("A4")
def control_without_name(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A link or button has no words.

    Why it matters: it cannot be read aloud, nor chosen by voice.

    Wrong: `<button><svg>…</svg></button>`
    Right: `<button>Close</button>`
    """
    for path, page in shown_pages(rendered):
        for one in page.find("a", "button"):
            acts = one.name == "button" or "href" in one.attributes
            if acts and not one.has_text and not _is_named(one):
                yield fault_on(site, path, f"has a <{one.name}> without words", "Write words in it.", one)


@files_rule("A7")
def page_language_missing(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page does not say in which language it is.

    Why it matters: a screen reader would read it with the sounds of another language.

    Wrong: `<html>`
    Right: `<html lang="en-GB">`
    """
    for path, page in shown_pages(rendered):
        if not page.root.attributes.get("lang", "").strip():
            yield fault_on(site, path, "does not say its language", "Add “lang” to <html> in the template.")


@files_rule("A7")
def title_not_one(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page has no heading of level 1, or more than one.

    Why it matters: it is where those who listen to a page begin.

    Wrong: two `<h1>`
    Right: one, with the title
    """
    for path, page in shown_pages(rendered):
        count = len(page.find("h1"))
        if count != 1 and not _is_plain(site, path):
            yield fault_on(site, path, f"has {count} headings of level 1", "Let it have one, the title.")


@files_rule("A7")
def heading_order_in_finished_page(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A heading of a finished page is more than one level below the one before it.

    Why it matters: those who listen to a page find their way by the levels of its headings.

    Wrong: `<h2>` and then `<h4>`
    Right: `<h2>` and then `<h3>`
    """
    for path, page in shown_pages(rendered):
        for above, one in pairwise(page.find(*HEADINGS)):
            if int(one.name[1]) > int(above.name[1]) + 1 and not _is_plain(site, path):
                what = f"goes from <{above.name}> to <{one.name}> at “{one.text}”"
                yield fault_on(site, path, what, "Mend the levels in the page, or in the template.", one)


@files_rule("S10")
def image_without_alternative(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A picture of a finished page has no `alt`.

    Why it matters: a screen reader would read the name of its file aloud.

    Wrong: `<img src="limb.svg">`
    Right: `<img src="limb.svg" alt="A swollen hand beside a hand that is not">`
    """
    for path, page in shown_pages(rendered):
        for one in page.find("img"):
            if "alt" not in one.attributes:
                source = one.attributes.get("src", "")
                yield fault_on(site, path, f"has a picture without words: {source}", "Add “alt”.", one)


@files_rule("S11")
def column_without_scope(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """The heading of a column or row does not say which of both it heads.

    Why it matters: who reads a table by ear hears the heading before each cell, if it is known.

    Wrong: `<th>What was found</th>`
    Right: `<th scope="col">What was found</th>`
    """
    for path, page in shown_pages(rendered):
        for one in page.find("th"):
            if "scope" not in one.attributes and one.has_text:
                yield fault_on(site, path, f"has a <th> without “scope”: “{one.text}”", "Add “scope”.", one)


@files_rule("A7")
def motion_unasked(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """Something on a finished page moves or plays by itself.

    Why it matters: motion can bring on dizziness, pain and fits, and takes attention that is scarce.

    Wrong: `<video autoplay>`, or an `animation` outside `prefers-reduced-motion: no-preference`
    Right: a picture, or a film that starts when it is asked to
    """
    for path, page in shown_pages(rendered):
        for one in page.find(*MOVING, having=["autoplay"]):
            yield fault_on(site, path, f"has a <{one.name}> that moves by itself", "Take it away.", one)
    for path, data in rendered.files.items():
        if path.suffix == ".css":
            moving = _MOTION.search(_NO_MOTION.sub("", _IF_MOTION_IS_WANTED.sub("", data.decode("utf-8", "replace"))))
            if moving:
                what = f"moves things whatever the reader's settings are ({moving[0].strip()})"
                yield fault_on(site, path, what, "Put it into “@media (prefers-reduced-motion: no-preference)”.")


@files_rule("A8")
def page_too_heavy(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page has more than 200 kB of HTML.

    Why it matters: on a slow line it takes long to come, and it costs money.

    Wrong: one page with all that is known
    Right: several pages that link to each other
    """
    page_at = _pages_by_address(site)
    for path, data in rendered.files.items():
        if path.suffix == ".html" and len(data) > HEAVIEST_PAGE and path in page_at:
            yield fault_on(site, path, f"has {len(data) // 1000} kB; the limit is {HEAVIEST_PAGE // 1000}", "Split it.")


@files_rule("T5")
def inline_code_in_finished_page(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page holds a program or a style of its own: in an element, or in an attribute.

    Why it matters: the site promises its readers that nothing but its own files runs, and browsers hold it to that.
    What the policy in `_headers` names by its hash is part of that promise.

    Wrong: `<button onclick="…">`, `<p style="color: red">`, `<script>…</script>`
    Right: a file of the templates
    """
    policy = rendered.files.get(POLICY, b"").decode("utf-8", "replace")
    for path, page in shown_pages(rendered):
        inline = [name for name in page.by_attribute if name == "style" or name.startswith("on")]
        values = chain.from_iterable(one.attributes.values() for one in page.elements)
        has_script_address = "javascript:" in "\n".join(values).casefold()
        for one in page.elements if has_script_address else page.find("style", "script", having=inline):
            attribute = next((name for name in one.attributes if name in inline), "") if inline else ""
            if attribute:
                yield fault_on(site, path, f"has “{attribute}” on a <{one.name}>", "Move it into a file.", one)
            elif (one.name == "style" or _is_inline_script(one)) and f"'{_policy_hash(one)}'" not in policy:
                yield fault_on(site, path, f"has a <{one.name}> of its own", "Move it into a file.", one)
            elif has_script_address and any(map(_is_script_address, one.attributes.values())):
                yield fault_on(site, path, f"has a <{one.name}> whose address is a program", "Take it away.", one)


RULES = (
    urgent_help_not_first,
    no_urgent_help,
    skip_link_not_first,
    field_without_label,
    control_without_name,
    page_language_missing,
    title_not_one,
    heading_order_in_finished_page,
    image_without_alternative,
    column_without_scope,
    motion_unasked,
    page_too_heavy,
    inline_code_in_finished_page,
)


def shown_pages(rendered: RenderedFiles) -> Iterator[tuple[PurePosixPath, RenderedPage]]:
    """All pages except redirects."""
    return ((path, page) for path, page in rendered.pages.items() if not page.is_redirect)


def _is_script_address(address: str) -> bool:
    return address.strip().casefold().startswith("javascript:")


def _is_inline_script(one: Element) -> bool:
    is_data = one.attributes.get("type", "").endswith(DATA_TYPES)
    return one.name == "script" and "src" not in one.attributes and not is_data


def _policy_hash(one: Element) -> str:
    """The hash by which a Content-Security-Policy allows an inline script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(one.node.text().encode()).digest()).decode()}"


def _is_named(one: Element) -> bool:
    return any(one.attributes.get(name, "").strip() for name in NAME_ATTRIBUTES)


def _pages_by_address(site: Site) -> Mapping[PurePosixPath, Page]:
    return {page.address: page for page in site.pages.values()}


def _is_plain(site: Site, path: PurePosixPath) -> bool:
    """Whether it is a plain page, whose headings the guide does not control."""
    page = _pages_by_address(site).get(path)
    return page is not None and not isinstance(page.front_matter, GuideFrontMatter)


def fault_on(
    site: Site, path: PurePosixPath, what: str, help: str, element: Element | None = None, *, id: str = ""
) -> Fault:
    """A fault on a rendered page, at the place of an element or else of an id."""
    place = place_on(site, path, element.attributes.get("id", "") if element else id)
    return Fault(place, f"The finished page {path} {what}.", help)


def place_on(site: Site, path: PurePosixPath, id: str = "") -> Place:
    """The place of an id in the Markdown file of a rendered page, or else of the file.

    The place of the settings when the page is not made from a Markdown file.
    """
    page = _pages_by_address(site).get(path)
    return page.anchors.get(id, page.place) if page else site.settings.place
