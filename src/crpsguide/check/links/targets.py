"""L101, L103, L104, L106 and L107: targets of links within the guide, and pages named in front matter or settings."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from enum import Enum
from functools import lru_cache
from pathlib import PurePosixPath
from posixpath import join, normpath, relpath
from urllib.parse import unquote

from crpsguide.check.links.anchors import anchors_of, near_anchor, odd_blanks
from crpsguide.check.links.source import link_source
from crpsguide.check.parts import named_page
from crpsguide.check.rule import Fault, rule
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import (
    AssetLink,
    EasyFrontMatter,
    HeardClaim,
    Link,
    MarkdownText,
    Page,
    PageLink,
    Site,
    ToolFrontMatter,
    WebLink,
)
from crpsguide.spelling import did_you_mean, near_misses, similar_names

PAGE_ENDINGS = frozenset({"", ".md", ".html", ".htm", ".markdown"})
MEDIA = PurePosixPath("media")  # the folder of content whose files every page may show
# Kinds of trouble with which a file is left out of the site.
SET_ASIDE = frozenset({"front-matter", "page-without-end", "unreadable", "unsafe-drawing"})
PAGE_FOLDERS = (PurePosixPath("content/pages"), PurePosixPath("content"))
LOOK_AGAIN = "Check the spelling of the file name, or remove the link."
PUT_IT_THERE = "Put the file beside the page or into content/media, or remove the link."
_INVALID_IN_FILE_NAMES = LazyPattern(r"""[<>:"|?*]""")  # on Windows; another rule reports the file
CURLY_QUOTES = "“”„‟‘’«»"  # word processors replace straight quotes with them
# An incomplete web address, with a host or top-level domain that no file name has.
_WEB = LazyPattern(
    r"(?:https?:?/{0,2}(?=[\w-]+\.)|(?=www\.)|(?=(?:[a-z0-9-]+\.)+(?:com|edu|gov|info|net|org|[a-z]{2}/)(?:[/?#]|\b))"
    r"(?!.*\.(?:md|html?)$))(?P<rest>.+)",
    re.IGNORECASE,
)
_MAIL = LazyPattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = LazyPattern(r"\+?\(?[0-9][0-9\s().-]{5,}")
_UNQUOTED_TITLE = LazyPattern(
    r"(?P<address>[^\s()]+\.\w{2,4}(?:#\S*)?)\s+[“”„‟‘’«»]?(?P<title>[^\s\"'#“”„‟‘’«»][^\"'“”„‟‘’«»]*)[“”„‟‘’«»]?"
)
_NO_PICTURE = LazyPattern(r"(?i)\.(?!avif|gif|jpe?g|png|svg|webp)\w{2,5}(?:[?#]|$)")
LANDMARKS = ("urgent_help", "how_sure", "glossary", "about")


@rule("L101")
def missing_page(site: Site) -> Iterator[Fault]:
    """A link leads to a page that is not in the guide.

    Why it matters: someone in pain who meets a dead end may not try again.

    Wrong: `[pacing](../living/pacng.md)`
    Right: `[pacing](../living/pacing.md)`
    """
    for page, link in _links_with(Outcome.NOT_FOUND, site):
        if _means_a_page(link):
            message = f"{named(link)} leads to no page of the guide ({link.written})."
            yield Fault(link.place, message, _help_for_missing(page, link, site.known_pages, site, LOOK_AGAIN))


@rule("L101")
def missing_asset(site: Site) -> Iterator[Fault]:
    """A picture or a download is not in the guide.

    Why it matters: a picture that does not load tells nothing, and a dead link ends the search.

    Wrong: `![The limb](lim.svg)`
    Right: `![The limb](limb.svg)`
    """
    for page, link in _links_with(Outcome.NOT_FOUND, site):
        if isinstance(link, AssetLink) and link.target in site.known_pages:
            yield Fault(
                link.place,
                f"{named(link)} is a page, which cannot be shown as a picture ({link.written}).",
                f"Link to it in place of that: [{link.words or 'words'}]({link.written}).",
            )
        elif not _means_a_page(link):
            yield Fault(
                link.place,
                f"{named(link)} leads to no file of the guide ({link.written}).",
                _help_for_missing(page, link, [*site.assets, *site.known_pages], site, PUT_IT_THERE),
            )


