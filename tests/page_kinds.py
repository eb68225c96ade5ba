"""Selects one page of each kind from a built site: each page type, and each template that renders a page by itself."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from crpsguide.model import Site


def pages_by_kind(site: Site, sizes: Mapping[PurePosixPath, int]) -> dict[str, str]:
    """The address of the page of median size, by the name of its kind. Redirects are left out.

    `sizes` are the sizes of all built files in bytes, by address.
    """
    redirects = old_addresses(site)
    type_of = {page.address: page.type.value for page in site.pages.values()}
    folders = {section.folder for section in site.settings.sections}
    found: dict[str, list[str]] = {}
    for address in sorted(sizes, key=lambda one: (sizes[one], one)):
        if address.suffix == ".html" and address not in redirects:
            found.setdefault(type_of.get(address) or _generated_kind(address, folders), []).append(str(address))
    return {kind: found[kind][len(found[kind]) // 2] for kind in sorted(found)} or {"home": "index.html"}


def old_addresses(site: Site) -> set[PurePosixPath]:
    """The addresses of the files that redirect to a page's current address."""
    return {one for page in site.pages.values() for one in page.old_addresses}


def _generated_kind(address: PurePosixPath, folders: set[str]) -> str:
    folder = str(address.parent)
    if folder == ".":
        return address.stem
    if folder in folders and address.stem == "index":
        return "part"
    return f"{folder}, {'list' if address.stem == 'index' else 'page'}"
