"""Runs the stages of a build over any bytes: read, check, render and check the files, without publishing."""

import datetime
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from tests.output_safety import unsafe_content

from crpsguide.check import check_files, judge_site
from crpsguide.installed import builtin_templates
from crpsguide.model import Diagnostic, Severity
from crpsguide.read import read_site
from crpsguide.render import render_site

TODAY = datetime.date(2026, 1, 1)
FRONT_MATTER = b"---\ntitle: One\n---\n\n"
PAGE_WITH_IMAGE = FRONT_MATTER + b"![A drawing](a.svg)\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
SETTINGS = "name: A small guide\nrules: {select: [L, P, X]}\n"


class Pipeline:
    """A guide on the disk in which one page, or the image that it shows, is replaced in each run."""

    def __init__(self, root: Path) -> None:
        self._templates = (builtin_templates(),)
        self._root, self._pages = root, root / "content/pages"
        self._pages.mkdir(parents=True)
        (root / "content/site.yaml").write_text(SETTINGS)
        (self._pages / "index.md").write_bytes(FRONT_MATTER + b"Words.\n")

    def run_with_body(self, body: bytes) -> list[str]:
        """What is unsafe in the site when a page has this body; empty when an error prevents the build."""
        return self._run(page=FRONT_MATTER + body)

    def run_with_page(self, page: bytes) -> list[str]:
        """What is unsafe in the site when a page consists of these bytes; empty when an error prevents the build."""
        return self._run(page=page)

    def run_with_svg(self, svg: bytes) -> list[str]:
        """What is unsafe in the site when a page shows this image; empty when an error prevents the build."""
        return self._run(page=PAGE_WITH_IMAGE, svg=svg)

    def _run(self, *, page: bytes, svg: bytes = SVG) -> list[str]:
        (self._pages / "p.md").write_bytes(page)
        (self._pages / "a.svg").write_bytes(svg)
        site = read_site(self._root)
        if _has_error(judge_site(site, today=TODAY).diagnostics):
            return []
        files = render_site(site, templates=self._templates, today=TODAY)
        if _has_error(check_files(site, files)):
            return []
        # An image that is opened by itself is a document too.
        images = {PurePosixPath(f"{one.address}.html"): one.file.read_bytes() for one in site.assets.values()}
        return unsafe_content({**files, **images})


def _has_error(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in diagnostics)
