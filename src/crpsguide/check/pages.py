"""P1 to P8: files, front matter, blocks and addresses of pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from crpsguide.check.links.targets import folded
from crpsguide.check.rule import Fault, rule, trouble_rule
from crpsguide.model import Page, Severity, Site

FIRST_PAGES = frozenset({"content/pages/index.md", "content/index.md"})


@trouble_rule("P1")
def front_matter() -> None:
    """A page's front matter lacks something, or holds something that is not known.

    Why it matters: it tells the reader what a page is for and when it was checked. An unknown
    key is a fact that would get lost.

    Wrong: `chekced: 2026-03-04`
    Right: `checked: 2026-03-04`
    """


@trouble_rule("P2")
def unreadable() -> None:
    """A file cannot be read as text, or its front matter cannot be read as YAML.

    Why it matters: nothing of such a page can be published, so nothing of it is checked either.

    Wrong: `title: CRPS: what is it`
    Right: `title: "CRPS: what is it"`
    """


@trouble_rule("P3")
def file() -> None:
    """A file has a name that cannot be published, may not be opened, or lies outside the guide.

    Why it matters: what works on one machine would be missing or shut on another.

    Wrong: `con.md`, or a symbolic link to a file elsewhere
    Right: `contacts.md`, and a copy of the file
    """


@trouble_rule("P3")
def unknown_file() -> None:
    """A file or folder in `content` has a name that the guide does not know, so nothing of it is read.

    Why it matters: with its settings under another name, a guide is published without its title and its contact.

    Wrong: `content/sites.yaml`, `content/evidense/`, `content/evidence/smith2020.yml`
    Right: `content/site.yaml`, `content/evidence/`, `content/evidence/smith2020.yaml`
    """


@trouble_rule("P3", Severity.WARNING)
def copied_file() -> None:
    """A file in `content` is a copy of the one beside it: a backup, or the other side of a conflict.

    Why it matters: readers may get both, or what somebody wrote stands in the one that nobody looks at.

    Wrong: `pacing (conflicted copy).md` or `pacing.md.bak` beside `pacing.md`
    Right: `pacing.md` alone
    """


@trouble_rule("P3")
def unsafe_drawing() -> None:
    """An SVG file holds more than a drawing: a program, a link, or something that it fetches.

    Why it matters: such a file can do things of its own on the reader's machine when it is opened.

    Wrong: a drawing with `<script>` in it
    Right: the drawing exported again as plain SVG
    """


@trouble_rule("P3")
def false_file() -> None:
    """A file that would be published as it is is of a kind that may run, or is not what its name says.

    Why it matters: whoever opens it would get a program or a page of a stranger under the guide's own address.

    Wrong: `form.html`, or a page of HTML that is called `limb.png`
    Right: a page `form.md`, and a picture that is one
    """


@trouble_rule("P2")
def page_without_end() -> None:
    """A page keeps the processor busy for far longer than any page of a real guide, while it is read.

    Why it matters: the reading is stopped, so that the other pages are heard; nothing of this one is published.

    Wrong: a table of a thousand rows that are longer than its head
    Right: a table whose rows all fit
    """


@trouble_rule("P2")
def rule_without_end() -> None:
    """A rule is still busy with one file, or with all, when it has had far more time than a real guide needs.

    Why it matters: the rule is stopped, so that the others are heard; what it would have said is not known.

    Wrong: a sentence of thousands of words
    Right: sentences
    """


@rule("P4")
def duplicate_address(site: Site) -> Iterator[Fault]:
    """Two pages would be published at one address.

    Why it matters: one of them would silently take the place of the other.

    Wrong: `pain.md` beside `pain/index.md`
    Right: one of the two
    """
    by_address: dict[str, list[Page]] = defaultdict(list)
    for page in site.pages.values():
        by_address[_served(page.address)].append(page)
    for address, pages in by_address.items():
        for page in pages[1:]:
            if folded(page.name) == folded(pages[0].name):
                continue  # another rule reports names that differ by case only
            message = f"{page.name} would be published at the same address as {pages[0].name} (/{address})."
            yield Fault(page.place, message, "Rename one of the two files, or give one a “slug”.")
    yield from _duplicate_redirects(site, {address: pages[0] for address, pages in by_address.items()})


@trouble_rule("P5")
def unknown_block() -> None:
    """A line `/// name` names a block that does not exist.

    Why it matters: the text in it would be shown as plain text, slashes and all.

    Wrong: `/// key-point`
    Right: `/// key-points`
    """


@trouble_rule("P5")
def unclosed_block() -> None:
    """A block is opened and never closed.

    Why it matters: everything after it would end up in the box.

    Wrong: `/// ask | Ask your care team` without a `///` further down
    Right: the same with a line `///` after the last question
    """


@trouble_rule("P6")
def block_content() -> None:
    """A block does not hold what it should, such as a title or one list.

    Why it matters: readers would see an empty or broken box.

    Wrong: a paragraph in `/// key-points`
    Right: a list of three to five points
    """


@trouble_rule("P6")
def block_options() -> None:
    """The options under a block's first line lack something or hold something unknown.

    Why it matters: a picture drawn from the wrong number would mislead.

    Wrong: `levle: emergency`
    Right: `level: emergency`
    """


@trouble_rule("P7")
def record() -> None:
    """An evidence file, claim, organisation, term or list lacks something or holds something unknown.

    Why it matters: pages rest on these files; a fact with a misspelt name is a lost fact.

    Wrong: `certanty: low`
    Right: `certainty: low`
    """


@rule("P8", Severity.WARNING)
def no_pages(site: Site) -> Iterator[Fault]:
    """The guide has no page, or none that is the first one.

    Why it matters: a reader who opens the site's address sees nothing.

    Wrong: `pages/home.md`
    Right: `pages/index.md`
    """
    is_unreadable = any(one.place.path.as_posix() in FIRST_PAGES for one in site.troubles)  # another rule reports it
    if not is_unreadable and not any(page.address.as_posix() == "index.html" for page in site.pages.values()):
        help = "Write one, and name it “index.md”, at the top of the folder of pages."
        yield Fault(site.settings.place, "The site has no first page.", help)


RULES = (
    front_matter,
    unreadable,
    page_without_end,
    rule_without_end,
    file,
    unsafe_drawing,
    unknown_file,
    copied_file,
    false_file,
    duplicate_address,
    unknown_block,
    unclosed_block,
    block_content,
    block_options,
    record,
    no_pages,
)


def _duplicate_redirects(site: Site, page_at: Mapping[str, Page]) -> Iterator[Fault]:
    """The old addresses that are those of pages, or from which there are two redirects."""
    target_of: dict[str, Page] = {}
    for page in site.pages.values():
        redirects = zip(page.front_matter.redirect_from, page.old_addresses, strict=True)
        for number, (written, file) in enumerate(redirects):
            address = _served(file)
            place = page.front_matter_place(f"redirect_from.{number}")
            target = target_of.setdefault(address, page)
            if taken := page_at.get(address):
                message = f"“{written}” is the address of a page of the guide ({taken.name})"
                yield Fault(place, f"{message}, so nothing can lead on from it.", "Remove it from “redirect_from”.")
            elif target is not page or page.front_matter.redirect_from.index(written) < number:
                other = "Remove it from “redirect_from” of one of the two pages."
                help = "Remove one of the two." if target is page else other
                yield Fault(place, f"“{written}” leads on to {target.name} already.", help)


def _served(address: PurePosixPath) -> str:
    """The address at which hosts may serve a file: x.html and x/index.html are both /x, in any case."""
    return str(address).removesuffix(".html").casefold().removesuffix("/index")
