"""Times crpsguide, and other generators that can be installed, on the same pages, and prints a table.

    python benchmarks/run.py --pages 100 1000

Each time is that of a whole process, the best of some rounds; the generators take turns, so that a busy minute of the
machine strikes all of them alike. The others are installed into a folder of their own. They judge nothing; crpsguide
reads every sentence.
"""

import argparse
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from guides import write_guide, write_pages

ROUNDS = 3
EDITED = "part-00/page-00000.md"
MKDOCS = "site_name: Measured\ndocs_dir: pages\nuse_directory_urls: false\n"
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
"""


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator: its command, how its folder is filled, where its pages lie, and where it keeps what it made."""

    name: str
    command: list[str]
    write: Callable[[Path, int], None]
    pages: str
    made: tuple[str, ...]


def generators(tools: Path) -> list[Generator]:
    """crpsguide, and the others; each is left out when it cannot be installed."""
    command = shutil.which("crpsguide") or sys.exit("crpsguide is not installed here.")
    found = [Generator("crpsguide", [command, "build"], write_guide, "content/pages", ("build",))]
    venv.create(tools, with_pip=True)
    for name, package, arguments, settings in (
        ("MkDocs", "mkdocs", ["build", "-q"], ("mkdocs.yml", MKDOCS)),
        (
            "Pelican",
            "pelican[markdown]",
            ["pages", "-o", "output", "-s", "pelicanconf.py"],
            ("pelicanconf.py", PELICAN),
        ),
    ):
        done = subprocess.run([tools / "bin/python", "-m", "pip", "install", "-qq", package], check=False)
        if done.returncode == 0:
            program = str(tools / "bin" / package.partition("[")[0])
            found.append(Generator(name, [program, *arguments], _writer(*settings), "pages", ("site", "output")))
    return found


def _writer(name: str, settings: str) -> Callable[[Path, int], None]:
    def write(folder: Path, pages: int) -> None:
        write_pages(folder / "pages", pages)
        (folder / name).write_text(settings, encoding="utf-8")

    return write


def seconds(generator: Generator, folder: Path) -> float:
    """How long one build takes, as a whole process.

    Raises:
        subprocess.CalledProcessError: the build fails; its time would mean nothing.
    """
    begin = time.perf_counter()
    subprocess.run(generator.command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main() -> None:
    """Measure and print."""
    wishes = argparse.ArgumentParser(description=__doc__)
    wishes.add_argument("--pages", type=int, nargs="+", default=[100, 1000])
    wishes.add_argument("--rounds", type=int, default=ROUNDS)
    asked = wishes.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} processors,", end=" ")
    print(f"load {os.getloadavg()[0]:.1f}, in {tempfile.gettempdir()}\n")
    print("| Pages | Generator | Cold | No change | One page edited |\n| ---: | --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as made:
        known = generators(Path(made, "tools"))
        for pages in asked.pages:
            folders = {one.name: Path(made, f"{one.name}-{pages}") for one in known}
            for one in known:
                one.write(folders[one.name], pages)
            times: dict[str, list[list[float]]] = {one.name: [[], [], []] for one in known}
            for number in range(asked.rounds):
                for one in known:
                    _measure(one, folders[one.name], times[one.name], number)
            for name, (cold, same, edited) in times.items():
                print(f"| {pages:,} | {name} | {min(cold):.2f} s | {min(same):.2f} s | {min(edited):.2f} s |")
    print(f"\nThe largest process took {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB.")


def _measure(generator: Generator, folder: Path, times: list[list[float]], number: int) -> None:
    for made in generator.made:
        shutil.rmtree(folder / made, ignore_errors=True)
    cold, same, edited = times
    cold.append(seconds(generator, folder))
    same.append(seconds(generator, folder))
    with (folder / generator.pages / EDITED).open("a", encoding="utf-8") as page:
        page.write(f"\nThe house has {number + 3} doors.\n")
    edited.append(seconds(generator, folder))


if __name__ == "__main__":
    main()