@rule("L101")
def missing_related_page(site: Site) -> Iterator[Fault]:
    """The front matter or the settings name a page that is not in the guide, or twice, or a folder without one.

    Why it matters: the link stands on every page, or at the end of one, and leads nowhere.

    Wrong: `related: [pacng.md]`
    Right: `related: [pacing.md]`
    """
    yield from _named_in_front_matter(site)
    yield from _named_as_landmarks(site)
    yield from _named_in_packs(site)
    yield from _named_as_sections(site)


@rule("L103")
def path_case(site: Site) -> Iterator[Fault]:
    """A link writes a file's name with other capitals, or with other accents, than the file has.

    Why it matters: it works on your machine and fails on the web, where `Limb.svg` and `limb.svg` are two files.

    Wrong: `![The limb](limb.svg)` for a file `Limb.SVG`
    Right: `![The limb](Limb.SVG)`
    """
    for page, link in _links_with(Outcome.OTHER_CASE, site):
        file = _same_but_for_case(link.target, site)
        assert file is not None  # or it would not end in another case
        right = relative_link(page.name, file)
        called = file.name if PurePosixPath(_path(link)).name != file.name else right
        yield Fault(
            link.place,
            f"{named(link)} leads to “{link.written}”, but the file is called “{called}”"
            f"{_difference_of_accents(link, file)}.",
            f"Write it as the file has it: “{right}”.",
        )


@rule("L104")
def not_source_form(site: Site) -> Iterator[Fault]:
    """A link names the published address of a page, or its folder, in place of its Markdown file.

    Why it matters: only links to the file are followed when a page moves, and only they work in every copy.

    Wrong: `[pacing](pacing.html)`, `[pacing](pacing)`, `[living](living/)`
    Right: `[pacing](pacing.md)`, `[living](living/index.md)`
    """
    for page, link in _links_with(Outcome.OTHER_FORM, site):
        source = page_meant(link.target, site)
        assert source is not None  # or it would not end in another form
        yield Fault(
            link.place,
            f"{named(link)} names an address ({link.written}) in place of the page's file.",
            f"Link to the page's own file: “{relative_link(page.name, source)}{_fragment(link)}”.",
        )


@rule("L106")
def outside_content(site: Site) -> Iterator[Fault]:
    """A link climbs out of the folder of the pages, or leads to a file that is not taken in.

    Why it matters: what lies outside is not published, and may be private.

    Wrong: `[plan](../../plan.md)` on a page at the top
    Right: `[plan](plan.md)`, with the file among the pages
    """
    for _, link in _links_with(Outcome.OUTSIDE, site):
        yield Fault(
            link.place,
            f"{named(link)} leads out of the folder of the pages ({link.written}).",
            "Move the file among the pages or into content/media, for nothing else is published; or remove the link.",
        )
    for page, link in _links_with(Outcome.REFUSED, site):
        yield Fault(
            link.place,
            f"{named(link)} leads to a file that is not taken into the guide ({link.written}).",
            f"The message about {_file(page, link)} says why.",
        )


@rule("L107")
def draft_target(site: Site) -> Iterator[Fault]:
    """A link leads to a draft.

    Why it matters: a draft is not published, so the reader meets a dead end.

    Wrong: `[pacing](pacing.md)` while that page says `draft: true`
    Right: the same link, once the page is finished
    """
    for _, link in _links_with(Outcome.DRAFT, site):
        yield Fault(
            link.place,
            f"{named(link)} leads to a draft ({link.target}), which is not published.",
            "Finish that page and remove “draft: true”, or remove the link.",
        )


