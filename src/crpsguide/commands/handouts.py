"""Handouts: an edition with its pages and packs as PDF beside it, and links to them."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from crpsguide.cache import NO_CACHES, Caches
from crpsguide.check import check_files
from crpsguide.commands.clock import build_day
from crpsguide.commands.edition import Choices, Edition, OnStep
from crpsguide.commands.guide import template_folders
from crpsguide.frozen import frozen
from crpsguide.model import Handout, PrintDocument, Site
from crpsguide.pdf import make_pdfs
from crpsguide.render import picture_name, print_documents, render_site

PRINTING = "Printing the handouts"
CACHE = PurePosixPath("build/cache/handouts")


@frozen
class Printed:
    """The edition with its handouts, and how many had to be printed: the others were kept from before."""

    edition: Edition
    handouts: tuple[Handout, ...]
    anew: int


def print_handouts(edition: Edition, choices: Choices, on_step: OnStep, *, caches: Caches) -> Printed:
    """Print the handouts of an edition, and draw and check the files that tell of them.

    `caches` and, for what was printed, `build/cache` spare what earlier builds have done: a handout is printed again
    when its pages have changed, and a page is drawn again when it or its handouts have.

    Raises:
        GuideError: nothing can be printed here, a template does not allow it, or the disk refuses.
    """
    on_step(PRINTING)
    site, templates, jobs = edition.site, template_folders(edition.site.root), choices.jobs
    documents = print_documents(site, edition.files, templates=templates)
    made = make_pdfs(
        documents,
        pictures_of(site, documents),
        cache=site.root / CACHE if caches is not NO_CACHES else None,
        jobs=jobs,
        on_made=lambda done, of: on_step(f"{PRINTING}: {done} of {of}"),
    )
    handouts = tuple(
        Handout(about=one.about, address=one.address, format=one.format, size=len(made.files[one.address]))
        for one in documents
    )
    drawn, today = caches["drawn"], build_day()
    files = render_site(site, templates=templates, today=today, handouts=handouts, cache=drawn, jobs=jobs)
    files = {**files, **made.files}
    finished, select, ignore = caches["finished"], choices.select, choices.ignore
    found = check_files(site, files, select=select, ignore=ignore, cache=finished, jobs=jobs)
    told = sorted({*edition.diagnostics, *found}, key=lambda one: (one.place, one.code))
    return Printed(replace(edition, files=files, diagnostics=tuple(told)), handouts, made.anew)


def pictures_of(site: Site, documents: Iterable[PrintDocument]) -> dict[str, bytes]:
    """The pictures that the documents show, as they write them."""
    shown = {name for document in documents for name in document.pictures}
    named = {picture_name(asset.address): asset.file for asset in site.assets.values()}
    return {name: named[name].read_bytes() for name in shown if name in named}
