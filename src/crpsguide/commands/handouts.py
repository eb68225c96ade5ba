"""Handouts: an edition with its pages and packs as PDF beside it, and links to them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from crpsguide.check import check_files
from crpsguide.commands.clock import build_day
from crpsguide.commands.edition import Choices, Edition, OnStep
from crpsguide.commands.guide import template_folders
from crpsguide.model import Handout, PrintDocument, Site
from crpsguide.press import press_documents
from crpsguide.render import picture_name, print_documents, render_site

PRINTING = "Printing the handouts"
CACHE = PurePosixPath("build/cache/handouts")


@dataclass(frozen=True, slots=True)
class Printed:
    """The edition with its handouts, and how many had to be printed: the others were kept from before."""

    edition: Edition
    handouts: tuple[Handout, ...]
    anew: int


def print_handouts(
    edition: Edition, choices: Choices, on_step: OnStep = lambda step: None, *, is_kept: bool = True
) -> Printed:
    """Print the handouts of an edition, and draw its pages again, with links to them.

    What `is_kept` in `build/cache` is not printed again before it changes.

    Raises:
        GuideError: there is no press here, a template does not allow it, or the disk refuses.
    """
    on_step(PRINTING)
    site, templates = edition.site, template_folders(edition.site.root)
    documents = print_documents(site, edition.files, templates=templates)
    pressed = press_documents(
        documents,
        pictures_of(site, documents),
        cache=site.root / CACHE if is_kept else None,
        jobs=choices.jobs,
        on_pressed=lambda done, of: on_step(f"{PRINTING}: {done} of {of}"),
    )
    handouts = tuple(
        Handout(about=one.about, address=one.address, format=one.format, size=len(pressed.files[one.address]))
        for one in documents
    )
    files = {**render_site(site, templates=templates, today=build_day(), handouts=handouts), **pressed.files}
    found = check_files(site, files, select=choices.select, ignore=choices.ignore)
    told = sorted({*edition.diagnostics, *found}, key=lambda one: (one.place, one.code))
    return Printed(replace(edition, files=files, diagnostics=tuple(told)), handouts, pressed.anew)


def pictures_of(site: Site, documents: Iterable[PrintDocument]) -> dict[str, bytes]:
    """The pictures that the documents show, as they write them."""
    shown = {name for document in documents for name in document.pictures}
    named = {picture_name(asset.address): asset.file for asset in site.assets.values()}
    return {name: named[name].read_bytes() for name in shown if name in named}