@rule("L107")
def moved_target(site: Site) -> Iterator[Fault]:
    """A link leads to the place where a page stood before it moved.

    Why it matters: readers would take a detour that works on some copies of the guide only.

    Wrong: `[pacing](rest.md)` when `pacing.md` says `redirect_from: [living/rest.html]`
    Right: `[pacing](pacing.md)`
    """
    for page, link in _links_with(Outcome.MOVED, site):
        now = _moved_to(link.target, site)
        assert now is not None  # or it would not end at a page that moved
        yield Fault(
            link.place,
            f"{named(link)} leads to where {now} stood before ({link.written}).",
            f"Link to the page where it is now: “{relative_link(page.name, now)}{_fragment(link)}”.",
        )


def links_with_blanks(site: Site) -> Iterator[tuple[MarkdownText, PageLink | AssetLink]]:
    """The links to existing targets whose address has a space that is not escaped."""
    for page, link in _links_within_guide(site):
        if (
            " " in _path(link).strip()
            and _outcome(page, link, site) is Outcome.FOUND
            and link.written in link_source(page, link).replace(f"<{link.written}>", "")
        ):
            yield page, link


class Outcome(Enum):
    """The outcome of resolving a link within the guide. A link has one outcome, so it is reported once."""

    FOUND = "found"
    OUTSIDE = "outside"
    DRAFT = "draft"
    REFUSED = "refused"
    SET_ASIDE = "set aside"  # the target exists but cannot be read, which another rule reports
    OTHER_CASE = "other case"
    OTHER_FORM = "other form"
    MOVED = "moved"
    NOT_FOUND = "not found"


def named(link: Link) -> str:
    """How a message names a link, at the start of its sentence."""
    what = "picture" if not isinstance(link, PageLink) and link.is_image else "link"
    words = " ".join(link.words.split())
    if what == "picture" and not words and _NO_PICTURE.search(link.written):
        what = "address"  # of a video, a sound or subtitles, in an HTML tag
    return f"The {what} “{words}”" if words else f"This {what}"


def _is_missing(name: str, site: Site) -> bool:
    """Whether a page that the settings name does not exist. Another rule reports one that cannot be read."""
    return PurePosixPath(name) not in site.pages and not any(is_set_aside(one / name, site) for one in PAGE_FOLDERS)


def _suggested_page(name: str, site: Site) -> str:
    """The help for an unknown page in the settings: pages of that name in other folders, or with similar names."""
    pages = sorted(map(str, site.pages))
    elsewhere = [one for one in pages if PurePosixPath(one).name == PurePosixPath(name).name]
    otherwise = "Write the page's path below the folder of pages, such as “living/pacing.md”."
    return (
        did_you_mean_one_of(elsewhere, otherwise) if 0 < len(elsewhere) <= 3 else suggest_path(name, pages, otherwise)
    )


def is_set_aside(file: PurePosixPath, site: Site) -> bool:
    """Whether a file exists but is left out of the site, which another rule reports."""
    return any(one.kind in SET_ASIDE and one.place.path == file for one in site.troubles)


def relative_link(origin: PurePosixPath, target: PurePosixPath) -> str:
    """The relative address of a file in a link on the page `origin`, with percent escapes where a path needs them."""
    return re.sub(r"[%#? ]", lambda match: f"%{ord(match[0]):02X}", relpath(target, origin.parent))


def page_meant(target: PurePosixPath, site: Site) -> PurePosixPath | None:
    """The page that a published address, a folder or a name without a suffix means."""
    if target.suffix.casefold() not in PAGE_ENDINGS:
        return None
    published = _name_index(site).published
    if name := published.get(target) or published.get(target / "index.html"):
        return name
    candidates = [target / "index.md"]
    if target.name:
        candidates = [target.with_suffix(".md"), PurePosixPath(f"{target}.md"), *candidates]
    return next((one for one in candidates if one in site.known_pages), None)


