"""The scripts of the site: none is needed to read, and each page loads only those that it has use for."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from crpsguide.model import (
    Asset,
    Checklist,
    ClaimChecker,
    Diary,
    Fields,
    Page,
    StudyOverview,
    TimeLine,
)
from crpsguide.render.addresses import (
    CLAIM_CHECKER,
    ICONS,
    PICTURES_STYLES,
    SCRIPTS,
    SEARCH_ENGINE,
    SEARCH_INDEX,
    SEARCH_PAGE,
    SEARCH_STYLES,
    SERVICE_WORKER,
    SHEETS_SCRIPT,
    SHEETS_STYLES,
)
from crpsguide.render.templates import Templates

# What each published script is made of, in this order; they share what `device.js` declares.
MADE_OF = {
    SCRIPTS: ("scripts/device.js", "scripts/theme.js", "scripts/listen.js", "scripts/offline.js"),
    SHEETS_SCRIPT: ("scripts/sheets.js",),
    SEARCH_ENGINE: ("scripts/search-engine.js",),
    SEARCH_PAGE: ("scripts/search-page.js",),
    CLAIM_CHECKER: ("scripts/claim-checker.js",),
    SERVICE_WORKER: ("scripts/service-worker.js",),
}
# What a device keeps of a guide: all that a reader's browser asks for. Papers to print are made of the same pages.
KEPT = frozenset({".html", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".webmanifest"})
SHEET = (SHEETS_SCRIPT, SHEETS_STYLES)
NEEDED_BY = {
    Checklist: SHEET,
    Fields: SHEET,
    Diary: SHEET,
    StudyOverview: (PICTURES_STYLES,),
    TimeLine: (PICTURES_STYLES,),
    ClaimChecker: (SEARCH_STYLES, SEARCH_ENGINE, SEARCH_INDEX, CLAIM_CHECKER),
}


def programs(templates: Templates) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The scripts and the icons, as the templates hold them."""
    yield from ((address, templates.joined(*names).encode()) for address, names in MADE_OF.items())
    yield from ((address, templates.file(f"icons/{address}")) for address in ICONS)


def whole_guide(files: Mapping[PurePosixPath, bytes], assets: Iterable[Asset]) -> bytes:
    """What a device asks for when its reader wants to keep the whole guide: the files, and the room that they take."""
    sizes = {address: len(file) for address, file in files.items()}
    sizes |= {asset.address: asset.file.stat().st_size for asset in assets}
    kept = {
        address: size
        for address, size in sorted(sizes.items())
        if address.suffix.lower() in KEPT and address != SERVICE_WORKER
    }
    return json.dumps({"bytes": sum(kept.values()), "files": [str(address) for address in kept]}, indent=0).encode()


def needed(page: Page) -> tuple[PurePosixPath, ...]:
    """The scripts and styles that the blocks of a page need beside those of every page, in the order of their use."""
    kinds = dict.fromkeys(type(block) for section in page.sections for block in section.blocks)
    return tuple(dict.fromkeys(file for kind in kinds for file in NEEDED_BY.get(kind, ())))
