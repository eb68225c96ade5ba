"""Handouts: adds PDFs of the pages and packs to an edition, and links to them."""

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

PRINT_STEP = "Printing the handouts"
PDF_CACHE = PurePosixPath("build/cache/handouts")


@frozen
class Printed:
    """The edition with its handouts; `printed` is how many were printed rather than taken from the cache."""

    edition: Edition
    handouts: tuple[Handout, ...]
    printed: int


def print_handouts(edition: Edition, choices: Choices, on_step: OnStep, *, caches: Caches) -> Printed:
    """Print the handouts of an edition, then render and check its files again, now with links to the handouts.

    PDFs are cached below `build/cache`, unless `caches` is `NO_CACHES`: a handout is printed again when its pages have
    changed.

    Raises:
        GuideError: handouts cannot be printed here, a template is wrong, or the disk refuses.
    """
    on_step(PRINT_STEP)
    site, templates, jobs = edition.site, template_folders(edition.site.root), choices.jobs
    documents = print_documents(site, edition.files, templates=templates)
    made = make_pdfs(
        documents,
        pictures_of(site, documents),
        cache=site.root / PDF_CACHE if caches is not NO_CACHES else None,
        jobs=jobs,
        on_made=lambda done, of: on_step(f"{PRINT_STEP}: {done} of {of}"),
    )
    handouts = tuple(
        Handout(
            about=document.about,
            address=document.address,
            format=document.format,
            size=len(made.files[document.address]),
        )
        for document in documents
    )
    cache, today = caches["render"], build_day()
    files = render_site(site, templates=templates, today=today, handouts=handouts, cache=cache, jobs=jobs)
    files = {**files, **made.files}
    cache, select, ignore = caches["check-files"], choices.select, choices.ignore
    found = check_files(site, files, select=select, ignore=ignore, cache=cache, jobs=jobs)
    diagnostics = sorted({*edition.diagnostics, *found}, key=lambda diagnostic: (diagnostic.place, diagnostic.code))
    return Printed(replace(edition, files=files, diagnostics=tuple(diagnostics)), handouts, made.printed)


def pictures_of(site: Site, documents: Iterable[PrintDocument]) -> dict[str, bytes]:
    """The content of each picture in the documents, by the name that these use for it."""
    shown = {name for document in documents for name in document.pictures}
    file_of = {picture_name(asset.address): asset.file for asset in site.assets.values()}
    return {name: file_of[name].read_bytes() for name in shown if name in file_of}