def _named_in_front_matter(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        for key, written in _named_pages(page):
            if named_page(page, written) in site.pages:
                if key == "full" and named_page(page, written) == page.name:
                    help = "Name the page that this one tells in easy words."
                    yield Fault(page.front_matter_place(key), "“full” names this page itself.", help)
                continue
            if not is_set_aside(PurePosixPath(normpath(join(page.path.parent, written))), site):
                known = [relative_link(page.name, other) for other in sorted(site.pages)]
                yield Fault(
                    page.front_matter_place(key),
                    f"“{key.partition('.')[0]}” names a page that is not in the guide ({written}).",
                    did_you_mean(written, known, "Write the way from this page to the other page's file."),
                )
        own = [named_page(page, written) for written in page.front_matter.related]
        for number, other in enumerate(own):
            if other == page.name or other in own[:number]:
                what = "this page itself" if other == page.name else f"{other} twice"
                place = page.front_matter_place(f"related.{number}")
                yield Fault(place, f"“related” names {what}.", "Name another page there, or remove it.")


def _named_as_landmarks(site: Site) -> Iterator[Fault]:
    for key in LANDMARKS:
        name, _, fragment = getattr(site.settings.landmarks, key).partition("#")
        target = site.landmark(key)
        if name and _is_missing(name, site):
            yield Fault(
                site.settings.place_of(f"landmarks.{key}"),
                f"“landmarks” names a page for “{key}” that is not in the guide ({name}).",
                _suggested_page(name, site),
            )
        elif target and fragment and fragment not in anchors_of(target, site):
            yield Fault(
                site.settings.place_of(f"landmarks.{key}"),
                f"“landmarks” names a heading for “{key}” that {name} does not have (#{fragment}).",
                near_anchor(fragment, target, site),
            )


def _named_in_packs(site: Site) -> Iterator[Fault]:
    for number, pack in enumerate(site.settings.packs):
        for at, name in enumerate(pack.pages):
            if _is_missing(name, site):
                yield Fault(
                    site.settings.place_of(f"packs.{number}.pages.{at}"),
                    f"The pack “{pack.title}” names a page that is not in the guide ({name}).",
                    _suggested_page(name, site),
                )


def _named_as_sections(site: Site) -> Iterator[Fault]:
    folders = {str(name.parent) for name in (*site.pages, *site.incomplete_pages, *site.drafts)}
    for number, section in enumerate(site.settings.sections):
        if section.folder not in folders:
            yield Fault(
                site.settings.place_of(f"sections.{number}.folder"),
                f"The section “{section.title}” names a folder that holds no page ({section.folder}).",
                did_you_mean(section.folder, sorted(folders), "Write the folder's way below the folder of pages."),
            )


def _named_pages(page: Page) -> Iterator[tuple[str, str]]:
    """The pages that the front matter names: the key, and the path as it is written."""
    facts = page.front_matter
    yield from ((f"related.{number}", written) for number, written in enumerate(facts.related))
    if isinstance(facts, EasyFrontMatter) and facts.full:
        yield "full", facts.full
    if isinstance(facts, ToolFrontMatter):
        yield from ((f"steps.{number}", written) for number, written in enumerate(facts.steps))


def _links_within_guide(site: Site) -> Iterator[tuple[MarkdownText, PageLink | AssetLink]]:
    for page in site.texts:
        for link in page.links:
            if not isinstance(link, WebLink) and link.written.strip():
                yield page, link


def _links_with(outcome: Outcome, site: Site) -> Iterator[tuple[MarkdownText, PageLink | AssetLink]]:
    return ((page, link) for page, link, found in _unresolved_links(site) if found is outcome)


@lru_cache(maxsize=1)  # all rules need them
def _unresolved_links(site: Site) -> Sequence[tuple[MarkdownText, PageLink | AssetLink, Outcome]]:
    """Every link within the guide whose target was not found as written, with its outcome."""
    outcomes = ((page, link, _outcome(page, link, site)) for page, link in _links_within_guide(site))
    return [one for one in outcomes if one[2] is not Outcome.FOUND]


def _outcome(page: MarkdownText, link: PageLink | AssetLink, site: Site) -> Outcome:
    if link.target == page.name or link.target in (site.known_pages if isinstance(link, PageLink) else site.assets):
        return Outcome.FOUND
    file, pages_folder = _file(page, link), _folder_of_pages(page)
    content = PurePosixPath(page.path.parts[0])
    if not file.is_relative_to(pages_folder) and not file.is_relative_to(content / MEDIA):
        return Outcome.OUTSIDE
    if link.target in site.drafts:
        return Outcome.DRAFT
    if is_set_aside(file, site):
        return Outcome.SET_ASIDE
    if _INVALID_IN_FILE_NAMES.search(file.name) and any(one.place.path == file for one in site.troubles):
        return Outcome.SET_ASIDE
    if any(one.kind == "file" and one.place.path == file for one in site.troubles):
        return Outcome.REFUSED
    if _same_but_for_case(link.target, site):
        return Outcome.OTHER_CASE
    if _means_a_page(link) and page_meant(link.target, site):
        return Outcome.OTHER_FORM
    if _means_a_page(link) and _moved_to(link.target, site):
        return Outcome.MOVED
    return Outcome.NOT_FOUND


def _file(page: MarkdownText, link: PageLink | AssetLink) -> PurePosixPath:
    """The path of a link's target from the guide's folder."""
    return PurePosixPath(normpath(_folder_of_pages(page) / link.target))


def _folder_of_pages(page: MarkdownText) -> PurePosixPath:
    """The path of the folder of pages from the guide's folder. Claims lie elsewhere, but their pages belong there."""
    if isinstance(page, HeardClaim):
        return PAGE_FOLDERS[0]
    return page.path.parents[len(page.name.parts) - 1]


def _means_a_page(link: PageLink | AssetLink) -> bool:
    if isinstance(link, PageLink):
        return True
    suffix = link.target.suffix.partition(" ")[0]  # a title in curly quotes may follow
    is_page = suffix.rstrip(".,;:!").casefold() in PAGE_ENDINGS  # punctuation may have been copied
    return not link.is_image and (is_page or bool(_WEB.match(link.written) or _MAIL.fullmatch(link.written)))


@frozen
class _NameIndex:
    """Indexes of pages and files: pages by published and by former address, and both by their case-folded path."""

    published: Mapping[PurePosixPath, PurePosixPath]
    former: Mapping[PurePosixPath, PurePosixPath]
    by_fold: Mapping[str, Sequence[PurePosixPath]]


@lru_cache(maxsize=1)  # if a folder was moved, there are thousands of broken links
def _name_index(site: Site) -> _NameIndex:
    published: dict[PurePosixPath, PurePosixPath] = {}
    former: dict[PurePosixPath, PurePosixPath] = {}
    by_fold: dict[str, list[PurePosixPath]] = {}
    for page in site.known_pages.values():
        published.setdefault(page.address, page.name)
        for old in page.old_addresses:
            former.setdefault(_without_ending(old), page.name)
    for name in (*site.known_pages, *site.assets):
        by_fold.setdefault(folded(name), []).append(name)
    return _NameIndex(published, former, by_fold)


def _moved_to(target: PurePosixPath, site: Site) -> PurePosixPath | None:
    return _name_index(site).former.get(_without_ending(target)) if target.name else None


def _without_ending(address: PurePosixPath) -> PurePosixPath:
    """An address without suffix and `index`, which is the same for a file, its rendered page and its folder."""
    return address.parent if address.stem == "index" else address.with_suffix("")


def _same_but_for_case(target: PurePosixPath, site: Site) -> PurePosixPath | None:
    return next((one for one in _name_index(site).by_fold.get(folded(target), ()) if one != target), None)


def folded(path: PurePosixPath) -> str:
    """A path normalised as by file systems that ignore case and the form of accents."""
    return unicodedata.normalize("NFC", path.as_posix()).casefold()


def _help_for_missing(
    page: MarkdownText, link: PageLink | AssetLink, known: Iterable[PurePosixPath], site: Site, otherwise: str
) -> str:
    """The help for a link to no file: the probable slip, or else similar names among `known` files."""
    set_aside = frozenset(_files_set_aside(page, site))
    for sign in "#?":
        escaped = link.written.replace(sign, f"%{ord(sign):02X}")
        if sign in link.written and escaped in (relative_link(page.name, one) for one in (*site.assets, *set_aside)):
            return f"A {sign} in the name of a file is written %{ord(sign):02X}: “{escaped}”."
    return _help_for_other_syntax(link.written) or (
        f"{_suggested_file(page, link, frozenset(known) | set_aside, otherwise)}{odd_blanks(unquote(link.written))}"
    )


def _help_for_other_syntax(written: str) -> str:
    """The help for an address that was meant as something else than a path; empty when it is a path."""
    if titled := _UNQUOTED_TITLE.fullmatch(written):
        quoted = f'{titled["address"]} "{titled["title"]}"'
        return f"Words behind an address stand in straight quotes: “{quoted}”; or remove them."
    if (bare := written.strip(CURLY_QUOTES)) != written:
        return f"Write it without the curly quotation marks: {bare}"
    if web := _WEB.match(written):
        return f"Write a web address in full: “https://{web['rest']}”."
    if _MAIL.fullmatch(written):
        return f"Write an e-mail address as “mailto:{written}”."
    if _NUMBER.fullmatch(written):
        number = re.sub(r"[^0-9+]", "", written)
        return f"Write a number to call as “tel:{number}”, with + and the country's number in front."
    return ""


def _suggested_file(page: MarkdownText, link: PageLink | AssetLink, files: Set[PurePosixPath], otherwise: str) -> str:
    """The help for an unknown path: files of that name elsewhere, with another suffix, or with similar names."""
    paths = _relative_links(page.name.parent, files)
    target = link.target
    same_name = [file for file in paths if file.name == target.name and file.name != "index.md"]
    alike = same_name or [file for file in paths if file.stem == target.stem and file.parent == target.parent]
    if alike:
        return did_you_mean_one_of([paths[file] for file in alike[:3]], otherwise)
    return suggest_path(_path(link), paths.values(), otherwise)


@lru_cache(maxsize=2)  # for the links of one page, to pages and to other files
def _relative_links(folder: PurePosixPath, files: Set[PurePosixPath]) -> Mapping[PurePosixPath, str]:
    return {file: relative_link(folder / "page", file) for file in sorted(files)}


def _files_set_aside(page: MarkdownText, site: Site) -> Iterator[PurePosixPath]:
    """The existing files among the pages that are left out of the site, as paths from the folder of pages."""
    folder = _folder_of_pages(page)
    for one in site.troubles:
        if one.kind in (*SET_ASIDE, "file") and one.place.path.is_relative_to(folder):
            yield one.place.path.relative_to(folder)


def suggest_path(written: str, paths: Iterable[str], otherwise: str) -> str:
    """A question with the paths that are similar to a mistyped one."""
    # The suffix is ignored, because it makes any two pages similar; and so are folders, as in “../pacing”, “../index”.
    by_stem = {path.removesuffix(".md"): path for path in paths}
    stem = written.removesuffix(".md")
    similar = similar_names(_last_part(stem), frozenset(map(_last_part, by_stem)))
    candidates = [one for one in by_stem if _last_part(one) in similar]
    nearest = near_misses(stem, candidates) or candidates[:3]
    return did_you_mean_one_of([by_stem[one] for one in nearest], otherwise)


def _last_part(path: str) -> str:
    """The name of the file, or of the folder for its index."""
    return path.removesuffix("/index").rpartition("/")[2]


def did_you_mean_one_of(near: Sequence[str], otherwise: str) -> str:
    """A question with these names; `otherwise` when there are none."""
    return f"Did you mean {' or '.join(f'“{one}”' for one in near)}?" if near else otherwise


def _path(link: PageLink | AssetLink) -> str:
    return re.split(r"[?#]", link.written, maxsplit=1)[0]


def _difference_of_accents(link: PageLink | AssetLink, file: PurePosixPath) -> str:
    """Words for a message about two names that look the same; empty when they look different."""
    written = unquote(_path(link))
    looks_same = not written.endswith(file.name) and unicodedata.normalize("NFC", written).endswith(
        unicodedata.normalize("NFC", file.name)
    )
    return ", with its accents typed in another way" if looks_same else ""


def _fragment(link: PageLink | AssetLink) -> str:
    return f"#{link.fragment}" if link.fragment else ""
