"""One page of each kind of a site: of each type that editors write, and of each template that draws by itself."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from crpsguide.model import Site


def kinds(site: Site, sizes: Mapping[PurePosixPath, int]) -> dict[str, str]:
    """The address of a page of middle length, by the name of its kind.

    `sizes` are the lengths of all finished files in bytes, by their address. Old addresses lead on, and are no kind.
    """
    old = old_addresses(site)
    type_of = {page.address: page.type.value for page in site.pages.values()}
    folders = {section.folder for section in site.settings.sections}
    found: dict[str, list[str]] = {}
    for address in sorted(sizes, key=lambda one: (sizes[one], one)):
        if address.suffix == ".html" and address not in old:
            found.setdefault(type_of.get(address) or _drawn_kind(address, folders), []).append(str(address))
    return {kind: found[kind][len(found[kind]) // 2] for kind in sorted(found)} or {"home": "index.html"}


def old_addresses(site: Site) -> set[PurePosixPath]:
    """The files that lead on to where a page stands now."""
    return {one for page in site.pages.values() for one in page.old_addresses}


def _drawn_kind(address: PurePosixPath, folders: set[str]) -> str:
    folder = str(address.parent)
    if folder == ".":
        return address.stem
    if folder in folders and address.stem == "index":
        return "part"
    return f"{folder}, {'list' if address.stem == 'index' else 'page'}"
