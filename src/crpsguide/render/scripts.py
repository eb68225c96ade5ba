"""The scripts of the site, without which it stays readable; each page loads only what it uses."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from crpsguide.model import Asset, Checklist, Diary, Fields
from crpsguide.render.addresses import (
    CLAIM_CHECKER,
    ICONS,
    OFFLINE_SCRIPTS,
    SCRIPTS,
    SEARCH_ENGINE,
    SEARCH_PAGE,
    SERVICE_WORKER,
    TOOLS_SCRIPTS,
)
from crpsguide.render.templates import EXCLUDED_COMPONENTS, Templates

# The files that each published script is made of, in order; they share the declarations of `device.js`.
EVERY_PAGE = tuple(
    f"scripts/{name}.js" for name in ("device", "notes", "folds", "paper", "theme", "listen", "offline", "first-use")
)
BUNDLES = {
    SCRIPTS: EVERY_PAGE,
    TOOLS_SCRIPTS: (*EVERY_PAGE, "scripts/sheets.js"),
    OFFLINE_SCRIPTS: (*EVERY_PAGE, "scripts/kept-pages.js"),
    SEARCH_ENGINE: ("scripts/search-engine.js",),
    SEARCH_PAGE: ("scripts/search-page.js",),
    CLAIM_CHECKER: ("scripts/claim-checker.js",),
    SERVICE_WORKER: ("scripts/service-worker.js",),
}
# The files that are kept for offline reading: all that browsers load. PDFs are not, as they repeat the pages.
KEPT_TYPES = frozenset(
    {".html", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".webmanifest"}
)
KEPT_PAGES = "kept-pages"
SHEETS = frozenset({Checklist.kind, Diary.kind, Fields.kind})


def programs(templates: Templates) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The addresses and contents of the scripts and icons, from the templates."""
    yield from ((address, templates.script(*names).encode()) for address, names in BUNDLES.items())
    yield from ((address, templates.file(f"icons/{address}")) for address in ICONS)


def whole_guide(files: Mapping[PurePosixPath, bytes], assets: Iterable[Asset]) -> bytes:
    """JSON with the files to download for offline reading of the whole guide (`files`) and their size (`bytes`)."""
    sizes = {address: len(file) for address, file in files.items()}
    sizes |= {asset.address: asset.file.stat().st_size for asset in assets}
    kept = {
        address: size
        for address, size in sorted(sizes.items(), key=lambda item: item[0].parts)
        if address.suffix.lower() in KEPT_TYPES and address != SERVICE_WORKER
    }
    return json.dumps({"bytes": sum(kept.values()), "files": [str(address) for address in kept]}, indent=0).encode()


def stylesheet_and_script(components: Collection[str]) -> tuple[PurePosixPath, PurePosixPath]:
    """The style sheet and the script of a page with these components; only one of each, to save requests."""
    styles = next(file for file, excluded in EXCLUDED_COMPONENTS.items() if excluded.isdisjoint(components))
    if not SHEETS.isdisjoint(components):
        return styles, TOOLS_SCRIPTS
    return styles, OFFLINE_SCRIPTS if KEPT_PAGES in components else SCRIPTS
