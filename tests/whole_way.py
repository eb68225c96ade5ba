"""The whole way from the bytes of a page to the finished site, as `build` goes it, without writing."""

import datetime
from pathlib import Path, PurePosixPath

from tests.harm import harms

TODAY = datetime.date(2026, 1, 1)
FRONT = b"---\ntitle: One\n---\n\n"
WITH_DRAWING = FRONT + b"![A drawing](a.svg)\n"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
SETTINGS = "name: A small guide\nrules: {select: [L, P, X]}\n"


class Way:
    """A guide with one page of any bytes, made as `build` makes it."""

    def __init__(self, root: Path) -> None:
        # Imported here: whoever fuzzes has them watched from the start.
        from crpsguide.check import check_files, judge_site
        from crpsguide.installed import builtin_templates
        from crpsguide.read import read_site
        from crpsguide.render import render_site

        self._read, self._check, self._render, self._check_files = read_site, judge_site, render_site, check_files
        self._folders = (builtin_templates(),)
        self._root, self._pages = root, root / "content/pages"
        self._pages.mkdir(parents=True)
        (root / "content/site.yaml").write_text(SETTINGS)
        (self._pages / "index.md").write_bytes(FRONT + b"Words.\n")

    def go(self, data: bytes) -> list[str]:
        """What is wrong with the site that these bytes become; nothing when it is not published.

        The first byte tells what the others are: `p` a page with its front matter, `s` a drawing, all else a body.
        """
        way, text = data[:1], data[1:]
        (self._pages / "a.svg").write_bytes(text if way == b"s" else DRAWING)
        (self._pages / "p.md").write_bytes(WITH_DRAWING if way == b"s" else text if way == b"p" else FRONT + text)
        site = self._read(self._root)
        told = self._check(site, today=TODAY).diagnostics
        if any(one.severity.value == "error" for one in told):
            return []
        made = self._render(site, templates=self._folders, today=TODAY)
        told = self._check_files(site, made)
        if any(one.severity.value == "error" for one in told):
            return []
        drawings = {one.address: one.file.read_bytes() for one in site.assets.values()}
        return harms({**made, **{PurePosixPath(f"{at}.html"): drawing for at, drawing in drawings.items()}})
