"""What is drawn from all pages at once: found page by page, so that pages which did not change are not read again."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from crpsguide.model import Page, Shelf, Site, key_of

Found = TypeVar("Found")


def in_each_page(site: Site, find: Callable[..., Found], shelf: Shelf, *given: object) -> Mapping[PurePosixPath, Found]:
    """What a function finds in each page, by its name: plain data, of the page and of `given` alone.

    `given` are texts, or other things that their texts tell apart. Pages that say the same say it with the same terms:
    the glossary counts too.
    """
    glossary = site.digests.get(PurePosixPath("content/glossary.yaml"))
    made_by = key_of(find.__module__, find.__qualname__, glossary, *given)

    def found(page: Page) -> Found:
        digest = site.digests.get(page.path)
        if digest is None:  # a page that was made by hand
            return find(page, *given)
        key = key_of(made_by, page.path, digest)
        kept: tuple[Found] | None = shelf.recall(key)
        if kept is None:
            kept = (find(page, *given),)
            shelf.keep(key, kept)
        return kept[0]

    return {name: found(page) for name, page in site.pages.items()}
