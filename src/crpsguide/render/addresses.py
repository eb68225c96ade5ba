"""Where the files that render makes by itself are published, below the site's root."""

import re
from pathlib import PurePosixPath

HOME = PurePosixPath("index.html")
NOT_FOUND = PurePosixPath("404.html")
STYLES = PurePosixPath("styles.css")
CHANGES = PurePosixPath("changes.html")
FEED = PurePosixPath("feed.xml")
SITEMAP = PurePosixPath("sitemap.xml")
SOURCES = PurePosixPath("evidence/index.html")
CLAIMS = PurePosixPath("claims/index.html")
OPEN_DATA = PurePosixPath("evidence.json")
OPEN_DATA_SCHEMA = PurePosixPath("evidence.schema.json")


def source_address(id: str) -> PurePosixPath:
    """The page of a source."""
    return PurePosixPath("evidence") / f"{id}.html"


def claim_address(id: str) -> PurePosixPath:
    """The page of a claim heard elsewhere."""
    return CLAIMS.parent / f"{id}.html"


def organisation_address(id: str) -> PurePosixPath:
    """The page of an organisation."""
    return PurePosixPath("clinics") / f"{id}.html"


def section_address(folder: str) -> PurePosixPath:
    """The list of the pages of a part of the guide.

    >>> section_address("living")
    PurePosixPath('living/index.html')
    """
    return PurePosixPath(folder) / "index.html"


def old_address(written: str) -> PurePosixPath:
    """The file that answers at an address that a page once had, as an editor wrote it.

    >>> str(old_address("/ketamine/faq/")), str(old_address("old/pacing.md")), str(old_address("old/pacing"))
    ('ketamine/faq/index.html', 'old/pacing.html', 'old/pacing.html')
    """
    path = written.split("#")[0].split("?")[0].lstrip("/")
    if not path or path.endswith("/"):
        return PurePosixPath(path) / "index.html"
    return PurePosixPath(re.sub(r"\.(md|html?)$", "", path) + ".html")
