"""L201, A7, L304 and S10: the words of links, and the alternative texts of pictures."""

import re
from collections.abc import Iterator

from crpsguide.check.links.forms import other_address
from crpsguide.check.links.source import attribute_list, raw_tag, words_in_raw_link
from crpsguide.check.links.targets import named
from crpsguide.check.rule import Fault, rule
from crpsguide.language.expressions import LazyPattern
from crpsguide.language.patterns import Pattern
from crpsguide.language.unseen import is_seen
from crpsguide.model import Figure, Link, MarkdownText, Page, PageLink, Severity, Site, WebLink

# File names, which programs insert as alternative texts.
_FILE_NAME = LazyPattern(
    r"[\w ()./-]+\.(?:png|jpe?g|gif|webp|svg|heic|tiff?)|(?:IMG|DSCN?|PXL|Screenshot)[ _-]?[\d _-]+", re.I
)
# WCAG 2.2, success criterion 2.4.9: words that could stand on any link.
_DO = r"(?:click|tap|press|see|look|go|read|find out|learn|continue)"
_VAGUE = Pattern(
    rf"(?:please )?(?:{_DO} )?(?:(?:on |right )?(?:here|this|(?:this |the |a )?(?:link|page|site|website))"
    r"|more(?: (?:info(?:rmation)?|details))?(?: here)?|details|info)(?: (?:now|for more|to read more))?[.:! …]*"
    rf"|{_DO}(?: (?:on|reading|now))?[.:! …]*"
)


@rule("L201")
def empty_target(site: Site) -> Iterator[Fault]:
    """A link or picture has no address.

    Why it matters: it looks like a way forward and leads nowhere.

    Wrong: `[pacing]()`
    Right: `[pacing](pacing.md)`
    """
    for page, link in _links(site):
        if not link.written.strip() and not _is_anchor(page, link):
            yield Fault(
                link.place,
                f"{named(link)} has no address.",
                "Write the address between the round brackets, or remove the link.",
            )


@rule("L201")
def empty_text(site: Site) -> Iterator[Fault]:
    """A link has no words.

    Why it matters: a screen reader can only say “link”, and on the page nothing can be pressed.

    Wrong: `[](pacing.md)`
    Right: `[how to pace yourself](pacing.md)`
    """
    for page, link in _links(site):
        if link.written.strip() and not _is_picture(link) and not is_seen(_words(page, link)):
            yield Fault(
                link.place,
                f"This link has no words ({link.written}).",
                "Write between the square brackets what the reader finds there, or remove the link.",
            )


@rule("A7", Severity.WARNING)
def vague_link_words(site: Site) -> Iterator[Fault]:
    """A link's words do not say where it leads.

    Why it matters: who listens to the links of a page one by one, or holds it on paper, hears only “here”.

    Wrong: `For how to rest, click [here](pacing.md).`
    Right: `Read [how to rest](pacing.md).`
    """
    for page, link in _links(site):
        if not _is_picture(link) and _VAGUE.fullmatch(_words(page, link)):
            yield Fault(
                link.place,
                f"The words of this link, “{_words(page, link)}”, do not say where it leads.",
                "Write what the reader finds there, such as “how to rest”.",
            )


@rule("L304")
def words_of_another_address(site: Site) -> Iterator[Fault]:
    """A link's words are a number, an e-mail address or a website, and the link leads to another one.

    Why it matters: who reads 999 and presses calls 911; and this is how false sites pass for well-known ones.

    Wrong: `[999](tel:911)`, `[help@charity.example](mailto:old@charity.example)`
    Right: `[999](tel:999)`, or `[call for help](tel:911)`
    """
    for page, link in _links(site):
        if isinstance(link, WebLink) and (said := other_address(_words(page, link), link.written)):
            yield Fault(
                link.place,
                f"The words of this link say “{said}”, and it leads to another place ({link.written}).",
                "Find out which of the two is right, and write it in both.",
            )


@rule("S10")
def missing_alt(site: Site) -> Iterator[Fault]:
    """A picture has no words for people who cannot see it, or none but the name of its file.

    Why it matters: those who listen to the page would miss what the picture tells.

    Wrong: `![](limb.svg)`
    Right: `![A swollen hand beside one that is not](limb.svg)`, or `![](line.svg){.decorative}` for mere decoration
    """
    for page, link in _links(site):
        if not (isinstance(page, Page) and _is_picture(link)):
            continue
        if not _is_described(page, link):
            yield Fault(
                link.place,
                f"The picture {link.written} has no words for people who cannot see it.",
                "Write between the square brackets what it shows, or {.decorative} behind it when it tells nothing.",
            )
        tag = raw_tag(page, link)
        if name := _FILE_NAME.fullmatch((tag.attributes.get("alt", "") if tag else link.words).strip()):
            yield Fault(
                link.place,
                f"“{name[0]}” is the name of a file, and tells nothing to people who cannot see the picture.",
                "Write in its place what the picture shows.",
            )


def _links(site: Site) -> Iterator[tuple[MarkdownText, Link]]:
    return ((page, link) for page in site.texts for link in page.links)


def _is_anchor(page: MarkdownText, link: Link) -> bool:
    """Whether the link is an anchor: `[](){#here}`."""
    return not link.words and (attribute_list(page, link) or "").strip().startswith("#")


def _is_picture(link: Link) -> bool:
    return not isinstance(link, PageLink) and link.is_image


def _words(page: MarkdownText, link: Link) -> str:
    """The text that a screen reader speaks for a link: its own, or the alternative texts of the pictures in it."""
    tag = raw_tag(page, link)
    if tag is None:
        pictures = (one.words for one in page.links if _is_picture(one) and _lies_in(one, link))
        return link.words.strip() or " ".join(pictures).strip()
    texts = [tag.attributes.get(name, "") for name in ("alt", "aria-label", "title")]
    if tag.name == "a":
        texts.append(words_in_raw_link(page, link))
    elif tag.name != "area":
        texts.append(tag.name)  # other elements with an address, such as forms, need no words
    return " ".join(texts).strip()


def _lies_in(inner: Link, outer: Link) -> bool:
    begin, end = (outer.place.line, outer.place.column), (outer.place.end_line, outer.place.end_column)
    return begin < (inner.place.line, inner.place.column) < end


def _is_described(page: Page, link: Link) -> bool:
    """Whether a picture has an alternative text, or is marked as decorative."""
    if is_seen(link.words) or any(isinstance(one, Figure) and link == one.image for one in page.blocks):
        return True
    tag = raw_tag(page, link)
    if tag is None:
        return bool(re.search(r"\.decorative\b", attribute_list(page, link) or ""))
    if tag.name != "img":
        return True
    is_decorative = "decorative" in tag.attributes.get("class", "").split() or tag.attributes.get("role") in (
        "none",
        "presentation",
    )
    return is_seen(tag.attributes.get("alt", "")) or ("alt" in tag.attributes and is_decorative)
