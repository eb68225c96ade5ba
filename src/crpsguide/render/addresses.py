"""The published addresses of generated files, relative to the root of the site."""

from functools import cache
from pathlib import PurePosixPath

from crpsguide.model import Pack, PaperFormat

HOME = PurePosixPath("index.html")
NOT_FOUND = PurePosixPath("404.html")
STYLES = PurePosixPath("styles.css")
LISTS_STYLES = PurePosixPath("lists.css")
ALL_STYLES = PurePosixPath("all.css")
CHARTS_STYLES = PurePosixPath("charts.css")
PICTURES_STYLES = PurePosixPath("pictures.css")
TOOLS_STYLES = PurePosixPath("tools.css")
SCRIPTS = PurePosixPath("scripts.js")
TOOLS_SCRIPTS = PurePosixPath("tools.js")
OFFLINE_SCRIPTS = PurePosixPath("offline.js")
SERVICE_WORKER = PurePosixPath("service-worker.js")
WHOLE_GUIDE = PurePosixPath("whole-guide.json")
MANIFEST = PurePosixPath("manifest.webmanifest")
ICONS = (PurePosixPath("icon.svg"), PurePosixPath("icon-192.png"), PurePosixPath("icon-512.png"))
OFFLINE = PurePosixPath("offline.html")
SEARCH = PurePosixPath("search/index.html")
SEARCH_INDEX = PurePosixPath("search/index.js")
SEARCH_ENGINE = PurePosixPath("search/engine.js")
SEARCH_PAGE = PurePosixPath("search/page.js")
CHANGES = PurePosixPath("changes.html")
FEED = PurePosixPath("feed.xml")
SITEMAP = PurePosixPath("sitemap.xml")
SOURCES = PurePosixPath("evidence/index.html")
CLAIMS = PurePosixPath("claims/index.html")
CLAIM_KEYWORDS = PurePosixPath("claims/keywords.js")
CLAIM_CHECKER = PurePosixPath("claims/checker.js")
OPEN_DATA = PurePosixPath("evidence.json")
OPEN_DATA_SCHEMA = PurePosixPath("evidence.schema.json")
HANDOUTS = PurePosixPath("handouts/index.html")


@cache  # called for every citation
def source_address(id: str) -> PurePosixPath:
    """The page of a source."""
    return PurePosixPath("evidence") / f"{id}.html"


def social_address(address: PurePosixPath) -> PurePosixPath:
    """The preview picture for links to a page in social networks.

    >>> social_address(PurePosixPath("living/work.html"))
    PurePosixPath('social/living/work.png')
    """
    return PurePosixPath("social") / address.with_suffix(".png")


def kind_address(design: str) -> PurePosixPath:
    """The page that lists the sources of one study design."""
    return SOURCES.parent / "kinds" / f"{design}.html"


def letter_address(glossary: PurePosixPath, letter: str) -> PurePosixPath:
    """The page of the glossary terms that begin with a letter.

    >>> letter_address(PurePosixPath("tools/words.html"), "A")
    PurePosixPath('tools/words/a.html')
    """
    return glossary.with_suffix("") / f"{letter.lower()}.html"


def claim_address(id: str) -> PurePosixPath:
    """The page of a heard claim."""
    return CLAIMS.parent / f"{id}.html"


def organisation_address(id: str) -> PurePosixPath:
    """The page of an organisation."""
    return PurePosixPath("clinics") / f"{id}.html"


@cache  # called for the menu of every page
def section_address(folder: str) -> PurePosixPath:
    """The index page of a part of the guide.

    >>> section_address("living")
    PurePosixPath('living/index.html')
    """
    return PurePosixPath(folder) / "index.html"


def handout_address(about: PurePosixPath, format: PaperFormat) -> PurePosixPath:
    """The PDF of a page, or of a pack, in one format.

    >>> str(handout_address(PurePosixPath("living/pacing.html"), PaperFormat.A4))
    'handouts/living/pacing-a4.pdf'
    """
    path = about if about.is_relative_to(HANDOUTS.parent) else HANDOUTS.parent / about
    return path.with_name(f"{path.stem}-{format.value}.pdf")


def pack_address(pack: Pack) -> PurePosixPath:
    """An address that stands for a pack: no file is published there, but its handouts are named after it."""
    return HANDOUTS.parent / pack.name
